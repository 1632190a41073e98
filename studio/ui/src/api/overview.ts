import type { ChangeItem, Definition } from './changes';
import type { Failure } from './failure';
import type { Session, TableSize } from './health';

/** GET /api/overview: what is known at once, without comparing schemas. */
export interface Overview {
  environment: string;
  database: string;
  protected: boolean;
  server: string;
  bytes: number;
  migrations: { total: number; applied: number; pending: number; scripts: number; failed: number; findings: Failure[] };
  lastMigration?: { id: string; title: string; at: string; by: string; millis: number };
  biggestTables: TableSize[];
  tables: number;
  /** Sessions whose transaction or statement is open for long. */
  longSessions: Session[];
}

/** GET /api/drift: what the database is otherwise than the migrations that ran in it say. */
export interface Drift {
  state: 'none' | 'drifted' | 'unknown';
  /** Why it is not known: no migration ran here yet. */
  reason?: string;
  /** What turns the state that is recorded into what is there. */
  changes: ChangeItem[];
  things: Record<string, Definition>;
  remarks: string[];
}
