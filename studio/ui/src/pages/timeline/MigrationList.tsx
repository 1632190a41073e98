import type { KeyboardEvent } from 'react';
import type { MigrationItem } from '@/api/timeline';
import { useEnvironment } from '@/app/environment';
import { classes, Skeleton, Tooltip } from '@/kit';
import { ago, counted, duration, exactly } from '../shared/formats';
import { StateChip, states, StateSign } from './states';
import type { Elsewhere } from './useTimeline';

/** The migrations, the newest first, each with how it stands here and elsewhere; the arrow keys walk through them. */
export function MigrationList({ migrations, elsewhere, selected, onSelect }: {
  migrations: MigrationItem[];
  elsewhere: Elsewhere[];
  selected: string | undefined;
  onSelect: (id: string) => void;
}) {
  const newestFirst = migrations.toReversed();

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const place = newestFirst.findIndex(({ id }) => id === selected);
    const next = newestFirst[Math.max(0, Math.min(newestFirst.length - 1, place + step))];
    if (!next) return;
    onSelect(next.id);
    event.currentTarget.querySelector<HTMLElement>(`[data-migration="${CSS.escape(next.id)}"]`)?.focus();
  }

  return (
    <div onKeyDown={onKeyDown} style={{ minWidth: 232 + elsewhere.length * (narrow(elsewhere) ? 60 : 92) }}>
      <Columns elsewhere={elsewhere} />
      <ol aria-label="Migrations, the newest first">
        {newestFirst.map((migration, place) => (
          <li key={migration.id} className="relative border-b border-line">
            <Thread migration={migration} first={place === 0} last={place === newestFirst.length - 1} />
            <button
              type="button"
              data-migration={migration.id}
              aria-current={migration.id === selected || undefined}
              onClick={() => onSelect(migration.id)}
              className={classes('flex w-full items-start gap-3 py-2.5 pr-3 pl-10 text-left focus-visible:-outline-offset-2', migration.id === selected ? 'bg-accent-soft' : 'hover:bg-hover')}
            >
              <Words migration={migration} />
              {elsewhere.map((other) => (
                <span key={other.environment.name} className={classes('flex shrink-0 justify-center pt-0.5', columnWidth(elsewhere))}>
                  {other.states ? <StateSign state={other.states.get(migration.id)} where={other.environment.label} /> : other.problem ? <span className="text-faint">?</span> : <Skeleton className="size-4" />}
                </span>
              ))}
            </button>
          </li>
        ))}
      </ol>
    </div>
  );
}

/** More than a few environments get narrow columns, and the list scrolls sideways before the titles become unreadable. */
const narrow = (elsewhere: Elsewhere[]) => elsewhere.length > 2;
const columnWidth = (elsewhere: Elsewhere[]) => (narrow(elsewhere) ? 'w-12' : 'w-20');

function Columns({ elsewhere }: { elsewhere: Elsewhere[] }) {
  const here = useEnvironment();
  if (!elsewhere.length) return null;
  return (
    <div className="sticky top-0 z-1 flex h-7 items-center gap-3 border-b border-line bg-sunken pr-3 pl-10 text-xs text-muted">
      <span title={here.label} className="min-w-0 flex-1 truncate">
        {here.name}
      </span>
      {elsewhere.map(({ environment, problem }) => {
        const label = (
          <span tabIndex={problem ? 0 : undefined} className={classes('shrink-0 truncate text-center', columnWidth(elsewhere), problem && 'text-danger-ink')}>
            {environment.name}
          </span>
        );
        return problem ? (
          <Tooltip key={environment.name} text={`${problem.what}${problem.next ? `: ${problem.next}` : ''}`}>
            {label}
          </Tooltip>
        ) : (
          <span key={environment.name} title={environment.label} className="contents">
            {label}
          </span>
        );
      })}
    </div>
  );
}

/** The line that the migrations hang on, and the dot of this one. */
function Thread({ migration, first, last }: { migration: MigrationItem; first: boolean; last: boolean }) {
  const { icon: Icon, ink } = states[migration.state];
  return (
    <span aria-hidden className="pointer-events-none absolute inset-y-0 left-3 flex w-5 justify-center">
      <span className={classes('absolute w-px bg-line-strong', first ? 'top-5' : 'top-0', last ? 'h-5' : 'bottom-0')} />
      <span className={`relative mt-[11px] flex size-[18px] items-center justify-center rounded-full bg-surface ${ink}`}>
        <Icon size={16} />
      </span>
    </span>
  );
}

function Words({ migration }: { migration: MigrationItem }) {
  const { state, title, id, at, by, millis, changes } = migration;
  return (
    <span className="flex min-w-0 flex-1 flex-col gap-1">
      <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <span className="text-sm font-medium break-words">{title}</span>
        {state !== 'applied' && <StateChip state={state} />}
      </span>
      <span className="truncate font-mono text-xs text-faint">{id}</span>
      <span className="flex flex-wrap gap-x-3 text-xs text-muted">
        {at && <span title={exactly(at)}>{ago(at)}</span>}
        {by && <span>{by}</span>}
        {millis !== undefined && <span className="tabular">{duration(millis)}</span>}
        <span>{changes.length === 0 ? 'own SQL' : counted(changes.length, 'change')}</span>
      </span>
    </span>
  );
}
