import { CircleAlert, CircleCheck, CircleDashed, FileX2, FilePen, Hourglass, Zap, type LucideIcon } from 'lucide-react';
import type { KeyboardEvent, ReactNode } from 'react';
import type { HookItem, RepeatableItem } from '@/api/timeline';
import { Chip, classes, type Tone } from '@/kit';
import { ago, duration, exactly } from '../shared/formats';

interface Look {
  label: string;
  icon: LucideIcon;
  tone: Tone;
  ink: string;
}

export const scriptStates: Record<RepeatableItem['state'], Look> = {
  new: { label: 'To be run', icon: CircleDashed, tone: 'staged', ink: 'text-staged-ink' },
  changed: { label: 'Changed', icon: FilePen, tone: 'staged', ink: 'text-staged-ink' },
  unchanged: { label: 'Up to date', icon: CircleCheck, tone: 'added', ink: 'text-added-ink' },
  failed: { label: 'Failed', icon: CircleAlert, tone: 'danger', ink: 'text-danger-ink' },
  gone: { label: 'File is gone', icon: FileX2, tone: 'danger', ink: 'text-danger-ink' },
};

/** The scripts beside the migrations: those that run again when they change, and those that run at certain moments. */
export function ScriptList({ repeatables, hooks, selected, onSelect }: {
  repeatables: RepeatableItem[];
  hooks: HookItem[];
  selected: string | undefined;
  onSelect: (id: string) => void;
}) {
  return (
    <>
      <Group title="Repeatable scripts" ids={repeatables.map(({ id }) => id)} selected={selected} onSelect={onSelect}>
        {(place) => {
          const script = repeatables[place] as RepeatableItem;
          const { icon: Icon, ink, label, tone } = scriptStates[script.state];
          return (
            <>
              <Icon size={16} className={`mt-0.5 shrink-0 ${ink}`} aria-hidden />
              <span className="flex min-w-0 flex-1 flex-col gap-1">
                <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
                  <span className="text-sm font-medium break-words">{script.name}</span>
                  {script.state !== 'unchanged' && <Chip tone={tone}>{label}</Chip>}
                </span>
                <LastRun script={script} />
              </span>
            </>
          );
        }}
      </Group>
      <Group title="Hooks" ids={hooks.map(({ id }) => id)} selected={selected} onSelect={onSelect}>
        {(place) => {
          const hook = hooks[place] as HookItem;
          return (
            <>
              <Zap size={16} className="mt-0.5 shrink-0 text-faint" aria-hidden />
              <span className="flex min-w-0 flex-1 flex-col gap-1">
                <span className="flex flex-wrap items-center gap-2 text-sm">
                  <span className="font-medium">{hook.name}</span>
                  {hook.owed && (
                    <Chip tone="staged" icon={Hourglass}>
                      Still to be run
                    </Chip>
                  )}
                </span>
                <LastRun script={hook} />
              </span>
            </>
          );
        }}
      </Group>
    </>
  );
}

function LastRun({ script: { at, by, millis } }: { script: HookItem | RepeatableItem }) {
  return (
    <span className="flex flex-wrap gap-x-3 text-xs text-muted">
      {at ? <span title={exactly(at)}>{ago(at)}</span> : <span>has not run here</span>}
      {by && <span>{by}</span>}
      {millis !== undefined && <span className="tabular">{duration(millis)}</span>}
    </span>
  );
}

function Group({ title, ids, selected, onSelect, children }: {
  title: string;
  ids: string[];
  selected: string | undefined;
  onSelect: (id: string) => void;
  children: (place: number) => ReactNode;
}) {
  if (!ids.length) return null;

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const buttons = [...event.currentTarget.querySelectorAll('button')];
    const next = step && buttons[buttons.indexOf(document.activeElement as HTMLButtonElement) + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
    next.click();
  }

  return (
    <section aria-label={title} onKeyDown={onKeyDown}>
      <h2 className="flex h-7 items-center border-b border-line bg-sunken px-3 text-xs text-muted">{title}</h2>
      <ul>
        {ids.map((id, place) => (
          <li key={id} className="border-b border-line">
            <button
              type="button"
              aria-current={id === selected || undefined}
              onClick={() => onSelect(id)}
              className={classes('flex w-full items-start gap-3 py-2.5 pr-3 pl-3.5 text-left focus-visible:-outline-offset-2', id === selected ? 'bg-accent-soft' : 'hover:bg-hover')}
            >
              {children(place)}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
