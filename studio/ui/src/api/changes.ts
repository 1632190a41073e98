import type { Failure } from './failure';

/** Why to look twice at a statement before it runs. */
export type HazardKind = 'data_loss' | 'data_dependent' | 'rewrite' | 'blocking' | 'breaking';

export interface Hazard {
  kind: HazardKind;
  message: string;
}

/** The worst that a change does: its hazards from the worst to the mildest, or nothing of the kind. */
export type Risk = HazardKind | 'instant';

export interface RelationName {
  schema: string;
  name: string;
}

/** One statement of a plan. */
export interface PlannedStatement {
  sql: string;
  /** What lock it takes and what it reads or writes, in a line; missing when there is nothing to say. */
  explanation?: string;
  hazards: Hazard[];
  transactional: boolean;
  /** The step that it runs in. */
  step: string;
  /** The ids of the changes that it serves. */
  serves: string[];
}

/** A plan: statements in order, and the same as a script. */
export interface PlannedSql {
  statements: PlannedStatement[];
  script: string;
}

/** One change between two schemas in a few words. */
export interface BriefChange {
  verb: 'create' | 'drop' | 'alter' | 'rename';
  sign: '+' | '-' | '~';
  /** The change without its verb: `column public.contents.url text[]`. */
  subject: string;
}

/** One change between two schemas. */
export interface ChangeItem extends BriefChange {
  id: string;
  /** What it belongs to; changes of one thing share it: `table public.contents`. */
  thing: string;
  /** The thing as a table, whether it is there before, after, or both. */
  relation?: RelationName;
  /** The table that rows of are met, when it is there already. */
  table?: RelationName;
  risk: Risk;
  hazards: Hazard[];
}

/** A thing before and after all changes, as the SQL that makes it; empty when it is not there. */
export interface Definition {
  before: string;
  after: string;
}

/** One change of those among which somebody can choose. */
export interface ChoosableChange extends ChangeItem {
  /** The ids of the changes without which it cannot be made; what those need in turn is with them. */
  needs: string[];
}

/** Something that the two schemas do not tell. */
export interface OpenQuestion {
  kind: 'rename' | 'conversion';
  /** What is new, or the column: `column:public.users.email`. */
  subject: string;
  sentence: string;
  /** For a rename: what it may have been. For a conversion: none. */
  candidates: string[];
  /** For a conversion: suggestions for the way there and back. */
  forward?: string;
  backward?: string;
  beforeType?: string;
  afterType?: string;
}

/** An answer to a question, kept by the studio until it ends or the answer is taken back. */
export type Answer =
  | { subject: string; was: string }
  | { subject: string; isNew: true }
  | { subject: string; using: string; usingDown: string }
  | { subject: string; recreate: true };

/** GET /api/changes, POST /api/changes/answer: the schema in the code against the database of an environment. */
export interface ChangesReport {
  state: 'in_sync' | 'different' | 'undecided' | 'broken';
  environment: string;
  database: string;
  /** Where the schema is written. */
  source: string;
  /** While a question is open, those that are to be made however it is answered; while it is broken, those of before. */
  changes: ChoosableChange[];
  /** While a question is open: what else would be made, if everything that is asked about were new or given up. */
  waiting: BriefChange[];
  /** What the changes belong to, by its name. */
  things: Record<string, Definition>;
  up: PlannedSql;
  down: PlannedSql;
  questions: OpenQuestion[];
  answers: Answer[];
  /** What keeps the schema from being read or compared: compile errors with file:line:column, each with what to do. */
  problems: Failure[];
  /** What could not be compared as well as one would wish. */
  remarks: string[];
  /** What programs must be told before a migration is written. */
  breaking: string[];
  /** Whether the database may be pushed to, and if not, why. */
  push: { allowed: boolean; reason?: string; approval: string };
  milliseconds: number;
}

/** GET /api/changes/impact?schema=&table=: what a change of a table means in this database. */
export interface Impact {
  table: RelationName;
  exists: boolean;
  bytes: number;
  tableBytes: number;
  indexBytes: number;
  estimatedRows: number;
  locks: TableLock[];
  dependants: Dependant[];
}

export interface TableLock {
  session: string;
  user: string;
  application: string;
  mode: string;
  granted: boolean;
  /** How long its transaction has lasted. */
  seconds: number;
  query: string;
}

export interface Dependant {
  kind: string;
  name: string;
  relation?: RelationName;
  /** How it depends: `points at id with contents_from_user_id_fkey`. */
  how: string;
}

/** GET /api/changes/data: what the rows mean for the changes. */
export interface DataReport {
  checks: DataAnswer[];
  milliseconds: number;
}

export interface DataAnswer {
  change: string;
  kind: 'loss' | 'misfit' | 'conversion';
  /** Behind the count: `rows of public.users have no value in email`. */
  subject: string;
  count: number;
  /** Whether the question was answered: not when the table is locked, or counting takes too long. */
  known: boolean;
  /** Whether somebody should know: there are such rows. */
  matters: boolean;
  /** The sentence to show: `17 rows of public.users have no value in email`. */
  sentence: string;
  /** Where to see them: a relation and a condition for its rows. */
  rows?: RelationName & { where: string };
}

/** POST /api/changes/part {only}: some of the changes, with those that they need. */
export interface ChangesPart {
  /** The ids of all that would be made. */
  changes: string[];
  up: PlannedSql;
  down: PlannedSql;
  breaking: string[];
}

/** POST /api/changes/dry-run {only?}: the plan run on a scratch copy of the database's schema. */
export interface DryRun {
  ok: boolean;
  /** The plan was really run somewhere. */
  tried: boolean;
  statements: number;
  /** What a push would run. */
  script: string;
  losses: string[];
  misfits: string[];
  remarks: string[];
  problems: Failure[];
  milliseconds: number;
}

/** POST /api/changes/generate {title?, notes, only?}. */
export interface GeneratedMigration {
  written: boolean;
  migration?: string;
  title?: string;
  folder?: string;
  files?: { name: string; text: string }[];
  findings: string[];
}
