import { CircleAlert, CircleCheck, LoaderCircle, Square } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Problem } from '@/api/problem';
import type { Blocker, RunEvent } from '@/api/run';
import { Button, Notice, ProblemNotice, Sql } from '@/kit';
import { counted, duration } from './formats';
import type { Run } from './useRun';

const names = { push: 'Push', apply: 'Apply migrations', rollback: 'Roll back' } as const;
const done = { push: 'Pushed', apply: 'Applied', rollback: 'Taken back' } as const;

interface Line {
  key: string;
  migration: string;
  sql: string;
  millis: number | undefined;
  running: RunEvent | undefined;
}

/** The statements that ran so far, from events that tell of their beginnings and ends. */
function statements(events: RunEvent[]): Line[] {
  const lines: Line[] = [];
  for (const event of events) {
    const last = lines.at(-1);
    if (event.event === 'statement started') {
      lines.push({ key: `${lines.length}`, migration: event.migration ?? '', sql: event.sql ?? 'a statement', millis: undefined, running: undefined });
    } else if (event.event === 'statement finished' && last) {
      last.millis = event.millis ?? 0;
      last.running = undefined;
    } else if (event.event === 'statement running' && last) {
      last.running = event;
    }
  }
  return lines;
}

/** What a run does and did, live: each statement with its time, who is in the way, and how it ended. */
export function RunProgress({ run, onCancel }: { run: Run; onCancel: () => void }) {
  const running = run.state === 'running';
  const lines = statements(run.events);
  const waits = running ? run.events.findLast((event) => event.event.startsWith('waiting') || event.event === 'attempt failed' || event.event === 'lock taken') : undefined;
  return (
    <div className="flex flex-col gap-3">
      <div className="flex items-center gap-2">
        <RunIcon state={run.state} />
        <span role="status" className="flex-1 text-sm font-medium">
          {running ? `${names[run.what]}: running` : run.state === 'done' ? outcome(run) : `${names[run.what]} failed`}
        </span>
        <Elapsed run={run} />
        {running && (
          <Button small icon={Square} onClick={onCancel}>
            Cancel
          </Button>
        )}
      </div>
      {waits && waits.event !== 'lock taken' && (
        <Notice tone="staged">
          {waits.event === 'attempt failed'
            ? `Others were in the way; it is tried again (attempt ${(waits.attempt ?? 0) + 1}).`
            : `It is ${waits.event}${waits.holder ? `, held by ${waits.holder}` : ''}.`}
          <Blockers blockers={waits.blockers ?? []} />
        </Notice>
      )}
      {lines.length > 0 && (
        <ol aria-label="Statements" className="max-h-80 overflow-auto rounded-md border border-line bg-sunken font-mono text-xs">
          {lines.map((line, place) => (
            <li key={line.key} className="border-b border-line px-3 py-1.5 last:border-0">
              {line.migration !== lines[place - 1]?.migration && line.migration !== 'push' && <div className="mb-1 font-sans font-medium text-muted">{line.migration}</div>}
              <div className="flex items-start gap-3">
                <span className="line-clamp-3 min-w-0 flex-1 break-words whitespace-pre-wrap">
                  <Sql>{line.sql}</Sql>
                </span>
                <span className="tabular shrink-0 text-faint">{line.millis === undefined ? <Going event={line.running} live={running} /> : duration(line.millis)}</span>
              </div>
              {line.running && running && <Blockers blockers={line.running.blockers ?? []} />}
            </li>
          ))}
        </ol>
      )}
      {run.problems.map((failure) => (
        <ProblemNotice key={failure.code + failure.what} problem={new Problem(failure, 422)} />
      ))}
    </div>
  );
}

function outcome(run: Run): string {
  if (run.what === 'push') return run.migrations.length ? done.push : 'Nothing was to be done';
  return run.migrations.length ? `${done[run.what]}: ${counted(run.migrations.length, 'migration')}` : 'Nothing was to be done';
}

function RunIcon({ state }: { state: Run['state'] }) {
  if (state === 'running') return <LoaderCircle size={16} className="animate-spin text-accent" aria-hidden />;
  if (state === 'done') return <CircleCheck size={16} className="text-added-ink" aria-hidden />;
  return <CircleAlert size={16} className="text-danger-ink" aria-hidden />;
}

function Elapsed({ run }: { run: Run }) {
  const [, tick] = useState(0);
  const running = run.state === 'running';
  useEffect(() => {
    if (!running) return;
    const timer = setInterval(() => tick((beat) => beat + 1), 500);
    return () => clearInterval(timer);
  }, [running]);
  return <span className="tabular text-xs text-faint">{duration(running ? Math.max(0, Date.now() - Date.parse(run.startedAt)) : run.milliseconds)}</span>;
}

function Going({ event, live }: { event: RunEvent | undefined; live: boolean }) {
  if (!live) return <>ended</>;
  const part = event?.total ? ` ${Math.round(((event.done ?? 0) / event.total) * 100)}%` : '';
  return <>{event ? `${duration(event.millis ?? 0)}${part}` : 'running'}</>;
}

function Blockers({ blockers }: { blockers: Blocker[] }) {
  if (!blockers.length) return null;
  return (
    <ul className="mt-1 font-sans text-xs text-staged-ink">
      {blockers.map((one) => (
        <li key={one.process}>
          Waits for process {one.process}
          {one.user && ` of ${one.user}`}
          {one.application && ` (${one.application})`}, open for {duration(one.seconds * 1000)}
          {one.query && <span className="block truncate font-mono text-faint">{one.query}</span>}
        </li>
      ))}
    </ul>
  );
}
