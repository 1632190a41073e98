/** A cell of a grid. */
export interface Spot {
  row: number;
  column: number;
}

/** A rectangle of cells: from where it was begun to where the focus is. */
export interface Selection {
  anchor: Spot;
  focus: Spot;
}

export interface Range {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

export interface Extent {
  rows: number;
  columns: number;
}

export function at(row: number, column: number): Selection {
  const spot = { row, column };
  return { anchor: spot, focus: spot };
}

export function rangeOf({ anchor, focus }: Selection): Range {
  return {
    top: Math.min(anchor.row, focus.row),
    bottom: Math.max(anchor.row, focus.row),
    left: Math.min(anchor.column, focus.column),
    right: Math.max(anchor.column, focus.column),
  };
}

export function rowsOf(range: Range): number[] {
  return Array.from({ length: range.bottom - range.top + 1 }, (_, place) => range.top + place);
}

/** How many cells are selected. */
export function sizeOf(range: Range): number {
  return (range.bottom - range.top + 1) * (range.right - range.left + 1);
}

/** Whole rows, with the focus in the first column. */
export function wholeRows(from: number, to: number, extent: Extent): Selection {
  return { anchor: { row: from, column: Math.max(0, extent.columns - 1) }, focus: { row: to, column: 0 } };
}

/** Brings a selection back inside after rows or columns went away. */
export function inside(selection: Selection | null, extent: Extent): Selection | null {
  if (!selection || extent.rows < 1 || extent.columns < 1) return null;
  return { anchor: clamp(selection.anchor, extent), focus: clamp(selection.focus, extent) };
}

function clamp({ row, column }: Spot, { rows, columns }: Extent): Spot {
  return { row: Math.max(0, Math.min(row, rows - 1)), column: Math.max(0, Math.min(column, columns - 1)) };
}

export interface Press {
  key: string;
  shift: boolean;
  mod: boolean;
}

/** Where a key moves the focus; null when the key moves nothing. `page` is how many rows are seen at once. */
export function moved(selection: Selection, { key, shift, mod }: Press, extent: Extent, page: number): Selection | null {
  const { row, column } = selection.focus;
  const target = targetOf(key, mod, row, column, extent, page);
  if (!target) return null;
  const focus = clamp(target, extent);
  return { anchor: shift ? selection.anchor : focus, focus };
}

function targetOf(key: string, mod: boolean, row: number, column: number, extent: Extent, page: number): Spot | null {
  const lastRow = extent.rows - 1;
  const lastColumn = extent.columns - 1;
  switch (key) {
    case 'ArrowUp':
      return { row: mod ? 0 : row - 1, column };
    case 'ArrowDown':
      return { row: mod ? lastRow : row + 1, column };
    case 'ArrowLeft':
      return { row, column: mod ? 0 : column - 1 };
    case 'ArrowRight':
      return { row, column: mod ? lastColumn : column + 1 };
    case 'PageUp':
      return { row: row - page, column };
    case 'PageDown':
      return { row: row + page, column };
    case 'Home':
      return { row: mod ? 0 : row, column: 0 };
    case 'End':
      return { row: mod ? lastRow : row, column: lastColumn };
    default:
      return null;
  }
}

/** The id of a cell's element. */
export function cellId({ row, column }: Spot): string {
  return `cell-${row}-${column}`;
}
