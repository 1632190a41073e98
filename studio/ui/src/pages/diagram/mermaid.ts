import { shown, type Detail } from './card';
import type { Column, Graph, Link, Table } from './tables';

/**
 * The diagram as text that Mermaid draws, for a README or a wiki: https://mermaid.js.org/syntax/entityRelationshipDiagram.html. Words of
 * attributes may have few characters there, names of entities most.
 */
export function toMermaid(graph: Graph, detail: Detail): string {
  return ['erDiagram', ...graph.tables.map((table) => entity(table, detail)), ...graph.links.map(relationship)].join('\n') + '\n';
}

function entity(table: Table, detail: Detail): string {
  const columns = shown(table, detail);
  const name = `    ${quoted(table.id)}`;
  return columns.length ? `${name} {\n${columns.map(attribute).join('\n')}\n    }` : name;
}

function attribute({ type, name, key, foreign }: Column): string {
  const marks = [key && 'PK', foreign && 'FK'].filter(Boolean).join(', ');
  return `        ${word(type)} ${word(name)}${marks && ` ${marks}`}`;
}

/** Many rows lead to one, or to none where they may do without. */
function relationship({ from, to, name, optional }: Link): string {
  return `    ${quoted(to)} ${optional ? '|o' : '||'}--o{ ${quoted(from)} : ${quoted(name)}`;
}

const quoted = (name: string) => `"${name.replace(/["%\\\n]/g, '_')}"`;

/** A word begins with a letter. */
function word(text: string): string {
  const plain = text.replace(/[^\p{L}\p{N}_()[\]-]+/gu, '_');
  return /^\p{L}/u.test(plain) ? plain : `_${plain}`;
}
