import { observeElementOffset, useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useMemo, useRef, type ClipboardEvent, type KeyboardEvent, type MouseEvent, type ReactNode, type RefObject } from 'react';
import type { Cell } from '@/api/rows';
import type { GridColumn, PlacedColumn } from './column';
import { GridHeader } from './GridHeader';
import { GridRow, type RowView } from './GridRow';
import { drawnHeight, revealed, scaleOf } from './scale';
import { at, cellId, inside, moved, rangeOf, wholeRows, type Extent, type Selection, type Spot } from './selection';
import { gutterWidth, headerHeight, rowHeight } from './sizes';
import { spotOf, useDragSelect } from './useDragSelect';

export interface GridProps {
  label: string;
  columns: readonly GridColumn[];
  rowCount: number;
  /** How many rows there are in all, if more than are loaded; -1 when nobody knows. */
  totalRows?: number;
  rowAt: (row: number) => RowView | undefined;
  selection: Selection | null;
  onSelection: (selection: Selection | null) => void;
  /** The cell whose editor is open, and the editor. */
  editing?: { spot: Spot; editor: ReactNode } | null;
  onEdit?: (spot: Spot, first: string | null) => void;
  /** Whether a character that is typed begins an edit. */
  typing?: boolean;
  onKey?: (event: KeyboardEvent<HTMLElement>) => void;
  onCopy?: (event: ClipboardEvent<HTMLElement>) => void;
  onPaste?: (event: ClipboardEvent<HTMLElement>) => void;
  onSort?: (column: GridColumn, add: boolean) => void;
  onResize?: (column: GridColumn, width: number) => void;
  headerMenu?: (column: GridColumn) => ReactNode;
  onCellMenu?: (spot: Spot, at: { x: number; y: number }) => void;
  onNearEnd?: () => void;
  onHover?: (spot: Spot | null, element: HTMLElement | null) => void;
  cellAction?: (row: number, column: GridColumn, cell: Cell | undefined) => ReactNode;
  /** The element that takes the keyboard. */
  ref?: RefObject<HTMLDivElement | null>;
  footer?: ReactNode;
}

/** Rows and columns as elements of the page, only as many as are seen; with the manners of a spreadsheet. */
export function Grid(props: GridProps) {
  const { columns, rowCount, selection, onSelection, onNearEnd } = props;
  const own = useRef<HTMLDivElement>(null);
  const scroller = props.ref ?? own;
  const extent: Extent = { rows: rowCount, columns: columns.length };
  const placed = usePlaced(columns);
  const pinnedWidth = placed.pinned.reduce((sum, column) => sum + column.width, 0);

  // The compiler-free virtualizer: its functions read the latest sizes on every render.
  const scale = scaleOf(rowCount, scroller.current?.clientHeight ?? 600);
  const scaling = useRef(scale);
  scaling.current = scale;
  const rows = useVirtualizer<HTMLDivElement, Element>({
    count: rowCount,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 10,
    paddingStart: headerHeight,
    observeElementOffset: (instance, tell) => observeElementOffset(instance, (offset, moving) => tell(offset * scaling.current, moving)),
  });
  const across = useVirtualizer({
    horizontal: true,
    count: placed.free.length,
    getScrollElement: () => scroller.current,
    estimateSize: (place) => placed.free[place]?.width ?? 0,
    overscan: 2,
    paddingStart: gutterWidth + pinnedWidth,
    scrollPaddingStart: gutterWidth + pinnedWidth,
  });
  useLayoutEffect(() => across.measure(), [across, placed]);
  // More rows make the scrollbar finer; what is seen stays.
  useLayoutEffect(() => {
    if (scroller.current && scale > 1) scroller.current.scrollTop = (rows.scrollOffset ?? 0) / scale;
  }, [scale]);

  const items = rows.getVirtualItems();
  const lastSeen = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (rowCount && lastSeen >= rowCount - 60) onNearEnd?.();
  }, [lastSeen, rowCount, onNearEnd]);

  useEffect(() => {
    const brought = inside(selection, extent);
    if (selection && JSON.stringify(brought) !== JSON.stringify(selection)) onSelection(brought);
  });

  function reveal({ row, column }: Spot) {
    const element = scroller.current;
    if (element) element.scrollTop = revealed(row, element.scrollTop * scale, element.clientHeight) / scale;
    const free = column - placed.pinned.length;
    if (free >= 0) across.scrollToIndex(free, { align: 'auto' });
  }

  function select(next: Selection, shown = true) {
    onSelection(next);
    if (shown) reveal(next.focus);
  }

  const seen = across.getVirtualItems();
  const first = seen[0]?.index ?? 0;
  const last = seen.at(-1)?.index ?? -1;
  const visible = useMemo(() => [...placed.pinned, ...placed.free.slice(first, last + 1)], [placed, first, last]);
  const width = gutterWidth + pinnedWidth + placed.free.reduce((sum, column) => sum + column.width, 0);
  const range = selection && rangeOf(selection);
  const page = Math.max(1, Math.floor(((scroller.current?.clientHeight ?? 600) - headerHeight) / rowHeight) - 1);

  /** Takes the keyboard to the head of a column, bringing it into view first. */
  function focusHead(column: number) {
    if (column < 0 || column >= columns.length) return;
    const free = column - placed.pinned.length;
    if (free >= 0) across.scrollToIndex(free, { align: 'auto' });
    setTimeout(() => scroller.current?.querySelector<HTMLElement>(`[data-head="${column}"]`)?.focus({ preventScroll: true }), 30);
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    if (props.editing || (event.target as HTMLElement).closest('[data-own-keys]')) return;
    props.onKey?.(event);
    if (event.defaultPrevented || event.altKey) return;
    const mod = event.ctrlKey || event.metaKey;
    if (mod && event.key.toLowerCase() === 'a' && rowCount) {
      event.preventDefault();
      select({ anchor: { row: rowCount - 1, column: columns.length - 1 }, focus: { row: 0, column: 0 } }, false);
      return;
    }
    if (event.key === 'ArrowUp' && !mod && !event.shiftKey && (selection?.focus.row ?? 0) === 0) {
      event.preventDefault();
      focusHead(selection?.focus.column ?? 0);
      return;
    }
    const next = moved(selection ?? at(0, 0), { key: event.key, shift: event.shiftKey, mod }, extent, page);
    if (next && rowCount) {
      event.preventDefault();
      select(selection ? next : at(0, 0));
    } else if (selection && !mod && (event.key === 'Enter' || event.key === 'F2' || (props.typing && event.key.length === 1))) {
      if (!props.onEdit) return;
      event.preventDefault();
      props.onEdit(selection.focus, event.key.length === 1 ? event.key : null);
    }
  }

  const drag = useDragSelect(scroller, pinnedWidth, (spot, whole) => {
    if (selection) onSelection(whole ? wholeRows(selection.anchor.row, spot.row, extent) : { anchor: selection.anchor, focus: spot });
  });

  function onMouseDown(event: MouseEvent<HTMLElement>) {
    const spot = spotOf(event.target);
    if (!spot || event.button === 2 || (event.target as HTMLElement).closest('[data-own-keys]')) return;
    if (spot.column < 0) {
      onSelection(event.shiftKey && selection ? wholeRows(selection.anchor.row, spot.row, extent) : wholeRows(spot.row, spot.row, extent));
      drag.begin('rows');
      return;
    }
    onSelection(event.shiftKey && selection ? { anchor: selection.anchor, focus: spot } : at(spot.row, spot.column));
    drag.begin('cells');
  }

  function onContextMenu(event: MouseEvent<HTMLElement>) {
    const spot = spotOf(event.target);
    if (!spot || !props.onCellMenu) return;
    event.preventDefault();
    const held = range && spot.row >= range.top && spot.row <= range.bottom && spot.column >= range.left && spot.column <= range.right;
    if (!held) onSelection(spot.column < 0 ? wholeRows(spot.row, spot.row, extent) : at(spot.row, spot.column));
    props.onCellMenu(spot, { x: event.clientX, y: event.clientY });
  }

  // What the rows are ahead of the scrollbar.
  const shift = (rows.scrollOffset ?? 0) * (1 - 1 / scale);
  const focusColumn = selection && columns[selection.focus.column];
  return (
    <div
      ref={scroller}
      role="grid"
      aria-label={props.label}
      aria-rowcount={props.totalRows ?? rowCount + 1}
      aria-colcount={columns.length + 1}
      aria-multiselectable
      aria-activedescendant={selection && focusColumn ? cellId(selection.focus) : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onCopy={props.onCopy}
      onPaste={props.onPaste}
      onMouseDown={onMouseDown}
      onMouseOver={(event) => {
        const spot = spotOf(event.target);
        drag.over(spot);
        props.onHover?.(spot, (event.target as HTMLElement).closest<HTMLElement>('[data-cell]'));
      }}
      onMouseLeave={() => props.onHover?.(null, null)}
      onDoubleClick={(event) => {
        const spot = spotOf(event.target);
        if (spot && spot.column >= 0) props.onEdit?.(spot, null);
      }}
      onContextMenu={onContextMenu}
      className="relative min-h-0 flex-1 overflow-auto overscroll-contain bg-surface outline-none select-none"
      style={{ contain: 'strict' }}
    >
      <div style={{ width, height: drawnHeight(rowCount) }} className="relative">
        <GridHeader
          {...props}
          visible={visible}
          gutter={gutterWidth}
          width={width}
          onMove={focusHead}
          onLeave={(column) => {
            scroller.current?.focus({ preventScroll: true });
            if (rowCount) select(at(selection?.focus.row ?? 0, column));
          }}
        />
        {items.map((item) => {
          const chosen = range !== null && item.index >= range.top && item.index <= range.bottom;
          return (
            <GridRow
              key={item.key}
              row={item.index}
              top={item.start - shift}
              width={width}
              gutter={gutterWidth}
              columns={visible}
              view={props.rowAt(item.index)}
              left={chosen ? range.left : -1}
              right={chosen ? range.right : -1}
              focus={selection?.focus.row === item.index ? selection.focus.column : -1}
              editing={props.editing?.spot.row === item.index ? props.editing.spot.column : -1}
              editor={props.editing?.spot.row === item.index ? props.editing.editor : null}
              cellAction={props.cellAction}
            />
          );
        })}
      </div>
      {props.footer}
    </div>
  );
}

function usePlaced(columns: readonly GridColumn[]): { pinned: PlacedColumn[]; free: PlacedColumn[] } {
  return useMemo(() => {
    let left = gutterWidth;
    const all = columns.map((column, index) => {
      const one = { ...column, index, left };
      left += column.width;
      return one;
    });
    return { pinned: all.filter((column) => column.pinned), free: all.filter((column) => !column.pinned) };
  }, [columns]);
}
