import { useEffect, type ReactNode } from 'react';
import type { ChangesReport } from '@/api/changes';
import { useEvents } from '@/api/events';
import type { Health, Session, TableSize } from '@/api/health';
import type { Drift, Overview } from '@/api/overview';
import { Problem } from '@/api/problem';
import { useGet, useRefresh } from '@/api/query';
import { setBadge } from '@/app/badges';
import { useEnvironment } from '@/app/environment';
import { address, go, Link, pathOf } from '@/app/router';
import { Button, Chip, ErrorState, PageBody, PageHeader, ProblemNotice, Section, SkeletonLines, Sql } from '@/kit';
import { ago, bytes, counted, duration, estimatedRows, exactly } from '../shared/formats';
import { severities } from '../health/severities';
import { Sign } from '../shared/risk';
import { Verdict, type Mood } from './Verdict';

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
    if (changes.data) setBadge('changes', changes.data.changes.length || changes.data.questions.length);
    if (overview.data) setBadge('timeline', overview.data.migrations.pending);
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

function CodeVerdict({ report, problem }: { report: ChangesReport | undefined; problem: Problem | null }) {
  const to = address('/changes');
  const question = 'Code against database';
  if (problem) return <Verdict question={question} to={to} mood="unknown" answer="Not known" detail={problem.what} />;
  if (!report) return <Verdict question={question} to={to} mood="loading" answer="" detail="comparing" />;
  switch (report.state) {
    case 'in_sync':
      return <Verdict question={question} to={to} mood="good" answer="In sync" detail="The database has the schema that the code says." />;
    case 'undecided':
      return <Verdict question={question} to={to} mood="look" answer={counted(report.questions.length, 'question')} detail="Something may have been renamed." />;
    case 'broken':
      return <Verdict question={question} to={to} mood="bad" answer="Cannot be compared" detail={report.problems[0]?.what} />;
    case 'different': {
      const losses = report.changes.filter((change) => change.risk === 'data_loss').length;
      return <Verdict question={question} to={to} mood={losses ? 'bad' : 'look'} answer={counted(report.changes.length, 'change')} detail={losses ? `${counted(losses, 'change')} would lose data.` : 'The code has what the database has not.'} />;
    }
  }
}

function MigrationsVerdict({ overview }: { overview: Overview | undefined }) {
  const to = address('/timeline');
  const question = 'Migrations';
  if (!overview) return <Verdict question={question} to={to} mood="loading" answer="" />;
  const { total, applied, pending, failed, findings } = overview.migrations;
  const rest = findings.filter((finding) => finding.code !== 'DCT-209').length;
  const mood: Mood = failed || rest ? 'bad' : pending ? 'look' : 'good';
  const answer = failed ? `${failed} failed` : pending ? `${pending} pending` : rest ? counted(rest, 'finding') : total ? 'All applied' : 'None yet';
  return <Verdict question={question} to={to} mood={total || mood !== 'good' ? mood : 'unknown'} answer={answer} detail={total ? `${applied} of ${total} have run here.` : 'The first one is generated from the changes.'} />;
}

function DriftVerdict({ drift, problem }: { drift: Drift | undefined; problem: Problem | null }) {
  const to = address('/overview');
  const question = 'Drift from the migrations that ran';
  if (problem) return <Verdict question={question} to={to} mood="unknown" answer="Not known" detail={problem.what} />;
  if (!drift) return <Verdict question={question} to={to} mood="loading" answer="" detail="comparing" />;
  if (drift.state === 'unknown') return <Verdict question={question} to={to} mood="unknown" answer="Not known" detail={drift.reason} />;
  if (drift.state === 'none') return <Verdict question={question} to={to} mood="good" answer="None" detail="Nobody changed the schema by hand." />;
  return <Verdict question={question} to={to} mood="look" answer={counted(drift.changes.length, 'difference')} detail="Somebody changed the schema by hand, or pushed." />;
}

function SessionsVerdict({ overview }: { overview: Overview | undefined }) {
  const to = address('/health', { view: 'sessions' });
  const question = 'Transactions now';
  if (!overview) return <Verdict question={question} to={to} mood="loading" answer="" />;
  if (!overview.server) return <Verdict question={question} to={to} mood="unknown" answer="Not known" detail="This kind of database does not tell." />;
  const blocked = overview.longSessions.filter((session) => session.blockedBy.length).length;
  if (blocked) return <Verdict question={question} to={to} mood="bad" answer={`${blocked} blocked`} detail="Somebody waits for a lock of somebody else." />;
  const long = overview.longSessions.length;
  if (long) return <Verdict question={question} to={to} mood="look" answer={`${long} open for long`} detail="They hold locks, and keep old rows from being cleared away." />;
  return <Verdict question={question} to={to} mood="good" answer="Nobody waits" detail="No transaction is open for more than 30 seconds." />;
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

const shownFindings = 3;

function ToMend() {
  const { data: health } = useGet<Health>('/api/health');
  if (!health?.supported) return null;
  const { findings } = health;
  return (
    <Section title="To mend" actions={findings.length > 0 && <More to="/health">All {findings.length}</More>} flush>
      {findings.length ? (
        <ul className="divide-y divide-line">
          {findings.slice(0, shownFindings).map((finding) => (
            <li key={finding.kind + finding.subject}>
              <Link to={address('/health', { kind: finding.kind })} className="flex items-start gap-x-3 gap-y-1.5 px-4 py-2.5 text-sm hover:bg-hover max-sm:flex-col">
                <span className="min-w-0 flex-1 break-words">{finding.what}</span>
                <Chip tone={severities[finding.severity].tone}>{severities[finding.severity].label}</Chip>
              </Link>
            </li>
          ))}
        </ul>
      ) : (
        <p className="p-4 text-sm text-muted">Indexes, constraints, sequences and dead rows are as they should be.</p>
      )}
    </Section>
  );
}

function More({ to, children }: { to: string; children: ReactNode }) {
  const [path = '', query = ''] = to.split('?');
  return (
    <Button small tone="quiet" onClick={() => go(address(path, Object.fromEntries(new URLSearchParams(query))))}>
      {children}
    </Button>
  );
}

const shownDrift = 12;

function DriftSection({ drift }: { drift: Drift }) {
  return (
    <Section title="What is otherwise than the migrations say">
        <ul className="flex flex-col gap-1 text-sm">
          {drift.changes.slice(0, shownDrift).map((change) => (
            <li key={change.verb + change.subject} className="flex items-start gap-2">
              <Sign sign={change.sign} />
              <span className="min-w-0 break-words">
                {change.verb} {change.subject}
              </span>
            </li>
          ))}
        </ul>
        {drift.changes.length > shownDrift && <p className="mt-2 text-sm text-muted">and {counted(drift.changes.length - shownDrift, 'more', 'more')}</p>}
        <p className="mt-3 text-xs text-muted">Write it into the code and generate a migration, or take it back by hand.</p>
    </Section>
  );
}

function LongSessions({ sessions }: { sessions: Session[] }) {
  return (
    <Section title="Open for long" actions={<More to="/health?view=sessions">Sessions and locks</More>}>
      <ul className="flex flex-col gap-3">
        {sessions.map((session) => (
          <li key={session.id} className="min-w-0 text-sm">
            <div className="flex flex-wrap items-center gap-2">
              <span className="font-medium">{session.user}</span>
              <span className="text-muted">
                {session.application || 'unnamed'}, {session.state}
              </span>
              {session.blockedBy.length > 0 && <Chip tone="danger">waits for {session.blockedBy.join(', ')}</Chip>}
              <span className="tabular text-xs text-faint">{duration((session.transactionSeconds ?? 0) * 1000)}</span>
            </div>
            <div className="truncate font-mono text-xs text-faint">
              <Sql>{session.query}</Sql>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Biggest({ tables, none }: { tables: TableSize[]; none: string }) {
  const most = Math.max(1, ...tables.map((table) => table.bytes));
  if (!tables.length) return <p className="p-4 text-sm text-muted">{none}</p>;
  return (
    <ul className="divide-y divide-line">
      {tables.map((table) => (
        <li key={`${table.schema}.${table.name}`}>
          <Link to={address(pathOf('data', table.schema, table.name))} className="flex flex-col gap-1.5 px-4 py-2.5 hover:bg-hover">
            <span className="flex items-baseline gap-3 text-sm">
              <span className="min-w-0 flex-1 truncate font-mono text-xs">
                <span className="text-faint">{table.schema}.</span>
                {table.name}
              </span>
              <span className="tabular text-xs text-muted">{estimatedRows(table.estimatedRows)}</span>
              <span className="tabular w-16 text-right text-xs font-medium">{bytes(table.bytes)}</span>
            </span>
            <span className="block h-1.5 overflow-hidden rounded-full bg-sunken" aria-hidden>
              <span className="block h-full bg-accent" style={{ width: `${Math.max(1, (table.bytes / most) * 100)}%` }} />
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
