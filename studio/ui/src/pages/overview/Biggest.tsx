import type { TableSize } from '@/api/health';
import { address, Link, pathOf } from '@/app/router';
import { bytes, estimatedRows } from '../shared/formats';

/** The biggest tables, beside each other. */
export function Biggest({ tables, none }: { tables: TableSize[]; none: string }) {
  const most = Math.max(1, ...tables.map((table) => table.bytes));
  if (!tables.length) return <p className="p-4 text-sm text-muted">{none}</p>;
  return (
    <ul className="divide-y divide-line">
      {tables.map((table) => (
        <li key={`${table.schema}.${table.name}`}>
          <Link to={address(pathOf('data', table.schema, table.name))} className="flex flex-col gap-1.5 px-4 py-2.5 hover:bg-hover">
            <span className="flex items-baseline gap-3 text-sm">
              <span className="min-w-0 flex-1 truncate font-mono text-xs">
                <span className="text-faint">{table.schema}.</span>
                {table.name}
              </span>
              <span className="tabular text-xs text-muted">{estimatedRows(table.estimatedRows)}</span>
              <span className="tabular w-16 text-right text-xs font-medium">{bytes(table.bytes)}</span>
            </span>
            <span className="block h-1.5 overflow-hidden rounded-full bg-sunken" aria-hidden>
              <span className="block h-full bg-accent" style={{ width: `${Math.max(1, (table.bytes / most) * 100)}%` }} />
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
