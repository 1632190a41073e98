import type { Peek } from '@/api/rows';
import { useGet } from '@/api/query';
import { ProblemNotice, SkeletonLines } from '@/kit';
import { CellText } from '../cell/CellText';
import { familyOf } from '../family';
import type { Way } from '../references';

/** The row at the end of a way, with all its values. */
export function RowCard({ way, most = 40 }: { way: Way; most?: number }) {
  const found = useGet<Peek>('/api/peek', {
    schema: way.table.schema,
    table: way.table.name,
    columns: way.filters.map((filter) => encodeURIComponent(filter.column)).join(','),
    values: JSON.stringify(way.filters.map((filter) => filter.value)),
  });
  if (found.error) return <ProblemNotice problem={found.error} className="m-2" />;
  if (!found.data) return <SkeletonLines lines={4} className="p-3" />;
  const { columns, row } = found.data;
  if (!row) return <p className="p-3 text-sm text-muted">There is no such row.</p>;
  return (
    <dl className="flex flex-col px-3 py-1.5 text-xs">
      {columns.slice(0, most).map((column, place) => (
        <div key={column.name} className="flex h-6 items-center gap-3">
          <dt className="w-28 shrink-0 truncate text-muted">{column.name}</dt>
          <dd className="flex min-w-0 flex-1 items-center gap-2 overflow-hidden font-mono whitespace-nowrap">
            <CellText cell={row[place]} family={familyOf(column)} />
          </dd>
        </div>
      ))}
      {columns.length > most && <div className="text-faint">and {columns.length - most} more columns</div>}
    </dl>
  );
}
