import type { Cell } from '@/api/rows';
import type { Relation } from '@/api/schema';
import { classes } from '@/kit';
import { CellText } from '../cell/CellText';
import { familyOf } from '../family';
import type { StagedRow } from '../staged/staged';

/** All values of a row, one under the other. */
export function RecordPanel({ relation, valueOf, staged, chosen, onChoose }: {
  relation: Relation;
  valueOf: (column: string) => Cell | undefined;
  staged: StagedRow | undefined;
  chosen: string | undefined;
  onChoose: (column: string) => void;
}) {
  return (
    <ul className="py-1">
      {relation.columns.map((column) => {
        const changed = staged?.kind === 'update' && column.name in staged.values;
        return (
          <li key={column.name}>
            <button
              type="button"
              onClick={() => onChoose(column.name)}
              aria-current={chosen === column.name}
              className={classes('flex min-h-7 w-full items-center gap-3 px-3 text-left text-xs hover:bg-hover focus-visible:-outline-offset-2', chosen === column.name && 'bg-accent-soft', changed && 'bg-staged-soft')}
            >
              <span className="w-32 shrink-0 truncate text-muted">{column.name}</span>
              <span className="flex min-w-0 flex-1 items-center gap-2 overflow-hidden font-mono whitespace-nowrap">
                <CellText cell={valueOf(column.name)} family={familyOf(column)} />
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
