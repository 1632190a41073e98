import { Background, BackgroundVariant, MiniMap, ReactFlow, useReactFlow, type EdgeTypes, type NodeTypes } from '@xyflow/react';
import '@xyflow/react/dist/base.css';
import { useEffect, useMemo, useState } from 'react';
import { show } from './view';
import { LinkLine, type LinkEdge } from './LinkLine';
import type { Layout, Point } from './layout';
import type { Mark } from './overlay';
import { SchemaFrame, type FrameNode } from './SchemaFrame';
import { TableCard, type TableNode } from './TableCard';
import type { Detail } from './card';
import type { Graph } from './tables';

const NODES: NodeTypes = { table: TableCard, frame: SchemaFrame };
const EDGES: EdgeTypes = { link: LinkLine };

export interface CanvasProps {
  readonly graph: Graph;
  readonly arranged: Pick<Layout, 'tables' | 'groups' | 'routes'>;
  readonly detail: Detail;
  readonly chosen: readonly string[];
  readonly selected: string | undefined;
  readonly marks: ReadonlyMap<string, Mark>;
  readonly onSelect: (id: string | undefined) => void;
  readonly onMove: (id: string, to: Point) => void;
}

/** The picture: tables and the keys between them, which can be moved about and looked at closely. */
export function Canvas({ graph, arranged, detail, chosen, selected, marks, onSelect, onMove }: CanvasProps) {
  const [dragged, setDragged] = useState<{ id: string; at: Point }>();
  const near = useMemo(() => nearby(graph, selected), [graph, selected]);
  const nodes = useMemo(
    () => [...frames(arranged), ...cards({ graph, arranged, detail, chosen, selected, near, marks, dragged })],
    [graph, arranged, detail, chosen, selected, near, marks, dragged],
  );
  const edges = useMemo(() => lines(graph, arranged, selected), [graph, arranged, selected]);
  return (
    <ReactFlow
      nodes={nodes}
      edges={edges}
      nodeTypes={NODES}
      edgeTypes={EDGES}
      minZoom={0.05}
      maxZoom={2}
      fitView
      fitViewOptions={{ maxZoom: 1, padding: 0.08 }}
      onlyRenderVisibleElements
      nodesConnectable={false}
      edgesFocusable={false}
      deleteKeyCode={null}
      onNodesChange={(changes) => {
        for (const change of changes) {
          if (change.type === 'position' && change.position) {
            if (change.dragging) setDragged({ id: change.id, at: change.position });
            else onMove(change.id, change.position);
          } else if (change.type === 'select' && change.selected) {
            onSelect(change.id);
          }
        }
      }}
      onNodeDragStop={(_, node) => {
        setDragged(undefined);
        onMove(node.id, node.position);
      }}
      onPaneClick={() => onSelect(undefined)}
      onNodeDoubleClick={(_, node) => node.type === 'table' && show({ chosen: [node.id] })}
      attributionPosition="bottom-left"
      className="[&_.react-flow\_\_attribution]:bg-surface! [&_.react-flow\_\_attribution_a]:text-muted!"
      aria-label="Diagram of the schema"
    >
      <Background variant={BackgroundVariant.Dots} gap={20} size={1} color="var(--color-line-strong)" />
      <MiniMap
        pannable
        zoomable
        ariaLabel="Overview of the diagram"
        bgColor="var(--color-surface)"
        maskColor="color-mix(in srgb, var(--color-sunken) 70%, transparent)"
        style={{ width: 150, height: 100 }}
        nodeColor={(node) => (node.type === 'frame' ? 'transparent' : 'var(--color-faint)')}
        className="m-3! overflow-hidden rounded-md border border-line max-sm:hidden!"
      />
      <FitWhenOther of={[...arranged.tables.keys()].join()} />
    </ReactFlow>
  );
}

/** Brings everything into sight when other tables are drawn than before. */
function FitWhenOther({ of }: { of: string }) {
  const { fitView } = useReactFlow();
  useEffect(() => {
    const timer = setTimeout(() => void fitView({ maxZoom: 1, padding: 0.08 }), 30);
    return () => clearTimeout(timer);
  }, [of, fitView]);
  return null;
}

function nearby(graph: Graph, selected: string | undefined): ReadonlySet<string> | undefined {
  return selected === undefined
    ? undefined
    : new Set([selected, ...graph.links.flatMap((link) => (link.from === selected ? [link.to] : link.to === selected ? [link.from] : []))]);
}

function frames(arranged: CanvasProps['arranged']): FrameNode[] {
  return [...arranged.groups].map(([name, { x, y, width, height }]) => ({
    id: `schema:${name}`,
    type: 'frame',
    position: { x, y },
    width,
    height,
    draggable: false,
    selectable: false,
    focusable: false,
    zIndex: -1,
    data: { name },
  }));
}

interface CardsOf extends Pick<CanvasProps, 'graph' | 'arranged' | 'detail' | 'chosen' | 'selected' | 'marks'> {
  readonly near: ReadonlySet<string> | undefined;
  readonly dragged: { id: string; at: Point } | undefined;
}

function cards({ graph, arranged, detail, chosen, selected, near, marks, dragged }: CardsOf): TableNode[] {
  return graph.tables.flatMap((table) => {
    const box = arranged.tables.get(table.id);
    return box
      ? [
          {
            id: table.id,
            type: 'table' as const,
            position: dragged?.id === table.id ? dragged.at : { x: box.x, y: box.y },
            width: box.width,
            height: box.height,
            selected: table.id === selected,
            ariaLabel: `${table.kind} ${table.id}`,
            data: { table, detail, mark: marks.get(table.id), dimmed: near !== undefined && !near.has(table.id), found: chosen.includes(table.id) },
          },
        ]
      : [];
  });
}

function lines(graph: Graph, arranged: CanvasProps['arranged'], selected: string | undefined): LinkEdge[] {
  return graph.links.map((link) => {
    const touches = link.from === selected || link.to === selected;
    return {
      id: link.id,
      type: 'link',
      source: link.from,
      target: link.to,
      zIndex: touches ? 1 : 0,
      data: { link, points: arranged.routes.get(link.id) ?? [], strong: touches, dimmed: selected !== undefined && !touches },
    };
  });
}
