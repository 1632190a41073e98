import { BaseEdge, type Edge, type EdgeProps } from '@xyflow/react';
import { memo } from 'react';
import type { Point } from './layout';
import { path } from './lines';
import type { Link } from './tables';

export type LinkEdge = Edge<{ readonly link: Link; readonly points: readonly Point[]; readonly strong: boolean; readonly dimmed: boolean }, 'link'>;

/** A foreign key: it leads to the table that it points at, in dashes where a row may do without. */
export const LinkLine = memo(function LinkLine({ id, data }: EdgeProps<LinkEdge>) {
  const end = data?.points.at(-1);
  if (!data || !end) {
    return null;
  }
  const colour = data.strong ? 'var(--color-accent)' : 'var(--color-faint)';
  return (
    <g opacity={data.dimmed ? 0.25 : 1}>
      <title>{`${data.link.from} (${data.link.fromColumns.join(', ')}) → ${data.link.to} (${data.link.toColumns.join(', ')})`}</title>
      <BaseEdge
        id={id}
        path={path(data.points)}
        interactionWidth={12}
        style={{ stroke: colour, strokeWidth: data.strong ? 2 : 1.25, strokeDasharray: data.link.optional ? '5 4' : undefined }}
      />
      <path d={`M${end.x - 7},${end.y - 4} L${end.x},${end.y} L${end.x - 7},${end.y + 4}`} fill="none" stroke={colour} strokeWidth={data.strong ? 2 : 1.25} />
    </g>
  );
});
