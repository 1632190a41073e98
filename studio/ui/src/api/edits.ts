import type { Failure } from './common';

export type Written = string | boolean | null | { $: 'default' };

export type Edit =
  | { kind: 'insert'; values: Record<string, Written> }
  /** `old`: what the page showed of the columns that change; the row key comes in `key`. */
  | { kind: 'update'; key: Record<string, string | boolean>; old: Record<string, string | boolean | null>; values: Record<string, Written> }
  | { kind: 'delete'; key: Record<string, string | boolean>; old?: Record<string, string | boolean | null> };

/** POST /api/edits/plan. A big value is left out of `old`. */
export interface EditsRequest {
  schema: string;
  table: string;
  edits: Edit[];
}

export interface EditsPlan {
  /** For POST /api/edits/apply {plan}; it can be applied once, within an hour. */
  plan: string;
  statements: { edit: number; kind: Edit['kind']; sql: string; parameters: (string | null)[]; /** With the values in their places, to be read or copied. */ text: string }[];
  warnings: Warning[];
}

export interface Warning {
  kind: 'cascade' | 'set null' | 'set default' | 'blocked' | 'trigger';
  text: string;
  table?: { schema: string; name: string };
  rows?: number;
}

/** POST /api/edits/apply {plan}. */
export interface Applied {
  /** One for each edit: the row key of the row as it is now; null for rows that are gone. */
  keys: (Record<string, string | null> | null)[];
  ms: number;
}

/** The body of a refusal with the code DCT-731: nothing was written. */
export interface Conflict {
  error: Failure;
  conflicts: { edit: number; key: Record<string, string | boolean>; /** The row as it is now; null when it is gone. */ found: Record<string, string | boolean | null> | null }[];
}
