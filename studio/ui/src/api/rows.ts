/*
 * A reader who goes away ends the query within a second or so; an empty line may come while it runs.
 *
 * `GET /api/rows?schema=&table=&sort=a:asc,b:desc&filter=<JSON>&where=<SQL>&after=&limit=&columns=a,b`:
 * a line of columns, then a line a row, then a last line, or `{error}` in its place.
 *
 * A name in `sort` and `columns` is encoded with encodeURIComponent before the list is put together, so that names with commas can be sent.
 * `a:asc:first` and `a:desc:last` say where nulls go; otherwise they go where the database puts them.
 * The columns of the row key come along even when `columns` does not name them.
 */

/** The first line: the columns in the order of the values. */
export interface RowsHead {
  columns: RowColumn[];
  /** The row key, as in the schema. */
  key: string[] | null;
  /** `offset`: there is no key to go by, so later pages cost more and end at 100,000 rows; `physical`: in the order of the file. */
  paging: 'keyset' | 'physical' | 'offset';
  /** About how many rows the database sorts for a page, since no index has them in this order; told of large tables. */
  sorts?: number;
}

export interface RowColumn {
  name: string;
  type: string;
  /** As in the schema: `int8`, `jsonb`, `enum`, `array`. */
  base: string;
}

/** The last line: where to go on, and what it took. `next` is null at the end. */
export interface RowsTail {
  next: string | null;
  ms: number;
  sql: string;
  /** About how many rows there are with these filters; null when nobody knows. */
  estimate: number | null;
}

/** A value as the database prints it; booleans as such, null as null, and what is big as its beginning. */
export type Cell = string | boolean | null | BigValue;

/** A value too big for a grid; the whole of it is at `GET /api/cell/{ref}`. */
export interface BigValue {
  $: 'big';
  kind: 'text' | 'bytes' | 'json' | 'vector' | 'other';
  /** In bytes. */
  length: number;
  head: string;
  /** Empty where the row cannot be found again, as in a view. */
  ref: string;
}

/*
 * `GET /api/cell/{ref}?limit=16777216` is the text of the value, bytes as `\\x` and hexadecimal digits. The headers X-Decant-Length and X-Decant-Truncated
 * tell its length in bytes and whether there is more of it. With `download=1` all of it comes as a file.
 */

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

/** `GET /api/count?schema=&table=&filter=&where=`, with `force=1` to count to the end, for as long as somebody waits, which is told as the last line of a stream: `exact` is false when counting took too long and the number is the database's belief. */
export interface Count {
  count: number;
  exact: boolean;
  ms: number;
}

/** `GET /api/peek?schema=&table=&columns=a,b&values=["1","x"]`: the row of a table that a foreign key leads to. */
export interface Peek {
  columns: RowColumn[];
  row: Cell[] | null;
}

/** `GET /api/references?schema=&table=&key={"id":"1"}`: how many rows lead to this one. Counting ends at 10,000 a key. */
export interface References {
  references: {
    name: string;
    from: { schema: string; name: string };
    columns: string[];
    /** What the columns have there, so that a filter can be made of it. */
    values: (string | null)[];
    rows: number;
    more: boolean;
  }[];
}
