import { useEvents } from '@/api/events';
import { useGet, useRefresh } from '@/api/query';
import type { Relation, RelationName, Schema } from '@/api/schema';
import { useEnvironment } from './environment';

/** The schema of the environment, asked again when the database tells that it changed. */
export function useSchema() {
  return useGet<Schema>('/api/schema', {}, { staleTime: 60_000 });
}

/** Keeps the schema fresh while the page is open. */
export function useFreshSchema() {
  const environment = useEnvironment();
  const refresh = useRefresh();
  useEvents(environment.name, 'schema-changed', () => refresh('/api/schema'));
}

export function findRelation(schema: Schema | undefined, wanted: RelationName): Relation | undefined {
  return schema?.schemas.find((one) => one.name === wanted.schema)?.relations.find((one) => one.name === wanted.name);
}
