import { useId, useRef, useState, type FormEvent } from 'react';
import { useAction } from '@/api/action';
import { useRefresh } from '@/api/query';
import type { RepairDecision } from '@/api/timeline';
import { useApi } from '@/app/environment';
import { Button, Dialog, ProblemNotice, TextField, toast } from '@/kit';

const meanings: Record<RepairDecision, { title: string; what: string; done: string }> = {
  accept_edit: { title: 'Accept the edit', what: 'What its files say now counts as what ran. Nothing is run.', done: 'The edit counts as what ran.' },
  mark_applied: { title: 'Mark as applied', what: 'It counts as applied, since what it does is there already. Nothing is run.', done: 'It counts as applied.' },
  mark_rolled_back: { title: 'Mark as rolled back', what: 'It counts as not applied, since what it did is not there any more. Nothing is run.', done: 'It counts as not applied.' },
};

/** Changes what the history says of a migration, with a reason for whoever reads it later. */
export function RepairDialog({ repair, onClose }: { repair: { id: string; decision: RepairDecision } | null; onClose: () => void }) {
  const api = useApi();
  const refresh = useRefresh();
  const [reason, setReason] = useState('');
  const { busy, problem, act, forget } = useAction();
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  const meaning = meanings[repair?.decision ?? 'accept_edit'];

  function close() {
    onClose();
    setReason('');
    forget();
  }

  async function send() {
    await api.post('/api/migrations/repair', { ...repair, reason });
    refresh('/api/migrations', '/api/overview');
    toast(meaning.done);
    close();
  }

  function onSubmit(event: FormEvent) {
    event.preventDefault();
    void act(send);
  }

  return (
    <Dialog
      open={repair !== null}
      onClose={close}
      title={meaning.title}
      description={meaning.what}
      initialFocus={field}
      actions={
        <>
          <Button onClick={close}>Cancel</Button>
          <Button tone="primary" type="submit" form={id} busy={busy} disabled={!reason.trim()}>
            {meaning.title}
          </Button>
        </>
      }
    >
      <form id={id} onSubmit={onSubmit} className="flex flex-col gap-3">
        <p className="font-mono text-xs break-all text-muted">{repair?.id}</p>
        <label htmlFor={`${id}-reason`} className="flex flex-col gap-1 text-sm font-medium">
          Why?
          <TextField ref={field} id={`${id}-reason`} value={reason} onChange={(event) => setReason(event.target.value)} placeholder="kept in the history with your name" />
        </label>
        {problem && <ProblemNotice problem={problem} />}
      </form>
    </Dialog>
  );
}
