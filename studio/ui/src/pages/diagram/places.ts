import { useCallback, useState } from 'react';
import type { Box, Layout, Point } from './layout';
import { detour } from './lines';
import { middleOf, type Detail } from './card';
import type { Graph } from './tables';

/** Where tables were put by hand, by the table's name. */
export type Places = Readonly<Record<string, Point>>;

const GROUP = { top: 40, side: 20 };

/** The places that were chosen by hand in an environment; they are kept in the browser, and it does no harm when they are lost. */
export function usePlaces(environment: string): [Places, (places: Places) => void] {
  const key = `decant-diagram:${environment}`;
  const [places, setPlaces] = useState<Places>(() => read(key));
  const keep = useCallback(
    (next: Places) => {
      setPlaces(next);
      try {
        localStorage.setItem(key, JSON.stringify(next));
      } catch {
        // Without storage the places hold until the page is closed.
      }
    },
    [key],
  );
  return [places, keep];
}

function read(key: string): Places {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(key) ?? '{}');
    return isPlaces(found) ? found : {};
  } catch {
    return {};
  }
}

function isPlaces(found: unknown): found is Places {
  return (
    typeof found === 'object' &&
    found !== null &&
    Object.values(found).every((point: Partial<Point> | null) => Number.isFinite(point?.x) && Number.isFinite(point?.y))
  );
}

/** A layout with what was moved by hand: its keys take another way, and its schema's frame grows around it. */
export function arrange(graph: Graph, laid: Layout, places: Places, detail: Detail): Pick<Layout, 'tables' | 'groups' | 'routes'> {
  const tables = new Map([...laid.tables].map(([id, box]) => [id, { ...box, ...places[id] }]));
  const routes = new Map(laid.routes);
  for (const link of graph.links) {
    const from = tables.get(link.from);
    const to = tables.get(link.to);
    if (from && to && (places[link.from] || places[link.to])) {
      routes.set(
        link.id,
        detour(
          { x: from.x + from.width, y: from.y + middleOf(tableOf(graph, link.from), link.fromColumns[0], detail) },
          { x: to.x, y: to.y + middleOf(tableOf(graph, link.to), link.toColumns[0], detail) },
        ),
      );
    }
  }
  return { tables, routes, groups: laid.groups.size > 0 ? frames(graph, tables) : new Map() };
}

function tableOf(graph: Graph, id: string) {
  const found = graph.tables.find((table) => table.id === id);
  if (!found) {
    throw new Error(`no table ${id}`);
  }
  return found;
}

function frames(graph: Graph, boxes: ReadonlyMap<string, Box>): Map<string, Box> {
  const frames = new Map<string, Box>();
  for (const schema of new Set(graph.tables.map((table) => table.schema))) {
    const inside = graph.tables.filter((table) => table.schema === schema).flatMap((table) => boxes.get(table.id) ?? []);
    const left = Math.min(...inside.map((box) => box.x)) - GROUP.side;
    const top = Math.min(...inside.map((box) => box.y)) - GROUP.top;
    frames.set(schema, {
      x: left,
      y: top,
      width: Math.max(...inside.map((box) => box.x + box.width)) + GROUP.side - left,
      height: Math.max(...inside.map((box) => box.y + box.height)) + GROUP.side - top,
    });
  }
  return frames;
}
