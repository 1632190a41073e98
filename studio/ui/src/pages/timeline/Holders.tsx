import { LockKeyhole } from 'lucide-react';
import { useState } from 'react';
import { useAction } from '@/api/action';
import { useRefresh } from '@/api/query';
import type { Timeline } from '@/api/timeline';
import { useApi, useEnvironment } from '@/app/environment';
import { Button, Dialog, Notice, ProblemNotice, toast } from '@/kit';
import { Guarded } from '../shared/Guarded';

type Holder = Timeline['holders'][number];

/** Who holds the lock that lets one run at a time work on the database, and an end to it. */
export function Holders({ holders }: { holders: Holder[] }) {
  const environment = useEnvironment();
  const [ending, setEnding] = useState<Holder | null>(null);
  const reason = environment.readOnly ? (environment.readOnlyReason ?? 'This database is shown read-only.') : null;
  return (
    <div className={holders.length ? 'flex flex-col gap-2 border-b border-line p-3' : 'contents'}>
      {holders.map((holder) => (
        <Notice
          key={holder.name}
          tone="staged"
          icon={LockKeyhole}
          actions={
            <Guarded reason={reason}>
              <Button small disabled={!!reason} onClick={() => setEnding(holder)}>
                Unlock
              </Button>
            </Guarded>
          }
        >
          Somebody works on this database with Decant: {holder.who}.
        </Notice>
      ))}
      <UnlockDialog holder={ending} onClose={() => setEnding(null)} />
    </div>
  );
}

function UnlockDialog({ holder, onClose }: { holder: Holder | null; onClose: () => void }) {
  const api = useApi();
  const refresh = useRefresh();
  const { busy, problem, act, forget } = useAction();

  function close() {
    forget();
    onClose();
  }

  async function end() {
    try {
      await api.post('/api/migrations/unlock', { name: holder?.name });
      toast(`${holder?.name} was ended.`);
      close();
    } finally {
      refresh('/api/migrations');
    }
  }

  return (
    <Dialog
      open={holder !== null}
      onClose={close}
      title="End the run that hangs?"
      description="Its session is ended; what it has begun and not concluded is undone. Do this only when you know that it hangs."
      actions={
        <>
          <Button onClick={close}>Leave it</Button>
          <Button tone="danger" busy={busy} onClick={() => void act(end)}>
            End it
          </Button>
        </>
      }
    >
      <p className="text-sm">{holder?.who}</p>
      {problem && <ProblemNotice problem={problem} className="mt-3" />}
    </Dialog>
  );
}
