import { CircleCheck } from 'lucide-react';
import { useCallback, useEffect, useState, type ReactNode } from 'react';
import type { ChangesReport } from '@/api/changes';
import { setBadge } from '@/app/badges';
import { FooterContent } from '@/app/Footer';
import { useSearch } from '@/app/router';
import { EmptyState, ErrorState, PageHeader, SkeletonLines } from '@/kit';
import { counted, duration } from '../shared/formats';
import { Actions, isReady, Keys, type Window } from './Actions';
import { Broken } from './Broken';
import { Comparison, Remarks } from './Comparison';
import { DryRunDialog } from './DryRunDialog';
import { GenerateDialog } from './GenerateDialog';
import { PushDialog } from './PushDialog';
import { Answered, Questions, WaitingChanges } from './Questions';
import { useChanges } from './useChanges';
import { useChoice, type Choice } from './useChoice';

/** The schema in the code against the database: what differs, what that costs here, and what can be done about it. */
export default function ChangesPage() {
  const { data: report, error, isFetching, refetch } = useChanges();
  useEffect(() => {
    if (report) setBadge('changes', report.changes.length + report.questions.length);
  }, [report]);
  if (error && !report) return <ErrorState problem={error} onRetry={() => void refetch()} />;
  return report ? <Loaded report={report} busy={isFetching} /> : <Waiting />;
}

function Loaded({ report, busy }: { report: ChangesReport; busy: boolean }) {
  const [opened, setOpened] = useState<Window | null>(null);
  const [named, setNamed] = useSearch('change');
  const choice = useChoice(report);
  const close = useCallback(() => setOpened(null), []);
  const selected = (report.changes.find((one) => one.id === named) ?? report.changes[0])?.id;
  return (
    <>
      <PageHeader title="Changes" description={`${report.source} against ${report.database}`} actions={<Actions report={report} choice={choice} busy={busy} onOpen={setOpened} />} />
      <Body report={report} choice={choice} selected={selected} onSelect={(id) => setNamed(id, { replace: true })} />
      <FooterContent>
        {report.changes.length > 0 && <span>{counted(report.changes.length, 'change')}</span>}
        {report.questions.length > 0 && <span>{counted(report.questions.length, 'question')}</span>}
        {report.state === 'in_sync' && <span>In sync</span>}
        <span className="text-faint">compared in {duration(report.milliseconds)}</span>
        {busy && <span role="status">comparing</span>}
      </FooterContent>
      <DryRunDialog open={opened === 'dry-run'} onClose={close} report={report} choice={choice} />
      <GenerateDialog open={opened === 'generate'} onClose={close} report={report} choice={choice} />
      <PushDialog open={opened === 'push'} onClose={close} report={report} choice={choice} />
      {isReady(report) && <Keys report={report} choice={choice} selected={selected} onOpen={setOpened} />}
    </>
  );
}

interface BodyProps {
  report: ChangesReport;
  choice: Choice;
  selected: string | undefined;
  onSelect: (id: string) => void;
}

function Body(props: BodyProps) {
  const { report } = props;
  switch (report.state) {
    case 'broken':
      return (
        <Above {...props} label="Problems">
          <Broken problems={report.problems} before={report.changes.length > 0} />
        </Above>
      );
    case 'undecided':
      return <Undecided {...props} />;
    case 'in_sync':
      return (
        <EmptyState icon={CircleCheck} title="In sync">
          This database has exactly the schema that the code says. Save a change of the code, and it appears here.
          <Remarks remarks={report.remarks} />
        </EmptyState>
      );
    case 'different':
      return <Comparison {...props} />;
  }
}

/** What is asked, above what is to be done whatever the answer is. */
function Undecided(props: BodyProps) {
  const { report } = props;
  const others = report.changes.length;
  return (
    <Above {...props} label="Questions">
      <div className="mx-auto my-4 flex w-full max-w-3xl flex-col gap-3 px-4">
        <div>
          <h2 className="text-base font-semibold">{counted(report.questions.length, 'question')} before all changes are known</h2>
          <p className="text-sm text-muted">
            The two schemas do not tell. Your answers stay until the studio ends.
            {others > 0 && ` ${counted(others, 'change')} below ${others === 1 ? 'is' : 'are'} to be made whatever you answer, and can be made before.`}
          </p>
        </div>
        <Questions questions={report.questions} />
        <WaitingChanges changes={report.waiting} />
        {!others && <Answered answers={report.answers} />}
      </div>
    </Above>
  );
}

/** Something that has to be dealt with, above the changes that are known. */
function Above({ label, children, ...props }: BodyProps & { label: string; children: ReactNode }) {
  const known = props.report.changes.length > 0;
  return (
    <div className="flex min-h-0 flex-1 flex-col max-lg:overflow-auto">
      <section aria-label={label} className={known ? 'max-h-[45%] shrink-0 overflow-auto border-b border-line max-lg:max-h-none' : 'min-h-0 flex-1 overflow-auto'}>
        {children}
      </section>
      {known && <Comparison {...props} />}
    </div>
  );
}

function Waiting() {
  return (
    <>
      <PageHeader title="Changes" description="The schema in the code against the database" />
      <div className="flex min-h-0 flex-1" role="status" aria-label="Comparing the code with the database">
        <div className="w-72 shrink-0 border-r border-line bg-surface p-4 max-lg:hidden">
          <SkeletonLines lines={8} />
        </div>
        <SkeletonLines className="flex-1 p-6" lines={10} />
        <div className="w-80 shrink-0 border-l border-line bg-surface p-4 max-lg:hidden">
          <SkeletonLines lines={6} />
        </div>
      </div>
    </>
  );
}
