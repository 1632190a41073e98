import type { Filter, FilterOperator } from '@/api/rows';
import type { Column } from '@/api/schema';
import { familyOf, type Family } from './family';

const comparing: FilterOperator[] = ['=', '<>', '<', '<=', '>', '>=', 'in'];
const nullness: FilterOperator[] = ['is null', 'is not null'];

const byFamily: Record<Family, FilterOperator[]> = {
  text: ['contains', '=', '<>', 'starts with', 'ends with', 'like', 'in', '<', '>'],
  number: comparing,
  boolean: ['is true', 'is false'],
  enum: ['=', '<>', 'in'],
  date: comparing,
  time: comparing,
  timestamp: comparing,
  uuid: ['=', '<>', 'in'],
  json: ['contains', 'has key'],
  array: ['has', '='],
  vector: [],
  bytes: ['='],
  other: ['=', '<>', 'contains', 'in'],
};

/** What can be asked of a column, the likeliest first. */
export function operatorsFor(column: Column): FilterOperator[] {
  return [...byFamily[familyOf(column)], ...nullness];
}

/** Whether the operator compares with something. */
export function takesValue(op: FilterOperator): boolean {
  return !op.startsWith('is ');
}

/** A filter from what was typed; `in` takes values apart at commas. */
export function filterOf(column: string, op: FilterOperator, typed: string): Filter {
  if (!takesValue(op)) return { column, op };
  if (op === 'in') return { column, op, value: typed.split(',').map((one) => one.trim()).filter(Boolean) };
  return { column, op, value: typed };
}

/** What a filter compares with, as it was typed. */
export function typedOf({ value }: Filter): string {
  return Array.isArray(value) ? value.join(', ') : (value ?? '');
}
