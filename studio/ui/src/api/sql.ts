import type { Failure } from './failure';
import type { Cell } from './rows';

/** POST /api/sql {id, sql, limit?: 1000, timeout?: 300 (seconds, 0 for none)}; `id` is made by the page, for DELETE /api/sql/{id}, which cancels. Lines of JSON; rows are arrays. */
export type SqlLine =
  | { event: 'statement'; number: number; sql: string; /** Where it begins in the text that was sent, in UTF-16 units. */ start: number }
  | { event: 'columns'; columns: { name: string; type: string; base: string }[] }
  | Cell[]
  | { event: 'notice'; text: string }
  /** `rows`: how many came; `more`: whether there are others; `changed`: how many were written, null for a query. */
  | { event: 'done'; number: number; rows: number; more: boolean; changed: number | null; ms: number }
  | { event: 'error'; number: number; error: Failure; /** In the text that was sent, in UTF-16 units. */ position?: number }
  | { event: 'end'; ms: number; /** Whether nothing that the statements did was kept. */ readOnly: boolean };

/** POST /api/explain {sql, analyze}. With `analyze` the statement runs, in a transaction that is rolled back. */
export interface Explained {
  /** What the database says, as it says it: for PostgreSQL an array with one object, which holds "Plan". */
  plan: unknown;
  analyzed: boolean;
  ms: number;
}
