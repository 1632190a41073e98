import { useEnvironment } from '@/app/environment';
import { useEvents } from './events';
import type { Drift, Overview } from './overview';
import { useGet, useRefresh } from './query';

/** Something that concerns every page, in a line. */
export interface Banner {
  id: 'failed' | 'drift' | 'pending' | 'production';
  tone: 'danger' | 'staged';
  text: string;
  /** The page that says more. */
  page: string;
}

/** What concerns every page, the most serious first. */
export function useBanners(): Banner[] {
  const environment = useEnvironment();
  const refresh = useRefresh();
  const { data: overview } = useGet<Overview>('/api/overview');
  const { data: drift } = useGet<Drift>('/api/drift', {}, { enabled: overview !== undefined, staleTime: 5 * 60_000 });
  useEvents(environment.name, 'migrations-changed', () => refresh('/api/overview', '/api/drift'));
  const banners: Banner[] = [];
  const { failed = 0, pending = 0 } = overview?.migrations ?? {};
  if (failed) banners.push({ id: 'failed', tone: 'danger', text: failed === 1 ? 'A migration failed here.' : `${failed} migrations failed here.`, page: 'timeline' });
  if (drift?.state === 'drifted') {
    const count = drift.changes.length;
    banners.push({ id: 'drift', tone: 'staged', text: `The database is not what its migrations say: ${count === 1 ? '1 difference' : `${count} differences`}.`, page: 'overview' });
  }
  if (pending > failed) banners.push({ id: 'pending', tone: 'staged', text: pending === 1 ? '1 migration has not run here.' : `${pending} migrations have not run here.`, page: 'timeline' });
  if (environment.protected) banners.push({ id: 'production', tone: 'danger', text: 'This database is protected.', page: 'overview' });
  return banners;
}
