import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Problem } from '@/api/problem';
import type { ApplyPreview } from '@/api/timeline';
import { useApi } from '@/app/environment';
import { Button, Checkbox, Code, Dialog, Notice, ProblemNotice, SkeletonLines } from '@/kit';
import { Approve } from '../shared/Approve';
import { counted } from '../shared/formats';
import { HazardList } from '../shared/risk';
import { RunProgress } from '../shared/RunProgress';
import { useRun } from '../shared/useRun';

/** Shows which migrations would run, with their SQL and what they cost, runs them, and tells how it goes. */
export function ApplyDialog({ to, onClose, approval, outOfOrder }: { to: string | true | null; onClose: () => void; approval: string | undefined; outOfOrder: boolean }) {
  const api = useApi();
  const { run, start, cancel, problem, clear } = useRun();
  const [started, setStarted] = useState<string | null>(null);
  const [typed, setTyped] = useState('');
  const [early, setEarly] = useState(false);
  const body = { ...(typeof to === 'string' ? { to } : {}), ...(early ? { outOfOrder: true } : {}) };
  const preview = useQuery<ApplyPreview, Problem>({
    queryKey: [api.environment, 'preview-apply', to, early],
    queryFn: () => api.post<ApplyPreview>('/api/migrations/preview-apply', body),
    enabled: to !== null && !started,
    staleTime: 0,
    retry: false,
  });
  const migrations = preview.data?.migrations ?? [];
  const scripts = preview.data?.scripts ?? [];
  const losses = migrations.flatMap((migration) => migration.changes.flatMap((change) => change.hazards.filter((hazard) => hazard.kind === 'data_loss')));
  const word = losses.length ? approval : undefined;
  const mine = started && run?.run === started ? run : null;

  function close() {
    onClose();
    setStarted(null);
    setTyped('');
    setEarly(false);
    clear();
  }

  return (
    <Dialog
      open={to !== null}
      onClose={close}
      wide
      title="Apply migrations"
      description="Each runs in a transaction of its own where it can; one at a time, in this order."
      actions={
        started ? (
          <Button onClick={close}>Close</Button>
        ) : (
          <>
            <Button onClick={close}>Cancel</Button>
            <Button tone={losses.length ? 'danger' : 'primary'} disabled={!(migrations.length || scripts.length) || (!!word && typed !== word)} onClick={() => void start('/api/migrations/apply', { ...body, ...(word ? { approval: typed } : {}) }).then(setStarted)}>
              Apply {!migrations.length && scripts.length ? counted(scripts.length, 'script') : counted(migrations.length, 'migration')}
            </Button>
          </>
        )
      }
    >
      {mine ? (
        <RunProgress run={mine} onCancel={cancel} />
      ) : (
        <div className="flex flex-col gap-3">
          {outOfOrder && <Checkbox label="Also run those that are earlier than what ran" checked={early} onChange={setEarly} />}
          {preview.error && <ProblemNotice problem={preview.error} />}
          {preview.isFetching && <SkeletonLines lines={4} />}
          {preview.data && !migrations.length && !scripts.length && <p className="text-sm text-muted">Nothing is to be run.</p>}
          {losses.length > 0 && (
            <Notice tone="danger">
              Data would be lost:
              <div className="mt-1">
                <HazardList hazards={losses} />
              </div>
            </Notice>
          )}
          {word && <Approve word={word} typed={typed} onType={setTyped} />}
          {problem && <ProblemNotice problem={problem} />}
          {[...migrations, ...scripts].map(({ id, upSql }) => (
            <Code key={id} title={id} className="max-h-64 shrink-0">
              {upSql.trim()}
            </Code>
          ))}
        </div>
      )}
    </Dialog>
  );
}
