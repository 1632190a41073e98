import { useCallback, useRef, useState } from 'react';
import type { Api } from '@/api/client';
import type { Failure } from '@/api/failure';
import { isAborted, Problem } from '@/api/problem';
import { isRow, type Cell } from '@/api/rows';
import type { SqlLine } from '@/api/sql';
import { remember } from './history';

/** What one statement gave. */
export interface Result {
  /** From 0. */
  number: number;
  sql: string;
  columns: { name: string; type: string; base: string }[] | null;
  rows: Cell[][];
  notices: string[];
  done: { rows: number; more: boolean; changed: number | null; ms: number } | null;
  problem: Problem | null;
  /** Where in the text that was sent the problem is. */
  position: number | null;
}

export interface Run {
  running: boolean;
  results: Result[];
  /** When the run as a whole failed, before or between statements. */
  problem: Problem | null;
  ms: number | null;
  /** Whether nothing that the statements did was kept. */
  readOnly: boolean;
  cancelled: boolean;
}

const idle: Run = { running: false, results: [], problem: null, ms: null, readOnly: false, cancelled: false };

function began(number: number, sql: string): Result {
  return { number, sql, columns: null, rows: [], notices: [], done: null, problem: null, position: null };
}

function told(failure: Failure): Problem {
  return new Problem(failure, 200, { error: failure });
}

/** Takes lines as they come; the last result is the one that they belong to. */
export function taken(run: Run, lines: readonly unknown[]): Run {
  let { results, ms, readOnly, problem } = run;
  let rows: Cell[][] = [];
  const last = (change: Partial<Result>) => {
    const result = results.at(-1);
    if (result) results = [...results.slice(0, -1), { ...result, ...change }];
  };
  const flush = () => {
    if (rows.length) last({ rows: (results.at(-1)?.rows ?? []).concat(rows) });
    rows = [];
  };
  for (const one of lines) {
    if (isRow(one)) {
      rows.push(one);
      continue;
    }
    flush();
    const line = one as Exclude<SqlLine, Cell[]>;
    if ('error' in line && !results.length) problem = told(line.error);
    else if (!('event' in line)) problem = told((line as { error: Failure }).error);
    else if (line.event === 'statement') results = [...results, began(line.number, line.sql)];
    else if (line.event === 'columns') last({ columns: line.columns });
    else if (line.event === 'notice') last({ notices: [...(results.at(-1)?.notices ?? []), line.text] });
    else if (line.event === 'done') last({ done: line });
    else if (line.event === 'error') last({ problem: told(line.error), position: line.position ?? null });
    else ({ ms, readOnly } = line);
  }
  flush();
  return { ...run, results, ms, readOnly, problem };
}

/** Runs statements and takes their results as they arrive. */
export function useRun(api: Api) {
  const [run, setRun] = useState<Run>(idle);
  const flight = useRef<{ id: string; controller: AbortController; cancelled: boolean } | null>(null);

  const start = useCallback(
    async (sql: string, limit: number): Promise<Run> => {
      const id = crypto.randomUUID();
      const controller = new AbortController();
      flight.current?.controller.abort();
      const own = { id, controller, cancelled: false };
      flight.current = own;
      const began = performance.now();
      let now: Run = { ...idle, running: true };
      setRun(now);
      try {
        for await (const batch of api.stream('POST', '/api/sql', { id, sql, limit }, { signal: controller.signal })) {
          now = { ...taken(now, batch), cancelled: own.cancelled };
          setRun(now);
        }
      } catch (thrown) {
        now = isAborted(thrown) ? { ...now, cancelled: true } : { ...now, problem: Problem.of(thrown) };
      }
      now = { ...now, running: false, cancelled: now.cancelled || own.cancelled };
      if (flight.current?.id === id) {
        flight.current = null;
        setRun(now);
      }
      const ok = !now.problem && now.results.every((result) => !result.problem);
      remember({ sql, environment: api.environment, at: Date.now(), ms: now.ms ?? Math.round(performance.now() - began), ok });
      return now;
    },
    [api],
  );

  /** Asks the database to stop; the answer then ends by itself. */
  const cancel = useCallback(async () => {
    const current = flight.current;
    if (!current) return;
    current.cancelled = true;
    setRun((now) => ({ ...now, cancelled: true }));
    await api.delete(`/api/sql/${current.id}`).catch(() => current.controller.abort());
  }, [api]);

  return { run, start, cancel };
}
