import { useEffect, useState } from 'react';
import type { Count } from '@/api/rows';
import { Problem } from '@/api/problem';
import type { Relation } from '@/api/schema';
import { useApi } from '@/app/environment';
import { Button, toast } from '@/kit';
import { about, counted } from '@/pages/shared/formats';
import { writeFilters, type View } from './view';

/** How many rows there are: what the database believes, and when asked exactly. */
export function RowTotal({ relation, view, estimate }: { relation: Relation; view: View; estimate: number | null }) {
  const api = useApi();
  const question = JSON.stringify([relation.schema, relation.name, view.filters, view.where]);
  const [known, setKnown] = useState<{ question: string; count: number } | null>(null);
  const [counting, setCounting] = useState<AbortController | null>(null);
  const exact = known?.question === question ? known.count : null;
  const believed = estimate ?? (view.filters.length || view.where ? null : relation.estimatedRows);

  useEffect(() => () => counting?.abort(), [counting, question]);

  async function countAll() {
    const controller = new AbortController();
    setCounting(controller);
    try {
      const answer = await api.last<Count>('/api/count', {
        signal: controller.signal,
        params: { schema: relation.schema, table: relation.name, filter: writeFilters(view.filters), where: view.where, force: 1 },
      });
      setKnown({ question, count: answer.count });
    } catch (thrown) {
      if (!controller.signal.aborted) toast(Problem.of(thrown).what, 'danger');
    } finally {
      setCounting(null);
    }
  }

  if (exact !== null) return <span className="text-xs whitespace-nowrap text-muted tabular">{counted(exact, 'row')}</span>;
  return (
    <span className="flex items-center gap-1 text-xs whitespace-nowrap text-muted tabular">
      {believed !== null && believed >= 0 && `${about(believed)} ${believed === 1 ? 'row' : 'rows'}`}
      <Button small tone="quiet" onClick={() => (counting ? counting.abort() : void countAll())} className="text-xs max-md:hidden">
        {counting ? 'Stop counting' : 'Count exactly'}
      </Button>
    </span>
  );
}
