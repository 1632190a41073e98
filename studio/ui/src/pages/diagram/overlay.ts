import { useMemo } from 'react';
import type { ChangeItem, ChangesReport } from '@/api/changes';
import { useGet } from '@/api/query';
import type { PointComparison } from '@/api/timeline';
import type { View } from './view';

/** What a change of the schema does to a table of the diagram. */
export type Mark = 'added' | 'changed' | 'removed';

/**
 * The tables that change, by their names in the diagram: between the two points of the timeline that the address names, or by the code's schema
 * when that is asked for. A table that is not there is not drawn.
 */
export function useMarks({ changes, between }: View): ReadonlyMap<string, Mark> {
  const [from, to] = between ?? [];
  const compared = useGet<PointComparison>('/api/compare', { from, to }, { enabled: between !== null });
  const report = useGet<ChangesReport>('/api/changes', {}, { enabled: changes && between === null });
  const items = between ? compared.data?.changes : changes ? report.data?.changes : undefined;
  return useMemo(() => marks(items ?? []), [items]);
}

function marks(changes: ChangeItem[]): ReadonlyMap<string, Mark> {
  const found = new Map<string, Mark>();
  for (const { thing, verb, subject, table, relation } of changes) {
    const drawn = table ?? relation;
    const id = drawn && `${drawn.schema}.${drawn.name}`;
    if (id) {
      const whole = thing === subject;
      found.set(id, whole && verb === 'drop' ? 'removed' : whole && verb === 'create' ? 'added' : (found.get(id) ?? 'changed'));
    }
  }
  return found;
}
