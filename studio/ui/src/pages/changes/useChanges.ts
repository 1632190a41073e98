import { useCallback } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import type { Answer, ChangesReport } from '@/api/changes';
import { useEvents } from '@/api/events';
import { useAction } from '@/api/action';
import { passes, patience } from '@/api/problem';
import { useGet, useRefresh } from '@/api/query';
import { useApi, useEnvironment } from '@/app/environment';

/** Whether nothing but the database's absence keeps the schema from being compared. */
const isAway = (report: ChangesReport | undefined) => !!report?.problems.length && report.problems.every(passes);

/** The schema in the code against the database, asked again whenever either may have changed. */
export function useChanges() {
  const environment = useEnvironment();
  const refresh = useRefresh();
  const report = useGet<ChangesReport>('/api/changes', {}, { refetchInterval: ({ state }) => (state.error?.passes || isAway(state.data) ? patience : false) });
  useEvents(environment.name, 'schema-changed', () => refresh('/api/changes', '/api/changes/data', '/api/changes/impact'));
  return report;
}

/** Answers questions; the answer to an answer is the changes as they are then. */
export function useAnswer() {
  const api = useApi();
  const client = useQueryClient();
  const refresh = useRefresh();
  const { busy, problem, act } = useAction();
  const send = useCallback(
    (body: Answer | { forget: string | true }) =>
      act(async () => {
        const report = await api.post<ChangesReport>('/api/changes/answer', body);
        client.setQueryData([api.environment, '/api/changes', {}], report);
        refresh('/api/changes/data', '/api/changes/impact');
      }),
    [api, client, refresh, act],
  );
  return { send, busy, problem };
}
