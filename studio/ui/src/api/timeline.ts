import type { ChangeItem, Definition, PlannedSql } from './changes';
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

/** A script that runs again whenever it changed, after all migrations. */
export interface RepeatableItem {
  /** `repeatable/views` */
  id: string;
  name: string;
  state: 'new' | 'changed' | 'unchanged' | 'failed' | 'gone';
  pending: boolean;
  text: string;
  at?: string;
  by?: string;
  millis?: number;
  finding?: Failure;
}

/** A script that runs at a certain moment of a run. */
export interface HookItem {
  /** `hooks/before-migrate` */
  id: string;
  name: string;
  /** A run ended before it came to this one; the next run does. */
  owed: boolean;
  text: string;
  /** When it ran last, if the history knows. */
  at?: string;
  by?: string;
  millis?: number;
}

/** GET /api/migrations: how the migrations stand in the database of an environment. */
export interface Timeline {
  environment: string;
  database: string;
  folder: string;
  migrations: MigrationItem[];
  repeatables: RepeatableItem[];
  hooks: HookItem[];
  /** Who works on the database with Decant, or seems to. */
  holders: { name: string; who: string }[];
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
  /** What it changed, and each thing that this belongs to before and after. */
  changes: ChangeItem[];
  things: Record<string, Definition>;
}

/** POST /api/migrations/preview-apply {to?}. */
export interface ApplyPreview {
  migrations: { id: string; title: string; upSql: string; breaking: string[]; changes: ChangeItem[] }[];
  /** The repeatable scripts that run after them. */
  scripts: { id: string; upSql: string }[];
}

/** POST /api/migrations/preview-rollback {to} or {steps}. */
export interface RollbackPreview {
  migrations: { id: string; title: string; downSql: string; losses: string[] }[];
}

/** GET /api/compare?from=&to=: what turns one point into another; a point is `empty`, `code`, `database`, `ran`, `migration:ID` or `env:NAME`. */
export interface PointComparison {
  changes: ChangeItem[];
  things: Record<string, Definition>;
  sql: PlannedSql;
  /** The same for the database's own client. */
  script: string;
  remarks: string[];
  milliseconds: number;
}

export type RepairDecision = 'accept_edit' | 'mark_applied' | 'mark_rolled_back';
