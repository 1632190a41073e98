import type { Failure } from './common';

/**
 * GET /api/rows?schema=&table=&sort=&filter=&where=&after=&limit=200&columns= answers with lines of JSON: RowsHead, then one array a row, then RowsEnd
 * or {error}.
 *
 * sort: items with a comma between, each `NAME:asc`, `NAME:desc`, or with `:first` or `:last` behind for where nulls go (the database's usual place
 * without it). NAME is encoded with encodeURIComponent, and the whole once more as a part of the address.
 * columns: names with a comma between, encoded in the same way; all when left out. Columns of the row key always come along.
 * filter: a Filter as JSON. where: an SQL expression, which the database sees in parentheses.
 */
export interface RowsHead {
  columns: { name: string; type: string; base: string }[];
  /** The row key, as in the schema. */
  key: string[] | null;
  /** `offset`: no key to go by, so that later pages cost more and end at 100,000 rows; `physical`: in the order of the file. */
  paging: 'keyset' | 'physical' | 'offset';
}

/** Text exactly as the database prints it; boolean for `bool`; null for NULL. */
export type Value = string | boolean | null | BigValue;

/** A value of which only the beginning was read. */
export interface BigValue {
  $: 'big';
  kind: 'text' | 'bytes' | 'json' | 'vector' | 'other';
  /** In bytes. */
  length: number;
  head: string;
  /** For GET /api/cell/{ref}; null where a row cannot be found again, as in a view. */
  ref: string | null;
}

export interface RowsEnd {
  /** What to send as `after` for the next page; null at the end. */
  next: string | null;
  ms: number;
  sql: string;
  /** About how many rows there are with these filters; null when nobody knows. */
  estimate: number | null;
}

export type RowsLine = RowsHead | Value[] | RowsEnd | { error: Failure };

export type Filter =
  | { all: Filter[] }
  | { any: Filter[] }
  | { not: Filter }
  | { column: string; op: 'eq' | 'ne' | 'lt' | 'le' | 'gt' | 'ge'; value: string }
  /** On the text of the value; `contains`, `starts` and `ends` disregard case and know no wildcards. */
  | { column: string; op: 'contains' | 'starts' | 'ends' | 'like' | 'ilike' | 'matches'; value: string }
  | { column: string; op: 'in'; values: string[] }
  | { column: string; op: 'between'; values: [string, string] }
  | { column: string; op: 'null' | 'notnull' };

/** GET /api/count?schema=&table=&filter=&where=&force=1. Counts for at most 2 seconds unless forced. */
export interface Count {
  rows: number;
  exact: boolean;
  ms: number;
}

/** GET /api/cell/{ref}?limit=1048576; with download=1 all of it comes as a file. Bytes come as hexadecimal text. */
export interface Cell {
  kind: BigValue['kind'];
  /** In bytes. */
  length: number;
  value: string | null;
  /** Whether there is more of it. */
  truncated: boolean;
}

/** GET /api/peek?schema=&table=&columns=a,b&values=["1","x"]: the row that a foreign key leads to; `table` is the target. */
export interface Peek {
  columns: { name: string; type: string; base: string }[];
  row: Value[] | null;
}

/** GET /api/references?schema=&table=&key={"id":"1"}: how many rows lead to this one. Counting ends at 10,000 a relation. */
export interface References {
  references: { name: string; from: { schema: string; name: string }; columns: string[]; rows: number; more: boolean; values: (string | null)[] }[];
}
