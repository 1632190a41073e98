import type { ChangeItem } from './changes';
import type { Failure } from './failure';

export type MigrationState =
  | 'applied'
  | 'pending'
  | 'out_of_order'
  | 'failed'
  | 'partial'
  | 'partly_back'
  | 'edited'
  | 'missing'
  | 'unknown'
  | 'skipped';

/** One migration as it stands in a database. */
export interface MigrationItem {
  id: string;
  title: string;
  state: MigrationState;
  /** Whether its folder is there. */
  inFolder: boolean;
  parents: string[];
  breaking: string[];
  /** Its changes in a few words. */
  changes: { verb: ChangeItem['verb']; sign: ChangeItem['sign']; subject: string }[];
  at?: string;
  by?: string;
  millis?: number;
  toolVersion?: string;
  finding?: Failure;
}

export interface MigrationRemark {
  migration: string;
  kind: string;
  at: string;
  by: string;
  text: string;
}

/** GET /api/migrations: how the migrations stand in the database of an environment. */
export interface Timeline {
  environment: string;
  database: string;
  folder: string;
  migrations: MigrationItem[];
  remarks: MigrationRemark[];
  /** What is wrong with the folder itself. */
  findings: string[];
  pending: number;
  /** Whether migrations that lose data need the approval, too. */
  protected: boolean;
  /** The word to type before data is lost. */
  approval: string;
  /** When it may be changed, and whether that is now. */
  window?: string;
  windowOpen?: boolean;
}

/** GET /api/migrations/detail?id=: one migration in full. */
export interface MigrationDetail {
  id: string;
  upSql: string;
  downSql: string;
  /** What it changed, each thing before and after. */
  changes: ChangeItem[];
}

/** POST /api/migrations/preview-apply {to?}. */
export interface ApplyPreview {
  migrations: { id: string; title: string; upSql: string; breaking: string[]; changes: ChangeItem[] }[];
}

/** POST /api/migrations/preview-rollback {to} or {steps}. */
export interface RollbackPreview {
  migrations: { id: string; title: string; downSql: string; losses: string[] }[];
}

export type RepairDecision = 'accept_edit' | 'mark_applied' | 'mark_rolled_back';
