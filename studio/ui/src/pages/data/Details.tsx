import type { RefObject } from 'react';
import type { Cell } from '@/api/rows';
import type { Relation } from '@/api/schema';
import type { GridColumn } from './grid/column';
import { at, type Selection } from './grid/selection';
import { RecordPanel } from './panel/RecordPanel';
import { RelationsPanel } from './panel/RelationsPanel';
import { isPanel, SidePanel, type PanelName } from './panel/SidePanel';
import { TablePanel } from './panel/TablePanel';
import { ValuePanel } from './panel/ValuePanel';
import type { KnownRow } from './staged/staged';
import type { useStaged } from './staged/useStaged';
import type { RowActions } from './useRowActions';
import type { Table } from './useTable';

/** What is told beside the grid about the cell that has the focus, its row, and its table. */
export function Details({ relation, table, columns, selection, staged, actions, field, panel, onPanel, onSelection }: {
  relation: Relation;
  table: Table;
  columns: readonly GridColumn[];
  selection: Selection | null;
  staged: ReturnType<typeof useStaged>;
  actions: RowActions;
  field: RefObject<HTMLTextAreaElement | null>;
  panel: string;
  onPanel: (name: PanelName | null) => void;
  onSelection: (selection: Selection) => void;
}) {
  const spot = selection?.focus;
  const known = spot && table.knownAt(spot.row);
  const column = actions.columnOf(spot && columns[spot.column]?.id);
  const shown = (name: string) => (spot ? table.valueAt(spot.row, name) : undefined);

  function choose(name: string) {
    const place = columns.findIndex((one) => one.id === name);
    if (spot && place >= 0) onSelection(at(spot.row, place));
    onPanel('value');
  }

  return (
    <SidePanel
      name={isPanel(panel) ? panel : 'value'}
      onName={onPanel}
      onClose={() => onPanel(null)}
      panels={{
        value:
          column && known ? (
            <ValuePanel
              key={`${known.id} ${column.name}`}
              column={column}
              cell={shown(column.name)}
              fixed={actions.fixedWhy(column.name)}
              field={field}
              onLeave={actions.focusGrid}
              onChange={(value) => staged.setMany([{ row: known, column: column.name, value }])}
            />
          ) : (
            <NothingChosen />
          ),
        row: spot ? <RecordPanel relation={relation} valueOf={shown} staged={table.stagedAt(spot.row)} chosen={column?.name} onChoose={choose} /> : <NothingChosen />,
        relations: known ? <RelationsPanel relation={relation} valueOf={(name) => asRead(known, name, shown)} /> : <NothingChosen />,
        table: <TablePanel relation={relation} />,
      }}
    />
  );
}

/** Relations are those of the row as the database has it. */
function asRead(known: KnownRow, name: string, shown: (name: string) => Cell | undefined): Cell | undefined {
  return name in known.read ? known.read[name] : shown(name);
}

function NothingChosen() {
  return <p className="p-4 text-sm text-muted">Choose a cell to see it here.</p>;
}

