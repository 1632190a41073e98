import type { Column } from '@/api/schema';

/** What a column's values are to a reader; decides how they are shown, edited and filtered. */
export type Family = 'text' | 'number' | 'boolean' | 'enum' | 'date' | 'time' | 'timestamp' | 'uuid' | 'json' | 'array' | 'vector' | 'bytes' | 'other';

const byType: Record<string, Family> = {
  smallint: 'number', integer: 'number', bigint: 'number', int2: 'number', int4: 'number', int8: 'number', oid: 'number', smallserial: 'number', serial: 'number', bigserial: 'number',
  numeric: 'number', decimal: 'number', real: 'number', 'double precision': 'number', float4: 'number', float8: 'number', money: 'number',
  boolean: 'boolean', bool: 'boolean',
  text: 'text', varchar: 'text', 'character varying': 'text', char: 'text', character: 'text', bpchar: 'text', citext: 'text', name: 'text', xml: 'text',
  date: 'date',
  time: 'time', timetz: 'time', 'time without time zone': 'time', 'time with time zone': 'time',
  timestamp: 'timestamp', timestamptz: 'timestamp', 'timestamp without time zone': 'timestamp', 'timestamp with time zone': 'timestamp',
  uuid: 'uuid', json: 'json', jsonb: 'json', bytea: 'bytes', blob: 'bytes',
  vector: 'vector', halfvec: 'vector',
};

/** The family of a type: of what it is based on, where that is known, or as the database writes it. */
export function familyOf(column: Pick<Column, 'type'> & Partial<Pick<Column, 'base' | 'labels'>>): Family {
  const type = column.type.toLowerCase();
  if (column.base === 'array' || type.endsWith('[]')) return 'array';
  if (column.labels?.length) return 'enum';
  const based = byType[column.base ?? ''];
  if (based) return based;
  const plain = type.replace(/\([^)]*\)/g, '').replace(/\s+/g, ' ').trim();
  return byType[plain] ?? 'other';
}

/** A type in the width of a column's head: the long names of times are known by their short ones. */
export function shortType(type: string): string {
  return type
    .replace(/timestamp(\(\d\))? with time zone/, 'timestamptz$1')
    .replace(/timestamp(\(\d\))? without time zone/, 'timestamp$1')
    .replace(/time(\(\d\))? with time zone/, 'timetz$1')
    .replace(/time(\(\d\))? without time zone/, 'time$1')
    .replace('character varying', 'varchar')
    .replace('double precision', 'float8');
}

/** Whether the type keeps a moment in the world, and not only what a clock on the wall shows. */
export function hasZone(type: string): boolean {
  return /with time zone|timestamptz|timetz/.test(type);
}

/** Whether values are long enough to want an editor with several lines. */
export function wantsPanel(family: Family): boolean {
  return family === 'json' || family === 'array' || family === 'vector' || family === 'bytes';
}

/** Whether an empty string is a value of the type. */
export function holdsEmptyText(family: Family): boolean {
  return family === 'text';
}
