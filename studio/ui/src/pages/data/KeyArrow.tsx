import { ArrowUpRight } from 'lucide-react';
import type { Relation } from '@/api/schema';
import { classes } from '@/kit';
import type { GridColumn } from './grid/column';

/** The arrow in a cell of a foreign key: a click follows it. */
export function KeyArrow({ relation, column, onJump }: { relation: Relation; column: GridColumn; onJump: () => void }) {
  const key = relation.foreignKeys.find((one) => one.columns.includes(column.id));
  if (!key) return null;
  return (
    <button
      type="button"
      data-arrow
      data-own-keys
      tabIndex={-1}
      aria-label={`Go to ${key.target.name}`}
      onClick={onJump}
      className={classes('flex size-5 shrink-0 items-center justify-center rounded-sm text-faint hover:bg-pressed group-hover/cell:text-accent-ink', column.family === 'number' ? '-order-1 mr-auto -ml-1' : '-mr-1 ml-auto')}
    >
      <ArrowUpRight size={12} aria-hidden />
    </button>
  );
}
