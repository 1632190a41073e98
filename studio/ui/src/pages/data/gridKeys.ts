import type { Command } from '@/app/commands';

const keys: [title: string, keys: string][] = [
  ['Edit the cell', 'Enter'],
  ['Set NULL', 'Mod+Enter'],
  ['Set the empty string', "Mod+'"],
  ['Duplicate rows', 'Mod+D'],
  ['Delete rows', 'Mod+Backspace'],
  ['Copy cells', 'Mod+C'],
  ['Copy with column names', 'Mod+Shift+C'],
  ['Paste from a spreadsheet', 'Mod+V'],
  ['Follow the foreign key', 'Alt+Enter'],
  ['Show or hide the details', 'Space'],
  ['Menu of the cell', 'Shift+F10'],
  ['Menu of the column, from its head', 'Alt+ArrowDown'],
  ['Width of the column, from its head', 'Shift+ArrowRight'],
];

/** Keys that the grid takes while it has the focus; listed with the others. */
export const gridKeys: Command[] = keys.map(([title, keys]) => ({ id: `grid-${title}`, title, group: 'Grid', keys, run: () => undefined, hidden: true, elsewhere: true }));
