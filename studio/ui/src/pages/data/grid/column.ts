import type { ReactNode } from 'react';
import type { Family } from '../family';

/** A column as the grid draws it. */
export interface GridColumn {
  id: string;
  label: string;
  type: string;
  family: Family;
  width: number;
  pinned: boolean;
  /** The column's place in the values of a row. */
  source: number;
  /** Drawn beside the name: a key, an arrow. */
  mark?: ReactNode;
  sort?: { direction: 'asc' | 'desc'; place: number | null };
}

/** A column with the place where it is drawn. */
export interface PlacedColumn extends GridColumn {
  index: number;
  left: number;
}
