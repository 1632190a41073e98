import { useQuery } from '@tanstack/react-query';
import { CircleAlert, CircleCheck, LoaderCircle } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ChangesReport, DryRun } from '@/api/changes';
import { Problem } from '@/api/problem';
import { useApi } from '@/app/environment';
import { Button, Code, Dialog, ProblemNotice } from '@/kit';
import { counted, duration } from '../shared/formats';
import { ComingAlong } from './ChoiceBar';
import type { Choice } from './useChoice';

/** The plan run on a scratch copy of the schema, and held against the rows; nothing of the database changes. */
export function DryRunDialog({ open, onClose, choice, report }: { open: boolean; onClose: () => void; choice: Choice; report: ChangesReport }) {
  const api = useApi();
  const run = useQuery<DryRun, Problem>({
    queryKey: [api.environment, 'dry-run', choice.only],
    queryFn: () => api.post<DryRun>('/api/changes/dry-run', { only: choice.only }),
    enabled: open,
    staleTime: 0,
    gcTime: 0,
    retry: false,
  });
  return (
    <Dialog open={open} onClose={onClose} wide title="Dry run" description="A push is tried on a scratch copy of this database's schema. The database itself stays as it is." actions={<Button onClick={onClose}>Close</Button>}>
      <div className="mb-3 empty:hidden">
        <ComingAlong choice={choice} report={report} />
      </div>
      {run.isFetching ? (
        <p role="status" className="flex items-center gap-2 text-sm text-muted">
          <LoaderCircle size={16} className="animate-spin" aria-hidden />
          Building a copy, running the statements, asking the rows
        </p>
      ) : run.error ? (
        <ProblemNotice problem={run.error} />
      ) : (
        run.data && <Result result={{ ...run.data, part: choice.only.length > 0 }} />
      )}
    </Dialog>
  );
}

function Result({ result }: { result: DryRun & { part: boolean } }) {
  const failed = result.problems.length > 0;
  return (
    <div className="flex flex-col gap-3">
      <Line good={!failed}>
        {failed
          ? 'The plan does not work.'
          : result.tried
            ? `${counted(result.statements, 'statement')} ran on the copy and led exactly to ${result.part ? 'what was chosen' : 'the schema in the code'} (${duration(result.milliseconds)}).`
            : 'The plan could not be tried here; it is shown as it would run.'}
      </Line>
      {result.problems.map((failure) => (
        <ProblemNotice key={failure.what} problem={new Problem(failure, 422)} />
      ))}
      {!failed && (
        <Line good={!result.misfits.length}>
          {result.misfits.length ? 'It would fail on the rows that are there:' : 'All rows that are there fit.'}
          <List items={result.misfits} />
        </Line>
      )}
      {result.losses.length > 0 && (
        <Line good={false}>
          It would lose data:
          <List items={result.losses} />
        </Line>
      )}
      {result.remarks.map((remark) => (
        <p key={remark} className="text-sm text-muted">
          {remark}
        </p>
      ))}
      {result.script && <Code title="What a push would run" className="max-h-80">{result.script.trim()}</Code>}
    </div>
  );
}

function Line({ good, children }: { good: boolean; children: ReactNode }) {
  const Icon = good ? CircleCheck : CircleAlert;
  return (
    <div className="flex items-start gap-2 text-sm">
      <Icon size={16} className={`mt-0.5 shrink-0 ${good ? 'text-added-ink' : 'text-danger-ink'}`} aria-hidden />
      <div className="min-w-0 break-words">{children}</div>
    </div>
  );
}

function List({ items }: { items: string[] }) {
  return (
    <ul className="mt-1 list-disc pl-5 text-sm">
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  );
}
