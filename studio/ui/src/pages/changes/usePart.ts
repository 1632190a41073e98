import { useQuery } from '@tanstack/react-query';
import type { ChangesPart, ChangesReport } from '@/api/changes';
import type { Problem } from '@/api/problem';
import { useApi } from '@/app/environment';
import type { Choice } from './useChoice';

/** What becomes of the chosen changes, in SQL: of all of them when none is chosen. */
export function usePart(report: ChangesReport, choice: Choice): { part: ChangesPart | undefined; error: Problem | null } {
  const api = useApi();
  const some = choice.chosen.size > 0;
  const { data, error } = useQuery<ChangesPart, Problem>({
    queryKey: [api.environment, '/api/changes/part', choice.only, report.up.script],
    queryFn: () => api.post<ChangesPart>('/api/changes/part', { only: choice.only }),
    enabled: some,
    placeholderData: (before) => before,
  });
  if (some) return { part: data, error };
  return { part: { changes: report.changes.map(({ id }) => id), up: report.up, down: report.down, breaking: report.breaking }, error: null };
}
