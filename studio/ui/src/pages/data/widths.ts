import { useCallback, useState } from 'react';
import type { RelationName } from '@/api/schema';

export type Widths = Readonly<Record<string, number>>;

const nameOf = ({ schema, name }: RelationName) => `decant-widths ${JSON.stringify([schema, name])}`;

function stored(relation: RelationName): Widths {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(nameOf(relation)) ?? '{}');
    const entries = Object.entries(found as Record<string, unknown>).filter((entry): entry is [string, number] => typeof entry[1] === 'number' && entry[1] > 20);
    return Object.fromEntries(entries);
  } catch {
    return {};
  }
}

/** The widths that the reader gave to columns; kept in the browser, and not missed when they are lost. */
export function useWidths(relation: RelationName): [Widths, (column: string, width: number) => void] {
  const [widths, setWidths] = useState(() => stored(relation));
  const set = useCallback(
    (column: string, width: number) =>
      setWidths((now) => {
        const next = { ...now, [column]: width };
        try {
          localStorage.setItem(nameOf(relation), JSON.stringify(next));
        } catch {
          // Full or forbidden: the width holds until the page is closed.
        }
        return next;
      }),
    [relation],
  );
  return [widths, set];
}
