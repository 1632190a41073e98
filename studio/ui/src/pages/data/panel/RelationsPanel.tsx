import { ArrowLeft, ArrowRight } from 'lucide-react';
import { useState } from 'react';
import type { Count } from '@/api/rows';
import { useGet } from '@/api/query';
import type { Relation } from '@/api/schema';
import { Link } from '@/app/router';
import { Button } from '@/kit';
import { count } from '@/pages/shared/formats';
import { addressOf, waysIn, waysOut, type Way } from '../references';
import { writeFilters } from '../view';
import type { Cell } from '@/api/rows';
import { RowCard } from './RowCard';

/** The rows that a row points at, and those that point at it; those are counted only when asked. */
export function RelationsPanel({ relation, valueOf }: { relation: Relation; valueOf: (column: string) => Cell | undefined }) {
  const out = waysOut(relation, valueOf);
  const back = waysIn(relation, valueOf);
  if (!relation.foreignKeys.length && !relation.referencedBy.length) {
    return <p className="p-4 text-sm text-muted">No foreign key leaves this table, and none comes here.</p>;
  }
  return (
    <div className="flex flex-col gap-4 p-3">
      {relation.foreignKeys.length > 0 && (
        <section className="flex flex-col gap-2">
          <h3 className="text-xs font-medium text-faint">Points at</h3>
          {out.map((way) => (
            <div key={way.name} className="rounded-md border border-line">
              <WayHead way={way} />
              <RowCard way={way} />
            </div>
          ))}
          {out.length === 0 && <p className="text-sm text-muted">The keys of this row are null.</p>}
        </section>
      )}
      {relation.referencedBy.length > 0 && (
        <section className="flex flex-col gap-2">
          <h3 className="text-xs font-medium text-faint">Pointed at by</h3>
          {back.map((way) => (
            <div key={way.name} className="flex items-center gap-2 rounded-md border border-line py-1 pr-1 pl-3">
              <Link to={addressOf(way)} className="flex min-w-0 flex-1 items-center gap-1.5 text-sm font-medium text-accent-ink hover:underline">
                <ArrowLeft size={14} className="shrink-0" aria-hidden />
                <span className="truncate">
                  {way.table.schema === relation.schema ? '' : `${way.table.schema}.`}
                  {way.table.name}
                </span>
                <span className="truncate text-xs font-normal text-faint">{way.filters.map((filter) => filter.column).join(', ')}</span>
              </Link>
              <CountThere way={way} />
            </div>
          ))}
        </section>
      )}
    </div>
  );
}

function WayHead({ way }: { way: Way }) {
  return (
    <Link to={addressOf(way)} className="flex items-center gap-1.5 border-b border-line px-3 py-1.5 text-sm font-medium text-accent-ink hover:underline">
      <span className="truncate text-muted">{way.columns.join(', ')}</span>
      <ArrowRight size={14} className="shrink-0" aria-hidden />
      <span className="truncate">{way.table.name}</span>
    </Link>
  );
}

function CountThere({ way }: { way: Way }) {
  const [asked, setAsked] = useState(false);
  const total = useGet<Count>('/api/count', { schema: way.table.schema, table: way.table.name, filter: writeFilters(way.filters) }, { enabled: asked });
  if (total.data) {
    return (
      <span className="px-2 text-xs text-muted tabular">
        {!total.data.exact && '~'}
        {count(total.data.count)}
      </span>
    );
  }
  return (
    <Button small tone="quiet" busy={total.isFetching} onClick={() => setAsked(true)} aria-label={`Count the rows of ${way.table.name}`}>
      Count
    </Button>
  );
}
