import type { ReactNode } from 'react';
import { classes } from './classes';
import { Skeleton } from './Skeleton';

export interface TableColumn<Row> {
  id: string;
  label: ReactNode;
  cell: (row: Row) => ReactNode;
  align?: 'start' | 'end';
  className?: string;
}

/** A plain table for tens or hundreds of rows; the Data page has the grid for more. */
export function Table<Row>({ label, columns, rows, id, onSelect, selected, className, empty }: {
  label: string;
  columns: TableColumn<Row>[];
  /** Undefined while the rows are loading. */
  rows: Row[] | undefined;
  id: (row: Row) => string;
  onSelect?: (row: Row) => void;
  selected?: string;
  className?: string;
  empty?: ReactNode;
}) {
  return (
    <div className={classes('overflow-x-auto rounded-md border border-line bg-surface', className)}>
      <table aria-label={label} aria-busy={!rows} className="w-full border-collapse text-sm">
        <thead>
          <tr className="bg-sunken text-left text-xs text-muted">
            {columns.map((column) => (
              <th key={column.id} scope="col" className={classes('h-7 border-b border-line px-3 font-medium whitespace-nowrap', column.align === 'end' && 'text-right')}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows?.map((row) => (
            <tr
              key={id(row)}
              aria-selected={selected === undefined ? undefined : selected === id(row)}
              tabIndex={onSelect && 0}
              onClick={onSelect && (() => onSelect(row))}
              onKeyDown={onSelect && ((event) => event.key === 'Enter' && event.target === event.currentTarget && onSelect(row))}
              className={classes(
                'border-b border-line last:border-0 focus-visible:-outline-offset-2',
                onSelect && 'hover:bg-hover',
                selected === id(row) && 'bg-accent-soft',
              )}
            >
              {columns.map((column) => (
                <td key={column.id} className={classes('h-8 px-3 py-1', column.align === 'end' && 'tabular text-right', column.className)}>
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
          {!rows &&
            Array.from({ length: 6 }, (_, line) => (
              <tr key={line} className="border-b border-line last:border-0">
                {columns.map((column) => (
                  <td key={column.id} className="h-8 px-3">
                    <Skeleton className="h-3.5 w-20" />
                  </td>
                ))}
              </tr>
            ))}
        </tbody>
      </table>
      {rows?.length === 0 && <div className="p-4 text-center text-sm text-muted">{empty ?? 'Nothing here.'}</div>}
    </div>
  );
}
