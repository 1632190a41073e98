import type { Failure } from './failure';

/** What POST /api/changes/push and the writes of the timeline answer: the run, whose progress the events tell. */
export interface StartedRun {
  run: string;
}

/** What a run does: told by the event `run` as it happens, and by GET /api/run for whoever comes later. */
export interface RunStatus {
  run: string;
  what: 'push' | 'apply' | 'rollback';
  environment: string;
  state: 'running' | 'done' | 'failed';
  startedAt: string;
  milliseconds: number;
  /** What happened; left out where a single `event` is told. */
  events?: RunEvent[];
  event?: RunEvent;
  migrations: string[];
  problems: Failure[];
}

export interface RunEvent {
  event: string;
  migration?: string;
  title?: string;
  direction?: 'up' | 'down';
  number?: number;
  total?: number;
  step?: string;
  sql?: string;
  line?: number;
  millis?: number;
  rows?: number;
  text?: string;
  what?: string;
  holder?: string;
  phase?: string;
  done?: number;
  attempt?: number;
  pause?: number;
  blockers?: Blocker[];
}

export interface Blocker {
  process: string;
  user: string;
  application: string;
  seconds: number;
  query?: string;
}
