import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Problem } from '@/api/problem';
import type { RollbackPreview } from '@/api/timeline';
import { useApi } from '@/app/environment';
import { Button, Code, Dialog, Notice, ProblemNotice, SkeletonLines } from '@/kit';
import { Approve } from '../shared/Approve';
import { counted } from '../shared/formats';
import { RunProgress } from '../shared/RunProgress';
import { useRun } from '../shared/useRun';

/** Shows what would be taken back, what is lost with it, and takes it back once that is meant. */
export function RollbackDialog({ steps, onClose, word }: { steps: number | null; onClose: () => void; word: string }) {
  const api = useApi();
  const { run, start, cancel, problem, clear } = useRun();
  const [started, setStarted] = useState<string | null>(null);
  const [typed, setTyped] = useState('');
  const preview = useQuery<RollbackPreview, Problem>({
    queryKey: [api.environment, 'preview-rollback', steps],
    queryFn: () => api.post<RollbackPreview>('/api/migrations/preview-rollback', { steps }),
    enabled: steps !== null && !started,
    staleTime: 0,
    retry: false,
  });
  const migrations = preview.data?.migrations ?? [];
  const losses = [...new Set(migrations.flatMap((migration) => migration.losses))];
  const mine = started && run?.run === started ? run : null;

  function close() {
    onClose();
    setStarted(null);
    setTyped('');
    clear();
  }

  return (
    <Dialog
      open={steps !== null}
      onClose={close}
      wide
      title="Roll back"
      description="The last one is taken back first, with the down.sql that the history keeps."
      actions={
        started ? (
          <Button onClick={close}>Close</Button>
        ) : (
          <>
            <Button onClick={close}>Cancel</Button>
            <Button tone="danger" disabled={!migrations.length || (losses.length > 0 && typed !== word)} onClick={() => void start('/api/migrations/rollback', { steps, ...(losses.length ? { approval: typed } : {}) }).then(setStarted)}>
              Roll back {counted(migrations.length, 'migration')}
            </Button>
          </>
        )
      }
    >
      {mine ? (
        <RunProgress run={mine} onCancel={cancel} />
      ) : (
        <div className="flex flex-col gap-3">
          {preview.error && <ProblemNotice problem={preview.error} />}
          {preview.isFetching && <SkeletonLines lines={4} />}
          {preview.data && !losses.length && <p className="text-sm text-muted">No row and no value is lost.</p>}
          {losses.length > 0 && (
            <>
              <Notice tone="danger">
                Data would be lost:
                <ul className="mt-1 list-disc pl-4">
                  {losses.map((loss) => (
                    <li key={loss}>{loss}</li>
                  ))}
                </ul>
              </Notice>
              <Approve word={word} typed={typed} onType={setTyped} />
            </>
          )}
          {problem && <ProblemNotice problem={problem} />}
          {migrations.map((migration) => (
            <Code key={migration.id} title={migration.id} className="max-h-64 shrink-0">
              {migration.downSql.trim()}
            </Code>
          ))}
        </div>
      )}
    </Dialog>
  );
}
