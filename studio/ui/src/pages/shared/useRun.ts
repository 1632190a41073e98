import { useCallback, useState } from 'react';
import { useApi, useEnvironment } from '@/app/environment';
import { useEvents } from '@/api/events';
import { Problem } from '@/api/problem';
import { useGet, useRefresh } from '@/api/query';
import type { RunEvent, RunStatus, StartedRun } from '@/api/run';

const kept = 500;

export interface Run extends Omit<RunStatus, 'event' | 'events'> {
  events: RunEvent[];
}

/** What runs in the database, or ran last: as the server told it at first, and what it has told since. */
export function useRun() {
  const api = useApi();
  const environment = useEnvironment();
  const refresh = useRefresh();
  const { data } = useGet<Partial<RunStatus>>('/api/run', {}, { staleTime: 0 });
  const [told, setTold] = useState<Run | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);

  useEvents<RunStatus>(environment.name, 'run', ({ event, events: _, ...status }) => {
    setTold((before) => {
      const past = before?.run === status.run ? before.events : ((data?.run === status.run && data.events) || []);
      return { ...status, events: event ? [...past.slice(-kept), event] : past };
    });
    if (status.state !== 'running') refresh('/api/changes', '/api/migrations', '/api/overview', '/api/drift', '/api/run', '/api/schema');
  });

  const start = useCallback(
    async (path: string, body: unknown): Promise<string | null> => {
      setProblem(null);
      try {
        return (await api.post<StartedRun>(path, body)).run;
      } catch (thrown) {
        setProblem(Problem.of(thrown));
        return null;
      }
    },
    [api],
  );
  const cancel = useCallback(() => void api.post('/api/run/cancel'), [api]);

  const first = data?.run ? ({ ...data, events: data.events ?? [] } as Run) : null;
  const run = told && (!first || Number(told.run) >= Number(first.run)) ? told : first;
  return { run: run?.environment === environment.name ? run : null, start, cancel, problem, clear: () => setProblem(null) };
}
