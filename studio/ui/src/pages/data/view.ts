import { useMemo } from 'react';
import type { Filter } from '@/api/rows';
import type { SavedLook } from '@/api/saved';
import { setSearch, usePlace } from '@/app/router';

export interface SortKey {
  column: string;
  direction: 'asc' | 'desc';
}

/** How a table is looked at: everything that its address says beside its name. */
export interface View {
  sort: SortKey[];
  filters: Filter[];
  where: string;
  hidden: string[];
  pinned: string[];
}

/** What is saved of a view. */
export function savedLook(view: View): SavedLook {
  return { sort: writeSort(view.sort), filter: writeFilters(view.filters), where: view.where, hide: writeNames(view.hidden), pin: writeNames(view.pinned) };
}

/** `a:asc,b:desc`; names are escaped, since a column may be called anything. */
export function writeSort(sort: readonly SortKey[]): string {
  return sort.map(({ column, direction }) => `${encodeURIComponent(column)}:${direction}`).join(',');
}

export function readSort(text: string | null): SortKey[] {
  return (text ?? '')
    .split(',')
    .filter(Boolean)
    .map((part) => {
      const [column = '', direction] = part.split(':', 2);
      return { column: decoded(column), direction: direction === 'desc' ? 'desc' : 'asc' };
    });
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

export function writeNames(names: readonly string[]): string {
  return names.map(encodeURIComponent).join(',');
}

export function readNames(text: string | null): string[] {
  return (text ?? '').split(',').filter(Boolean).map(decoded);
}

export function writeFilters(filters: readonly Filter[]): string {
  return filters.length ? JSON.stringify(filters) : '';
}

/** The filters of an address; what does not read as filters is none, as an address may be typed by hand. */
export function readFilters(text: string | null): Filter[] {
  if (!text) return [];
  try {
    const found: unknown = JSON.parse(text);
    return Array.isArray(found) ? found.filter(isFilter) : [];
  } catch {
    return [];
  }
}

function isFilter(found: unknown): found is Filter {
  const one = found as Partial<Filter> | null;
  return typeof one?.column === 'string' && typeof one.op === 'string';
}

/** The next sorting after a click on a column: ascending, descending, none. `add` keeps the others. */
export function sortedBy(sort: readonly SortKey[], column: string, add: boolean): SortKey[] {
  const known = sort.find((key) => key.column === column);
  const next: SortKey[] = !known ? [{ column, direction: 'asc' }] : known.direction === 'asc' ? [{ column, direction: 'desc' }] : [];
  if (!add) return next;
  if (!known) return [...sort, ...next];
  return sort.flatMap((key) => (key.column === column ? next : [key]));
}

/** The view that the address says. */
export function useView(): View {
  const { search } = usePlace();
  const [sort, filter, where, hidden, pinned] = ['sort', 'filter', 'where', 'hide', 'pin'].map((name) => search.get(name));
  return useMemo(
    () => ({ sort: readSort(sort ?? null), filters: readFilters(filter ?? null), where: where ?? '', hidden: readNames(hidden ?? null), pinned: readNames(pinned ?? null) }),
    [sort, filter, where, hidden, pinned],
  );
}

/** Changes parts of the view, in the address. */
export function changeView(change: Partial<View>) {
  setSearch({
    ...(change.sort && { sort: writeSort(change.sort) }),
    ...(change.filters && { filter: writeFilters(change.filters) }),
    ...(change.where !== undefined && { where: change.where }),
    ...(change.hidden && { hide: writeNames(change.hidden) }),
    ...(change.pinned && { pin: writeNames(change.pinned) }),
  });
}
