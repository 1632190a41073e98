import type { ChangesReport } from '@/api/changes';
import type { Drift, Overview } from '@/api/overview';
import type { Problem } from '@/api/problem';
import { address } from '@/app/router';
import { counted } from '../shared/formats';
import { Verdict, type Mood } from './Verdict';

/** Does the database have the schema that the code says? */
export function CodeVerdict({ report, problem }: { report: ChangesReport | undefined; problem: Problem | null }) {
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

/** Have all migrations run? */
export function MigrationsVerdict({ overview }: { overview: Overview | undefined }) {
  const to = address('/timeline');
  const question = 'Migrations';
  if (!overview) return <Verdict question={question} to={to} mood="loading" answer="" />;
  const { total, applied, scripts, failed, findings } = overview.migrations;
  const pending = overview.migrations.pending + scripts;
  const rest = findings.filter((finding) => finding.code !== 'DCT-209').length;
  const mood: Mood = failed || rest ? 'bad' : pending ? 'look' : 'good';
  const answer = failed ? `${failed} failed` : pending ? `${pending} pending` : rest ? counted(rest, 'finding') : total ? 'All applied' : 'None yet';
  return <Verdict question={question} to={to} mood={total || mood !== 'good' ? mood : 'unknown'} answer={answer} detail={total ? `${applied} of ${total} have run here.${scripts ? ` ${counted(scripts, 'script')} to be run.` : ''}` : 'The first one is generated from the changes.'} />;
}

/** Has somebody changed the schema by hand since? */
export function DriftVerdict({ drift, problem }: { drift: Drift | undefined; problem: Problem | null }) {
  const to = address('/timeline/compare', { from: 'ran', to: 'database' });
  const question = 'Drift from the migrations that ran';
  if (problem) return <Verdict question={question} to={to} mood="unknown" answer="Not known" detail={problem.what} />;
  if (!drift) return <Verdict question={question} to={to} mood="loading" answer="" detail="comparing" />;
  if (drift.state === 'unknown') return <Verdict question={question} to={to} mood="unknown" answer="Not known" detail={drift.reason} />;
  if (drift.state === 'none') return <Verdict question={question} to={to} mood="good" answer="None" detail="Nobody changed the schema by hand." />;
  return <Verdict question={question} to={to} mood="look" answer={counted(drift.changes.length, 'difference')} detail="Somebody changed the schema by hand, or pushed." />;
}

/** Is somebody in the way of others? */
export function SessionsVerdict({ overview }: { overview: Overview | undefined }) {
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
