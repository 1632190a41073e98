import { useMemo, useState, type ClipboardEvent, type KeyboardEvent } from 'react';
import { isBig } from '@/api/rows';
import { copy, Drawer, toast } from '@/kit';
import { familyOf } from '@/pages/data/family';
import { fitting } from '@/pages/data/columns';
import type { GridColumn } from '@/pages/data/grid/column';
import { Grid } from '@/pages/data/grid/Grid';
import type { RowView } from '@/pages/data/grid/GridRow';
import { rangeOf, rowsOf, type Selection } from '@/pages/data/grid/selection';
import { ValuePanel } from '@/pages/data/panel/ValuePanel';
import { writeTsv } from '@/pages/data/tsv';
import { clipText } from '@/pages/data/useClipboard';
import type { Result } from './useRun';

const unchanged: ReadonlySet<number> = new Set();

/** The rows that a statement gave. */
export function ResultGrid({ result }: { result: Result }) {
  const [selection, setSelection] = useState<Selection | null>(null);
  const [widths, setWidths] = useState<Record<string, number>>({});
  const [opened, setOpened] = useState(false);
  const names = result.columns ?? [];
  const hasRows = result.rows.length > 0;
  const columns = useMemo(
    () =>
      names.map(
        (column, source): GridColumn => ({
          id: String(source),
          label: column.name,
          type: column.type,
          family: familyOf(column),
          width: widths[source] ?? fitting(column, source, result.rows),
          pinned: false,
          source,
        }),
      ),
    // The first rows decide the widths; later ones must not make the columns jump.
    [result.columns, widths, hasRows],
  );
  const views = useMemo(() => new Map<number, RowView>(), [result.number, result.columns]);

  function rowAt(row: number): RowView | undefined {
    const cells = result.rows[row];
    if (!cells) return undefined;
    const known = views.get(row);
    if (known?.cells === cells) return known;
    const view: RowView = { label: String(row + 1), cells, state: 'clean', changed: unchanged };
    views.set(row, view);
    return view;
  }

  function text(withNames: boolean): string {
    if (!selection) return '';
    const range = rangeOf(selection);
    const chosen = columns.slice(range.left, range.right + 1);
    const rows = rowsOf(range).map((row) => chosen.map((column) => clipText(result.rows[row]?.[column.source])));
    return writeTsv(withNames ? [chosen.map((column) => column.label), ...rows] : rows);
  }

  function onCopy(event: ClipboardEvent) {
    if (!selection) return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', text(false));
  }

  function onKey(event: KeyboardEvent) {
    if ((event.ctrlKey || event.metaKey) && event.shiftKey && event.key.toLowerCase() === 'c') {
      event.preventDefault();
      void copy(text(true)).then((copied) => copied && toast('Copied with the column names.'));
    } else if (event.key === ' ') {
      event.preventDefault();
      setOpened(true);
    }
  }

  const spot = selection?.focus;
  const column = spot && names[spot.column];
  const cell = spot && result.rows[spot.row]?.[spot.column];
  return (
    <>
      <Grid
        label={`Rows of statement ${result.number + 1}`}
        columns={columns}
        rowCount={result.rows.length}
        rowAt={rowAt}
        selection={selection}
        onSelection={setSelection}
        onCopy={onCopy}
        onKey={onKey}
        onEdit={() => setOpened(true)}
        onResize={(resized, width) => setWidths((now) => ({ ...now, [resized.source]: width < 0 ? fitting({ name: resized.label, type: resized.type }, resized.source, result.rows, 800) : width }))}
      />
      <Drawer open={opened && column !== undefined} onClose={() => setOpened(false)} title={column ? `${column.name}, row ${(spot?.row ?? 0) + 1}` : ''}>
        {column && (
          <div className="-m-3">
            <ValuePanel
              key={`${spot?.row} ${spot?.column}`}
              column={{ ...column, notNull: false, default: null, generated: false, identity: null, comment: null, labels: [] }}
              cell={cell}
              fixed={isBig(cell) && cell.ref ? 'To show all of it the query is asked again; if the row has changed meanwhile, that is told.' : 'A result shows what the statement gave.'}
              onChange={() => undefined}
              field={{ current: null }}
              onLeave={() => setOpened(false)}
            />
          </div>
        )}
      </Drawer>
    </>
  );
}
