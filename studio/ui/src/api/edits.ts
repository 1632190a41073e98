import type { Cell } from './rows';

/** Values by column, as text that the database reads, or null. */
export type Values = Record<string, string | boolean | null | typeof DEFAULT>;

/** Put in the place of a value for the column's default; a value that was big is left out of `old`. */
export const DEFAULT = { $: 'default' } as const;

/** One row to insert, update or delete. */
export interface Edit {
  kind: 'insert' | 'update' | 'delete';
  /** The values of the row key, as they were read; empty for an insert. */
  key: Values;
  /** What the changed columns had when they were read; the statement fails when the database has something else now. */
  old: Values;
  /** The new values; columns that are not named keep theirs, or get their default. */
  values: Values;
}

/** `POST /api/edits/plan {schema, table, edits}`. */
export interface EditsPlan {
  plan: string;
  /** One a row, in the order they run. */
  statements: EditStatement[];
  warnings: string[];
}

export interface EditStatement {
  kind: Edit['kind'];
  sql: string;
  parameters: Cell[];
  /** The statement with its values, to be read or copied. */
  text: string;
  /** Which of the edits that were sent this is. */
  edit: number;
}

/** `POST /api/edits/apply {plan}`: all of it in one transaction, or nothing. A plan is applied once, within an hour. */
export interface EditsApplied {
  rows: number;
  ms: number;
  /** For each edit the row key as it is now; null for a row that is gone. */
  keys: (Record<string, string | boolean> | null)[];
}

/** Beside `error` when apply is refused with DCT-731: rows that are not as they were shown. Nothing was written. */
export interface EditConflict {
  edit: number;
  key: Values;
  /** The row as it is now; null when it is gone. */
  found: Record<string, Cell> | null;
}

/** `POST /api/edits/migration {schema, table, edits, title}`: a migration with these changes and what takes them back. Nothing is written to the database. */
export interface EditsMigration {
  migration: string;
  /** From the folder of the project. */
  folder: string;
  files: { name: string; text: string }[];
}

/** `POST /api/edits/seed {schema, table, edits, title}`: a file of SQL that may run more than once. */
export interface EditsSeed {
  file: string;
  text: string;
}
