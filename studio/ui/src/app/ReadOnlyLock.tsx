import { useQueryClient } from '@tanstack/react-query';
import { Lock, LockOpen } from 'lucide-react';
import { useEffect, useState, type FormEvent } from 'react';
import type { Environment, Meta } from '@/api/meta';
import { Problem, sentence } from '@/api/problem';
import { Button, classes, Dialog, Notice, ProblemNotice, TextField, toast, Tooltip } from '@/kit';
import { useApi, useEnvironment } from './environment';

/** Whether the database may be changed, why not, and the way to change that for a while. */
export function ReadOnlyLock() {
  const environment = useEnvironment();
  const api = useApi();
  const queries = useQueryClient();
  const [open, setOpen] = useState(false);
  const Icon = environment.readOnly ? Lock : LockOpen;

  // When the time is over the server locks it; ask then what holds.
  const until = environment.unlockedUntil;
  useEffect(() => {
    if (!until) return;
    const timer = setTimeout(() => void queries.invalidateQueries({ queryKey: ['meta'] }), Math.max(0, Date.parse(until) - Date.now()) + 500);
    return () => clearTimeout(timer);
  }, [until, queries]);

  async function lock() {
    try {
      queries.setQueryData(['meta'], await api.post<Meta>('/api/lock'));
    } catch (thrown) {
      toast(Problem.of(thrown).what, 'danger');
    }
  }

  const press = environment.unlockedUntil ? () => void lock() : environment.readOnly && environment.canUnlock ? () => setOpen(true) : undefined;
  return (
    <>
      <Tooltip text={toldOf(environment)}>
        <button
          type="button"
          aria-disabled={!press}
          onClick={press}
          className={classes(
            'flex h-6 shrink-0 items-center gap-1 rounded-sm px-1.5 text-xs font-medium',
            environment.readOnly ? 'bg-staged-soft text-staged-ink' : environment.unlockedUntil ? 'bg-danger-soft text-danger-ink' : 'text-faint max-sm:hidden',
          )}
        >
          <Icon size={12} aria-hidden />
          {environment.readOnly ? 'Read-only' : environment.unlockedUntil ? `Writable until ${clock(environment.unlockedUntil)}` : 'Writable'}
        </button>
      </Tooltip>
      <UnlockDialog environment={environment} open={open} onClose={() => setOpen(false)} />
    </>
  );
}

function toldOf({ readOnly, readOnlyReason, canUnlock, unlockedUntil, readOnlyLogin }: Environment): string {
  if (unlockedUntil) return 'Unlocked for a while. Press to lock it again now.';
  if (!readOnly) return 'Rows and schema can be changed here.';
  const why = readOnlyReason ? `Read-only: ${readOnlyReason}.` : 'This database is shown read-only.';
  const how = readOnlyLogin ? 'A login that can only read is used.' : 'It has no login that can only read, so this rests on what a transaction forbids.';
  return [why, how, canUnlock && 'Press to unlock it.'].filter(Boolean).join(' ');
}

function clock(moment: string): string {
  return new Date(moment).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
}

function UnlockDialog({ environment, open, onClose }: { environment: Environment; open: boolean; onClose: () => void }) {
  const api = useApi();
  const queries = useQueryClient();
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<Problem | null>(null);

  async function onSubmit(event: FormEvent) {
    event.preventDefault();
    try {
      queries.setQueryData(['meta'], await api.post<Meta>('/api/unlock', { name: typed }));
      setTyped('');
      onClose();
    } catch (thrown) {
      setProblem(Problem.of(thrown));
    }
  }

  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={`Unlock ${environment.name}`}
      description={environment.label}
      actions={
        <>
          <Button onClick={onClose}>Leave it locked</Button>
          <Button tone="danger" type="submit" form="unlock" disabled={typed !== environment.name}>
            Unlock
          </Button>
        </>
      }
    >
      <form id="unlock" onSubmit={(event) => void onSubmit(event)} className="flex flex-col gap-3">
        <Notice tone="staged" icon={Lock}>
          {sentence(environment.readOnlyReason ?? '')}. Unlocked, rows can be changed for a while; then it locks itself again.
        </Notice>
        <label className="flex flex-col gap-1 text-sm">
          <span>
            Type <strong className="font-mono">{environment.name}</strong> to go on
          </span>
          <TextField value={typed} onChange={(event) => setTyped(event.target.value)} autoFocus />
        </label>
        {problem && <ProblemNotice problem={problem} />}
      </form>
    </Dialog>
  );
}
