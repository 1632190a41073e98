import { useMemo, type KeyboardEvent } from 'react';
import type { ChangeItem, DataAnswer } from '@/api/changes';
import { Chip, classes } from '@/kit';
import { count } from '../shared/formats';
import { RiskChip, Sign } from '../shared/risk';

/** The changes by the thing that they belong to; the arrow keys walk through them. */
export function ChangeTree({ changes, data, selected, onSelect }: {
  changes: ChangeItem[];
  data: DataAnswer[] | undefined;
  selected: string | undefined;
  onSelect: (id: string) => void;
}) {
  const groups = useMemo(() => Map.groupBy(changes, (change) => change.thing), [changes]);
  const order = useMemo(() => [...groups.values()].flat(), [groups]);

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const place = order.findIndex((change) => change.id === selected);
    const next = order[Math.max(0, Math.min(order.length - 1, place + step))];
    if (!next) return;
    onSelect(next.id);
    event.currentTarget.querySelector<HTMLElement>(`[data-change="${CSS.escape(next.id)}"]`)?.focus();
  }

  return (
    <nav aria-label="Changes" onKeyDown={onKeyDown} className="min-h-0 flex-1 overflow-auto pb-3">
      {[...groups].map(([thing, members]) => (
        <section key={thing} aria-label={thing}>
          <h2 className="sticky top-0 z-1 flex h-7 items-center gap-1.5 border-b border-line bg-sunken px-3 text-xs text-muted">
            <ThingName thing={thing} />
          </h2>
          <ul>
            {members.map((change) => (
              <li key={change.id}>
                <button
                  type="button"
                  data-change={change.id}
                  aria-current={change.id === selected || undefined}
                  onClick={() => onSelect(change.id)}
                  className={classes(
                    'flex w-full flex-col items-start gap-1 border-b border-l-2 border-b-line px-3 py-2 text-left focus-visible:-outline-offset-2',
                    change.id === selected ? 'border-l-accent bg-accent-soft' : 'border-l-transparent hover:bg-hover',
                  )}
                >
                  <span className="flex w-full min-w-0 items-baseline gap-1.5 text-sm">
                    <Sign sign={change.sign} />
                    <span className="min-w-0 flex-1 break-words">{short(change)}</span>
                  </span>
                  <span className="flex flex-wrap gap-1 pl-[18px]">
                    <RiskChip risk={change.risk} />
                    <Misfits answers={data?.filter((answer) => answer.change === change.id && answer.matters) ?? []} />
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  );
}

function ThingName({ thing }: { thing: string }) {
  const [kind = '', ...name] = thing.split(' ');
  return (
    <>
      <span className="text-faint">{kind}</span>
      <span className="truncate font-mono font-medium text-ink">{name.join(' ')}</span>
    </>
  );
}

/** The subject without the name of the table that it stands under. */
function short(change: ChangeItem): string {
  const name = change.thing.slice(change.thing.indexOf(' ') + 1);
  const [kind = '', ...rest] = change.subject.split(' ');
  const subject = rest.join(' ');
  const inside = subject.startsWith(`${name}.`) ? subject.slice(name.length + 1) : subject === name ? '' : subject;
  return `${change.verb} ${kind} ${inside}`.trim();
}

function Misfits({ answers }: { answers: DataAnswer[] }) {
  const rows = answers.reduce((sum, answer) => sum + Math.max(1, answer.count), 0);
  if (!rows) return null;
  const loss = answers.every((answer) => answer.kind === 'loss');
  return (
    <Chip tone="danger" className="tabular">
      {count(rows)} {loss ? 'lost' : rows === 1 ? 'row does not fit' : 'rows do not fit'}
    </Chip>
  );
}
