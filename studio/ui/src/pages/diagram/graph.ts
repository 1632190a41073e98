import type { Relation, RelationName, Schema } from '@/api/schema';
import type { Graph, Link, Table } from './tables';

/** A table's name in the diagram and in the page's address. */
export function idOf({ schema, name }: RelationName): string {
  return `${schema}.${name}`;
}

/** What the diagram draws of a schema. Views stand alone: the database does not tell what they point at. */
export function graphOf(schema: Schema): Graph {
  const relations = schema.schemas.flatMap((each) => each.relations);
  const known = new Set(relations.map(idOf));
  return {
    tables: relations.map(tableOf),
    links: relations.flatMap((relation) => linksOf(relation).filter((link) => known.has(link.to))),
  };
}

function tableOf(relation: Relation): Table {
  const foreign = new Set(relation.foreignKeys.flatMap((key) => key.columns));
  return {
    id: idOf(relation),
    schema: relation.schema,
    name: relation.name,
    kind: relation.kind,
    comment: relation.comment ?? '',
    columns: relation.columns.map((column) => ({
      name: column.name,
      type: shortened(column.type),
      key: relation.primaryKey.includes(column.name),
      foreign: foreign.has(column.name),
      required: column.notNull,
    })),
  };
}

function linksOf(relation: Relation): Link[] {
  const required = new Set(relation.columns.filter((column) => column.notNull).map((column) => column.name));
  const id = idOf(relation);
  return relation.foreignKeys.map((key) => ({
    id: `${id}/${key.name}`,
    name: key.name,
    from: id,
    fromColumns: key.columns,
    to: idOf(key.target),
    toColumns: key.targetColumns,
    optional: key.columns.some((column) => !required.has(column)),
  }));
}

const SHORT: readonly (readonly [RegExp, string])[] = [
  [/^timestamp(\(\d\))? with time zone/, 'timestamptz$1'],
  [/^timestamp(\(\d\))? without time zone/, 'timestamp$1'],
  [/^time(\(\d\))? with time zone/, 'timetz$1'],
  [/^time(\(\d\))? without time zone/, 'time$1'],
  [/^character varying/, 'varchar'],
  [/^character\b/, 'char'],
  [/^double precision/, 'float8'],
];

/** A type by the shorter of its names, since a card is narrow. */
function shortened(type: string) {
  return SHORT.reduce((text, [long, short]) => text.replace(long, short), type);
}
