import { CornerDownRight } from 'lucide-react';
import type { ChoosableChange, DataAnswer } from '@/api/changes';
import { Checkbox, Chip, classes } from '@/kit';
import { count } from '../shared/formats';
import { RiskChip, Sign } from '../shared/risk';
import type { Choice } from './useChoice';

/** The name of a thing above its changes, with a box that chooses all of them. */
export function ThingRow({ thing, members, choice }: { thing: string; members: ChoosableChange[]; choice: Choice }) {
  const [kind = '', ...name] = thing.split(' ');
  const chosen = members.filter(({ id }) => choice.chosen.has(id)).length;
  return (
    <div className="flex h-7 items-center gap-2 border-b border-line bg-sunken px-3 text-xs text-muted">
      <Checkbox
        hideLabel
        label={`Choose all changes of ${thing}`}
        checked={chosen === members.length}
        mixed={chosen > 0 && chosen < members.length}
        onChange={(wanted) => choice.toggle(members.map(({ id }) => id), wanted)}
      />
      <h2 className="flex min-w-0 gap-1.5" title={thing}>
        <span>{kind}</span>
        <span className="truncate font-mono font-medium text-ink">{name.join(' ')}</span>
      </h2>
    </div>
  );
}

/** One change: what it does, how risky that is, and whether it is chosen. */
export function ChangeRow({ change, answers, selected, onSelect, choice }: {
  change: ChoosableChange;
  answers: DataAnswer[];
  selected: boolean;
  onSelect: (id: string) => void;
  choice: Choice;
}) {
  return (
    <div
      className={classes(
        'flex items-start border-b border-l-2 border-b-line pl-2.5',
        selected ? 'border-l-accent bg-accent-soft' : 'border-l-transparent hover:bg-hover',
      )}
    >
      <Checkbox
        hideLabel
        label={`Choose: ${change.id}`}
        className="mr-1.5 pt-[11px] pb-2"
        checked={choice.chosen.has(change.id)}
        onChange={(wanted) => choice.toggle([change.id], wanted)}
      />
      <button
        type="button"
        data-change={change.id}
        aria-current={selected || undefined}
        onClick={() => onSelect(change.id)}
        className="flex min-w-0 flex-1 flex-col items-start gap-1 py-2 pr-3 pl-1 text-left focus-visible:-outline-offset-2"
      >
        <span className="flex w-full min-w-0 items-baseline gap-1.5 text-sm">
          <Sign sign={change.sign} />
          <span className="min-w-0 flex-1 break-words">{short(change)}</span>
        </span>
        <span className="flex flex-wrap gap-1 pl-[18px]">
          <RiskChip risk={change.risk} />
          <Misfits answers={answers} />
          {choice.along.has(change.id) && (
            <Chip tone="accent" icon={CornerDownRight} title="What is chosen needs it">
              Comes along
            </Chip>
          )}
        </span>
      </button>
    </div>
  );
}

/** The subject without the name of the table that it stands under. */
function short(change: ChoosableChange): string {
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
