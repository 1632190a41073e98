import { CircleOff, RefreshCw } from 'lucide-react';
import type { Health } from '@/api/health';
import { useGet } from '@/api/query';
import { FooterContent } from '@/app/Footer';
import { useSearch } from '@/app/router';
import { EmptyState, ErrorState, IconButton, PageHeader, SkeletonLines, Tabs } from '@/kit';
import { bytes, counted } from '../shared/formats';
import { Findings } from './Findings';
import { Sessions } from './Sessions';
import { Sizes } from './Sizes';

/** How the database fares: what to mend, how big it is, and who is at work in it. */
export default function HealthPage() {
  const { data: health, error, isFetching, refetch } = useGet<Health>('/api/health');
  const [view, setView] = useSearch('view');
  if (error && !health) return <ErrorState problem={error} onRetry={() => void refetch()} />;
  return (
    <>
      <PageHeader
        title="Health"
        description={health ? `${health.server}, ${bytes(health.bytes)}` : 'How the database fares'}
        actions={<IconButton icon={RefreshCw} label="Look again" disabled={isFetching} onClick={() => void refetch()} className={isFetching ? '[&>svg]:animate-spin' : ''} />}
      />
      {!health ? (
        <SkeletonLines className="p-6" lines={10} />
      ) : !health.supported ? (
        <EmptyState icon={CircleOff} title="Nothing is known of this kind of database">
          Sizes, indexes and sessions are read from the catalogue of PostgreSQL.
        </EmptyState>
      ) : (
        <>
          <Tabs
            fill
            label="Health"
            value={view ?? 'findings'}
            onChange={(id) => setView(id === 'findings' ? null : id, { replace: true })}
            tabs={[
              { id: 'findings', label: `To mend (${health.findings.length})`, panel: <Findings health={health} /> },
              { id: 'sizes', label: `Sizes (${health.tables.length})`, panel: <Sizes tables={health.tables} /> },
              { id: 'sessions', label: 'Sessions and locks', panel: <Sessions /> },
            ]}
          />
          <FooterContent>
            <span>{counted(health.tables.length, 'table')}</span>
            <span className="text-faint">{bytes(health.bytes)}</span>
          </FooterContent>
        </>
      )}
    </>
  );
}
