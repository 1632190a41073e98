import { useCallback, useEffect, useMemo, useReducer, useRef } from 'react';
import type { Api, Parameters } from '@/api/client';
import { isAborted, patience, Problem, problemIn } from '@/api/problem';
import { isRow, type Cell, type RowColumn, type RowsHead, type RowsTail } from '@/api/rows';
import { useRefresh } from '@/api/query';
import type { Relation } from '@/api/schema';
import { writeFilters, writeSort, type View } from './view';

const pageSize = 200;
/** Later pages are larger: who scrolls on wants more. */
const nextPageSize = 1000;

export interface Loaded {
  columns: RowColumn[];
  rows: Cell[][];
  /** Of the last page that came. */
  tail: RowsTail | null;
  /** About how many rows are sorted for each page. */
  sorts: number | null;
  loading: boolean;
  problem: Problem | null;
}

type Step =
  | { kind: 'begin'; fresh: boolean }
  | { kind: 'head'; head: RowsHead }
  | { kind: 'rows'; rows: Cell[][] }
  | { kind: 'end'; tail: RowsTail }
  | { kind: 'failed'; problem: Problem };

const nothing: Loaded & { replaceNext: boolean; whole: number } = { columns: [], rows: [], tail: null, sorts: null, loading: true, problem: null, replaceNext: true, whole: 0 };

function reduce(now: typeof nothing, step: Step): typeof nothing {
  switch (step.kind) {
    case 'begin':
      return { ...now, loading: true, problem: null, sorts: null, replaceNext: step.fresh, whole: step.fresh ? 0 : now.rows.length };
    case 'head': {
      const sorts = step.head.sorts ?? null;
      return now.replaceNext ? { ...now, columns: step.head.columns, rows: [], tail: null, sorts, replaceNext: false } : { ...now, sorts };
    }
    case 'rows':
      return { ...now, rows: now.rows.concat(step.rows) };
    case 'end':
      return { ...now, tail: step.tail, loading: false };
    case 'failed':
      // What came of a page that broke off goes, so that the page can come again.
      return { ...now, rows: now.rows.slice(0, now.whole), problem: step.problem, loading: false };
  }
}

/** The parameters of a question for rows. */
export function rowParameters(relation: Relation, view: View): Parameters {
  const shown = relation.columns.map((column) => column.name).filter((name) => !view.hidden.includes(name));
  const asked = [...new Set([...(relation.rowKey ?? []), ...shown])];
  return {
    schema: relation.schema,
    table: relation.name,
    sort: writeSort(view.sort),
    filter: writeFilters(view.filters),
    where: view.where,
    columns: view.hidden.length ? asked.map(encodeURIComponent).join(',') : undefined,
  };
}

/** The rows of a table as they arrive, page after page; a change of the question begins anew. */
export function useRows(api: Api, relation: Relation, view: View) {
  const [state, step] = useReducer(reduce, nothing);
  const flight = useRef<AbortController>(null);
  // Where to go on; taken by the load that goes there, so that no page comes twice.
  const next = useRef<string | null>(null);
  const params = useMemo(() => rowParameters(relation, view), [relation, view]);
  const question = JSON.stringify(params);

  const load = useCallback(
    async (after: string | null, limit: number) => {
      flight.current?.abort();
      const controller = new AbortController();
      flight.current = controller;
      next.current = null;
      step({ kind: 'begin', fresh: after === null });
      try {
        const asked = { ...(JSON.parse(question) as Parameters), after, limit };
        for await (const batch of api.stream('GET', '/api/rows', undefined, { params: asked, signal: controller.signal })) {
          if (controller.signal.aborted) return;
          const tail = take(batch, step);
          if (tail) next.current = tail.next;
        }
      } catch (thrown) {
        if (isAborted(thrown) || controller.signal.aborted) return;
        next.current = after;
        step({ kind: 'failed', problem: Problem.of(thrown) });
      } finally {
        if (flight.current === controller) flight.current = null;
      }
    },
    [api, question],
  );

  useEffect(() => {
    void load(null, pageSize);
    return () => flight.current?.abort();
  }, [load]);

  const loadMore = useCallback(() => {
    if (next.current !== null) void load(next.current, nextPageSize);
  }, [load]);
  const known = state.rows.length;
  const reload = useCallback(() => void load(null, Math.max(pageSize, Math.min(known, 5000))), [load, known]);
  const { problem } = state;
  useEffect(() => {
    if (!problem?.passes) return;
    const timer = setTimeout(known ? loadMore : reload, patience);
    return () => clearTimeout(timer);
  }, [problem, known, loadMore, reload]);
  const cancel = useCallback(() => {
    flight.current?.abort();
    step({ kind: 'failed', problem: new Problem({ what: 'loading was cancelled', next: 'load again, filter, or take another order' }, 200) });
  }, []);
  return { ...state, loadMore, reload, cancel };
}

/** Has the schema asked again when the rows tell that the table is not what it was: it is gone, or its columns are others. */
export function useChangedTable(relation: Relation, view: View, { columns, problem }: Loaded) {
  const refresh = useRefresh();
  const told = columns.map(({ name }) => name);
  const known = relation.columns.map(({ name }) => name);
  const stale = problem?.code === 'DCT-710' || (told.length > 0 && (told.some((name) => !known.includes(name)) || known.some((name) => !told.includes(name) && !view.hidden.includes(name))));
  useEffect(() => {
    if (stale) refresh('/api/schema');
  }, [stale, refresh]);
}

/** Takes lines as they came; gives the last one when it is among them. */
function take(batch: unknown[], step: (step: Step) => void): RowsTail | null {
  const rows = batch.filter(isRow);
  for (const line of batch) {
    if (isRow(line)) continue;
    if ('columns' in (line as object)) step({ kind: 'head', head: line as RowsHead });
  }
  if (rows.length) step({ kind: 'rows', rows });
  for (const line of batch) {
    if (isRow(line)) continue;
    if ('error' in (line as object)) throw problemIn(line, 200);
    if ('ms' in (line as object)) {
      step({ kind: 'end', tail: line as RowsTail });
      return line as RowsTail;
    }
  }
  return null;
}
