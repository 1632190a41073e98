import type { Column } from '@/api/schema';
import { familyOf, holdsEmptyText } from './family';
import type { Range } from './grid/selection';
import type { Given } from './staged/staged';

/** A pasted text as a value: an empty cell is the empty string where there is one, and null elsewhere. */
export function givenOf(column: Column, text: string): Given {
  const family = familyOf(column);
  if (text === '' && !holdsEmptyText(family)) return null;
  if (family === 'boolean') return truth(text) ?? text;
  return family === 'number' ? text.trim() : text;
}

function truth(text: string): boolean | null {
  if (/^(true|t|yes|y|on|1|wahr)$/i.test(text.trim())) return true;
  if (/^(false|f|no|n|off|0|falsch)$/i.test(text.trim())) return false;
  return null;
}

export interface PastedCell {
  row: number;
  column: number;
  text: string;
}

/** Where each pasted cell goes: one cell fills the whole selection, more are laid down from its corner. */
export function laidDown(cells: readonly (readonly string[])[], range: Range): PastedCell[] {
  const single = cells.length === 1 && cells[0]?.length === 1 ? cells[0][0] : undefined;
  const placed: PastedCell[] = [];
  if (single !== undefined) {
    for (let row = range.top; row <= range.bottom; row++) for (let column = range.left; column <= range.right; column++) placed.push({ row, column, text: single });
    return placed;
  }
  cells.forEach((line, down) => line.forEach((text, across) => placed.push({ row: range.top + down, column: range.left + across, text })));
  return placed;
}
