import type { ObjectName } from './common';

/** GET /api/schema, with an ETag. */
export interface SchemaInfo {
  /** Changes when the schema does, and not when rows come and go. */
  hash: string;
  schemas: { name: string; relations: Relation[] }[];
  enums: { schema: string; name: string; labels: string[] }[];
}

export type RelationKind = 'table' | 'view' | 'materialized view' | 'partitioned table' | 'foreign table';

export interface Relation extends ObjectName {
  kind: RelationKind;
  comment: string;
  /** Whether it is a partition of another table. */
  partition: boolean;
  /** -1 when nobody knows. */
  estimatedRows: number;
  bytes: number;
  columns: Column[];
  primaryKey: string[];
  /** By which a row is told from all others; null when there is nothing. */
  rowKey: string[] | null;
  /** Why its rows cannot be edited; null when they can. */
  readOnlyReason: string | null;
  foreignKeys: { name: string; columns: string[]; target: ObjectName; targetColumns: string[]; onDelete: string }[];
  referencedBy: { name: string; from: ObjectName; columns: string[]; targetColumns: string[]; onDelete: string }[];
  indexes: { name: string; definition: string; unique: boolean; valid: boolean; columns: string[] }[];
}

export interface Column {
  name: string;
  /** As the database writes it: `numeric(10,2)`, `text[]`. */
  type: string;
  /** Behind domains: `bool`, `int4`, `int8`, `numeric`, `text`, `bytea`, `json`, `jsonb`, `uuid`, `date`, `timestamptz`, `vector`, ..., or
   * `enum`, `array`, `range`, `composite`. */
  base: string;
  notNull: boolean;
  default: string | null;
  generated: boolean;
  identity: 'always' | 'by default' | null;
  comment: string;
  /** Of an enum. */
  labels: string[];
}
