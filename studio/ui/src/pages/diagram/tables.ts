/** What the diagram draws of a schema: tables with their columns, and the foreign keys between them. */

export interface Column {
  readonly name: string;
  readonly type: string;
  readonly key: boolean;
  readonly foreign: boolean;
  readonly required: boolean;
}

export interface Link {
  /** Unique in the diagram. */
  readonly id: string;
  readonly name: string;
  readonly from: string;
  readonly fromColumns: readonly string[];
  readonly to: string;
  readonly toColumns: readonly string[];
  /** Whether a row may do without what the key points at. */
  readonly optional: boolean;
}

export interface Table {
  /** The name with its schema, as it stands in the page's address. */
  readonly id: string;
  readonly schema: string;
  readonly name: string;
  readonly kind: string;
  readonly comment: string;
  readonly columns: readonly Column[];
}

export interface Graph {
  readonly tables: readonly Table[];
  readonly links: readonly Link[];
}

/** The tables that are at most this many foreign keys away from one of these, along and against the keys. */
export function neighbourhood(graph: Graph, of: readonly string[], hops: number): ReadonlySet<string> {
  const around = neighbours(graph);
  const reached = new Set(of);
  let edge = [...reached];
  for (let hop = 0; hop < hops && edge.length > 0; hop++) {
    const next: string[] = [];
    for (const id of edge) {
      for (const neighbour of around.get(id) ?? []) {
        if (!reached.has(neighbour)) {
          reached.add(neighbour);
          next.push(neighbour);
        }
      }
    }
    edge = next;
  }
  return reached;
}

function neighbours(graph: Graph): ReadonlyMap<string, readonly string[]> {
  const map = new Map<string, string[]>(graph.tables.map((table) => [table.id, []]));
  for (const link of graph.links) {
    map.get(link.from)?.push(link.to);
    map.get(link.to)?.push(link.from);
  }
  return map;
}

/** The part of a graph that has only these tables. */
export function part(graph: Graph, ids: ReadonlySet<string>): Graph {
  return {
    tables: graph.tables.filter((table) => ids.has(table.id)),
    links: graph.links.filter((link) => ids.has(link.from) && ids.has(link.to)),
  };
}

/** The table that most keys lead to and from: where somebody who chose nothing begins to look. */
export function hub(graph: Graph): string | undefined {
  const around = neighbours(graph);
  return [...graph.tables].sort((a, b) => (around.get(b.id)?.length ?? 0) - (around.get(a.id)?.length ?? 0))[0]?.id;
}
