import { ArrowDown, ArrowUp } from 'lucide-react';
import type { KeyboardEvent, PointerEvent, ReactNode } from 'react';
import { classes } from '@/kit';
import { shortType } from '../family';
import type { GridColumn, PlacedColumn } from './column';
import { headerHeight } from './sizes';

const narrowest = 56;

/** The heads of the columns: name and type, a click sorts, the right edge resizes. */
export function GridHeader({ visible, gutter, width, onSort, onResize, headerMenu, onLeave, onMove }: {
  visible: readonly PlacedColumn[];
  gutter: number;
  width: number;
  onSort?: ((column: GridColumn, add: boolean) => void) | undefined;
  onResize?: ((column: GridColumn, width: number) => void) | undefined;
  headerMenu?: ((column: GridColumn) => ReactNode) | undefined;
  /** Gives the keyboard back to the cells, in this column. */
  onLeave: (column: number) => void;
  /** Takes the keyboard to the head of another column. */
  onMove: (column: number) => void;
}) {
  /*
   * The heads are no stops of the Tab key: the arrow keys come here from the first row and go on from head to head.
   * Enter sorts, Shift and an arrow resizes, Alt and the arrow down opens the menu of the column.
   */
  function onKeyDown(event: KeyboardEvent<HTMLDivElement>, column: PlacedColumn) {
    const step = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : 0;
    const inHead = (event.target as HTMLElement).dataset['head'] !== undefined;
    if (!inHead) return;
    if (step && event.shiftKey) onResize?.(column, Math.max(narrowest, column.width + step * 16));
    else if (step) onMove(column.index + step);
    else if (event.key === 'ArrowDown' && event.altKey) event.currentTarget.querySelector<HTMLElement>('[aria-haspopup=menu]')?.click();
    else if (event.key === 'ArrowDown' || event.key === 'Escape') onLeave(column.index);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <div role="row" aria-rowindex={1} className="sticky top-0 z-4 flex border-b border-line-strong bg-sunken" style={{ width, height: headerHeight }}>
      <div role="columnheader" aria-label="Row" className="sticky left-0 z-2 shrink-0 border-r border-line bg-sunken" style={{ width: gutter }} />
      {visible.map((column) => (
        <div
          key={column.id}
          role="columnheader"
          aria-colindex={column.index + 2}
          aria-sort={column.sort ? (column.sort.direction === 'asc' ? 'ascending' : 'descending') : 'none'}
          data-own-keys
          onKeyDown={(event) => onKeyDown(event, column)}
          className={classes('group/head flex items-center border-r border-line bg-sunken', column.pinned ? 'sticky z-1' : 'absolute top-0 h-full')}
          style={{ left: column.left, width: column.width }}
        >
          <button
            type="button"
            tabIndex={-1}
            data-head={column.index}
            aria-disabled={!onSort}
            onClick={(event) => onSort?.(column, event.shiftKey)}
            title={`${column.label} ${column.type}`}
            aria-label={`Sort by ${column.label}`}
            className="flex h-full min-w-0 flex-1 flex-col justify-center px-2 text-left focus-visible:-outline-offset-2 aria-[disabled=false]:hover:bg-hover"
          >
            <span className="flex w-full min-w-0 items-center gap-1 text-xs font-semibold text-ink">
              {column.mark}
              <span className="truncate">{column.label}</span>
              <SortMark column={column} />
            </span>
            <span className="w-full truncate text-xs text-faint">{shortType(column.type)}</span>
          </button>
          {headerMenu && <span className="absolute top-2 right-1.5 opacity-0 group-focus-within/head:opacity-100 group-hover/head:opacity-100 has-aria-expanded:opacity-100">{headerMenu(column)}</span>}
          {onResize && <Edge column={column} onResize={onResize} />}
        </div>
      ))}
    </div>
  );
}

function SortMark({ column: { sort } }: { column: GridColumn }) {
  if (!sort) return null;
  const Icon = sort.direction === 'asc' ? ArrowUp : ArrowDown;
  return (
    <span className="flex shrink-0 items-center text-accent-ink">
      <Icon size={12} strokeWidth={2.5} aria-hidden />
      {sort.place !== null && <span className="text-xs tabular">{sort.place}</span>}
    </span>
  );
}

function Edge({ column, onResize }: { column: GridColumn; onResize: (column: GridColumn, width: number) => void }) {
  function onPointerDown(event: PointerEvent<HTMLDivElement>) {
    event.preventDefault();
    event.stopPropagation();
    const edge = event.currentTarget;
    const from = event.clientX;
    edge.setPointerCapture(event.pointerId);
    const move = (moved: globalThis.PointerEvent) => onResize(column, Math.max(narrowest, Math.round(column.width + moved.clientX - from)));
    edge.addEventListener('pointermove', move);
    edge.addEventListener('lostpointercapture', () => edge.removeEventListener('pointermove', move), { once: true });
  }
  return (
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label={`Width of ${column.label}`}
      aria-valuenow={column.width}
      tabIndex={-1}
      onPointerDown={onPointerDown}
      onDoubleClick={() => onResize(column, -1)}
      onKeyDown={(event) => {
        const by = event.key === 'ArrowLeft' ? -16 : event.key === 'ArrowRight' ? 16 : 0;
        if (by) onResize(column, Math.max(narrowest, column.width + by));
        if (event.key === 'Enter') onResize(column, -1);
      }}
      className="absolute top-0 -right-1 z-1 h-full w-2 cursor-col-resize hover:bg-accent/40 focus-visible:bg-accent/40"
    />
  );
}
