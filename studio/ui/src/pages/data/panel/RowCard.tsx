import { useQuery } from '@tanstack/react-query';
import type { Problem } from '@/api/problem';
import { problemIn } from '@/api/problem';
import { isRow, type Cell, type RowColumn } from '@/api/rows';
import { useApi } from '@/app/environment';
import { ProblemNotice, SkeletonLines } from '@/kit';
import { CellText } from '../cell/CellText';
import { familyOf } from '../family';
import type { Way } from '../references';
import { writeFilters } from '../view';

interface OneRow {
  columns: RowColumn[];
  row: Cell[] | null;
}

/** The row at the end of a way, with all its values. */
export function RowCard({ way, most = 40 }: { way: Way; most?: number }) {
  const api = useApi();
  const filter = writeFilters(way.filters);
  const found = useQuery<OneRow, Problem>({
    queryKey: [api.environment, '/api/rows', 'one', way.table.schema, way.table.name, filter],
    queryFn: async ({ signal }) => {
      const params = { schema: way.table.schema, table: way.table.name, filter, limit: 1 };
      let columns: RowColumn[] = [];
      let row: Cell[] | null = null;
      for await (const batch of api.stream('GET', '/api/rows', undefined, { params, signal })) {
        for (const line of batch) {
          if (isRow(line)) row = line;
          else if ('columns' in (line as object)) columns = (line as { columns: RowColumn[] }).columns;
          else if ('error' in (line as object)) throw problemIn(line, 200);
        }
      }
      return { columns, row };
    },
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
