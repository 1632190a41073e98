import type { Cell, Filter } from '@/api/rows';
import { isBig } from '@/api/rows';
import type { Relation, RelationName } from '@/api/schema';
import { address, pathOf } from '@/app/router';
import { writeFilters } from './view';

/** A way from a row to rows of another table: the key's name, the table, and what its columns must be. */
export interface Way {
  name: string;
  table: RelationName;
  /** Of the row that it starts from. */
  columns: string[];
  filters: Filter[];
}

type ValueOf = (column: string) => Cell | undefined;

/** Where the foreign keys of a row point; keys with a null in them point nowhere. */
export function waysOut(relation: Relation, valueOf: ValueOf): Way[] {
  return relation.foreignKeys.flatMap((key) => {
    const filters = matching(key.targetColumns, key.columns, valueOf);
    return filters ? [{ name: key.name, table: key.target, columns: key.columns, filters }] : [];
  });
}

/** The rows that point at this one. */
export function waysIn(relation: Relation, valueOf: ValueOf): Way[] {
  return relation.referencedBy.flatMap((key) => {
    const filters = matching(key.columns, key.targetColumns, valueOf);
    return filters ? [{ name: key.name, table: key.from, columns: key.targetColumns, filters }] : [];
  });
}

function matching(there: string[], here: string[], valueOf: ValueOf): Filter[] | null {
  const filters: Filter[] = [];
  for (const [place, column] of there.entries()) {
    const value = valueOf(here[place] ?? '');
    if (value === null || value === undefined || isBig(value)) return null;
    filters.push({ column, op: '=', value: String(value) });
  }
  return filters;
}

/** The address of the rows that a way leads to. */
export function addressOf({ table, filters }: Way): string {
  return address(pathOf('data', table.schema, table.name), { filter: writeFilters(filters) });
}
