import { useMemo } from 'react';
import { setSearch, usePlace } from '@/app/router';
import type { Detail } from './card';
import { hub, neighbourhood, part, type Graph } from './tables';

/** How many tables are still one picture that can be read. */
const READABLE = 60;

export type Hops = 0 | 1 | 2 | 'all';

/** What the address says of the diagram. */
export interface View {
  /** The tables that were chosen; none means that nobody chose. */
  readonly chosen: readonly string[];
  readonly hops: Hops;
  readonly detail: Detail;
  readonly hidden: readonly string[];
  readonly changes: boolean;
  /** Two points of the timeline: what changes between them is marked. */
  readonly between: readonly [string, string] | null;
}

const DETAILS: readonly Detail[] = ['names', 'keys', 'columns'];

export function useView(): View {
  const { search } = usePlace();
  return useMemo(
    () => ({
      chosen: list(search.get('show')),
      hops: hopsOf(search.get('hops')),
      detail: DETAILS.find((detail) => detail === search.get('detail')) ?? 'columns',
      hidden: list(search.get('hide')),
      changes: search.get('changes') === 'true',
      between: points(search.get('from'), search.get('to')),
    }),
    [search],
  );
}

function points(from: string | null, to: string | null): View['between'] {
  return from && to ? [from, to] : null;
}

/** Changes what the address says. */
export function show(view: Partial<View>) {
  setSearch({
    ...(view.between === null && { from: null, to: null }),
    ...(view.chosen && { show: text(view.chosen) }),
    ...(view.hops !== undefined && { hops: view.hops === 1 ? null : String(view.hops) }),
    ...(view.detail && { detail: view.detail === 'columns' ? null : view.detail }),
    ...(view.hidden && { hide: text(view.hidden) }),
    ...(view.changes !== undefined && { changes: view.changes }),
  });
}

/** What of a schema is drawn, and whether that was decided for want of a choice. */
export interface Excerpt {
  readonly graph: Graph;
  readonly chosen: readonly string[];
  readonly guessed: boolean;
}

export function excerpt(whole: Graph, view: View): Excerpt {
  const visible = new Set(whole.tables.filter((table) => !view.hidden.includes(table.schema)).map((table) => table.id));
  const graph = part(whole, visible);
  const chosen = view.chosen.filter((id) => visible.has(id));
  if (chosen.length === 0 && graph.tables.length <= READABLE) {
    return { graph, chosen, guessed: false };
  }
  const middle = hub(graph);
  const from = chosen.length > 0 || !middle ? chosen : [middle];
  const hops = view.hops === 'all' ? Number.POSITIVE_INFINITY : view.hops;
  return { graph: part(graph, neighbourhood(graph, from, hops)), chosen: from, guessed: chosen.length === 0 };
}

function hopsOf(given: string | null): Hops {
  switch (given) {
    case '0':
      return 0;
    case '2':
      return 2;
    case 'all':
      return 'all';
    default:
      return 1;
  }
}

/** Names in an address: a comma stands between them, and one that is part of a name is written as its code. */
function text(names: readonly string[]) {
  return names.map((name) => name.replaceAll('%', '%25').replaceAll(',', '%2C')).join(',');
}

function list(given: string | null) {
  return given ? given.split(',').map((name) => name.replaceAll('%2C', ',').replaceAll('%25', '%')) : [];
}
