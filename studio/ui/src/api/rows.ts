/*
 * `GET /api/rows?schema=&table=&sort=a:asc,b:desc&filter=<JSON>&where=<SQL>&after=&limit=&columns=a,b`:
 * a line of columns, then a line a row, then a last line.
 */

/** The first line: the columns in the order of the values. */
export interface RowsHead {
  columns: RowColumn[];
}

export interface RowColumn {
  name: string;
  type: string;
}

/** The last line: where to go on, and what it took. `next` is null at the end. */
export interface RowsTail {
  next: string | null;
  ms: number;
  sql: string;
  estimate: number | null;
}

/** A value as the database prints it; booleans as such, null as null, and what is big as its beginning. */
export type Cell = string | boolean | null | BigValue;

/** A value too big for a grid; the whole of it is at `GET /api/cell/{ref}`. */
export interface BigValue {
  $: 'big';
  kind: 'text' | 'bytes' | 'json' | 'vector';
  /** In characters, or in bytes when the kind is bytes. */
  length: number;
  head: string;
  ref: string;
}

export function isBig(cell: Cell | undefined): cell is BigValue {
  return typeof cell === 'object' && cell !== null;
}

/** Whether a line of a stream is a row. */
export function isRow(line: unknown): line is Cell[] {
  return Array.isArray(line);
}

/** The operators of a filter pill; the server writes each as the database's own. */
export type FilterOperator =
  | '='
  | '<>'
  | '<'
  | '<='
  | '>'
  | '>='
  | 'in'
  | 'contains'
  | 'starts with'
  | 'ends with'
  | 'like'
  | 'is null'
  | 'is not null'
  | 'is true'
  | 'is false'
  | 'has'
  | 'has key';

/** `filter` of the address is a JSON list of these; all must hold. `in` has a list of values. */
export interface Filter {
  column: string;
  op: FilterOperator;
  value?: string | string[];
}

/** `GET /api/count`: `exact` is false when counting took too long and the number is the database's belief. */
export interface Count {
  count: number;
  exact: boolean;
  ms: number;
}
