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

/** Why the database is not changed from here now, if that is so. */
function pushRefusal({ state, push }: ChangesReport): string | undefined {
  if (!push.allowed) return push.reason;
  return unready(state);
}

/** Why nothing can be made of the code as it is. */
function unready(state: ChangesReport['state']): string | undefined {
  return { undecided: 'Answer what is asked first.', broken: 'Correct the code first.', different: undefined, in_sync: undefined }[state];
}

/** What can be done about the changes, or about those of them that are chosen. */
export function Actions({ report, choice, busy, onOpen }: ActionsProps & { busy: boolean }) {
  const refresh = useRefresh();
  const different = report.state === 'different';
  const refusal = pushRefusal(report);
  const some = choice.only.length ? ` ${choice.size} of ${report.changes.length}` : '';
  return (
    <>
      <IconButton icon={RefreshCw} label="Compare again" disabled={busy} onClick={() => refresh('/api/changes', '/api/changes/data', '/api/changes/impact')} className={busy ? '[&>svg]:animate-spin' : ''} />
      <Guarded reason={refusal}>
        <Button icon={FlaskConical} disabled={!different || !!refusal} onClick={() => onOpen('dry-run')}>
          Dry run
        </Button>
      </Guarded>
      <Guarded reason={refusal}>
        <Button icon={UploadCloud} disabled={!different || !!refusal} onClick={() => onOpen('push')}>
          Push{some}
        </Button>
      </Guarded>
      <Guarded reason={unready(report.state)}>
        <Button tone="primary" icon={FilePlus2} disabled={!different} onClick={() => onOpen('generate')}>
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
