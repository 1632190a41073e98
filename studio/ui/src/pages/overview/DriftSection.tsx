import { GitCompareArrows, Undo2 } from 'lucide-react';
import type { Drift } from '@/api/overview';
import { address, go, Link, pathOf } from '@/app/router';
import { Button, Section } from '@/kit';
import { counted } from '../shared/formats';
import { Sign } from '../shared/risk';

const shown = 12;

/** Which things differ from what the migrations say that ran, with the way to them, to the difference, and back. */
export function DriftSection({ drift }: { drift: Drift }) {
  return (
    <Section title="What is otherwise than the migrations say">
      <ul className="flex flex-col gap-1 text-sm">
        {drift.changes.slice(0, shown).map(({ id, sign, verb, subject, thing, relation }) => (
          <li key={id} className="flex items-start gap-2">
            <Sign sign={sign} />
            <span className="min-w-0 break-words">
              {verb}{' '}
              {relation && drift.things[thing]?.after ? (
                <Link to={address(pathOf('data', relation.schema, relation.name))} className="text-accent-ink hover:underline">
                  {subject}
                </Link>
              ) : (
                subject
              )}
            </span>
          </li>
        ))}
      </ul>
      {drift.changes.length > shown && <p className="mt-2 text-sm text-muted">and {counted(drift.changes.length - shown, 'more', 'more')}</p>}
      <p className="mt-3 text-xs text-muted">Write it into the code and generate a migration, or take it back by hand.</p>
      <div className="mt-2 flex flex-wrap gap-2">
        <Button small icon={GitCompareArrows} onClick={() => go(address('/timeline/compare', { from: 'ran', to: 'database' }))}>
          Before and after
        </Button>
        <Button small icon={Undo2} onClick={() => go(address('/timeline/compare', { from: 'database', to: 'ran', view: 'script' }))}>
          SQL that takes it back
        </Button>
      </div>
    </Section>
  );
}
