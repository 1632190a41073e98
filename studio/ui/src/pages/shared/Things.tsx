import { useState } from 'react';
import type { ChangeItem, Definition } from '@/api/changes';
import { DdlDiff } from './DdlDiff';
import { counted } from './formats';
import { RiskChip, Sign } from './risk';

/** Up to how many things are shown unfolded. */
const few = 5;

/** What changed, thing by thing, each before and after; many are folded until they are asked for. */
export function Things({ changes, things, none, labels = ['Before', 'After'] }: {
  changes: ChangeItem[];
  things: Record<string, Definition>;
  /** What is said when nothing changed. */
  none: string;
  labels?: [string, string];
}) {
  const [toggled, setToggled] = useState<ReadonlySet<string>>(new Set());
  if (!changes.length) return <p className="p-4 text-sm text-muted">{none}</p>;
  const groups = Map.groupBy(changes, (change) => change.thing);
  const open = groups.size <= few;
  const toggle = (thing: string, now: boolean) => setToggled((before) => new Set(now ? [...before, thing] : [...before].filter((other) => other !== thing)));
  return (
    <div className="flex flex-col gap-3 p-4">
      <p className="text-xs text-muted">
        {counted(changes.length, 'change')} of {counted(groups.size, 'thing')}
      </p>
      {[...groups].map(([thing, members]) => (
        <details key={thing} open={open || toggled.has(thing)} onToggle={(event) => toggle(thing, event.currentTarget.open)} className="rounded-md border border-line bg-surface [contain-intrinsic-size:auto_38px] [content-visibility:auto]">
          <summary className="flex min-h-9 flex-wrap items-center gap-2 px-3 py-1.5 text-sm hover:bg-hover">
            <Sign sign={signOf(things[thing])} />
            <span className="min-w-0 flex-1 font-mono text-xs break-words">{thing}</span>
            {members.length > 1 && <span className="text-xs text-faint">{counted(members.length, 'change')}</span>}
          </summary>
          {(open || toggled.has(thing)) && <Thing thing={thing} members={members} definition={things[thing]} labels={labels} />}
        </details>
      ))}
    </div>
  );
}

function signOf(definition: Definition | undefined): '+' | '-' | '~' {
  return !definition?.before ? '+' : !definition.after ? '-' : '~';
}

function Thing({ thing, members, definition, labels }: { thing: string; members: ChangeItem[]; definition: Definition | undefined; labels: [string, string] }) {
  return (
    <div className="flex flex-col gap-3 border-t border-line p-3">
      <ul className="flex flex-col gap-1">
        {members.map((change) => (
          <li key={change.id} className="flex items-start gap-2 text-sm">
            <Sign sign={change.sign} />
            <span className="min-w-0 flex-1 break-words">{change.subject}</span>
            <RiskChip risk={change.risk} />
          </li>
        ))}
      </ul>
      {definition && <DdlDiff before={definition.before} after={definition.after} title={thing} labels={labels} />}
    </div>
  );
}
