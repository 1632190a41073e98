import { FilePlus2, FlaskConical, RefreshCw, UploadCloud } from 'lucide-react';
import { useMemo } from 'react';
import type { ChangesReport } from '@/api/changes';
import { useRefresh } from '@/api/query';
import { useCommands, type Command } from '@/app/commands';
import { Button, IconButton } from '@/kit';
import { Guarded } from '../shared/Guarded';
import type { Choice } from './useChoice';

export type Window = 'dry-run' | 'generate' | 'push';

interface ActionsProps {
  report: ChangesReport;
  choice: Choice;
  onOpen: (window: Window) => void;
}

/** Whether there is something that can be done now: while a question is open, what does not depend on the answer. */
export function isReady({ state, changes }: ChangesReport): boolean {
  return (state === 'different' || state === 'undecided') && changes.length > 0;
}

/** Why nothing can be made of the code as it is. */
function unready({ state, changes }: ChangesReport): string | undefined {
  if (state === 'broken') return 'Correct the code first.';
  return state === 'undecided' && !changes.length ? 'Answer what is asked first: all changes depend on it.' : undefined;
}

/** What can be done about the changes, or about those of them that are chosen. */
export function Actions({ report, choice, busy, onOpen }: ActionsProps & { busy: boolean }) {
  const refresh = useRefresh();
  const ready = isReady(report);
  const refusal = report.push.allowed ? unready(report) : report.push.reason;
  const some = choice.only.length ? ` ${choice.size} of ${report.changes.length + report.waiting.length}` : '';
  return (
    <>
      <IconButton icon={RefreshCw} label="Compare again" disabled={busy} onClick={() => refresh('/api/changes', '/api/changes/data', '/api/changes/impact')} className={busy ? '[&>svg]:animate-spin' : ''} />
      <Guarded reason={refusal}>
        <Button icon={FlaskConical} disabled={!ready || !!refusal} onClick={() => onOpen('dry-run')}>
          Dry run
        </Button>
      </Guarded>
      <Guarded reason={refusal}>
        <Button icon={UploadCloud} disabled={!ready || !!refusal} onClick={() => onOpen('push')}>
          Push{some}
        </Button>
      </Guarded>
      <Guarded reason={unready(report)}>
        <Button tone="primary" icon={FilePlus2} disabled={!ready} onClick={() => onOpen('generate')}>
          {some ? `Generate from${some}` : 'Generate migration'}
        </Button>
      </Guarded>
    </>
  );
}

/** The same by keys and in the palette, and a key that chooses the change that is looked at. */
export function Keys({ report, choice, selected, onOpen }: ActionsProps & { selected: string | undefined }) {
  const { allowed } = report.push;
  const commands = useMemo(
    (): Command[] => [
      { id: 'changes-generate', title: 'Generate migration', group: 'Changes', icon: FilePlus2, keys: 'm', run: () => onOpen('generate') },
      ...(allowed
        ? [
            { id: 'changes-dry-run', title: 'Dry run', group: 'Changes', icon: FlaskConical, keys: 'y', run: () => onOpen('dry-run') },
            { id: 'changes-push', title: 'Push', group: 'Changes', icon: UploadCloud, keys: 'p', run: () => onOpen('push') },
          ]
        : []),
      ...(selected
        ? [{ id: 'changes-choose', title: choice.chosen.has(selected) ? 'Choose this change no more' : 'Choose this change', group: 'Changes', keys: 'x', run: () => choice.toggle([selected], !choice.chosen.has(selected)) }]
        : []),
      ...(choice.only.length ? [{ id: 'changes-choose-all', title: 'Choose nothing in particular: all changes', group: 'Changes', run: choice.clear }] : []),
    ],
    [allowed, choice, selected, onOpen],
  );
  useCommands(commands);
  return null;
}
