import { ArrowUpRight, Copy, CopyPlus, Eraser, ListFilter, Trash2, Undo2 } from 'lucide-react';
import { useCallback, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import type { Environment } from '@/api/meta';
import { sentence } from '@/api/problem';
import type { Cell } from '@/api/rows';
import { isBig } from '@/api/rows';
import type { Column, Relation } from '@/api/schema';
import { useApi, useEnvironment } from '@/app/environment';
import { useCommands, type Command } from '@/app/commands';
import { go, useSearch } from '@/app/router';
import { ContextMenu, copy, ErrorState, toast, type MenuEntry } from '@/kit';
import { InlineEditor, type Move } from './cell/InlineEditor';
import { gridColumns } from './columns';
import { EmptyRows } from './EmptyRows';
import { wantsPanel } from './family';
import { FilterBar } from './FilterBar';
import { FkPeek, type Peek } from './FkPeek';
import { Grid, type GridColumn } from './grid/Grid';
import { at, rangeOf, rowsOf, type Selection, type Spot } from './grid/selection';
import { gridKeys } from './gridKeys';
import { HeaderMenu } from './HeaderMenu';
import { ImportDialog } from './ImportDialog';
import { KeyArrow } from './KeyArrow';
import { operatorsFor, takesValue } from './operators';
import { RecordPanel } from './panel/RecordPanel';
import { RelationsPanel } from './panel/RelationsPanel';
import { SidePanel, type PanelName } from './panel/SidePanel';
import { TablePanel } from './panel/TablePanel';
import { useWideEnough } from './panel/useWideEnough';
import { ValuePanel } from './panel/ValuePanel';
import { addressOf, waysOut } from './references';
import { ReviewDrawer } from './ReviewDrawer';
import { RowsFooter } from './RowsFooter';
import type { Given, KnownRow } from './staged/staged';
import { useStaged } from './staged/useStaged';
import { Toolbar } from './Toolbar';
import { clipText, copyWithNames, rowsOfText, useClipboard } from './useClipboard';
import { useRows } from './useRows';
import { useTable } from './useTable';
import { changeView, sortedBy, useView } from './view';
import { useWidths } from './widths';

/** The rows of one table: read, filtered, sorted, and changed. */
export function RelationPage({ relation }: { relation: Relation }) {
  const api = useApi();
  const environment = useEnvironment();
  const view = useView();
  const loaded = useRows(api, relation, view);
  const staged = useStaged(environment.name, relation);
  const table = useTable(relation, loaded.columns, loaded.rows, staged.staged);
  const [widths, setWidth] = useWidths(relation);
  const sample = loaded.rows.length > 0;
  // The first rows decide the widths; later ones must not make the columns jump.
  const columns = useMemo(() => gridColumns(relation, loaded.columns, view, widths, loaded.rows), [relation, loaded.columns, view, widths, sample]);
  const [selection, setSelection] = useState<Selection | null>(null);
  const [editing, setEditing] = useState<{ spot: Spot; first: string | null } | null>(null);
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
  const columnOf = useCallback((name: string | undefined): Column | undefined => relation.columns.find((one) => one.name === name), [relation]);
  const fixedWhy = (name: string): string | null => fixed ?? (columnOf(name)?.generated ? 'The database computes this column.' : null);
  const clipboard = useClipboard({ relation, table, columns, selection, staged, fixedWhy });
  const focusGrid = () => grid.current?.focus({ preventScroll: true });

  const spot = selection?.focus;
  const chosen = spot && columns[spot.column];
  const chosenColumn = columnOf(chosen?.id);

  function knownIn(rows: number[]): KnownRow[] {
    return rows.flatMap((row) => table.knownAt(row) ?? []);
  }
  function selectedRows(): KnownRow[] {
    return selection ? knownIn(rowsOf(rangeOf(selection))) : [];
  }

  function setValues(value: Given) {
    if (!selection) return;
    const range = rangeOf(selection);
    const names = columns.slice(range.left, range.right + 1).filter((column) => !fixedWhy(column.id) && !(value === null && columnOf(column.id)?.notNull));
    if (!names.length) return toast(fixed ?? 'These columns cannot be NULL.', 'info');
    staged.setMany(knownIn(rowsOf(range)).flatMap((row) => names.map((column) => ({ row, column: column.id, value }))));
  }

  function edit(where: Spot, first: string | null) {
    const column = columns[where.column];
    if (!column) return;
    const why = fixedWhy(column.id);
    const value = table.rowAt(where.row)?.cells[column.source];
    setSelection(at(where.row, where.column));
    if (why !== null || wantsPanel(column.family) || isBig(value)) {
      if (why !== null && first !== null) return toast(why, 'info');
      setPanel('value', { replace: true });
      if (why === null) setTimeout(() => valueField.current?.focus(), 60);
      return;
    }
    if (table.rowAt(where.row)?.state === 'deleted') return toast('The row is marked to be deleted.', 'info');
    setEditing({ spot: where, first });
  }

  function commit(value: Given, move: Move) {
    if (!editing) return;
    const { row, column } = editing.spot;
    const known = table.knownAt(row);
    const name = columns[column]?.id;
    if (known && name) staged.setMany([{ row: known, column: name, value }]);
    leave(move);
  }

  function leave(move: Move) {
    if (!editing) return;
    const { row, column } = editing.spot;
    setEditing(null);
    const next = { down: { row: row + 1, column }, right: { row, column: column + 1 }, left: { row, column: column - 1 }, stay: { row, column } }[move];
    if (next.row < table.rowCount && next.column >= 0 && next.column < columns.length) setSelection(at(next.row, next.column));
    if (move !== 'stay' || document.activeElement === document.body || grid.current?.contains(document.activeElement)) focusGrid();
  }

  function insert(rows: Record<string, Given>[]) {
    if (fixed) return toast(fixed, 'info');
    staged.insert(rows);
    const first = columns.findIndex((column) => !columnOf(column.id)?.default && !columnOf(column.id)?.identity && !columnOf(column.id)?.generated);
    setSelection(at(0, Math.max(0, first)));
    grid.current?.scrollTo({ top: 0 });
    setTimeout(focusGrid);
  }

  function duplicate() {
    const copies = selectedRows().map((row) => {
      const shown = { ...row.read, ...(staged.staged.find((one) => one.id === row.id)?.values ?? {}) };
      return Object.fromEntries(
        Object.entries(shown).flatMap(([name, value]) => {
          const column = columnOf(name);
          const own = column?.generated || column?.identity || (relation.primaryKey.includes(name) && column?.default);
          return own || isBig(value) ? [] : [[name, value] as const];
        }),
      );
    });
    if (copies.length) insert(copies);
  }

  function toggleDeleted() {
    if (fixed) return toast(fixed, 'info');
    const rows = selectedRows();
    const all = rows.every((row) => staged.staged.find((one) => one.id === row.id)?.kind === 'delete');
    staged.remove(rows, !all);
  }

  const wayOf = (row: number, name: string) => waysOut(relation, (column) => table.valueAt(row, column)).find((way) => way.columns.includes(name));

  function follow(row: number, name: string) {
    const way = wayOf(row, name);
    if (way) go(addressOf(way));
    else toast('No foreign key leaves this cell.', 'info');
  }

  function onKey(event: KeyboardEvent) {
    const mod = event.ctrlKey || event.metaKey;
    const actions: [boolean, () => void][] = [
      [mod && event.key === 'Enter', () => setValues(null)],
      [mod && event.key === "'", () => setValues('')],
      [mod && event.key.toLowerCase() === 'd', duplicate],
      [mod && event.key === 'Backspace', toggleDeleted],
      [mod && event.shiftKey && event.key.toLowerCase() === 'c', () => selection && void copyWithNames(table, columns, selection)],
      [!mod && (event.key === 'Delete' || event.key === 'Backspace'), () => setValues(null)],
      [event.altKey && event.key === 'Enter', () => spot && chosen && follow(spot.row, chosen.id)],
      [!mod && event.key === ' ', () => setPanel(panel ? null : 'value', { replace: true })],
      [!mod && event.key === 'Escape' && panel !== null, () => setPanel(null, { replace: true })],
      [event.key === 'ContextMenu' || (event.shiftKey && event.key === 'F10'), openMenuAtCell],
    ];
    const action = actions.find(([pressed]) => pressed)?.[1];
    if (!action) return;
    event.preventDefault();
    action();
  }

  function openMenuAtCell() {
    const cell = spot && document.getElementById(`cell-${spot.row}-${spot.column}`)?.getBoundingClientRect();
    if (cell) setCellMenu({ x: cell.left + 8, y: cell.bottom });
  }

  function filterBy(where: Spot) {
    const column = columns[where.column];
    const value = column && table.rowAt(where.row)?.cells[column.source];
    const type = columnOf(column?.id);
    if (!column || !type || isBig(value)) return;
    const op = value === null || value === undefined ? 'is null' : typeof value === 'boolean' ? (value ? 'is true' : 'is false') : '=';
    if (!operatorsFor(type).includes(op)) return toast(`Rows cannot be found by a whole ${type.type}.`, 'info');
    changeView({ filters: [...view.filters, takesValue(op) ? { column: column.id, op, value: String(value) } : { column: column.id, op }] });
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

  const cellEntries = (): MenuEntry[] => {
    const way = spot && chosen && wayOf(spot.row, chosen.id);
    const deleted = selectedRows().every((row) => staged.staged.find((one) => one.id === row.id)?.kind === 'delete');
    return [
      { label: 'Copy', icon: Copy, keys: 'Mod+C', onSelect: () => selection && chosen && spot && void copy(clipText(table.rowAt(spot.row)?.cells[chosen.source]) ?? '') },
      { label: 'Copy with column names', keys: 'Mod+Shift+C', onSelect: () => selection && void copyWithNames(table, columns, selection) },
      { label: 'Filter by this value', icon: ListFilter, onSelect: () => spot && filterBy(spot) },
      ...(way ? [{ label: `Go to ${way.table.name}`, icon: ArrowUpRight, keys: 'Alt+Enter', onSelect: () => go(addressOf(way)) }] : []),
      { label: 'Relations of this row', onSelect: () => setPanel('relations') },
      ...(fixed
        ? []
        : ([
            { kind: 'line' },
            { label: 'Set NULL', icon: Eraser, keys: 'Mod+Enter', onSelect: () => setValues(null) },
            { label: 'Duplicate row', icon: CopyPlus, keys: 'Mod+D', onSelect: duplicate },
            { label: 'Take back the changes of the row', icon: Undo2, onSelect: () => staged.revert(selectedRows().map((row) => row.id)) },
            { label: deleted ? 'Keep row' : 'Delete row', icon: Trash2, keys: 'Mod+Backspace', danger: !deleted, onSelect: toggleDeleted },
          ] satisfies MenuEntry[])),
    ];
  };

  const editedColumn = columnOf(editing ? columns[editing.spot.column]?.id : undefined);
  const editedValue = editing && editedColumn ? table.valueAt(editing.spot.row, editedColumn.name) : undefined;
  const asked = view.filters.length > 0 || view.where !== '';
  const empty = !loaded.loading && !loaded.problem && table.rowCount === 0;
  const stagedHere = spot && table.stagedAt(spot.row);
  const valueOfRow = (name: string) => (spot ? table.valueAt(spot.row, name) : undefined);

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
      <div className="flex min-h-0 flex-1">
        <div className="relative flex min-w-0 flex-1 flex-col">
          {loaded.problem && table.rowCount === 0 ? (
            <ErrorState problem={loaded.problem} onRetry={loaded.reload} />
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
                          onCommit={commit}
                          onCancel={() => leave('stay')}
                          {...(table.isNew(editing.spot.row) && {
                            onDefault: () => {
                              const known = table.knownAt(editing.spot.row);
                              if (known) staged.reset(known.id, editedColumn.name);
                              leave('stay');
                              focusGrid();
                            },
                          })}
                        />
                      ),
                    }
                  : null
              }
              onEdit={edit}
              typing={fixed === null}
              onKey={onKey}
              onCopy={clipboard.onCopy}
              onPaste={clipboard.onPaste}
              onSort={(column, add) => changeView({ sort: sortedBy(view.sort, column.id, add) })}
              onResize={(column, width) => setWidth(column.id, width < 0 ? fittingAgain(column, loaded.rows) : width)}
              headerMenu={(column) => <HeaderMenu column={column} view={view} onFilter={() => setFiltering(`new:${column.id}`)} />}
              onCellMenu={(_, place) => setCellMenu(place)}
              onNearEnd={loaded.loadMore}
              cellAction={(row, column, cell) => (cell === null || cell === undefined ? null : <KeyArrow relation={relation} column={column} onJump={() => follow(row, column.id)} />)}
              onHover={(where, element) => {
                const name = where && where.column >= 0 ? columns[where.column]?.id : undefined;
                const way = where && name && element?.querySelector('[data-arrow]') ? wayOf(where.row, name) : undefined;
                setPeek((now) => (way && element ? (now?.element === element ? now : { way, element }) : null));
              }}
              footer={loaded.problem ? <ErrorState problem={loaded.problem} onRetry={loaded.loadMore} className="sticky left-0" /> : undefined}
            />
          )}
        </div>
        {panel && (wide || spot || panel === 'table') && (
          <SidePanel
            name={(['value', 'row', 'relations', 'table'].includes(panel) ? panel : 'value') as PanelName}
            onName={(name) => setPanel(name, { replace: true })}
            onClose={() => setPanel(null, { replace: true })}
            panels={{
              value:
                chosenColumn && spot ? (
                  <ValuePanel
                    key={`${table.knownAt(spot.row)?.id} ${chosenColumn.name}`}
                    column={chosenColumn}
                    cell={valueOfRow(chosenColumn.name)}
                    fixed={fixedWhy(chosenColumn.name)}
                    field={valueField}
                    onLeave={focusGrid}
                    onChange={(value) => {
                      const known = table.knownAt(spot.row);
                      if (known) staged.setMany([{ row: known, column: chosenColumn.name, value }]);
                    }}
                  />
                ) : (
                  <NothingChosen />
                ),
              row: spot ? (
                <RecordPanel relation={relation} valueOf={valueOfRow} staged={stagedHere} chosen={chosen?.id} onChoose={(name) => chooseColumn(name)} />
              ) : (
                <NothingChosen />
              ),
              relations: spot ? <RelationsPanel relation={relation} valueOf={(name) => stagedFree(table.knownAt(spot.row), name, valueOfRow)} /> : <NothingChosen />,
              table: <TablePanel relation={relation} />,
            }}
          />
        )}
      </div>
      <RowsFooter rows={loaded.rows.length} tail={loaded.tail} loading={loaded.loading} selection={selection} />
      <FkPeek peek={peek} />
      <ContextMenu label="Cell" at={cellMenu} entries={cellMenu ? cellEntries() : []} onClose={() => { setCellMenu(null); focusGrid(); }} />
      <ReviewDrawer
        relation={relation}
        staged={staged.staged}
        open={reviewing}
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
      />
      {importing && <ImportDialog relation={relation} onClose={() => setImporting(false)} onDone={loaded.reload} />}
    </>
  );

  function chooseColumn(name: string) {
    const column = columns.findIndex((one) => one.id === name);
    if (spot && column >= 0) setSelection(at(spot.row, column));
    setPanel('value', { replace: true });
  }
}

/** Why rows cannot be changed here; null when they can. */
function fixedReason(environment: Environment, relation: Relation): string | null {
  if (environment.readOnly) return sentence(environment.readOnlyReason || 'this database is shown read-only');
  if (relation.readOnlyReason) return sentence(relation.readOnlyReason);
  return relation.rowKey ? null : 'No key tells one row from another.';
}

/** Relations are those of the row as the database has it. */
function stagedFree(known: KnownRow | undefined, name: string, shown: (name: string) => Cell | undefined): Cell | undefined {
  return known && name in known.read ? known.read[name] : shown(name);
}

function fittingAgain(column: GridColumn, rows: readonly Cell[][]): number {
  const longest = Math.max(4, ...rows.slice(0, 1000).map((row) => clipText(row[column.source])?.length ?? 4));
  return Math.round(Math.min(800, Math.max(72, column.label.length * 7 + 44, longest * 7.3 + 24)));
}

function NothingChosen() {
  return <p className="p-4 text-sm text-muted">Choose a cell to see it here.</p>;
}

