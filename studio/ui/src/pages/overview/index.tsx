import { useEffect } from 'react';
import type { ChangesReport } from '@/api/changes';
import { useEvents } from '@/api/events';
import type { Drift, Overview } from '@/api/overview';
import { Problem } from '@/api/problem';
import { useGet, useRefresh } from '@/api/query';
import { setBadge } from '@/app/badges';
import { useEnvironment } from '@/app/environment';
import { address, Link } from '@/app/router';
import { Chip, ErrorState, PageBody, PageHeader, ProblemNotice, Section, SkeletonLines } from '@/kit';
import { ago, bytes, duration, exactly } from '../shared/formats';
import { Biggest } from './Biggest';
import { DriftSection } from './DriftSection';
import { LongSessions } from './LongSessions';
import { More } from './More';
import { ToMend } from './ToMend';
import { CodeVerdict, DriftVerdict, MigrationsVerdict, SessionsVerdict } from './verdicts';

/** One look: does the database fit the code and its migrations, and how does it fare. */
export default function OverviewPage() {
  const environment = useEnvironment();
  const refresh = useRefresh();
  const overview = useGet<Overview>('/api/overview');
  const changes = useGet<ChangesReport>('/api/changes');
  const drift = useGet<Drift>('/api/drift', {}, { staleTime: 5 * 60_000 });
  useEvents(environment.name, 'schema-changed', () => refresh('/api/changes'));
  useEvents(environment.name, 'migrations-changed', () => refresh('/api/overview', '/api/drift'));

  useEffect(() => {
    if (changes.data) setBadge('changes', changes.data.changes.length + changes.data.questions.length);
    if (overview.data) setBadge('timeline', overview.data.migrations.pending + overview.data.migrations.scripts);
  }, [changes.data, overview.data]);

  if (overview.error && !overview.data) return <ErrorState problem={overview.error} onRetry={() => void overview.refetch()} />;
  const { data } = overview;
  return (
    <>
      <PageHeader
        title="Overview"
        description={data ? `${data.server || environment.dialect} at ${data.database}` : environment.label}
        actions={
          <>
            {data?.protected && <Chip tone="danger">Protected</Chip>}
            {data && <span className="text-sm text-muted">{bytes(data.bytes)}</span>}
          </>
        }
      />
      <PageBody className="flex flex-col gap-4">
        <div className="grid gap-4 sm:grid-cols-2 xl:grid-cols-4">
          <CodeVerdict report={changes.data} problem={changes.error} />
          <MigrationsVerdict overview={data} />
          <DriftVerdict drift={drift.data} problem={drift.error} />
          <SessionsVerdict overview={data} />
        </div>
        {data ? <Details overview={data} drift={drift.data} /> : <SkeletonLines className="p-2" lines={8} />}
      </PageBody>
    </>
  );
}

function Details({ overview, drift }: { overview: Overview; drift: Drift | undefined }) {
  const { lastMigration, biggestTables, migrations, longSessions } = overview;
  return (
    <div className="grid items-start gap-4 lg:grid-cols-2">
      <div className="flex min-w-0 flex-col gap-4">
        <Section title="Last migration" actions={<More to="/timeline">Timeline</More>}>
          {lastMigration ? (
            <>
              <Link to={address('/timeline', { migration: lastMigration.id })} className="text-sm font-medium hover:text-accent-ink hover:underline">
                {lastMigration.title}
              </Link>
              <p className="truncate font-mono text-xs text-faint">{lastMigration.id}</p>
              <p className="mt-1 text-sm text-muted" title={exactly(lastMigration.at)}>
                {ago(lastMigration.at)} by {lastMigration.by || 'nobody known'}, in {duration(lastMigration.millis)}
              </p>
            </>
          ) : (
            <p className="text-sm text-muted">No migration has run here yet.</p>
          )}
        </Section>
        <ToMend />
        {migrations.findings.length > 0 && (
          <Section title="What is the matter with migrations">
            <div className="flex flex-col gap-2">
              {migrations.findings.map((finding) => (
                <ProblemNotice key={finding.where + finding.code} problem={new Problem(finding, 422)} />
              ))}
            </div>
          </Section>
        )}
        {drift?.state === 'drifted' && <DriftSection drift={drift} />}
        {longSessions.length > 0 && <LongSessions sessions={longSessions} />}
      </div>
      <Section title="Biggest tables" actions={<More to="/health?view=sizes">All {overview.tables}</More>} flush>
        <Biggest tables={biggestTables} none={overview.server ? 'There are no tables.' : 'This kind of database does not tell how big they are.'} />
      </Section>
    </div>
  );
}
