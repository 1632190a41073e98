import { useSyncExternalStore } from 'react';

const query = window.matchMedia('(min-width: 900px)');

/** Whether a panel has room beside the grid. */
export function useWideEnough(): boolean {
  return useSyncExternalStore(
    (listener) => {
      query.addEventListener('change', listener);
      return () => query.removeEventListener('change', listener);
    },
    () => query.matches,
  );
}
