import { useQueries } from '@tanstack/react-query';
import { Api } from '@/api/client';
import { useEvents } from '@/api/events';
import type { Environment } from '@/api/meta';
import { Problem } from '@/api/problem';
import { useGet, useRefresh } from '@/api/query';
import type { MigrationState, Timeline } from '@/api/timeline';
import { useEnvironment, useStudio } from '@/app/environment';

/** The migrations as they stand in the environment, asked again whenever the folder or the database changes. */
export function useTimeline() {
  const environment = useEnvironment();
  const refresh = useRefresh();
  useEvents(environment.name, 'migrations-changed', () => refresh('/api/migrations', '/api/migrations/detail'));
  return useGet<Timeline>('/api/migrations');
}

export interface Elsewhere {
  environment: Environment;
  /** How each migration stands there; undefined while it is asked, or when the database cannot be reached. */
  states: Map<string, MigrationState> | undefined;
  problem: Problem | null;
}

/** How the migrations stand in the other environments. */
export function useElsewhere(): Elsewhere[] {
  const { meta, environment } = useStudio();
  const others = meta.environments.filter((one) => one.name !== environment.name);
  const answers = useQueries({
    queries: others.map(({ name }) => ({
      queryKey: [name, '/api/migrations', {}],
      queryFn: ({ signal }: { signal: AbortSignal }) => new Api(name).get<Timeline>('/api/migrations', { signal }),
      retry: false,
    })),
  });
  return others.map((other, place) => {
    const answer = answers[place];
    return {
      environment: other,
      states: answer?.data && new Map(answer.data.migrations.map(({ id, state }) => [id, state])),
      problem: answer?.error ? Problem.of(answer.error) : null,
    };
  });
}
