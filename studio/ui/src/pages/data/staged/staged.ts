import type { Edit, Values } from '@/api/edits';
import { isBig, type Cell } from '@/api/rows';

/** A value that the reader gave: text that the database reads, true or false, or null. */
export type Given = string | boolean | null;

/** A row whose change waits for the review. */
export interface StagedRow {
  id: string;
  kind: Edit['kind'];
  key: Values;
  /** What the row had when it was read, by column; empty for a new row. */
  read: Readonly<Record<string, Cell>>;
  values: Readonly<Record<string, Given>>;
}

/** All rows of a table whose changes wait, in the order they were begun. */
export type Staged = readonly StagedRow[];

/** What is known of a row that the database has. */
export interface KnownRow {
  id: string;
  key: Values;
  read: Readonly<Record<string, Cell>>;
}

/** Gives a column of a row another value; giving back the old one takes the change away. */
export function withValue(staged: Staged, row: KnownRow, column: string, value: Given): Staged {
  const known = staged.find((one) => one.id === row.id);
  if (known?.kind === 'insert') return replaced(staged, { ...known, values: { ...known.values, [column]: value } });
  const values = { ...(known?.kind === 'update' ? known.values : {}) };
  if (row.read[column] === value) delete values[column];
  else values[column] = value;
  if (!Object.keys(values).length) return without(staged, row.id);
  return replaced(staged, { ...row, kind: 'update', values });
}

/** A new row with the values that are given; the other columns get their defaults. */
export function newRow(id: string, values: Readonly<Record<string, Given>>): StagedRow {
  return { id, kind: 'insert', key: {}, read: {}, values };
}

/** Adds new rows: before the other new ones, or after them. */
export function withNew(staged: Staged, rows: readonly StagedRow[], where: 'before' | 'after' = 'before'): Staged {
  return where === 'before' ? [...rows, ...staged] : [...staged, ...rows];
}

/** Lets a new row's column have its default again. */
export function withDefault(staged: Staged, id: string, column: string): Staged {
  const known = staged.find((one) => one.id === id);
  if (known?.kind !== 'insert') return staged;
  const values = { ...known.values };
  delete values[column];
  return replaced(staged, { ...known, values });
}

/** Marks a row to be deleted, or takes the mark away; a new row just goes. */
export function withDeleted(staged: Staged, row: KnownRow, deleted: boolean): Staged {
  const known = staged.find((one) => one.id === row.id);
  if (known?.kind === 'insert' || !deleted) return without(staged, row.id);
  return replaced(staged, { ...row, kind: 'delete', values: {} });
}

/** Takes back what was staged for a row. */
export function without(staged: Staged, id: string): Staged {
  return staged.filter((one) => one.id !== id);
}

function replaced(staged: Staged, row: StagedRow): Staged {
  return staged.some((one) => one.id === row.id) ? staged.map((one) => (one.id === row.id ? row : one)) : [...staged, row];
}

/** The rows in the order in which they are sent: new ones last, as they stand in the grid. */
export function sentOrder(staged: Staged): StagedRow[] {
  return [...staged.filter((row) => row.kind !== 'insert'), ...staged.filter((row) => row.kind === 'insert')];
}

/** The edits as they are sent. */
export function editsOf(staged: Staged): Edit[] {
  return sentOrder(staged).map(editOf);
}

/** Takes what a row has by now for what was read, so that the staged change is meant to go over it. */
export function withRead(staged: Staged, id: string, found: Readonly<Record<string, Cell>>): Staged {
  return staged.map((row) => (row.id === id ? { ...row, read: { ...row.read, ...found } } : row));
}

function editOf(row: StagedRow): Edit {
  const compared = row.kind === 'update' ? Object.keys(row.values) : Object.keys(row.read).filter((column) => !(column in row.key));
  const old: Values = {};
  for (const column of row.kind === 'insert' ? [] : compared) {
    const cell = row.read[column];
    if (cell !== undefined && !isBig(cell)) old[column] = cell;
  }
  return { kind: row.kind, key: row.key, old, values: { ...row.values } };
}

/** How many rows of each kind wait. */
export function tally(staged: Staged): Record<Edit['kind'], number> {
  const counts = { insert: 0, update: 0, delete: 0 };
  for (const row of staged) counts[row.kind]++;
  return counts;
}
