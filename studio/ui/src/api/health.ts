import type { RelationName } from './changes';

export interface TableSize {
  schema: string;
  name: string;
  bytes: number;
  tableBytes: number;
  indexBytes: number;
  estimatedRows: number;
  deadRows: number;
  /** An estimate of what VACUUM FULL would give back, in bytes. */
  wastedBytes: number;
  lastVacuum?: string;
  lastAnalyze?: string;
}

export type FindingKind =
  | 'unused_index'
  | 'duplicate_index'
  | 'missing_index'
  | 'invalid_index'
  | 'unvalidated_constraint'
  | 'exhausted_sequence'
  | 'dead_rows'
  | 'bloat'
  | 'never_analyzed';

/** Something about a database that somebody should mend, with what to do. */
export interface HealthFinding {
  kind: FindingKind;
  severity: 'high' | 'medium' | 'low';
  subject: string;
  relation?: RelationName;
  /** What is found, in a sentence with numbers. */
  what: string;
  /** Why it matters and what to look at before. */
  why: string;
  /** The statements that mend it. */
  sql: string[];
  /** Whether they make a migration; else they are for a moment of quiet. */
  migration: boolean;
  /** What is to be changed in the code, from which the same statements follow; empty when the code says nothing of it. */
  code: string;
}

export interface Health {
  server: string;
  bytes: number;
  tables: TableSize[];
  findings: HealthFinding[];
  /** Since when the server counts, so that "never used" can be judged. */
  countedSince?: string;
  /** Whether this kind of database can be looked at. */
  supported: boolean;
}

export interface Session {
  id: string;
  user: string;
  application: string;
  client: string;
  /** `active`, `idle in transaction`, `idle`. */
  state: string;
  /** What it waits for, in the server's words; empty when it does not wait. */
  waiting: string;
  transactionSeconds?: number;
  statementSeconds?: number;
  query: string;
  blockedBy: string[];
  /** The relations that it holds strong locks on. */
  locks: { mode: string; granted: boolean; relation: string }[];
}

/** GET /api/activity: who does what at the moment. */
export interface Activity {
  sessions: Session[];
  /** Whether sessions can be cancelled from here, and if not, why. */
  cancel: { allowed: boolean; reason?: string };
}
