import { Play, Wrench } from 'lucide-react';
import type { ReactNode } from 'react';
import { Problem } from '@/api/problem';
import type { HookItem, MigrationRemark, RepairDecision, RepeatableItem } from '@/api/timeline';
import { useEnvironment } from '@/app/environment';
import { Button, Chip, Code, ProblemNotice } from '@/kit';
import { at, duration } from '../shared/formats';
import { Guarded } from '../shared/Guarded';
import { Remarked } from './Remarked';
import { scriptStates } from './ScriptList';

/** A script that runs again whenever it changed: how it stands, what it says, and what can be done about it. */
export function RepeatableView({ script, remarks, onApply, onRepair }: {
  script: RepeatableItem;
  remarks: MigrationRemark[];
  onApply: () => void;
  onRepair: (id: string, decision: RepairDecision) => void;
}) {
  const environment = useEnvironment();
  const reason = environment.readOnly ? (environment.readOnlyReason ?? 'This database is shown read-only.') : null;
  const { label, icon, tone } = scriptStates[script.state];
  return (
    <Frame
      title={script.name}
      chip={
        <Chip tone={tone} icon={icon}>
          {label}
        </Chip>
      }
      about={`Runs after all migrations whenever it says something else. ${lastRun(script)}`}
      text={script.text}
      actions={
        <Guarded reason={reason}>
          {script.pending ? (
            <Button tone="primary" icon={Play} disabled={!!reason} onClick={onApply}>
              Apply all pending
            </Button>
          ) : script.state === 'gone' ? (
            <Button icon={Wrench} disabled={!!reason} onClick={() => onRepair(script.id, 'mark_rolled_back')}>
              Forget it
            </Button>
          ) : (
            <span />
          )}
        </Guarded>
      }
    >
      {script.finding && <ProblemNotice problem={new Problem(script.finding, 422)} />}
      <Remarked remarks={remarks} />
    </Frame>
  );
}

function lastRun(script: HookItem | RepeatableItem): string {
  return script.at ? `It ran last on ${at(script.at)} by ${script.by || 'nobody known'} in ${duration(script.millis ?? 0)}.` : 'It has not run here.';
}

const moments: Record<string, string> = {
  'before-migrate': 'Runs before the first migration, when there is something to do.',
  'after-migrate': 'Runs when all migrations and repeatable scripts of a run are done.',
  'before-each': 'Runs before each migration and each repeatable script, in its transaction.',
  'after-each': 'Runs after each migration and each repeatable script, in its transaction.',
  'after-failure': 'Runs after something failed and was undone.',
  'before-rollback': 'Runs before the first migration is taken back.',
  'after-rollback': 'Runs when all that was to be taken back is.',
};

/** A script that runs at a certain moment; the history keeps its last run, and whether one is still to come. */
export function HookView({ hook, remarks }: { hook: HookItem; remarks: MigrationRemark[] }) {
  return (
    <Frame
      title={hook.name}
      chip={hook.owed ? <Chip tone="staged">Still to be run</Chip> : <Chip>Hook</Chip>}
      about={`${moments[hook.name] ?? ''} ${lastRun(hook)} ${hook.owed ? 'A run ended before it came to this; the next one does.' : ''}`}
      text={hook.text}
    >
      <Remarked remarks={remarks} />
    </Frame>
  );
}

function Frame({ title, chip, about, text, actions, children }: { title: string; chip: ReactNode; about: string; text: string; actions?: ReactNode; children: ReactNode }) {
  return (
    <div className="flex min-h-0 min-w-0 flex-1 flex-col">
      <header className="flex flex-wrap items-start gap-3 border-b border-line bg-surface px-4 py-3">
        <div className="min-w-0 flex-1">
          <h2 className="flex flex-wrap items-center gap-2 text-base font-semibold">
            <span className="break-words">{title}</span>
            {chip}
          </h2>
          <p className="text-sm text-muted">{about}</p>
        </div>
        {actions}
      </header>
      <div className="flex min-h-0 flex-1 flex-col gap-3 overflow-auto p-4">
        {children}
        {text.trim() ? <Code>{text.trim()}</Code> : <p className="text-sm text-muted">Its file is gone, and the history does not keep its text.</p>}
      </div>
    </div>
  );
}
