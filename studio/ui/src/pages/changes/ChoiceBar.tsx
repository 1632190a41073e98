import { X } from 'lucide-react';
import type { ChangesReport } from '@/api/changes';
import { Button } from '@/kit';
import { counted } from '../shared/formats';
import type { Choice } from './useChoice';

/** How many changes are chosen, and how many come along. */
export function ChoiceBar({ choice }: { choice: Choice }) {
  if (!choice.chosen.size) return null;
  return (
    <div role="status" className="flex items-center gap-2 border-b border-accent/30 bg-accent-soft px-3 py-1 text-xs text-accent-ink">
      <span className="min-w-0 flex-1">{told(choice)}</span>
      <Button small tone="quiet" icon={X} onClick={choice.clear}>
        All
      </Button>
    </div>
  );
}

function told({ chosen, along }: Choice): string {
  const few = `${chosen.size} chosen`;
  return along.size ? `${few}, ${along.size} more ${along.size === 1 ? 'comes' : 'come'} along` : few;
}

const shown = 8;

/** What is made of a part and what comes along, by name, for a window that asks whether to go on. */
export function ComingAlong({ choice, report: { changes, waiting } }: { choice: Choice; report: ChangesReport }) {
  if (!choice.only.length) return null;
  const along = changes.filter(({ id }) => choice.along.has(id));
  return (
    <div className="rounded-md border border-line bg-sunken px-3 py-2 text-sm">
      <p>
        {choice.chosen.size
          ? `${counted(choice.chosen.size, 'change')} of ${changes.length + waiting.length}. ${along.length ? 'Along with them, since they cannot be made without:' : 'Nothing else comes along; the rest stays to be done.'}`
          : `${counted(changes.length, 'change')}, to be made whatever you answer. ${waiting.length ? `${waiting.length} more ${waiting.length === 1 ? 'waits' : 'wait'} for your answers.` : ''}`}
      </p>
      {along.length > 0 && (
        <ul className="mt-1 list-disc pl-4 text-muted">
          {along.slice(0, shown).map(({ id }) => (
            <li key={id} className="break-words">
              {id}
            </li>
          ))}
          {along.length > shown && <li>{counted(along.length - shown, 'more', 'more')}</li>}
        </ul>
      )}
    </div>
  );
}
