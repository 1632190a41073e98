import { Ban, CircleAlert, CircleCheck, SquareTerminal } from 'lucide-react';
import { useEffect, useState } from 'react';
import { sentence } from '@/api/problem';
import type { Explained } from '@/api/sql';
import { Button, Chip, EmptyState, ErrorState, KeyHint, Menu, Notice, ProblemNotice, SkeletonLines, Tabs, type Tab } from '@/kit';
import { counted } from '@/pages/shared/formats';
import { clipText } from '@/pages/data/useClipboard';
import { PlanView } from './PlanTree';
import { ResultGrid } from './ResultGrid';
import type { Result, Run } from './useRun';

export type Shown = { kind: 'run' } | { kind: 'plan'; explained: Explained | null };

/** What the statements gave: a tab each. */
export function Results({ run, shown }: { run: Run; shown: Shown }) {
  const [chosen, setChosen] = useState('0');
  const failed = run.results.find((result) => result.problem)?.number;
  const last = run.results.at(-1)?.number;
  useEffect(() => {
    if (last !== undefined) setChosen(String(failed ?? last));
  }, [failed, last]);

  if (shown.kind === 'plan') return shown.explained ? <PlanView explained={shown.explained} /> : <SkeletonLines className="p-4" />;
  if (run.problem && !run.results.length) return <ErrorState problem={run.problem} />;
  if (!run.results.length) {
    return run.running ? (
      <SkeletonLines className="p-4" />
    ) : (
      <EmptyState icon={SquareTerminal} title={run.cancelled ? 'Cancelled' : 'Run a statement'}>
        <span className="inline-flex flex-wrap items-center justify-center gap-1.5">
          <KeyHint keys="Mod+Enter" /> runs the statement at the cursor or the selection,
          <KeyHint keys="Mod+Shift+Enter" /> runs all of them.
        </span>
      </EmptyState>
    );
  }
  const tabs = run.results.map((result): Tab => ({ id: String(result.number), label: <TabLabel result={result} cancelled={run.cancelled} />, panel: <ResultPanel result={result} running={run.running} cancelled={run.cancelled} /> }));
  const shownResult = run.results.find((result) => String(result.number) === chosen);
  return (
    <Tabs
      fill
      label="Results"
      tabs={tabs}
      value={shownResult ? chosen : (tabs[0]?.id ?? '')}
      onChange={setChosen}
      actions={
        <span className="flex items-center gap-2">
          {run.readOnly && <Chip tone="staged">nothing is kept</Chip>}
          {run.problem && <Chip tone="danger">{run.problem.what}</Chip>}
          {shownResult?.columns && shownResult.rows.length > 0 && <SaveMenu result={shownResult} />}
        </span>
      }
    />
  );
}

function TabLabel({ result, cancelled }: { result: Result; cancelled: boolean }) {
  const { done, problem, columns } = result;
  const Icon = problem ? (cancelled ? Ban : CircleAlert) : done && !columns ? CircleCheck : null;
  return (
    <>
      {Icon && <Icon size={13} className={problem ? (cancelled ? 'text-faint' : 'text-danger-ink') : 'text-added-ink'} aria-hidden />}
      <span className="tabular">{result.number + 1}</span>
      <span className="text-xs text-faint tabular">{problem ? (cancelled ? 'cancelled' : 'failed') : done ? outcome(result) : 'running'}</span>
    </>
  );
}

const writing = /^\s*(insert|update|delete|merge|copy|with)\b/i;

function outcome({ sql, done, columns }: Result): string {
  if (!done) return '';
  if (columns) return `${counted(done.rows, 'row')}${done.more ? '+' : ''}`;
  return done.changed === null || (done.changed === 0 && !writing.test(sql)) ? 'done' : `${counted(done.changed, 'row')} written`;
}

function ResultPanel({ result, running, cancelled }: { result: Result; running: boolean; cancelled: boolean }) {
  const { done, columns, notices } = result;
  const problem = cancelled ? null : result.problem;
  const stopped = cancelled && result.problem !== null;
  return (
    <>
      {(problem || notices.length > 0 || done?.more) && (
        <div className="flex flex-col gap-2 p-3">
          {problem && <ProblemNotice problem={problem} />}
          {notices.map((notice, place) => (
            <Notice key={place}>{notice}</Notice>
          ))}
          {done?.more && <Notice tone="neutral">There are more rows than were asked for; raise the limit or add a LIMIT of your own.</Notice>}
        </div>
      )}
      {columns && (result.rows.length > 0 || (!done && !stopped)) ? (
        <ResultGrid result={result} />
      ) : (
        !problem && (
          <EmptyState icon={done ? CircleCheck : Ban} title={stopped ? 'Cancelled' : done ? (columns ? 'No rows' : sentence(outcome(result))) : running ? 'Running' : 'Not run'}>
            {done && `${done.ms} ms`}
          </EmptyState>
        )
      )}
    </>
  );
}

function SaveMenu({ result }: { result: Result }) {
  return (
    <Menu
      label="Save the rows"
      align="end"
      trigger={
        <Button small tone="quiet">
          Save rows
        </Button>
      }
      entries={[
        { label: 'CSV', onSelect: () => save(csvOf(result), 'text/csv', 'csv') },
        { label: 'JSON', onSelect: () => save(jsonOf(result), 'application/json', 'json') },
      ]}
    />
  );
}

function save(text: string, type: string, ending: string) {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `result.${ending}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}

/** CSV; what a spreadsheet would take for a formula is told apart by an apostrophe. */
function csvOf({ columns, rows }: Result): string {
  const quoted = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const guarded = (text: string) => (/^[=+\-@\t]/.test(text) && !/^[+-]?[\d.]+(e[+-]?\d+)?$/i.test(text) ? `'${text}` : text);
  const lines = rows.map((row) => row.map((cell) => (cell === null ? '' : cell === '' ? '""' : quoted(guarded(clipText(cell) ?? '')))).join(','));
  return [(columns ?? []).map((column) => quoted(column.name)).join(','), ...lines].join('\r\n') + '\r\n';
}

function jsonOf({ columns, rows }: Result): string {
  return JSON.stringify(
    rows.map((row) => Object.fromEntries((columns ?? []).map((column, place) => [column.name, typeof row[place] === 'boolean' ? row[place] : clipText(row[place])]))),
    null,
    2,
  );
}
