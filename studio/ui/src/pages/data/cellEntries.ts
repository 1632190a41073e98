import { ArrowUpRight, Copy, CopyPlus, Eraser, ListFilter, Trash2, Undo2 } from 'lucide-react';
import { go } from '@/app/router';
import { copy, type MenuEntry } from '@/kit';
import type { GridColumn } from './grid/column';
import type { Selection } from './grid/selection';
import { addressOf } from './references';
import type { useStaged } from './staged/useStaged';
import { clipText, copyWithNames } from './useClipboard';
import type { RowActions } from './useRowActions';
import type { Table } from './useTable';

/** What the menu of a cell offers. */
export function cellEntries({ selection, columns, table, staged, actions, fixed, onRelations }: {
  selection: Selection;
  columns: readonly GridColumn[];
  table: Table;
  staged: ReturnType<typeof useStaged>;
  actions: RowActions;
  fixed: string | null;
  onRelations: () => void;
}): MenuEntry[] {
  const spot = selection.focus;
  const column = columns[spot.column];
  const way = column && actions.wayOf(spot.row, column.id);
  const reading: MenuEntry[] = [
    { label: 'Copy', icon: Copy, keys: 'Mod+C', onSelect: () => void copy((column && clipText(table.rowAt(spot.row)?.cells[column.source])) ?? '') },
    { label: 'Copy with column names', keys: 'Mod+Shift+C', onSelect: () => void copyWithNames(table, columns, selection) },
    { label: 'Filter by this value', icon: ListFilter, onSelect: () => actions.filterBy(spot) },
    ...(way ? [{ label: `Go to ${way.table.name}`, icon: ArrowUpRight, keys: 'Alt+Enter', onSelect: () => go(addressOf(way)) }] : []),
    { label: 'Relations of this row', onSelect: onRelations },
  ];
  if (fixed) return reading;
  const rows = actions.selectedRows();
  const deleted = rows.every((row) => staged.staged.find((one) => one.id === row.id)?.kind === 'delete');
  return [
    ...reading,
    { kind: 'line' },
    { label: 'Set NULL', icon: Eraser, keys: 'Mod+Enter', onSelect: () => actions.setValues(null) },
    { label: 'Duplicate row', icon: CopyPlus, keys: 'Mod+D', onSelect: actions.duplicate },
    { label: 'Take back the changes of the row', icon: Undo2, onSelect: () => staged.revert(rows.map((row) => row.id)) },
    { label: deleted ? 'Keep row' : 'Delete row', icon: Trash2, keys: 'Mod+Backspace', danger: !deleted, onSelect: actions.toggleDeleted },
  ];
}
