import { memo, type ReactNode } from 'react';
import type { Cell } from '@/api/rows';
import { classes } from '@/kit';
import { CellText } from '../cell/CellText';
import type { GridColumn, PlacedColumn } from './column';
import { cellId } from './selection';
import { rowHeight } from './sizes';

/** A row as the grid draws it. The same row is the same object until something about it changes. */
export interface RowView {
  /** What the gutter says: the row's number, or that it is new. */
  label: string;
  cells: readonly (Cell | undefined)[];
  state: 'clean' | 'changed' | 'new' | 'deleted';
  /** The places in `cells` that were changed. */
  changed: ReadonlySet<number>;
}

const rowStates: Record<RowView['state'], string> = {
  clean: 'bg-surface',
  changed: 'bg-surface',
  new: 'bg-added-soft',
  deleted: 'bg-danger-soft text-danger-ink',
};

const gutterStates: Record<RowView['state'], string> = {
  clean: 'text-faint',
  changed: 'text-staged-ink shadow-[inset_3px_0_var(--color-staged)]',
  new: 'text-added-ink shadow-[inset_3px_0_var(--color-added)]',
  deleted: 'text-danger-ink shadow-[inset_3px_0_var(--color-danger)]',
};

const spokenStates: Record<RowView['state'], string | undefined> = { clean: undefined, changed: 'changed', new: 'new', deleted: 'to be deleted' };

/** One row. Only rows of which something changed are drawn again while scrolling. */
export const GridRow = memo(function GridRow({ row, top, width, gutter, columns, view, left, right, focus, editing, editor, cellAction }: {
  row: number;
  top: number;
  width: number;
  gutter: number;
  columns: readonly PlacedColumn[];
  view: RowView | undefined;
  /** The selected columns of this row; -1 for none. */
  left: number;
  right: number;
  focus: number;
  editing: number;
  editor: ReactNode;
  cellAction: ((row: number, column: GridColumn, cell: Cell | undefined) => ReactNode) | undefined;
}) {
  const state = view?.state ?? 'clean';
  return (
    <div
      role="row"
      aria-rowindex={row + 2}
      aria-selected={left >= 0}
      data-state={state}
      className={classes('group/row absolute top-0 left-0 flex border-b border-line text-xs', rowStates[state])}
      style={{ transform: `translateY(${top}px)`, width, height: rowHeight }}
    >
      <div
        role="rowheader"
        data-cell={`${row}:-1`}
        aria-label={`Row ${view?.label ?? row + 1}${spokenStates[state] ? `, ${spokenStates[state]}` : ''}`}
        className={classes(
          'sticky left-0 z-2 flex shrink-0 items-center justify-end border-r border-line px-2 tabular',
          gutterStates[state],
          left >= 0 && state !== 'new' && state !== 'deleted' ? 'bg-accent-soft text-accent-ink' : state === 'clean' || state === 'changed' ? 'bg-sunken' : rowStates[state],
        )}
        style={{ width: gutter }}
      >
        {view?.label ?? row + 1}
      </div>
      {columns.map((column) => {
        const cell = view?.cells[column.source];
        const chosen = column.index >= left && column.index <= right;
        const open = editing === column.index;
        return (
          <div
            key={column.id}
            id={cellId({ row, column: column.index })}
            role="gridcell"
            data-cell={`${row}:${column.index}`}
            aria-colindex={column.index + 2}
            aria-selected={chosen}
            className={classes(
              'group/cell flex items-center gap-2 border-r border-line font-mono whitespace-nowrap',
              !open && 'overflow-hidden px-2',
              column.pinned ? 'sticky z-1' : 'absolute top-0 h-full',
              column.pinned && (state === 'clean' || state === 'changed' ? 'bg-surface' : rowStates[state]),
              column.family === 'number' && 'justify-end',
              state === 'deleted' && 'line-through decoration-danger/60',
              view?.changed.has(column.source) && 'bg-staged-soft text-staged-ink',
              chosen && 'bg-[image:linear-gradient(var(--color-selection),var(--color-selection))]',
              focus === column.index && !open && 'shadow-[inset_0_0_0_2px_var(--color-accent)]',
              open && 'z-3 overflow-visible',
            )}
            style={{ left: column.left, width: column.width }}
          >
            {open ? editor : view ? <CellText cell={cell} family={column.family} /> : <span className="h-3 w-2/3 animate-shimmer rounded-sm bg-pressed/70" />}
            {!open && view && cellAction?.(row, column, cell)}
          </div>
        );
      })}
    </div>
  );
});
