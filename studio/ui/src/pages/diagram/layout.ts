import ELK, { type ElkExtendedEdge, type ElkNode } from 'elkjs/lib/elk-api';
import workerUrl from 'elkjs/lib/elk-worker.min.js?url';
import { middleOf, sizeOf, type Detail, type Size } from './card';
import type { Graph, Link, Table } from './tables';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Box extends Point, Size {}

/** Where everything lies, in the diagram's own coordinates. */
export interface Layout {
  readonly tables: ReadonlyMap<string, Box>;
  readonly groups: ReadonlyMap<string, Box>;
  readonly routes: ReadonlyMap<string, readonly Point[]>;
  readonly width: number;
  readonly height: number;
}

const OPTIONS = {
  'elk.algorithm': 'layered',
  'elk.direction': 'RIGHT',
  'elk.hierarchyHandling': 'INCLUDE_CHILDREN',
  'elk.json.edgeCoords': 'ROOT',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.layered.spacing.nodeNodeBetweenLayers': '72',
  'elk.spacing.nodeNode': '32',
  'elk.spacing.edgeNode': '20',
  'elk.spacing.componentComponent': '48',
  'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
  'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
  'elk.aspectRatio': '1.6',
};
const GROUP_PADDING = '[top=40,left=20,bottom=20,right=20]';

let engine: InstanceType<typeof ELK> | undefined;

/** The engine works in a thread of its own, which is started when the first diagram is drawn. */
function elk() {
  engine ??= new ELK({ workerFactory: () => new Worker(workerUrl) });
  return engine;
}

/** Lays tables out so that keys cross as little as can be; tables of one schema stand together when there are several. */
export async function layOut(graph: Graph, detail: Detail): Promise<Layout> {
  const laid = await elk().layout(toElk(graph, detail));
  return fromElk(laid, new Set(graph.tables.map((table) => table.id)));
}

function toElk(graph: Graph, detail: Detail): ElkNode {
  const schemas = [...new Set(graph.tables.map((table) => table.schema))];
  const children = schemas.map((schema) => ({
    id: groupId(schema),
    layoutOptions: { 'elk.padding': GROUP_PADDING },
    children: graph.tables.filter((table) => table.schema === schema).map((table) => node(table, graph.links, detail)),
  }));
  return {
    id: 'root',
    layoutOptions: OPTIONS,
    children: schemas.length > 1 ? children : (children[0]?.children ?? []),
    edges: graph.links.map(edge),
  };
}

/** A group's name in the layout, which no table's can be. */
function groupId(schema: string) {
  return `schema:${schema}`;
}

function node(table: Table, links: readonly Link[], detail: Detail): ElkNode {
  const size = sizeOf(table, detail);
  const outgoing = links.filter((link) => link.from === table.id);
  const incoming = links.filter((link) => link.to === table.id);
  return {
    id: table.id,
    ...size,
    layoutOptions: { 'elk.portConstraints': 'FIXED_POS' },
    ports: [
      ...outgoing.map((link) => port(`${link.id}:from`, size.width, middleOf(table, link.fromColumns[0], detail), 'EAST')),
      ...incoming.map((link) => port(`${link.id}:to`, 0, middleOf(table, link.toColumns[0], detail), 'WEST')),
    ],
  };
}

function port(id: string, x: number, y: number, side: 'EAST' | 'WEST') {
  return { id, x, y, width: 0, height: 0, layoutOptions: { 'elk.port.side': side } };
}

function edge(link: Link): ElkExtendedEdge {
  return { id: link.id, sources: [`${link.id}:from`], targets: [`${link.id}:to`] };
}

function fromElk(root: ElkNode, ids: ReadonlySet<string>): Layout {
  const tables = new Map<string, Box>();
  const groups = new Map<string, Box>();
  const visit = (parent: ElkNode, at: Point) => {
    for (const child of parent.children ?? []) {
      const box = { x: at.x + (child.x ?? 0), y: at.y + (child.y ?? 0), width: child.width ?? 0, height: child.height ?? 0 };
      (ids.has(child.id) ? tables : groups).set(ids.has(child.id) ? child.id : child.id.replace(/^schema:/, ''), box);
      visit(child, box);
    }
  };
  visit(root, { x: 0, y: 0 });
  const routes = new Map((root.edges ?? []).map((each) => [each.id, route(each)]));
  return { tables, groups, routes, width: root.width ?? 0, height: root.height ?? 0 };
}

function route(laid: ElkExtendedEdge): Point[] {
  return (laid.sections ?? []).flatMap((section) => [section.startPoint, ...(section.bendPoints ?? []), section.endPoint]);
}
