/**
 * GET /api/export?schema=&table=&format=csv|json|ndjson|sql&sort=&filter=&where=&columns=&guard=1: a file. `guard` (on unless 0) puts an apostrophe before
 * text of a CSV that a spreadsheet would take for a formula.
 */

/** POST /api/import/plan. */
export interface ImportRequest {
  schema: string;
  table: string;
  format: 'csv' | 'json';
  text: string;
  /** `,` unless said. */
  delimiter?: string;
  /** Text that stands for NULL, empty unless said; an empty value in quotes is the empty text. */
  null?: string;
  /** From the names in the file to columns; without it, names that are equal. Those with null are left out. */
  mapping?: Record<string, string | null>;
}

export interface ImportPlan {
  /** For POST /api/import/apply {plan}. All rows are written, or none. */
  plan: string;
  sources: { name: string; column: string | null }[];
  rows: number;
  /** The first rows, by column. */
  preview: { columns: string[]; rows: (string | null)[][] };
  /** What the database would not take, tried on rows of the table's shape; the first 100. */
  errors: { row: number; column: string | null; what: string }[];
}

/** POST /api/import/apply {plan}. Meanwhile events `import-progress` {plan, done, total} arrive. */
export interface Imported {
  rows: number;
  ms: number;
}
