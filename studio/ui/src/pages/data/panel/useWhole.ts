import type { Cell, WholeCell } from '@/api/rows';
import { isBig } from '@/api/rows';
import { useGet } from '@/api/query';

/** How much of a value is fetched to be shown, in bytes. */
export const shownAtOnce = 1_048_576;

/** The whole of a value, or as much as is shown: fetched when the grid only has its beginning. */
export function useWhole(cell: Cell | undefined, wanted: boolean) {
  const ref = isBig(cell) ? cell.ref : '';
  return useGet<WholeCell>(`/api/cell/${encodeURIComponent(ref)}`, { limit: shownAtOnce }, { enabled: ref !== '' && wanted, staleTime: Infinity });
}
