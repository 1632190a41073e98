import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef, useState, type KeyboardEvent } from 'react';
import type { ChoosableChange, DataAnswer } from '@/api/changes';
import { SearchField } from '@/kit';
import { counted } from '../shared/formats';
import { ChangeRow, ThingRow } from './ChangeRows';
import type { Choice } from './useChoice';

type Line = { thing: string; members: ChoosableChange[] } | { change: ChoosableChange };

/** From how many changes on there is a field to find some. */
const many = 12;

/** The changes by the thing that they belong to, each to be chosen or not; the arrow keys walk through them. */
export function ChangeTree({ changes, data, selected, onSelect, choice }: {
  changes: ChoosableChange[];
  data: DataAnswer[] | undefined;
  selected: string | undefined;
  onSelect: (id: string) => void;
  choice: Choice;
}) {
  const [search, setSearch] = useState('');
  const shown = useMemo(() => found(changes, search), [changes, search]);
  const lines = useMemo(() => inLines(shown), [shown]);
  const troubles = useMemo(() => Map.groupBy(data?.filter((answer) => answer.matters) ?? [], (answer) => answer.change), [data]);
  const frame = useRef<HTMLElement>(null);
  const rows = useVirtualizer({
    count: lines.length,
    getScrollElement: () => frame.current,
    estimateSize: (place) => ('thing' in (lines[place] as Line) ? 28 : 60),
    getItemKey: (place) => keyOf(lines[place] as Line),
    overscan: 10,
  });

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const order = lines.flatMap((line) => ('change' in line ? [line.change.id] : []));
    const next = order[Math.max(0, Math.min(order.length - 1, order.indexOf(selected ?? '') + step))];
    if (!next) return;
    onSelect(next);
    rows.scrollToIndex(lines.findIndex((line) => 'change' in line && line.change.id === next));
    requestAnimationFrame(() => frame.current?.querySelector<HTMLElement>(`[data-change="${CSS.escape(next)}"]`)?.focus());
  }

  return (
    <>
      {changes.length > many && (
        <div className="border-b border-line p-2">
          <SearchField label="Find a change" value={search} onChange={setSearch} />
        </div>
      )}
      <nav ref={frame} aria-label="Changes" onKeyDown={onKeyDown} className="min-h-0 flex-1 overflow-auto max-lg:min-h-40">
        <ul className="relative" style={{ height: rows.getTotalSize() }}>
          {rows.getVirtualItems().map((item) => {
            const line = lines[item.index] as Line;
            return (
              <li key={item.key} ref={rows.measureElement} data-index={item.index} className="absolute inset-x-0 top-0" style={{ transform: `translateY(${item.start}px)` }}>
                {'thing' in line ? (
                  <ThingRow thing={line.thing} members={line.members} choice={choice} />
                ) : (
                  <ChangeRow change={line.change} answers={troubles.get(line.change.id) ?? []} selected={line.change.id === selected} onSelect={onSelect} choice={choice} />
                )}
              </li>
            );
          })}
        </ul>
        {!shown.length && <p className="p-3 text-sm text-muted">No change is called that.</p>}
        {search && shown.length > 0 && <p className="sr-only" role="status">{counted(shown.length, 'change')}</p>}
      </nav>
    </>
  );
}

function found(changes: ChoosableChange[], search: string): ChoosableChange[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  if (!words.length) return changes;
  return changes.filter(({ id, thing, risk }) => {
    const text = `${id} ${thing} ${risk.replace('_', ' ')}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

function inLines(changes: ChoosableChange[]): Line[] {
  const groups = Map.groupBy(changes, (change) => change.thing);
  return [...groups].flatMap(([thing, members]) => [{ thing, members }, ...members.map((change) => ({ change }))]);
}

const keyOf = (line: Line) => ('thing' in line ? `thing ${line.thing}` : line.change.id);
