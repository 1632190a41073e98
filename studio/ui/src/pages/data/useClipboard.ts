import type { ClipboardEvent } from 'react';
import { isBig, type Cell } from '@/api/rows';
import type { Relation } from '@/api/schema';
import { copy, toast } from '@/kit';
import type { GridColumn } from './grid/column';
import { rangeOf, rowsOf, sizeOf, type Selection } from './grid/selection';
import { count, counted } from '@/pages/shared/formats';
import { givenOf, laidDown } from './pasting';
import type { Given, KnownRow } from './staged/staged';
import type { useStaged } from './staged/useStaged';
import { parseTsv, writeTsv } from './tsv';
import type { Table } from './useTable';

/** A value as it goes to the clipboard. */
export function clipText(cell: Cell | undefined): string | null {
  if (cell === null || cell === undefined) return null;
  return isBig(cell) ? cell.head : String(cell);
}

/** What is selected, as a spreadsheet takes it. */
export function selectedText(table: Table, columns: readonly GridColumn[], selection: Selection, withNames: boolean): string {
  const range = rangeOf(selection);
  const chosen = columns.slice(range.left, range.right + 1);
  const rows = rowsOf(range).map((row) => {
    const view = table.rowAt(row);
    return chosen.map((column) => clipText(view?.cells[column.source]));
  });
  return writeTsv(withNames ? [chosen.map((column) => column.label), ...rows] : rows);
}

/** Copies with the names of the columns. */
export async function copyWithNames(table: Table, columns: readonly GridColumn[], selection: Selection) {
  if (await copy(selectedText(table, columns, selection, true))) toast('Copied with the column names.');
}

/** Copying from and pasting into the grid. */
export function useClipboard({ relation, table, columns, selection, staged, fixedWhy }: {
  relation: Relation;
  table: Table;
  columns: readonly GridColumn[];
  selection: Selection | null;
  staged: ReturnType<typeof useStaged>;
  /** Why a column cannot be changed; null when it can. */
  fixedWhy: (column: string) => string | null;
}) {
  function onCopy(event: ClipboardEvent) {
    if (!selection || isField(event.target)) return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', selectedText(table, columns, selection, false));
    const cells = sizeOf(rangeOf(selection));
    if (cells > 1) toast(`${count(cells)} cells copied.`);
  }

  function onPaste(event: ClipboardEvent) {
    if (!selection || isField(event.target)) return;
    event.preventDefault();
    paste(parseTsv(event.clipboardData.getData('text/plain')));
  }

  function paste(cells: string[][]) {
    if (!selection || !cells.length) return;
    const intoNew = table.isNew(rangeOf(selection).top);
    const changes: { row: KnownRow; column: string; value: Given }[] = [];
    const added = new Map<number, Record<string, Given>>();
    let left = 0;
    for (const { row, column, text } of laidDown(cells, rangeOf(selection))) {
      const name = columns[column]?.id;
      const type = relation.columns.find((one) => one.name === name);
      if (!name || !type || fixedWhy(name)) left++;
      else if (intoNew && row >= table.newRows) added.set(row, { ...added.get(row), [name]: givenOf(type, text) });
      else {
        const known = table.knownAt(row);
        if (known) changes.push({ row: known, column: name, value: givenOf(type, text) });
        else left++;
      }
    }
    staged.setMany(changes);
    if (added.size) staged.insert([...added.values()], 'after');
    if (left) toast(`${counted(left, 'pasted cell')} had no place: beyond the loaded rows, or in a column that cannot be changed.`, 'info');
  }

  return { onCopy, onPaste };
}

/** Makes new rows of a pasted text; the first line names columns when it only has names of columns. */
export function rowsOfText(relation: Relation, text: string): Record<string, Given>[] {
  const cells = parseTsv(text);
  const names = relation.columns.map((column) => column.name);
  const head = cells[0] ?? [];
  const named = head.length > 0 && head.every((name) => names.includes(name));
  const order = named ? head : names.filter((name) => !relation.columns.find((column) => column.name === name)?.generated);
  return (named ? cells.slice(1) : cells).map((line) =>
    Object.fromEntries(
      line.flatMap((value, place) => {
        const column = relation.columns.find((one) => one.name === order[place]);
        return column ? [[column.name, givenOf(column, value)] as const] : [];
      }),
    ),
  );
}

function isField(target: EventTarget): boolean {
  return target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
}
