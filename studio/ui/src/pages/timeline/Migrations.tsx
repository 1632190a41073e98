import { useState } from 'react';
import type { MigrationItem, RepairDecision, Timeline } from '@/api/timeline';
import { useSearch } from '@/app/router';
import { Notice } from '@/kit';
import { RunProgress } from '../shared/RunProgress';
import { useRun } from '../shared/useRun';
import { Holders } from './Holders';
import { MigrationList } from './MigrationList';
import { MigrationView } from './MigrationView';
import { RepairDialog } from './RepairDialog';
import { RollbackDialog } from './RollbackDialog';
import { ScriptList } from './ScriptList';
import { HookView, RepeatableView } from './ScriptView';
import { isPending } from './states';
import { useElsewhere } from './useTimeline';

/** How many migrations are taken back with this one: it and all that the history has after it, what is half done of one that failed included. */
function stepsBackTo(id: string, migrations: MigrationItem[]): number {
  const ran = migrations.filter((one) => one.at).toSorted((one, other) => Date.parse(one.at ?? '') - Date.parse(other.at ?? ''));
  return ran.length - ran.findIndex((one) => one.id === id);
}

/** The migrations and scripts beside the one that is looked at; under each other on a phone. */
export function Migrations({ timeline, onApply }: { timeline: Timeline; onApply: (id: string | true) => void }) {
  const elsewhere = useElsewhere();
  const { run, cancel } = useRun();
  const [named, setNamed] = useSearch('migration');
  const [script, setScript] = useSearch('script');
  const [steps, setSteps] = useState<number | null>(null);
  const [repair, setRepair] = useState<{ id: string; decision: RepairDecision } | null>(null);
  const { migrations, repeatables, hooks } = timeline;
  const repeatable = repeatables.find((one) => one.id === script);
  const hook = hooks.find((one) => one.id === script);
  const selected = repeatable || hook ? undefined : (migrations.find((one) => one.id === named) ?? migrations.find((one) => isPending(one.state)) ?? migrations.at(-1));
  const onRepair = (id: string, decision: RepairDecision) => setRepair({ id, decision });
  const remarksOn = (id: string) => timeline.remarks.filter((remark) => remark.migration === id);

  function select(id: string) {
    setScript(null, { replace: true });
    setNamed(id, { replace: true });
  }

  return (
    <div className="flex min-h-0 flex-1 max-lg:flex-col max-lg:overflow-auto">
      <div className="flex w-[26rem] shrink-0 flex-col border-r border-line bg-surface max-lg:max-h-96 max-lg:w-full max-lg:border-r-0 max-lg:border-b">
        {timeline.window && !timeline.windowOpen && (
          <Notice tone="staged" className="m-3 mb-0">
            It is changed only in the maintenance window {timeline.window}, and that is not now.
          </Notice>
        )}
        {timeline.findings.map((finding) => (
          <Notice key={finding} tone="staged" className="m-3 mb-0">
            {finding}
          </Notice>
        ))}
        {run?.state === 'running' ? (
          <div className="border-b border-line p-3">
            <RunProgress run={run} onCancel={cancel} />
          </div>
        ) : (
          <Holders holders={timeline.holders} />
        )}
        <div className="min-h-0 flex-1 overflow-auto">
          <MigrationList migrations={migrations} elsewhere={elsewhere} selected={selected?.id} onSelect={select} />
          <ScriptList repeatables={repeatables} hooks={hooks} selected={repeatable?.id ?? hook?.id} onSelect={(id) => setScript(id, { replace: true })} />
        </div>
      </div>
      {selected && (
        <MigrationView key={selected.id} migration={selected} remarks={remarksOn(selected.id)} actions={{ onApply, onRollBack: (id) => setSteps(stepsBackTo(id, migrations)), onRepair }} />
      )}
      {repeatable && <RepeatableView key={repeatable.id} script={repeatable} remarks={remarksOn(repeatable.id)} onApply={() => onApply(true)} onRepair={onRepair} />}
      {hook && <HookView key={hook.id} hook={hook} remarks={remarksOn(hook.id)} />}
      <RollbackDialog steps={steps} onClose={() => setSteps(null)} word={timeline.approval} />
      <RepairDialog repair={repair} onClose={() => setRepair(null)} />
    </div>
  );
}
