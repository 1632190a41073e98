import { QueryClient, useQuery, useQueryClient, type Query, type UseQueryResult } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useApi } from '@/app/environment';
import type { Parameters } from './client';
import { patience, type Problem } from './problem';

declare module '@tanstack/react-query' {
  interface Register {
    defaultError: Problem;
  }
}

export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      refetchOnWindowFocus: false,
      // The machine is this one: what failed once fails again, except when the server is just starting.
      retry: (failures, problem) => problem.status === 0 && failures < 2,
      refetchInterval: (query) => (query.state.error?.passes ? patience : false),
    },
  },
});

/** The answer of a `GET`, kept by environment, path and parameters. */
export function useGet<T>(path: string, params: Parameters = {}, options: { enabled?: boolean; staleTime?: number; refetchInterval?: number | ((query: Query<T, Problem>) => number | false) } = {}): UseQueryResult<T, Problem> {
  const api = useApi();
  return useQuery<T, Problem>({
    queryKey: [api.environment, path, params],
    queryFn: ({ signal }) => api.get<T>(path, { params, signal }),
    ...options,
  });
}

/** Makes the answers of these paths be asked again. */
export function useRefresh(): (...paths: string[]) => void {
  const api = useApi();
  const client = useQueryClient();
  return useCallback(
    (...paths: string[]) => {
      for (const path of paths) void client.invalidateQueries({ queryKey: [api.environment, path] });
    },
    [api, client],
  );
}
