/** What a change of the schema does to a table of the diagram. */
export type Mark = 'added' | 'changed' | 'removed';
