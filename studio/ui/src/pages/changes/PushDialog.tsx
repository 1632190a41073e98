import { useId, useState, type FormEvent } from 'react';
import type { ChangesReport, DataReport } from '@/api/changes';
import { useGet } from '@/api/query';
import { Button, Dialog, Notice, ProblemNotice } from '@/kit';
import { Approve } from '../shared/Approve';
import { counted } from '../shared/formats';
import { RunProgress } from '../shared/RunProgress';
import { useRun } from '../shared/useRun';
import { ComingAlong } from './ChoiceBar';
import type { Choice } from './useChoice';

/** Makes the database what the code says, after a look at what that costs; whoever loses data types the name of the database. */
export function PushDialog({ open, onClose, report, choice }: { open: boolean; onClose: () => void; report: ChangesReport; choice: Choice }) {
  const { run, start, cancel, problem, clear } = useRun();
  const [started, setStarted] = useState<string | null>(null);
  const [typed, setTyped] = useState('');
  const { data } = useGet<DataReport>('/api/changes/data', {}, { enabled: open && !started });
  const id = useId();
  const changes = report.changes.filter((change) => choice.makes(change.id));
  const matters = data?.checks.filter((answer) => answer.matters && choice.makes(answer.change)) ?? [];
  const losses = matters.filter((answer) => answer.kind === 'loss');
  const misfits = matters.filter((answer) => answer.kind !== 'loss');
  const mine = started && run?.run === started ? run : null;
  const loses = losses.length > 0 || changes.some((change) => change.risk === 'data_loss');

  function close() {
    onClose();
    setStarted(null);
    setTyped('');
    clear();
  }

  async function push(event: FormEvent) {
    event.preventDefault();
    setStarted(await start('/api/changes/push', { only: choice.only, ...(loses ? { approval: typed } : {}) }));
  }

  return (
    <Dialog
      open={open}
      onClose={close}
      wide={!!mine}
      title="Push"
      description={choice.only.length ? `Makes some of the changes in ${report.push.approval}, without a migration.` : `Makes ${report.push.approval} what the code says, without a migration.`}
      actions={
        started ? (
          <Button onClick={close}>Close</Button>
        ) : (
          <>
            <Button onClick={close}>Cancel</Button>
            <Button tone={loses ? 'danger' : 'primary'} type="submit" form={id} disabled={misfits.length > 0 || (loses && typed !== report.push.approval)}>
              Push {counted(changes.length, 'change')}
            </Button>
          </>
        )
      }
    >
      {mine ? (
        <RunProgress run={mine} onCancel={cancel} />
      ) : (
        <form id={id} onSubmit={(event) => void push(event)} className="flex flex-col gap-3">
          <ComingAlong choice={choice} report={report} />
          <p className="text-sm text-muted">The plan is tried on a scratch copy first, then it runs here. It is for databases that one can do without; for all others, generate a migration.</p>
          {misfits.length > 0 && (
            <Notice tone="danger">
              It would fail on the rows that are there:
              <Lines lines={misfits.map((answer) => answer.sentence)} />
              <p className="mt-1">Correct the rows, then push again.</p>
            </Notice>
          )}
          {loses && (
            <>
              <Notice tone="danger">
                Data would be lost:
                <Lines lines={losses.length ? losses.map((answer) => answer.sentence) : changes.flatMap((change) => change.hazards.filter((hazard) => hazard.kind === 'data_loss').map((hazard) => hazard.message))} />
              </Notice>
              {!misfits.length && <Approve word={report.push.approval} typed={typed} onType={setTyped} />}
            </>
          )}
          {problem && <ProblemNotice problem={problem} />}
        </form>
      )}
    </Dialog>
  );
}

function Lines({ lines }: { lines: string[] }) {
  return (
    <ul className="mt-1 list-disc pl-4">
      {[...new Set(lines)].map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
