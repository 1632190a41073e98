import { useMemo } from 'react';
import type { ChangesReport } from '@/api/changes';
import { useGet } from '@/api/query';

/** What a change of the schema does to a table of the diagram. */
export type Mark = 'changed' | 'removed';

/** The tables that the code's schema changes, when they are asked for, by their names in the diagram. A table that is not there yet is not drawn. */
export function useMarks(wanted: boolean): ReadonlyMap<string, Mark> {
  const report = useGet<ChangesReport>('/api/changes', {}, { enabled: wanted });
  return useMemo(() => marks(wanted ? report.data : undefined), [wanted, report.data]);
}

function marks(report: ChangesReport | undefined): ReadonlyMap<string, Mark> {
  const found = new Map<string, Mark>();
  for (const { thing, verb, subject, table } of report?.changes ?? []) {
    const id = table && `${table.schema}.${table.name}`;
    if (id) {
      const whole = thing === subject;
      found.set(id, whole && verb === 'drop' ? 'removed' : (found.get(id) ?? 'changed'));
    }
  }
  return found;
}
