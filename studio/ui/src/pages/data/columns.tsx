import { ArrowUpRight, KeyRound } from 'lucide-react';
import type { Cell, RowColumn } from '@/api/rows';
import { isBig } from '@/api/rows';
import type { Column, Relation } from '@/api/schema';
import { familyOf, shortType, type Family } from './family';
import type { GridColumn } from './grid/column';
import type { View } from './view';
import type { Widths } from './widths';

const startWidths: Partial<Record<Family, number>> = { boolean: 84, number: 112, date: 112, timestamp: 232, time: 128, uuid: 288, json: 280, vector: 240, array: 200, text: 200 };
const perCharacter = 7.3;

/** The columns of a table as the grid shows them: what is hidden left out, what is pinned in front. */
export function gridColumns(relation: Relation, loaded: readonly RowColumn[], view: View, widths: Widths, rows: readonly Cell[][]): GridColumn[] {
  const places = new Map(loaded.map((column, place) => [column.name, place]));
  const shown = relation.columns.filter((column) => !view.hidden.includes(column.name));
  const ordered = [...shown.filter((column) => view.pinned.includes(column.name)), ...shown.filter((column) => !view.pinned.includes(column.name))];
  return ordered.map((column) => {
    const source = places.get(column.name) ?? -1;
    return {
      id: column.name,
      label: column.name,
      type: column.type,
      family: familyOf(column),
      width: widths[column.name] ?? fitting(column, source, rows) + (rows.length && leaves(relation, column) ? 26 : 0),
      pinned: view.pinned.includes(column.name),
      source,
      mark: <Mark relation={relation} column={column} />,
      ...sortOf(view, column.name),
    };
  });
}

function sortOf(view: View, column: string): Pick<GridColumn, 'sort'> {
  const place = view.sort.findIndex((key) => key.column === column);
  const key = view.sort[place];
  return key ? { sort: { direction: key.direction, place: view.sort.length > 1 ? place + 1 : null } } : {};
}

/** Whether a foreign key leaves from the column. */
function leaves(relation: Relation, column: Column): boolean {
  return relation.foreignKeys.some((key) => key.columns.includes(column.name));
}

function Mark({ relation, column }: { relation: Relation; column: Column }) {
  if (relation.primaryKey.includes(column.name)) return <KeyRound size={12} className="shrink-0 text-staged-ink" role="img" aria-label="Primary key" />;
  if (leaves(relation, column)) return <ArrowUpRight size={12} className="shrink-0 text-accent-ink" role="img" aria-label="Foreign key" />;
  return null;
}

/** A width that fits the first rows, within reason. */
export function fitting(column: Pick<Column, 'name' | 'type'> & Partial<Column>, source: number, rows: readonly Cell[][], most = 360): number {
  const head = Math.max(column.name.length * 7 + 44, shortType(column.type).length * 6.4 + 20);
  const sample = rows.slice(0, 50);
  if (!sample.length) return Math.max(head, startWidths[familyOf(column)] ?? 160);
  const longest = Math.max(0, ...sample.map((row) => lengthOf(row[source])));
  const extra = familyOf(column) === 'vector' ? 72 : familyOf(column) === 'boolean' ? 16 : 0;
  return Math.round(Math.min(most, Math.max(72, head, longest * perCharacter + 24 + extra)));
}

function lengthOf(cell: Cell | undefined): number {
  if (cell === null || cell === undefined) return 4;
  if (typeof cell === 'boolean') return 5;
  return isBig(cell) ? 40 : Math.min(cell.length, 400);
}
