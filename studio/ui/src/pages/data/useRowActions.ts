import type { RefObject } from 'react';
import { useState } from 'react';
import type { Environment } from '@/api/meta';
import { sentence } from '@/api/problem';
import { isBig } from '@/api/rows';
import type { Column, Relation } from '@/api/schema';
import { go } from '@/app/router';
import { toast } from '@/kit';
import type { Move } from './cell/InlineEditor';
import { wantsPanel } from './family';
import type { GridColumn } from './grid/column';
import { at, rangeOf, rowsOf, type Selection, type Spot } from './grid/selection';
import { operatorsFor, takesValue } from './operators';
import { addressOf, waysOut } from './references';
import type { Given, KnownRow } from './staged/staged';
import type { useStaged } from './staged/useStaged';
import type { Table } from './useTable';
import { changeView, type View } from './view';

/** Why rows cannot be changed here; null when they can. */
export function fixedReason(environment: Environment, relation: Relation): string | null {
  if (environment.readOnly) return sentence(environment.readOnlyReason || 'this database is shown read-only');
  if (relation.readOnlyReason) return sentence(relation.readOnlyReason);
  return relation.rowKey ? null : 'No key tells one row from another.';
}

export interface RowActionsOf {
  relation: Relation;
  view: View;
  table: Table;
  columns: readonly GridColumn[];
  staged: ReturnType<typeof useStaged>;
  selection: Selection | null;
  onSelection: (selection: Selection) => void;
  fixed: string | null;
  grid: RefObject<HTMLDivElement | null>;
  /** Opens the panel that shows one value, with its editor focused when the value may be changed. */
  onPanel: (focus: boolean) => void;
}

export type RowActions = ReturnType<typeof useRowActions>;

/** What can be done with the selected rows and cells, and the one cell whose editor is open. */
export function useRowActions({ relation, view, table, columns, staged, selection, onSelection, fixed, grid, onPanel }: RowActionsOf) {
  const [editing, setEditing] = useState<{ spot: Spot; first: string | null } | null>(null);
  const columnOf = (name: string | undefined): Column | undefined => relation.columns.find((one) => one.name === name);
  const fixedWhy = (name: string): string | null => fixed ?? (columnOf(name)?.generated ? 'The database computes this column.' : null);
  const focusGrid = () => grid.current?.focus({ preventScroll: true });

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
    onSelection(at(where.row, where.column));
    if (why !== null || wantsPanel(column.family) || isBig(value)) {
      if (why !== null && first !== null) return toast(why, 'info');
      return onPanel(why === null);
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
    if (next.row < table.rowCount && next.column >= 0 && next.column < columns.length) onSelection(at(next.row, next.column));
    if (move !== 'stay' || document.activeElement === document.body || grid.current?.contains(document.activeElement)) focusGrid();
  }

  function insert(rows: Record<string, Given>[]) {
    if (fixed) return toast(fixed, 'info');
    staged.insert(rows);
    const first = columns.findIndex((column) => !columnOf(column.id)?.default && !columnOf(column.id)?.identity && !columnOf(column.id)?.generated);
    onSelection(at(0, Math.max(0, first)));
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

  function filterBy(where: Spot) {
    const column = columns[where.column];
    const value = column && table.rowAt(where.row)?.cells[column.source];
    const type = columnOf(column?.id);
    if (!column || !type || isBig(value)) return;
    const op = value === null || value === undefined ? 'is null' : typeof value === 'boolean' ? (value ? 'is true' : 'is false') : '=';
    if (!operatorsFor(type).includes(op)) return toast(`Rows cannot be found by a whole ${type.type}.`, 'info');
    changeView({ filters: [...view.filters, takesValue(op) ? { column: column.id, op, value: String(value) } : { column: column.id, op }] });
  }

  /** Lets the cell of a new row that is edited have its default. */
  function giveDefault() {
    const known = editing && table.knownAt(editing.spot.row);
    const name = editing && columns[editing.spot.column]?.id;
    if (known && name) staged.reset(known.id, name);
    leave('stay');
    focusGrid();
  }

  return { editing, edit, commit, leave, giveDefault, setValues, insert, duplicate, toggleDeleted, filterBy, wayOf, follow, selectedRows, fixedWhy, columnOf, focusGrid };
}
