import { FileClock, FilePlus2, Play } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { MigrationItem, RepairDecision, Timeline } from '@/api/timeline';
import { setBadge } from '@/app/badges';
import { useEnvironment } from '@/app/environment';
import { FooterContent } from '@/app/Footer';
import { address, go, useSearch } from '@/app/router';
import { Button, EmptyState, ErrorState, Notice, PageHeader, SkeletonLines } from '@/kit';
import { counted } from '../shared/formats';
import { Guarded } from '../shared/Guarded';
import { RunProgress } from '../shared/RunProgress';
import { useRun } from '../shared/useRun';
import { ApplyDialog } from './ApplyDialog';
import { MigrationList } from './MigrationList';
import { MigrationView } from './MigrationView';
import { RepairDialog } from './RepairDialog';
import { RollbackDialog } from './RollbackDialog';
import { isPending } from './states';
import { useElsewhere, useTimeline } from './useTimeline';

/** Every migration with how it stands here and in the other environments, and what can be done with it. */
export default function TimelinePage() {
  const { data: timeline, error, refetch } = useTimeline();
  const environment = useEnvironment();
  const [to, setTo] = useState<string | true | null>(null);
  const reason = environment.readOnly ? (environment.readOnlyReason ?? 'This database is shown read-only.') : null;

  useEffect(() => {
    if (timeline) setBadge('timeline', timeline.pending);
  }, [timeline]);

  if (error && !timeline) return <ErrorState problem={error} onRetry={() => void refetch()} />;
  return (
    <>
      <PageHeader
        title="Timeline"
        description={timeline ? `${timeline.folder} in ${timeline.database}` : 'The migrations as they stand in the database'}
        actions={
          timeline &&
          timeline.pending > 0 && (
            <Guarded reason={reason}>
              <Button tone="primary" icon={Play} disabled={!!reason} onClick={() => setTo(true)}>
                Apply {timeline.pending === 1 ? 'the pending one' : `all ${timeline.pending} pending`}
              </Button>
            </Guarded>
          )
        }
      />
      {!timeline ? <SkeletonLines className="p-6" lines={10} /> : timeline.migrations.length ? <Migrations timeline={timeline} onApply={setTo} /> : <NoMigrations />}
      {timeline && (
        <>
          <ApplyDialog to={to} onClose={() => setTo(null)} approval={timeline.protected ? timeline.approval : undefined} outOfOrder={timeline.migrations.some((one) => one.state === 'out_of_order')} />
          <FooterContent>
            <span>{counted(timeline.migrations.length, 'migration')}</span>
            <span className="text-faint">{timeline.pending ? `${timeline.pending} pending` : 'nothing pending'}</span>
          </FooterContent>
        </>
      )}
    </>
  );
}

function NoMigrations() {
  return (
    <EmptyState
      icon={FileClock}
      title="There are no migrations yet"
      actions={
        <Button icon={FilePlus2} onClick={() => go(address('/changes'))}>
          Go to Changes
        </Button>
      }
    >
      The first one is generated from the changes between the code and what the migrations lead to, which is nothing so far.
    </EmptyState>
  );
}

/** How many migrations are taken back with this one: it and all that the history has after it, what is half done of one that failed included. */
function stepsBackTo(id: string, migrations: MigrationItem[]): number {
  const ran = migrations.filter((one) => one.at).toSorted((one, other) => Date.parse(one.at ?? '') - Date.parse(other.at ?? ''));
  return ran.length - ran.findIndex((one) => one.id === id);
}

function Migrations({ timeline, onApply }: { timeline: Timeline; onApply: (id: string) => void }) {
  const elsewhere = useElsewhere();
  const { run, cancel } = useRun();
  const [named, setNamed] = useSearch('migration');
  const [steps, setSteps] = useState<number | null>(null);
  const [repair, setRepair] = useState<{ id: string; decision: RepairDecision } | null>(null);
  const { migrations } = timeline;
  const selected = migrations.find((one) => one.id === named) ?? migrations.find((one) => isPending(one.state)) ?? migrations.at(-1);
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
        {run?.state === 'running' && (
          <div className="border-b border-line p-3">
            <RunProgress run={run} onCancel={cancel} />
          </div>
        )}
        <MigrationList migrations={migrations} elsewhere={elsewhere} selected={selected?.id} onSelect={(id) => setNamed(id, { replace: true })} />
      </div>
      {selected && (
        <MigrationView
          key={selected.id}
          migration={selected}
          remarks={timeline.remarks.filter((remark) => remark.migration === selected.id)}
          actions={{ onApply, onRollBack: (id) => setSteps(stepsBackTo(id, migrations)), onRepair: (id, decision) => setRepair({ id, decision }) }}
        />
      )}
      <RollbackDialog steps={steps} onClose={() => setSteps(null)} word={timeline.approval} />
      <RepairDialog repair={repair} onClose={() => setRepair(null)} />
    </div>
  );
}
