import { History, MoreHorizontal, Play, Wrench } from 'lucide-react';
import { useState } from 'react';
import type { ChangeItem } from '@/api/changes';
import { Problem } from '@/api/problem';
import { useGet } from '@/api/query';
import type { MigrationDetail, MigrationItem, MigrationRemark, RepairDecision } from '@/api/timeline';
import { useEnvironment } from '@/app/environment';
import { useSearch } from '@/app/router';
import { Button, Code, IconButton, Menu, Notice, ProblemNotice, SkeletonLines, Tabs, type MenuEntry } from '@/kit';
import { DdlDiff } from '../shared/DdlDiff';
import { at, counted, duration } from '../shared/formats';
import { Guarded } from '../shared/Guarded';
import { RiskChip, Sign } from '../shared/risk';
import { hasRun, isPending, StateChip } from './states';

export interface MigrationActions {
  onApply: (id: string) => void;
  onRollBack: (id: string) => void;
  onRepair: (id: string, decision: RepairDecision) => void;
}

/** One migration: how it stands, what can be done about it, what it changes, and its SQL. */
export function MigrationView({ migration, remarks, actions }: { migration: MigrationItem; remarks: MigrationRemark[]; actions: MigrationActions }) {
  const [view, setView] = useSearch('view');
  const { data, error } = useGet<MigrationDetail>('/api/migrations/detail', { id: migration.id });
  return (
    <div className="flex min-h-0 min-w-0 flex-1 flex-col">
      <Head migration={migration} actions={actions} />
      <div className="flex flex-col gap-2 px-4 py-3 empty:hidden">
        {migration.finding && <ProblemNotice problem={new Problem(migration.finding, 422)} />}
        {migration.breaking.map((note) => (
          <Notice key={note} tone="info">
            {note}
          </Notice>
        ))}
        {remarks.map((remark) => (
          <p key={remark.at + remark.kind} className="text-sm text-muted">
            <span className="font-medium text-ink">{remark.kind}</span> by {remark.by} on {at(remark.at)}: {remark.text}
          </p>
        ))}
      </div>
      {error ? (
        <ProblemNotice problem={error} className="m-4" />
      ) : !data ? (
        <SkeletonLines className="p-6" lines={8} />
      ) : (
        <Tabs
          fill
          label="The migration"
          value={view ?? 'changes'}
          onChange={(id) => setView(id === 'changes' ? null : id, { replace: true })}
          tabs={[
            { id: 'changes', label: 'What it changes', panel: <Things changes={data.changes} /> },
            { id: 'up', label: 'Up SQL', panel: <File text={data.upSql} none="Its folder is missing, and the history keeps only the way back." /> },
            { id: 'down', label: 'Down SQL', panel: <File text={data.downSql} none="There is no way back." /> },
          ]}
        />
      )}
    </div>
  );
}

function Head({ migration, actions }: { migration: MigrationItem; actions: MigrationActions }) {
  const environment = useEnvironment();
  const reason = environment.readOnly ? (environment.readOnlyReason ?? 'This database is shown read-only.') : null;
  const { id, title, state } = migration;
  return (
    <header className="flex flex-wrap items-start gap-3 border-b border-line bg-surface px-4 py-3">
      <div className="min-w-0 flex-1">
        <h2 className="flex flex-wrap items-center gap-2 text-base font-semibold">
          <span className="break-words">{title}</span>
          <StateChip state={state} />
        </h2>
        <p className="text-sm text-muted">
          {migration.at ? `${at(migration.at)} by ${migration.by || 'nobody known'} in ${duration(migration.millis ?? 0)}` : 'It has not run here.'}
          {migration.toolVersion && ` with Decant ${migration.toolVersion}`}
        </p>
      </div>
      <div className="flex items-center gap-2">
        {isPending(state) && (
          <Guarded reason={reason}>
            <Button tone="primary" icon={Play} disabled={!!reason} onClick={() => actions.onApply(id)}>
              Apply up to here
            </Button>
          </Guarded>
        )}
        {hasRun(state) && (
          <Guarded reason={reason}>
            <Button icon={History} disabled={!!reason} onClick={() => actions.onRollBack(id)}>
              Roll back
            </Button>
          </Guarded>
        )}
        <Menu label="More" align="end" trigger={<IconButton icon={MoreHorizontal} label="Repair" />} entries={repairs(migration, !!reason, actions)} />
      </div>
    </header>
  );
}

/** What a person may say of it, as far as it makes sense for how it stands. */
function repairs({ id, state, inFolder }: MigrationItem, locked: boolean, { onRepair }: MigrationActions): MenuEntry[] {
  const entry = (label: string, decision: RepairDecision, sensible: boolean): MenuEntry => ({ label, icon: Wrench, disabled: locked || !sensible, onSelect: () => onRepair(id, decision) });
  return [
    { kind: 'title', label: 'Repair the history' },
    entry('Accept the edit', 'accept_edit', state === 'edited'),
    entry('Mark as applied', 'mark_applied', inFolder && state !== 'applied' && state !== 'edited'),
    entry('Mark as rolled back', 'mark_rolled_back', hasRun(state) || state === 'partial'),
  ];
}

const manyThings = 5;

function Things({ changes }: { changes: ChangeItem[] }) {
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  if (!changes.length) return <p className="p-4 text-sm text-muted">Its author wrote SQL of their own; it changes nothing of the recorded schema.</p>;
  const things = Map.groupBy(changes, (change) => change.thing);
  const few = things.size <= manyThings;
  const toggle = (thing: string, now: boolean) => setOpen((before) => new Set(now ? [...before, thing] : [...before].filter((other) => other !== thing)));
  return (
    <div className="flex flex-col gap-3 p-4">
      <p className="text-xs text-muted">
        {counted(changes.length, 'change')} of {counted(things.size, 'thing')}
      </p>
      {[...things].map(([thing, members]) => (
        <details key={thing} open={few || open.has(thing)} onToggle={(event) => toggle(thing, event.currentTarget.open)} className="rounded-md border border-line bg-surface">
          <summary className="flex min-h-9 flex-wrap items-center gap-2 px-3 py-1.5 text-sm hover:bg-hover">
            <Sign sign={!members[0]?.before ? '+' : !members[0].after ? '-' : '~'} />
            <span className="min-w-0 flex-1 font-mono text-xs break-words">{thing}</span>
            {members.length > 1 && <span className="text-xs text-faint">{counted(members.length, 'change')}</span>}
          </summary>
          {(few || open.has(thing)) && members[0] && (
            <div className="flex flex-col gap-3 border-t border-line p-3">
              <ul className="flex flex-col gap-1">
                {members.map((change) => (
                  <li key={change.id} className="flex items-start gap-2 text-sm">
                    <Sign sign={change.sign} />
                    <span className="min-w-0 flex-1 break-words">{change.subject}</span>
                    <RiskChip risk={change.risk} />
                  </li>
                ))}
              </ul>
              <DdlDiff before={members[0].before} after={members[0].after} title={thing} labels={['Before', 'After']} />
            </div>
          )}
        </details>
      ))}
    </div>
  );
}

function File({ text, none }: { text: string; none: string }) {
  return <div className="p-4">{text.trim() ? <Code>{text.trim()}</Code> : <p className="text-sm text-muted">{none}</p>}</div>;
}
