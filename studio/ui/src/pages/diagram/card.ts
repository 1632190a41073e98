import type { Table } from './tables';

/** How large a table is drawn; the page, the layout and the exported picture agree on it. */
export const HEAD = 32;
export const ROW = 22;
const PADDING = 4;
const LETTER = 7.2;

export type Detail = 'names' | 'keys' | 'columns';

/** The columns that are drawn. */
export function shown(table: Table, detail: Detail) {
  switch (detail) {
    case 'names':
      return [];
    case 'keys':
      return table.columns.filter((column) => column.key || column.foreign);
    case 'columns':
      return table.columns;
  }
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export function sizeOf(table: Table, detail: Detail): Size {
  const columns = shown(table, detail);
  const letters = Math.max(table.name.length + 4 + (table.kind === 'table' ? 0 : table.kind.length), ...columns.map((column) => column.name.length + column.type.length + 6));
  return {
    width: Math.round(Math.min(360, Math.max(160, letters * LETTER + 24))),
    height: HEAD + columns.length * ROW + (columns.length > 0 ? PADDING * 2 : 0),
  };
}

/** How far below a table's top its column's middle lies; the head stands for a column that is not drawn. */
export function middleOf(table: Table, column: string | undefined, detail: Detail): number {
  const row = shown(table, detail).findIndex((each) => each.name === column);
  return row < 0 ? HEAD / 2 : HEAD + PADDING + row * ROW + ROW / 2;
}
