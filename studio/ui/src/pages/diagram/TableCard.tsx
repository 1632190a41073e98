import { Handle, Position, type Node, type NodeProps } from '@xyflow/react';
import { KeyRound, Link2 } from 'lucide-react';
import { memo } from 'react';
import { HEAD, ROW, shown, type Detail } from './card';
import type { Mark } from './overlay';
import type { Table } from './tables';

export type TableNode = Node<
  { readonly table: Table; readonly detail: Detail; readonly mark: Mark | undefined; readonly dimmed: boolean; readonly found: boolean },
  'table'
>;

const MARKS: Record<Mark, string> = {
  added: 'border-added',
  changed: 'border-staged',
  removed: 'border-danger',
};

/** A table: its name, and under it the columns that were asked for. */
export const TableCard = memo(function TableCard({ data, selected }: NodeProps<TableNode>) {
  const { table, detail, mark, dimmed, found } = data;
  const columns = shown(table, detail);
  return (
    <div
      className={`h-full overflow-hidden rounded-md border bg-surface text-xs text-ink transition-opacity ${mark ? `border-2 ${MARKS[mark]}` : 'border-line-strong'} ${
        selected || found ? 'ring-2 ring-accent' : ''
      } ${dimmed ? 'opacity-30' : ''}`}
      title={table.comment || undefined}
    >
      <Handle type="target" position={Position.Left} isConnectable={false} className="opacity-0!" />
      <Handle type="source" position={Position.Right} isConnectable={false} className="opacity-0!" />
      <div style={{ height: HEAD }} className="flex items-center gap-2 border-b border-line bg-sunken px-3 font-semibold">
        <span className="truncate">{table.name}</span>
        {table.kind !== 'table' && <span className="ml-auto shrink-0 text-[11px] font-normal text-muted">{table.kind}</span>}
      </div>
      {columns.length > 0 && (
        <ul className="py-1">
          {columns.map((column) => (
            <li key={column.name} style={{ height: ROW }} className="flex items-center gap-2 px-3 font-mono text-[11px]">
              <span className="w-3 shrink-0 text-muted">
                {column.key ? <KeyRound size={11} aria-label="key" /> : column.foreign ? <Link2 size={11} aria-label="foreign key" /> : null}
              </span>
              <span className={`truncate ${column.key ? 'font-semibold' : ''}`}>{column.name}</span>
              <span className="ml-auto max-w-1/2 shrink-0 truncate text-muted">
                {column.type}
                {column.required ? '' : '?'}
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
});
