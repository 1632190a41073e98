import { useMemo, useRef, useState, type KeyboardEvent } from 'react';
import type { Cell } from '@/api/rows';
import { isBig } from '@/api/rows';
import type { Relation } from '@/api/schema';
import { useCommands, type Command } from '@/app/commands';
import { useApi, useEnvironment } from '@/app/environment';
import { useSearch } from '@/app/router';
import { Button, ContextMenu, ErrorState, toast } from '@/kit';
import { InlineEditor } from './cell/InlineEditor';
import { cellEntries } from './cellEntries';
import { gridColumns } from './columns';
import { Details } from './Details';
import { EmptyRows } from './EmptyRows';
import { FilterBar } from './FilterBar';
import { FkPeek, type Peek } from './FkPeek';
import type { GridColumn } from './grid/column';
import { Grid } from './grid/Grid';
import type { Selection } from './grid/selection';
import { gridKeys } from './gridKeys';
import { HeaderMenu } from './HeaderMenu';
import { ImportDialog } from './ImportDialog';
import { KeyArrow } from './KeyArrow';
import { LongLoad } from './LongLoad';
import { useWideEnough } from './panel/useWideEnough';
import { ReviewDrawer } from './ReviewDrawer';
import { RowsFooter } from './RowsFooter';
import { useStaged } from './staged/useStaged';
import { Toolbar } from './Toolbar';
import { clipText, copyWithNames, rowsOfText, useClipboard } from './useClipboard';
import { fixedReason, useRowActions } from './useRowActions';
import { useChangedTable, useRows } from './useRows';
import { useTable } from './useTable';
import { changeView, sortedBy, useView } from './view';
import { useWidths } from './widths';

/** The rows of one table: read, filtered, sorted, and changed. */
export function RelationPage({ relation }: { relation: Relation }) {
  const api = useApi();
  const environment = useEnvironment();
  const view = useView();
  const loaded = useRows(api, relation, view);
  useChangedTable(relation, view, loaded);
  const staged = useStaged(environment.name, relation);
  const table = useTable(relation, loaded.columns, loaded.rows, staged.staged);
  const [widths, setWidth] = useWidths(relation);
  const sample = loaded.rows.length > 0;
  // The first rows decide the widths; later ones must not make the columns jump.
  const columns = useMemo(() => gridColumns(relation, loaded.columns, view, widths, loaded.rows), [relation, loaded.columns, view, widths, sample]);
  const [selection, setSelection] = useState<Selection | null>(null);
  const [filtering, setFiltering] = useState<string | null>(null);
  const [reviewing, setReviewing] = useState(false);
  const [importing, setImporting] = useState(false);
  const [cellMenu, setCellMenu] = useState<{ x: number; y: number } | null>(null);
  const [peek, setPeek] = useState<Peek | null>(null);
  const [panel, setPanel] = useSearch('panel');
  const wide = useWideEnough();
  const grid = useRef<HTMLDivElement>(null);
  const valueField = useRef<HTMLTextAreaElement>(null);

  const fixed = fixedReason(environment, relation);
  const actions = useRowActions({
    relation,
    view,
    table,
    columns,
    staged,
    selection,
    onSelection: setSelection,
    fixed,
    grid,
    onPanel: (focus) => {
      setPanel('value', { replace: true });
      if (focus) setTimeout(() => valueField.current?.focus(), 60);
    },
  });
  const { editing, columnOf, fixedWhy, focusGrid, insert } = actions;
  const clipboard = useClipboard({ relation, table, columns, selection, staged, fixedWhy });

  const spot = selection?.focus;
  const chosen = spot && columns[spot.column];

  function onKey(event: KeyboardEvent) {
    const mod = event.ctrlKey || event.metaKey;
    const taken: [boolean, () => void][] = [
      [mod && event.key === 'Enter', () => actions.setValues(null)],
      [mod && event.key === "'", () => actions.setValues('')],
      [mod && event.key.toLowerCase() === 'd', actions.duplicate],
      [mod && event.key === 'Backspace', actions.toggleDeleted],
      [mod && event.shiftKey && event.key.toLowerCase() === 'c', () => selection && void copyWithNames(table, columns, selection)],
      [!mod && (event.key === 'Delete' || event.key === 'Backspace'), () => actions.setValues(null)],
      [event.altKey && event.key === 'Enter', () => spot && chosen && actions.follow(spot.row, chosen.id)],
      [!mod && event.key === ' ', () => setPanel(panel ? null : 'value', { replace: true })],
      [!mod && event.key === 'Escape' && panel !== null, () => setPanel(null, { replace: true })],
      [event.key === 'ContextMenu' || (event.shiftKey && event.key === 'F10'), openMenuAtCell],
    ];
    const action = taken.find(([pressed]) => pressed)?.[1];
    if (!action) return;
    event.preventDefault();
    action();
  }

  function openMenuAtCell() {
    const cell = spot && document.getElementById(`cell-${spot.row}-${spot.column}`)?.getBoundingClientRect();
    if (cell) setCellMenu({ x: cell.left + 8, y: cell.bottom });
  }

  const commands = useMemo(
    (): Command[] => [
      { id: 'review', title: 'Review staged changes', group: 'Rows', keys: 'Mod+S', run: () => staged.staged.length && setReviewing(true) },
      { id: 'insert', title: 'Insert a row', group: 'Rows', keys: 'Mod+I', run: () => insert([{}]) },
      { id: 'undo', title: 'Undo', group: 'Rows', keys: 'Mod+Z', run: staged.undo },
      { id: 'redo', title: 'Redo', group: 'Rows', keys: 'Mod+Shift+Z', run: staged.redo },
      { id: 'filter', title: 'Add a filter', group: 'Rows', keys: '/', run: () => setFiltering('new:') },
      { id: 'reload', title: 'Reload rows', group: 'Rows', keys: 'r', run: loaded.reload },
      ...gridKeys,
    ],
    [staged, loaded.reload, fixed, columns],
  );
  useCommands(commands);

  const editedColumn = columnOf(editing ? columns[editing.spot.column]?.id : undefined);
  const editedValue = editing && editedColumn ? table.valueAt(editing.spot.row, editedColumn.name) : undefined;
  const asked = view.filters.length > 0 || view.where !== '';
  const empty = !loaded.loading && !loaded.problem && table.rowCount === 0;

  return (
    <>
      <Toolbar
        relation={relation}
        view={view}
        estimate={loaded.tail?.estimate ?? null}
        staged={staged.staged}
        fixed={fixed}
        loading={loaded.loading}
        panelOpen={panel !== null}
        onInsert={() => insert([{}])}
        onReview={() => setReviewing(true)}
        onUndo={staged.undo}
        onImport={() => setImporting(true)}
        onReload={loaded.reload}
        onPanel={() => setPanel(panel ? null : 'value', { replace: true })}
        onPasteRows={() => void navigator.clipboard.readText().then((text) => insert(rowsOfText(relation, text)), () => toast('The browser does not let the page read the clipboard; press Ctrl+V on a new row.', 'info'))}
      />
      <FilterBar relation={relation} view={view} editing={filtering} onEditing={setFiltering} />
      {loaded.loading && <LongLoad sorts={loaded.sorts} onCancel={loaded.cancel} />}
      <div className="flex min-h-0 flex-1">
        <div className="relative flex min-w-0 flex-1 flex-col">
          {loaded.problem && table.rowCount === 0 ? (
            <ErrorState
              problem={loaded.problem}
              onRetry={loaded.reload}
              actions={view.sort.length > 0 && <Button onClick={() => changeView({ sort: [] })}>Load in any order</Button>}
            />
          ) : empty ? (
            <EmptyRows asked={asked} fixed={fixed} onInsert={() => insert([{}])} />
          ) : (
            <Grid
              ref={grid}
              label={`Rows of ${relation.schema}.${relation.name}`}
              columns={columns}
              rowCount={loaded.loading && !loaded.rows.length ? table.rowCount + 20 : table.rowCount}
              totalRows={loaded.tail?.next === null ? table.rowCount + 1 : -1}
              rowAt={table.rowAt}
              selection={selection}
              onSelection={setSelection}
              editing={
                editing && editedColumn
                  ? {
                      spot: editing.spot,
                      editor: (
                        <InlineEditor
                          key={`${editing.spot.row} ${editing.spot.column}`}
                          column={editedColumn}
                          value={isBig(editedValue) ? undefined : editedValue}
                          first={editing.first}
                          onCommit={actions.commit}
                          onCancel={() => actions.leave('stay')}
                          {...(table.isNew(editing.spot.row) && { onDefault: actions.giveDefault })}
                        />
                      ),
                    }
                  : null
              }
              onEdit={actions.edit}
              typing={fixed === null}
              onKey={onKey}
              onCopy={clipboard.onCopy}
              onPaste={clipboard.onPaste}
              onSort={(column, add) => changeView({ sort: sortedBy(view.sort, column.id, add) })}
              onResize={(column, width) => setWidth(column.id, width < 0 ? fittingAgain(column, loaded.rows) : width)}
              headerMenu={(column) => <HeaderMenu column={column} view={view} onFilter={() => setFiltering(`new:${column.id}`)} />}
              onCellMenu={(_, place) => setCellMenu(place)}
              {...(loaded.loading || loaded.problem ? {} : { onNearEnd: loaded.loadMore })}
              cellAction={(row, column, cell) => (cell === null || cell === undefined ? null : <KeyArrow relation={relation} column={column} onJump={() => actions.follow(row, column.id)} />)}
              onHover={(where, element) => {
                const name = where && where.column >= 0 ? columns[where.column]?.id : undefined;
                const way = where && name && element?.querySelector('[data-arrow]') ? actions.wayOf(where.row, name) : undefined;
                setPeek((now) => (way && element ? (now?.element === element ? now : { way, element }) : null));
              }}
              footer={loaded.problem ? <ErrorState problem={loaded.problem} onRetry={loaded.loadMore} className="sticky left-0" /> : undefined}
            />
          )}
        </div>
        {panel && (wide || spot || panel === 'table') && (
          <Details relation={relation} table={table} columns={columns} selection={selection} staged={staged} actions={actions} field={valueField} panel={panel} onPanel={(name) => setPanel(name, { replace: true })} onSelection={setSelection} />
        )}
      </div>
      <RowsFooter rows={loaded.rows.length} tail={loaded.tail} sorts={loaded.sorts} loading={loaded.loading} selection={selection} />
      <FkPeek peek={cellMenu || editing ? null : peek} />
      <ContextMenu label="Cell" at={cellMenu} entries={cellMenu && selection ? cellEntries({ selection, columns, table, staged, actions, fixed, onRelations: () => setPanel('relations') }) : []} onClose={() => { setCellMenu(null); focusGrid(); }} />
      <ReviewDrawer
        relation={relation}
        staged={staged.staged}
        open={reviewing && staged.staged.length > 0}
        onClose={() => setReviewing(false)}
        onApplied={() => {
          setReviewing(false);
          staged.settle();
          loaded.reload();
        }}
        onDiscard={() => {
          setReviewing(false);
          staged.clear();
        }}
        onGiveUp={(id) => {
          staged.revert([id]);
          loaded.reload();
        }}
        onOverwrite={(id, found) => {
          staged.overwrite(id, found);
          loaded.reload();
        }}
      />
      {importing && <ImportDialog relation={relation} onClose={() => setImporting(false)} onDone={loaded.reload} />}
    </>
  );
}

function fittingAgain(column: GridColumn, rows: readonly Cell[][]): number {
  const longest = Math.max(4, ...rows.slice(0, 1000).map((row) => clipText(row[column.source])?.length ?? 4));
  return Math.round(Math.min(800, Math.max(72, column.label.length * 7 + 44, longest * 7.3 + 24)));
}
