import { CircleCheck, FilePlus2, FlaskConical, RefreshCw, UploadCloud } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import type { ChangesReport, DataReport } from '@/api/changes';
import { useGet, useRefresh } from '@/api/query';
import { setBadge } from '@/app/badges';
import { useCommands, type Command } from '@/app/commands';
import { FooterContent } from '@/app/Footer';
import { useSearch } from '@/app/router';
import { Button, EmptyState, ErrorState, IconButton, Notice, PageHeader, SkeletonLines, Tabs } from '@/kit';
import { DdlDiff } from '../shared/DdlDiff';
import { counted, duration } from '../shared/formats';
import { Guarded } from '../shared/Guarded';
import { Broken } from './Broken';
import { ChangeTree } from './ChangeTree';
import { DryRunDialog } from './DryRunDialog';
import { GenerateDialog } from './GenerateDialog';
import { ImpactPanel } from './ImpactPanel';
import { PushDialog } from './PushDialog';
import { Answered, Questions } from './Questions';
import { SqlView } from './SqlView';
import { useChanges } from './useChanges';

type Window = 'dry-run' | 'generate' | 'push';

/** The schema in the code against the database: what differs, what that costs here, and what can be done about it. */
export default function ChangesPage() {
  const { data: report, error, isFetching, refetch } = useChanges();
  const [opened, setOpened] = useState<Window | null>(null);
  const close = () => setOpened(null);

  useEffect(() => {
    if (report) setBadge('changes', report.changes.length || report.questions.length);
  }, [report]);

  if (error && !report) return <ErrorState problem={error} onRetry={() => void refetch()} />;
  const different = report?.state === 'different';
  return (
    <>
      <PageHeader
        title="Changes"
        description={report ? `${report.source} against ${report.database}` : 'The schema in the code against the database'}
        actions={report && <Actions report={report} busy={isFetching} onOpen={setOpened} />}
      />
      {report ? <Body report={report} /> : <Waiting />}
      {report && (
        <FooterContent>
          {report.state === 'different' && <span>{counted(report.changes.length, 'change')}</span>}
          {report.state === 'in_sync' && <span>In sync</span>}
          <span className="text-faint">compared in {duration(report.milliseconds)}</span>
          {isFetching && <span role="status">comparing</span>}
        </FooterContent>
      )}
      {report && (
        <>
          <DryRunDialog open={opened === 'dry-run'} onClose={close} />
          <GenerateDialog open={opened === 'generate'} onClose={close} report={report} />
          <PushDialog open={opened === 'push'} onClose={close} report={report} />
        </>
      )}
      {different && <Keys report={report} onOpen={setOpened} />}
    </>
  );
}

function Actions({ report, busy, onOpen }: { report: ChangesReport; busy: boolean; onOpen: (window: Window) => void }) {
  const refresh = useRefresh();
  const different = report.state === 'different';
  const { allowed, reason } = report.push;
  return (
    <>
      <IconButton icon={RefreshCw} label="Compare again" disabled={busy} onClick={() => refresh('/api/changes', '/api/changes/data', '/api/changes/impact')} className={busy ? '[&>svg]:animate-spin' : ''} />
      <Guarded reason={allowed ? undefined : reason}>
        <Button icon={FlaskConical} disabled={!different || !allowed} onClick={() => onOpen('dry-run')}>
          Dry run
        </Button>
      </Guarded>
      <Guarded reason={allowed ? undefined : reason}>
        <Button icon={UploadCloud} disabled={!different || !allowed} onClick={() => onOpen('push')}>
          Push
        </Button>
      </Guarded>
      <Button tone="primary" icon={FilePlus2} disabled={!different} onClick={() => onOpen('generate')}>
        Generate migration
      </Button>
    </>
  );
}

function Keys({ report, onOpen }: { report: ChangesReport; onOpen: (window: Window) => void }) {
  const commands = useMemo(
    (): Command[] => [
      { id: 'changes-generate', title: 'Generate migration', group: 'Changes', icon: FilePlus2, keys: 'm', run: () => onOpen('generate') },
      ...(report.push.allowed
        ? [
            { id: 'changes-dry-run', title: 'Dry run', group: 'Changes', icon: FlaskConical, keys: 'y', run: () => onOpen('dry-run') },
            { id: 'changes-push', title: 'Push', group: 'Changes', icon: UploadCloud, keys: 'p', run: () => onOpen('push') },
          ]
        : []),
    ],
    [report.push.allowed, onOpen],
  );
  useCommands(commands);
  return null;
}

function Body({ report }: { report: ChangesReport }) {
  switch (report.state) {
    case 'broken':
      return (
        <div className="min-h-0 flex-1 overflow-auto">
          <Broken problems={report.problems} />
        </div>
      );
    case 'undecided':
      return (
        <div className="min-h-0 flex-1 overflow-auto">
          <div className="mx-auto my-6 flex w-full max-w-3xl flex-col gap-4 px-4">
            <div>
              <h2 className="text-base font-semibold">{counted(report.questions.length, 'question')} before the changes are known</h2>
              <p className="text-sm text-muted">The two schemas do not tell. Your answers stay until the studio ends.</p>
            </div>
            <Questions questions={report.questions} />
            <Answered answers={report.answers} />
          </div>
        </div>
      );
    case 'in_sync':
      return (
        <EmptyState icon={CircleCheck} title="In sync">
          This database has exactly the schema that the code says. Save a change of the code, and it appears here.
          <Remarks remarks={report.remarks} />
        </EmptyState>
      );
    case 'different':
      return <Comparison report={report} />;
  }
}

function Remarks({ remarks }: { remarks: string[] }) {
  return remarks.map((remark) => (
    <Notice key={remark} tone="staged" className="mt-3 text-left">
      {remark}
    </Notice>
  ));
}

/** The list, the change, and what it means; under each other on a phone. */
function Comparison({ report }: { report: ChangesReport }) {
  const data = useGet<DataReport>('/api/changes/data', {}, { staleTime: 0 });
  const [named, setNamed] = useSearch('change');
  const [view, setView] = useSearch('view');
  const change = report.changes.find((one) => one.id === named) ?? report.changes[0];
  if (!change) return null;
  return (
    <div className="flex min-h-0 flex-1 max-lg:flex-col max-lg:overflow-auto">
      <div className="flex w-72 shrink-0 flex-col border-r border-line bg-surface max-lg:max-h-72 max-lg:w-full max-lg:border-r-0 max-lg:border-b">
        <ChangeTree changes={report.changes} data={data.data?.checks} selected={change.id} onSelect={(id) => setNamed(id, { replace: true })} />
        <Answered answers={report.answers} />
      </div>
      <div className="flex min-w-0 flex-1 flex-col max-lg:min-h-96 max-lg:shrink-0">
        {report.remarks.length > 0 && (
          <div className="px-4 pt-1">
            <Remarks remarks={report.remarks} />
          </div>
        )}
        <Tabs
          fill
          label="What changes"
          value={view ?? 'ddl'}
          onChange={(id) => setView(id === 'ddl' ? null : id, { replace: true })}
          tabs={[
            {
              id: 'ddl',
              label: 'Before and after',
              panel: (
                <div className="p-4">
                  <DdlDiff before={change.before} after={change.after} title={change.thing} />
                </div>
              ),
            },
            { id: 'up', label: 'Up SQL', panel: <SqlView sql={report.up} serving={change.id} empty="Nothing is to be run." /> },
            { id: 'down', label: 'Down SQL', panel: <SqlView sql={report.down} empty="Nothing is to be taken back." /> },
          ]}
        />
      </div>
      <aside aria-label="Impact" className="w-80 shrink-0 overflow-auto border-l border-line bg-surface max-lg:w-full max-lg:overflow-visible max-lg:border-t max-lg:border-l-0">
        <ImpactPanel change={change} statements={report.up.statements.filter((statement) => statement.serves.includes(change.id))} data={{ data: data.data, error: data.error }} />
      </aside>
    </div>
  );
}

function Waiting() {
  return (
    <div className="flex min-h-0 flex-1" role="status" aria-label="Comparing the code with the database">
      <div className="w-72 shrink-0 border-r border-line bg-surface p-4 max-lg:hidden">
        <SkeletonLines lines={8} />
      </div>
      <SkeletonLines className="flex-1 p-6" lines={10} />
      <div className="w-80 shrink-0 border-l border-line bg-surface p-4 max-lg:hidden">
        <SkeletonLines lines={6} />
      </div>
    </div>
  );
}
