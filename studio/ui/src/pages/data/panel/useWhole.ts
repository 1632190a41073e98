import { useQuery } from '@tanstack/react-query';
import type { Problem } from '@/api/problem';
import { isBig, type Cell } from '@/api/rows';
import { useApi } from '@/app/environment';

/** How much of a value is fetched to be shown, in bytes. */
export const shownAtOnce = 1_048_576;

/** A value as far as it is shown. */
export interface Whole {
  value: string;
  /** Whether there is more of it. */
  truncated: boolean;
}

/** The whole of a value, or as much as is shown: fetched when the grid only has its beginning. */
export function useWhole(cell: Cell | undefined, wanted: boolean) {
  const api = useApi();
  const ref = isBig(cell) ? cell.ref : '';
  return useQuery<Whole, Problem>({
    queryKey: [api.environment, 'cell', ref],
    enabled: ref !== '' && wanted,
    staleTime: Infinity,
    gcTime: 30_000,
    queryFn: async ({ signal }) => {
      const answer = await api.raw('GET', `/api/cell/${encodeURIComponent(ref)}`, undefined, { params: { limit: shownAtOnce }, signal });
      return { value: await answer.text(), truncated: answer.headers.get('X-Decant-Truncated') === 'true' };
    },
  });
}
