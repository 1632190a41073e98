import { useQuery } from '@tanstack/react-query';
import { createContext, useContext, useMemo, type ReactNode } from 'react';
import { Api } from '@/api/client';
import type { Environment, Meta } from '@/api/meta';
import type { Problem } from '@/api/problem';
import { useSearch } from './router';

interface Studio {
  meta: Meta;
  environment: Environment;
  api: Api;
}

const StudioContext = createContext<Studio | null>(null);

/** Asks once what this studio is. */
export function useMetaQuery() {
  return useQuery<Meta, Problem>({ queryKey: ['meta'], queryFn: ({ signal }) => new Api('').get<Meta>('/api/meta', { signal }), staleTime: Infinity });
}

/** Gives the pages the environment that the address names. */
export function StudioProvider({ meta, children }: { meta: Meta; children: ReactNode }) {
  const [named] = useSearch('env');
  const studio = useMemo(() => {
    const wanted = named ?? meta.current;
    const environment = meta.environments.find((known) => known.name === wanted) ?? meta.environments[0];
    return environment && { meta, environment, api: new Api(environment.name) };
  }, [meta, named]);
  return studio && <StudioContext value={studio}>{children}</StudioContext>;
}

export function useStudio(): Studio {
  const studio = useContext(StudioContext);
  if (!studio) throw new Error('This part of the page is outside of the studio.');
  return studio;
}

export const useApi = () => useStudio().api;
export const useEnvironment = () => useStudio().environment;
