import { useSyncExternalStore } from 'react';

let badges: Readonly<Record<string, number>> = {};
const listeners = new Set<() => void>();

/** Shows a count at a page's name in the rail; 0 shows none. */
export function setBadge(page: string, count: number) {
  if ((badges[page] ?? 0) === count) return;
  badges = { ...badges, [page]: count };
  for (const listener of listeners) listener();
}

export function useBadges(): Readonly<Record<string, number>> {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => badges,
  );
}
