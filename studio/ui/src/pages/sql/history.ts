import { useSyncExternalStore } from 'react';

/** A run that is remembered in this browser. */
export interface Entry {
  sql: string;
  environment: string;
  at: number;
  ms: number;
  ok: boolean;
}

const key = 'decant-sql-history';
const most = 200;
const longest = 20_000;
const listeners = new Set<() => void>();

function stored(): Entry[] {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(found) ? found.filter(isEntry) : [];
  } catch {
    return [];
  }
}

function isEntry(found: unknown): found is Entry {
  const one = found as Partial<Entry> | null;
  return typeof one?.sql === 'string' && typeof one.environment === 'string' && typeof one.at === 'number' && typeof one.ms === 'number';
}

let entries: readonly Entry[] = stored();

function become(next: readonly Entry[]) {
  entries = next;
  try {
    if (next.length) localStorage.setItem(key, JSON.stringify(next));
    else localStorage.removeItem(key);
  } catch {
    // Full or forbidden: the history holds until the page is closed.
  }
  for (const listener of listeners) listener();
}

/** Remembers a run; the same text again moves to the front. */
export function remember(entry: Entry) {
  if (entry.sql.length > longest) return;
  become([entry, ...entries.filter((one) => one.sql !== entry.sql || one.environment !== entry.environment)].slice(0, most));
}

export function forget(entry: Entry) {
  become(entries.filter((one) => one !== entry));
}

export function forgetAll() {
  become([]);
}

export function useHistory(): readonly Entry[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => entries,
  );
}
