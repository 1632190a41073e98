/** What a change of the schema does to a table of the diagram. */
export type Mark = 'added' | 'changed' | 'removed';

const NONE: ReadonlyMap<string, Mark> = new Map();

/** The tables that the code's schema changes, when they are asked for. */
export function useMarks(_wanted: boolean): ReadonlyMap<string, Mark> {
  return NONE;
}
