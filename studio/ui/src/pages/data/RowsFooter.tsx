import { FooterContent } from '@/app/Footer';
import { copy, Sql, toast } from '@/kit';
import type { RowsTail } from '@/api/rows';
import { count, counted } from '@/pages/shared/formats';
import type { Selection } from './grid/selection';
import { rangeOf, sizeOf } from './grid/selection';
import { sortedWithout } from './LongLoad';

/** What filled the grid: how many rows, how long it took, and the SQL, which a click copies. */
export function RowsFooter({ rows, tail, sorts, loading, selection }: { rows: number; tail: RowsTail | null; sorts: number | null; loading: boolean; selection: Selection | null }) {
  const cells = selection ? sizeOf(rangeOf(selection)) : 0;
  return (
    <FooterContent>
      <span className="shrink-0 tabular">
        {counted(rows, 'row')} loaded{tail?.next === null ? ', all of them' : ''}
      </span>
      <span className="shrink-0 tabular">{loading ? 'loading' : tail && `${tail.ms} ms`}</span>
      {sorts !== null && tail && !loading && (
        <span className="shrink-0 text-staged-ink max-sm:hidden" title={sortedWithout(sorts)}>
          sorted without an index
        </span>
      )}
      {cells > 1 && <span className="shrink-0 tabular max-sm:hidden">{count(cells)} cells selected</span>}
      {tail && (
        <button
          type="button"
          title={tail.sql}
          onClick={async () => {
            if (await copy(tail.sql)) toast('SQL copied.');
          }}
          className="min-w-0 truncate rounded-sm px-1 text-left font-mono text-xs hover:bg-hover max-sm:hidden"
        >
          <span className="sr-only">Copy the SQL of these rows: </span>
          <Sql>{tail.sql.replace(/\s+/g, ' ')}</Sql>
        </button>
      )}
    </FooterContent>
  );
}
