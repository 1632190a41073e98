import { GitCompareArrows, History, MoreHorizontal, Play, Wrench } from 'lucide-react';
import { Problem } from '@/api/problem';
import { useGet } from '@/api/query';
import type { MigrationDetail, MigrationItem, MigrationRemark, RepairDecision } from '@/api/timeline';
import { useEnvironment } from '@/app/environment';
import { address, go, useSearch } from '@/app/router';
import { Button, Code, IconButton, Menu, Notice, ProblemNotice, SkeletonLines, Tabs, type MenuEntry } from '@/kit';
import { at, duration } from '../shared/formats';
import { Guarded } from '../shared/Guarded';
import { Things } from '../shared/Things';
import { Remarked } from './Remarked';
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
        <Remarked remarks={remarks} />
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
            { id: 'changes', label: 'What it changes', panel: <Things changes={data.changes} things={data.things} none="Its author wrote SQL of their own; it changes nothing of the recorded schema." /> },
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
        <Menu label="More" align="end" trigger={<IconButton icon={MoreHorizontal} label="Compare and repair" />} entries={more(migration, !!reason, actions)} />
      </div>
    </header>
  );
}

/** What it can be held against, and what a person may say of it, as far as it makes sense for how it stands. */
function more({ id, state, inFolder }: MigrationItem, locked: boolean, { onRepair }: MigrationActions): MenuEntry[] {
  const compare = (label: string, from: string, to: string): MenuEntry => ({ label, icon: GitCompareArrows, disabled: !inFolder, onSelect: () => go(address('/timeline/compare', { from, to })) });
  const point = `migration:${id}`;
  const entry = (label: string, decision: RepairDecision, sensible: boolean): MenuEntry => ({ label, icon: Wrench, disabled: locked || !sensible, onSelect: () => onRepair(id, decision) });
  return [
    { kind: 'title', label: 'Compare' },
    compare('With the code', point, 'code'),
    compare('With this database', point, 'database'),
    compare('From nothing to here', 'empty', point),
    { kind: 'title', label: 'Repair the history' },
    entry('Accept the edit', 'accept_edit', state === 'edited'),
    entry('Mark as applied', 'mark_applied', inFolder && state !== 'applied' && state !== 'edited'),
    entry('Mark as rolled back', 'mark_rolled_back', hasRun(state) || state === 'partial'),
  ];
}

function File({ text, none }: { text: string; none: string }) {
  return <div className="p-4">{text.trim() ? <Code>{text.trim()}</Code> : <p className="text-sm text-muted">{none}</p>}</div>;
}
