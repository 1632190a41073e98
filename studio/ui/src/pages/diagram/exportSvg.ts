import { HEAD, ROW, shown, type Detail } from './card';
import type { Box, Point } from './layout';
import { path } from './lines';
import type { Graph, Table } from './tables';

/** The colours of a picture, which stands alone and cannot ask the page for them. */
export interface Palette {
  readonly background: string;
  readonly surface: string;
  readonly raised: string;
  readonly line: string;
  readonly strong: string;
  readonly text: string;
  readonly muted: string;
}

const MARGIN = 24;
const FONT = 'ui-sans-serif, system-ui, sans-serif';
const MONO = 'ui-monospace, monospace';

/** The diagram as a picture of its own, as wide and high as what it holds. */
export function toSvg(
  graph: Graph,
  boxes: ReadonlyMap<string, Box>,
  groups: ReadonlyMap<string, Box>,
  routes: ReadonlyMap<string, readonly Point[]>,
  detail: Detail,
  colours: Palette,
): string {
  const all = [...boxes.values(), ...groups.values()];
  const left = Math.min(...all.map((box) => box.x)) - MARGIN;
  const top = Math.min(...all.map((box) => box.y)) - MARGIN;
  const width = Math.max(...all.map((box) => box.x + box.width)) + MARGIN - left;
  const height = Math.max(...all.map((box) => box.y + box.height)) + MARGIN - top;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${left} ${top} ${width} ${height}" font-family="${FONT}" font-size="12">`,
    `<rect x="${left}" y="${top}" width="${width}" height="${height}" fill="${colours.background}"/>`,
    ...[...groups].map(([name, box]) => group(name, box, colours)),
    ...graph.links.map((link) => line(routes.get(link.id) ?? [], link.optional, colours)),
    ...graph.tables.flatMap((table) => {
      const box = boxes.get(table.id);
      return box ? [card(table, box, detail, colours)] : [];
    }),
    '</svg>',
  ].join('\n');
}

function group(name: string, box: Box, colours: Palette) {
  return (
    `<rect x="${box.x}" y="${box.y}" width="${box.width}" height="${box.height}" rx="8" fill="none" stroke="${colours.line}" stroke-dasharray="4 4"/>` +
    `<text x="${box.x + 16}" y="${box.y + 24}" fill="${colours.muted}" font-weight="600">${escape(name)}</text>`
  );
}

function line(points: readonly Point[], optional: boolean, colours: Palette) {
  const end = points.at(-1);
  if (!end) {
    return '';
  }
  const arrow = `M${end.x - 7},${end.y - 4} L${end.x},${end.y} L${end.x - 7},${end.y + 4}`;
  return `<path d="${path(points)} ${arrow}" fill="none" stroke="${colours.muted}" stroke-width="1.25"${optional ? ' stroke-dasharray="5 4"' : ''}/>`;
}

function card(table: Table, box: Box, detail: Detail, colours: Palette) {
  const rows = shown(table, detail).map((column, index) => {
    const y = box.y + HEAD + 4 + index * ROW + ROW / 2 + 4;
    const weight = column.key ? ' font-weight="600"' : '';
    return (
      `<text x="${box.x + 12}" y="${y}" font-family="${MONO}" font-size="11" fill="${colours.text}"${weight}>${escape(column.name)}</text>` +
      `<text x="${box.x + box.width - 12}" y="${y}" font-family="${MONO}" font-size="11" fill="${colours.muted}" text-anchor="end">${escape(column.type)}${column.required ? '' : '?'}</text>`
    );
  });
  return [
    `<g><rect x="${box.x}" y="${box.y}" width="${box.width}" height="${box.height}" rx="6" fill="${colours.surface}" stroke="${colours.strong}"/>`,
    `<path d="M${box.x},${box.y + HEAD} h${box.width}" stroke="${colours.line}"/>`,
    `<text x="${box.x + 12}" y="${box.y + HEAD / 2 + 4}" font-weight="600" fill="${colours.text}">${escape(table.name)}</text>`,
    ...rows,
    '</g>',
  ].join('');
}

function escape(text: string) {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
