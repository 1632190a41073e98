/** `GET /api/schema`: everything that can be shown, without any rows. */
export interface Schema {
  hash: string;
  schemas: { name: string; relations: Relation[] }[];
  enums: EnumType[];
}

export type RelationKind = 'table' | 'view' | 'materialized view' | 'partitioned table' | 'foreign table';

export interface RelationName {
  schema: string;
  name: string;
}

export interface Relation extends RelationName {
  kind: RelationKind;
  comment: string | null;
  /** Whether it is a part of a partitioned table. */
  partition: boolean;
  /** What the database believes; null when it was never counted. */
  estimatedRows: number | null;
  bytes: number | null;
  columns: Column[];
  primaryKey: string[];
  /** The columns that tell one row from all others; null when nothing does. */
  rowKey: string[] | null;
  /** Why rows cannot be changed here; null when they can. */
  readOnlyReason: string | null;
  foreignKeys: ForeignKey[];
  referencedBy: Reference[];
  indexes: Index[];
}

export interface Column {
  name: string;
  /** As written: `numeric(10,2)`. */
  type: string;
  /** Without parameters and arrays: `numeric`. */
  base: string;
  notNull: boolean;
  default: string | null;
  /** Whether the database computes it. */
  generated: boolean;
  identity: string | null;
  comment: string | null;
  /** The labels when the type is an enum; empty otherwise. */
  labels: string[];
}

export interface ForeignKey {
  name: string;
  columns: string[];
  target: RelationName;
  targetColumns: string[];
  onDelete: string;
}

export interface Reference {
  name: string;
  from: RelationName;
  columns: string[];
  targetColumns: string[];
}

export interface Index {
  name: string;
  definition: string;
  unique: boolean;
  valid: boolean;
  columns: string[];
}

export interface EnumType {
  schema: string;
  name: string;
  labels: string[];
}
