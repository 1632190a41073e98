import type { Cell } from './rows';

/** Values by column, as text that the database reads, or null. */
export type Values = Record<string, string | boolean | null>;

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
  /** Which of the edits that were sent this is. */
  edit: number;
}

/** `POST /api/edits/apply {plan}`. */
export interface EditsApplied {
  rows: number;
  ms: number;
}
