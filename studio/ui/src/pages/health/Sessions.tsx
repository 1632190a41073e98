import { CircleSlash, Users } from 'lucide-react';
import { useState } from 'react';
import type { Activity, Session } from '@/api/health';
import { Problem } from '@/api/problem';
import { useGet, useRefresh } from '@/api/query';
import { useApi } from '@/app/environment';
import { Button, Chip, classes, Dialog, EmptyState, ErrorState, SkeletonLines, Sql, toast } from '@/kit';
import { duration } from '../shared/formats';
import { Guarded } from '../shared/Guarded';

/** Who is at work now: those in the way above those who wait for them. */
export function Sessions() {
  const { data, error, refetch } = useGet<Activity>('/api/activity', {}, { refetchInterval: 2_000, staleTime: 0 });
  const [ending, setEnding] = useState<Session | null>(null);
  if (error && !data) return <ErrorState problem={error} onRetry={() => void refetch()} />;
  if (!data) return <SkeletonLines className="p-6" lines={6} />;
  if (!data.sessions.length) {
    return (
      <EmptyState icon={Users} title="Nobody else is here">
        No other session is open in this database. The list is looked up every two seconds.
      </EmptyState>
    );
  }
  const known = new Set(data.sessions.map((session) => session.id));
  const roots = data.sessions.filter((session) => !session.blockedBy.some((id) => known.has(id)));
  return (
    <div className="flex flex-col gap-3 p-4 sm:px-6">
      <ul aria-label="Sessions" className="flex flex-col gap-2">
        {roots.map((session) => (
          <Branch key={session.id} session={session} all={data.sessions} depth={0} seen={[]} reason={data.cancel.allowed ? null : data.cancel.reason} onEnd={setEnding} />
        ))}
      </ul>
      <EndDialog session={ending} onClose={() => setEnding(null)} />
    </div>
  );
}

interface BranchProps {
  session: Session;
  all: Session[];
  depth: number;
  /** Those above it: sessions that wait for each other would go round for ever. */
  seen: string[];
  reason: string | null | undefined;
  onEnd: (session: Session) => void;
}

function Branch({ session, all, depth, seen, reason, onEnd }: BranchProps) {
  const waiting = all.filter((other) => other.blockedBy.includes(session.id) && !seen.includes(other.id));
  return (
    <li>
      <article className={classes('rounded-md border bg-surface', waiting.length ? 'border-danger/40' : session.blockedBy.length ? 'border-staged/40' : 'border-line')}>
        <Row session={session} blocks={waiting.length} reason={reason} onEnd={onEnd} />
      </article>
      {waiting.length > 0 && (
        <ul aria-label={`Waiting for session ${session.id}`} className="mt-2 ml-3 flex flex-col gap-2 border-l-2 border-staged/50 pl-4">
          {waiting.map((other) => (
            <Branch key={other.id} session={other} all={all} depth={depth + 1} seen={[...seen, session.id]} reason={reason} onEnd={onEnd} />
          ))}
        </ul>
      )}
    </li>
  );
}

function Row({ session, blocks, reason, onEnd }: { session: Session; blocks: number; reason: string | null | undefined; onEnd: (session: Session) => void }) {
  const open = session.transactionSeconds;
  return (
    <div className="flex flex-col gap-2 px-4 py-3">
      <div className="flex flex-wrap items-center gap-2 text-sm">
        <span className="tabular font-mono text-xs text-faint">{session.id}</span>
        <span className="font-medium">{session.user || 'server'}</span>
        <span className="text-muted">
          {session.application || 'unnamed'} from {session.client}
        </span>
        <Chip tone={session.state === 'active' ? 'accent' : session.state.startsWith('idle in') ? 'staged' : 'neutral'}>{session.state || 'background'}</Chip>
        {blocks > 0 && <Chip tone="danger">{blocks === 1 ? 'blocks 1 session' : `blocks ${blocks} sessions`}</Chip>}
        {session.blockedBy.length > 0 && <Chip tone="staged">waits for {session.blockedBy.join(', ')}</Chip>}
        <span className="flex-1" />
        {open !== undefined && (
          <span className={classes('tabular text-xs', open > 30 ? 'font-medium text-danger-ink' : 'text-faint')}>
            transaction open for {duration(open * 1000)}
          </span>
        )}
        <Guarded reason={reason}>
          <Button small icon={CircleSlash} disabled={!!reason} onClick={() => onEnd(session)}>
            {session.state === 'active' ? 'Cancel' : 'End'}
          </Button>
        </Guarded>
      </div>
      {session.query && (
        <pre className="line-clamp-4 font-mono text-xs leading-[18px] break-words whitespace-pre-wrap">
          <Sql>{session.query}</Sql>
        </pre>
      )}
      {(session.locks.length > 0 || session.waiting) && (
        <p className="flex flex-wrap gap-x-3 gap-y-1 text-xs text-muted">
          {session.waiting && <span>waits: {session.waiting}</span>}
          {session.locks.map((lock) => (
            <span key={lock.relation + lock.mode}>
              {lock.granted ? 'holds' : 'wants'} {lock.mode} on <span className="font-mono">{lock.relation}</span>
            </span>
          ))}
        </p>
      )}
    </div>
  );
}

function EndDialog({ session, onClose }: { session: Session | null; onClose: () => void }) {
  const api = useApi();
  const refresh = useRefresh();
  const active = session?.state === 'active';

  async function end() {
    if (!session) return;
    try {
      await api.post('/api/activity/cancel', { id: session.id });
      toast(active ? `The statement of session ${session.id} was cancelled.` : `Session ${session.id} was ended.`);
    } catch (thrown) {
      toast(Problem.of(thrown).what, 'danger');
    }
    onClose();
    refresh('/api/activity');
  }

  return (
    <Dialog
      open={session !== null}
      onClose={onClose}
      title={active ? 'Cancel the statement?' : 'End the session?'}
      description={active ? 'The program is told that its statement was cancelled; what its transaction did so far is undone.' : 'It runs nothing at the moment. Its connection is closed, and what its transaction did is undone.'}
      actions={
        <>
          <Button onClick={onClose}>Leave it</Button>
          <Button tone="danger" onClick={() => void end()}>
            {active ? 'Cancel the statement' : 'End the session'}
          </Button>
        </>
      }
    >
      {session && (
        <div className="flex flex-col gap-2 text-sm">
          <p>
            Session <b className="font-mono">{session.id}</b> of {session.user} ({session.application || 'unnamed'})
          </p>
          <pre className="rounded-md border border-line bg-sunken p-3 font-mono text-xs break-words whitespace-pre-wrap">{session.query}</pre>
        </div>
      )}
    </Dialog>
  );
}
