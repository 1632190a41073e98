import { useMemo } from 'react';
import type { ChangesReport, ChoosableChange } from '@/api/changes';
import { useSearch } from '@/app/router';

/** Which of the changes are to be made; none chosen means all that are known. */
export interface Choice {
  /** The ids of the chosen, as the server takes them; empty for all. While a question is open, all that are known are named, since they are not all. */
  only: string[];
  chosen: ReadonlySet<string>;
  /** What comes along, since the chosen need it. */
  along: ReadonlySet<string>;
  /** How many would be made. */
  size: number;
  /** Whether a change would be made. */
  makes: (id: string) => boolean;
  toggle: (ids: string[], wanted: boolean) => void;
  clear: () => void;
}

/** The choice as the address has it; what is not there any more is not chosen any more. */
export function useChoice({ changes, state }: ChangesReport): Choice {
  const [text, setText] = useSearch('only');
  return useMemo(() => {
    const chosen = new Set(changes.filter(({ id }) => named(text).has(id)).map(({ id }) => id));
    const along = needed(chosen, changes);
    const set = (ids: Set<string>) => setText(ids.size ? JSON.stringify([...ids]) : null, { replace: true });
    return {
      only: state === 'undecided' && !chosen.size ? changes.map(({ id }) => id) : [...chosen],
      chosen,
      along,
      size: chosen.size ? chosen.size + along.size : changes.length,
      makes: (id) => !chosen.size || chosen.has(id) || along.has(id),
      toggle: (ids, wanted) => set(wanted ? new Set([...chosen, ...ids]) : new Set([...chosen].filter((id) => !ids.includes(id)))),
      clear: () => set(new Set()),
    };
  }, [text, changes, state, setText]);
}

function named(text: string | null): Set<string> {
  try {
    const ids: unknown = JSON.parse(text ?? '[]');
    return new Set(Array.isArray(ids) ? ids.map(String) : []);
  } catch {
    return new Set();
  }
}

/** What these need, and what that needs in turn, without themselves. */
function needed(chosen: ReadonlySet<string>, changes: ChoosableChange[]): Set<string> {
  const needs = new Map(changes.map((change) => [change.id, change.needs]));
  const reached = new Set(chosen);
  const open = [...chosen];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    for (const need of needs.get(id) ?? []) {
      if (!reached.has(need)) {
        reached.add(need);
        open.push(need);
      }
    }
  }
  return new Set([...reached].filter((id) => !chosen.has(id)));
}
