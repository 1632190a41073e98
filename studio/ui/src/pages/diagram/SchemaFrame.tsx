import type { Node, NodeProps } from '@xyflow/react';

export type FrameNode = Node<{ readonly name: string }, 'frame'>;

/** The frame around the tables of one schema. */
export function SchemaFrame({ data }: NodeProps<FrameNode>) {
  return (
    <div className="h-full rounded-lg border border-dashed border-line-strong">
      <span className="block truncate px-4 pt-2 text-base font-semibold text-faint">{data.name}</span>
    </div>
  );
}
