import { useMemo } from 'react';
import type { Values } from '@/api/edits';
import { isBig, type Cell, type RowColumn } from '@/api/rows';
import type { Relation } from '@/api/schema';
import type { RowView } from './grid/GridRow';
import type { Given, KnownRow, Staged, StagedRow } from './staged/staged';

const unchanged: ReadonlySet<number> = new Set();

/** Rows that were read with the staged changes laid over them; new rows come first. */
export interface Table {
  rowCount: number;
  rowAt: (row: number) => RowView | undefined;
  /** What is needed to stage a change of a row. */
  knownAt: (row: number) => KnownRow | undefined;
  stagedAt: (row: number) => StagedRow | undefined;
  /** The value that is shown; undefined when a new row gets the default. */
  valueAt: (row: number, column: string) => Cell | undefined;
  isNew: (row: number) => boolean;
  /** How many rows at the top are new. */
  newRows: number;
}

export function useTable(relation: Relation, columns: RowColumn[], rows: readonly Cell[][], staged: Staged): Table {
  return useMemo(() => tableOf(relation, columns, rows, staged), [relation, columns, rows, staged]);
}

// A row keeps its drawing until its staged change is another one.
const drawn = new WeakMap<readonly Cell[], { staged: StagedRow | undefined; view: RowView }>();

function tableOf(relation: Relation, columns: RowColumn[], rows: readonly Cell[][], staged: Staged): Table {
  const places = new Map(columns.map((column, place) => [column.name, place]));
  const byId = new Map(staged.map((row) => [row.id, row]));
  const inserts = staged.filter((row) => row.kind === 'insert');
  const newViews = inserts.map((row) => newView(row, columns));
  const keyOf = keyReader(relation, places);

  const loadedAt = (row: number) => rows[row - inserts.length];
  const stagedOf = (cells: Cell[]) => (byId.size ? byId.get(idOf(keyOf(cells))) : undefined);

  function rowAt(row: number): RowView | undefined {
    if (row < inserts.length) return newViews[row];
    const cells = loadedAt(row);
    if (!cells) return undefined;
    const change = stagedOf(cells);
    const known = drawn.get(cells);
    if (known && known.staged === change) return known.view;
    const view = viewOf(cells, change, places, row - inserts.length);
    drawn.set(cells, { staged: change, view });
    return view;
  }

  function knownAt(row: number): KnownRow | undefined {
    const fresh = inserts[row];
    if (fresh) return fresh;
    const cells = loadedAt(row);
    if (!cells) return undefined;
    const key = keyOf(cells);
    return { id: idOf(key), key, read: Object.fromEntries(columns.map((column, place) => [column.name, cells[place] ?? null])) };
  }

  return {
    rowCount: inserts.length + rows.length,
    rowAt,
    knownAt,
    stagedAt: (row) => inserts[row] ?? (loadedAt(row) && stagedOf(loadedAt(row) as Cell[])),
    valueAt: (row, column) => rowAt(row)?.cells[places.get(column) ?? -1],
    isNew: (row) => row < inserts.length,
    newRows: inserts.length,
  };
}

function keyReader(relation: Relation, places: Map<string, number>): (cells: Cell[]) => Values {
  const names = relation.rowKey ?? [];
  return (cells) => Object.fromEntries(names.map((name) => [name, plain(cells[places.get(name) ?? -1])]));
}

function plain(cell: Cell | undefined): Given {
  return cell === undefined ? null : isBig(cell) ? cell.ref : cell;
}

function idOf(key: Values): string {
  return JSON.stringify(Object.values(key));
}

function newView(row: StagedRow, columns: RowColumn[]): RowView {
  return { label: 'new', cells: columns.map((column) => row.values[column.name]), state: 'new', changed: unchanged };
}

function viewOf(cells: Cell[], change: StagedRow | undefined, places: Map<string, number>, place: number): RowView {
  const label = String(place + 1);
  if (!change) return { label, cells, state: 'clean', changed: unchanged };
  if (change.kind === 'delete') return { label, cells, state: 'deleted', changed: unchanged };
  const shown = [...cells];
  const changed = new Set<number>();
  for (const [column, value] of Object.entries(change.values)) {
    const at = places.get(column);
    if (at === undefined) continue;
    shown[at] = value;
    changed.add(at);
  }
  return { label, cells: shown, state: 'changed', changed };
}
