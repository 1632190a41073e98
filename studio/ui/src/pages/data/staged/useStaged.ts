import { useCallback, useEffect, useMemo, useSyncExternalStore } from 'react';
import type { Cell } from '@/api/rows';
import type { RelationName } from '@/api/schema';
import { newRow, withDefault, withDeleted, withNew, withRead, withValue, without, type Given, type KnownRow, type Staged } from './staged';

interface Shelf {
  now: Staged;
  before: Staged[];
  undone: Staged[];
}

const none: Staged = [];
/** By environment and table, so that staged changes outlive a visit to another table. */
const shelves = new Map<string, Shelf>();
const listeners = new Set<() => void>();
let lastNew = 0;

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function keep(name: string, next: Staged) {
  const shelf = shelves.get(name) ?? { now: none, before: [], undone: [] };
  if (shelf.now === next) return;
  shelves.set(name, { now: next, before: [...shelf.before.slice(-99), shelf.now], undone: [] });
  for (const listener of listeners) listener();
}

function step(name: string, from: 'before' | 'undone', to: 'before' | 'undone') {
  const shelf = shelves.get(name);
  const next = shelf?.[from].at(-1);
  if (!shelf || !next) return;
  shelves.set(name, { ...shelf, now: next, [from]: shelf[from].slice(0, -1), [to]: [...shelf[to], shelf.now] });
  for (const listener of listeners) listener();
}

function nameOf(environment: string, { schema, name }: RelationName): string {
  return JSON.stringify([environment, schema, name]);
}

/** The staged changes of a table and what can be done with them. */
export function useStaged(environment: string, relation: RelationName) {
  const name = nameOf(environment, relation);
  const staged = useSyncExternalStore(subscribe, () => shelves.get(name)?.now ?? none);
  useWarningBeforeLeaving();
  const change = useCallback((how: (staged: Staged) => Staged) => keep(name, how(shelves.get(name)?.now ?? none)), [name]);
  return useMemo(
    () => ({
      staged,
      setMany: (cells: { row: KnownRow; column: string; value: Given }[]) =>
        change((now) => cells.reduce((next, cell) => withValue(next, cell.row, cell.column, cell.value), now)),
      insert: (rows: Readonly<Record<string, Given>>[], where: 'before' | 'after' = 'before') => change((now) => withNew(now, rows.map((values) => newRow(`new ${++lastNew}`, values)), where)),
      remove: (rows: KnownRow[], deleted: boolean) => change((now) => rows.reduce((next, row) => withDeleted(next, row, deleted), now)),
      reset: (id: string, column: string) => change((now) => withDefault(now, id, column)),
      revert: (ids: string[]) => change((now) => ids.reduce(without, now)),
      /** The staged change of a row goes over what is there by now. */
      overwrite: (id: string, found: Readonly<Record<string, Cell>>) => change((now) => withRead(now, id, found)),
      clear: () => change(() => none),
      /** After the changes were applied nothing of them can be undone here. */
      settle: () => {
        shelves.delete(name);
        for (const listener of listeners) listener();
      },
      undo: () => step(name, 'before', 'undone'),
      redo: () => step(name, 'undone', 'before'),
    }),
    [staged, change, name],
  );
}

/** How many rows of a table wait, for the tree. */
export function useWaiting(environment: string, relation: RelationName): number {
  const name = nameOf(environment, relation);
  return useSyncExternalStore(subscribe, () => shelves.get(name)?.now.length ?? 0);
}

function useWarningBeforeLeaving() {
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if ([...shelves.values()].some((shelf) => shelf.now.length)) event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, []);
}
