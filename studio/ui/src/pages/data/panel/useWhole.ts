import { useQuery } from '@tanstack/react-query';
import type { Problem } from '@/api/problem';
import { isBig, type Cell } from '@/api/rows';
import { useApi } from '@/app/environment';

/** The whole of a value: fetched when the grid only has its beginning. */
export function useWhole(cell: Cell | undefined, wanted: boolean) {
  const api = useApi();
  const big = isBig(cell) ? cell : null;
  return useQuery<string, Problem>({
    queryKey: [api.environment, 'cell', big?.ref],
    enabled: big !== null && wanted,
    staleTime: Infinity,
    gcTime: 30_000,
    queryFn: async ({ signal }) => (await api.raw('GET', `/api/cell/${encodeURIComponent(big?.ref ?? '')}`, undefined, { signal })).text(),
  });
}
