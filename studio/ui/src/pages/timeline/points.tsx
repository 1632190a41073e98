import { useId, useMemo } from 'react';
import type { Timeline } from '@/api/timeline';
import { useStudio } from '@/app/environment';
import { Select } from '@/kit';

/** Something that can be compared: a state of the timeline, the code, or a database. */
export interface Point {
  /** As the server knows it: `migration:ID`, `env:NAME`, `code`. */
  id: string;
  label: string;
  group: string;
}

/** All points that there are, the migrations from the newest on. */
export function usePoints(timeline: Timeline): Point[] {
  const { meta, environment } = useStudio();
  return useMemo(() => {
    const now = 'Now';
    const others = meta.environments.filter(({ name }) => name !== environment.name);
    return [
      { id: 'code', label: 'The code', group: now },
      { id: 'database', label: `Database of ${environment.name}`, group: now },
      ...others.map(({ name }) => ({ id: `env:${name}`, label: `Database of ${name}`, group: now })),
      { id: 'ran', label: `What ran in ${environment.name}`, group: now },
      ...timeline.migrations.filter(({ inFolder }) => inFolder).toReversed().map(({ id, title }) => ({ id: `migration:${id}`, label: `After: ${title}`, group: 'After a migration' })),
      { id: 'empty', label: 'Nothing', group: 'Before all migrations' },
    ];
  }, [meta, environment, timeline]);
}

/** What a point is called. */
export function labelOf(id: string, points: Point[]): string {
  return points.find((point) => point.id === id)?.label ?? id;
}

/** Chooses one of the points. */
export function PointSelect({ label, value, points, onChange }: { label: string; value: string; points: Point[]; onChange: (id: string) => void }) {
  const id = useId();
  const groups = Map.groupBy(points, (point) => point.group);
  return (
    <div className="flex min-w-0 flex-col gap-1 max-sm:w-full">
      <label htmlFor={id} className="text-xs text-muted">
        {label}
      </label>
      <Select id={id} value={value} onChange={(event) => onChange(event.target.value)} className="max-w-full sm:w-80">
        {!points.some((point) => point.id === value) && <option value={value}>{value}</option>}
        {[...groups].map(([group, members]) => (
          <optgroup key={group} label={group}>
            {members.map((point) => (
              <option key={point.id} value={point.id}>
                {point.label}
              </option>
            ))}
          </optgroup>
        ))}
      </Select>
    </div>
  );
}
