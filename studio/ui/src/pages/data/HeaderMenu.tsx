import { ArrowDown, ArrowUp, ChevronDown, Copy, EyeOff, ListFilter, Pin, PinOff } from 'lucide-react';
import { copy, IconButton, Menu } from '@/kit';
import type { GridColumn } from './grid/column';
import { changeView, sortedBy, type View } from './view';

/** What can be done with a column. */
export function HeaderMenu({ column, view, onFilter }: { column: GridColumn; view: View; onFilter: () => void }) {
  const pinned = view.pinned.includes(column.id);
  return (
    <Menu
      label={`Column ${column.label}`}
      align="end"
      trigger={<IconButton small tabIndex={-1} icon={ChevronDown} label={`Column ${column.label}`} tone="plain" />}
      entries={[
        { label: 'Sort ascending', icon: ArrowUp, onSelect: () => changeView({ sort: [{ column: column.id, direction: 'asc' }] }) },
        { label: 'Sort descending', icon: ArrowDown, onSelect: () => changeView({ sort: [{ column: column.id, direction: 'desc' }] }) },
        { label: 'Add to the sorting', onSelect: () => changeView({ sort: sortedBy(view.sort, column.id, true) }), hint: 'Shift+click' },
        { label: 'Filter', icon: ListFilter, onSelect: onFilter },
        { kind: 'line' },
        {
          label: pinned ? 'Unpin' : 'Pin to the left',
          icon: pinned ? PinOff : Pin,
          onSelect: () => changeView({ pinned: pinned ? view.pinned.filter((name) => name !== column.id) : [...view.pinned, column.id] }),
        },
        { label: 'Hide', icon: EyeOff, onSelect: () => changeView({ hidden: [...view.hidden, column.id] }) },
        { label: 'Copy name', icon: Copy, onSelect: () => void copy(column.label) },
      ]}
    />
  );
}
