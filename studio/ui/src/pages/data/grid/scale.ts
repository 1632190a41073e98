import { headerHeight, rowHeight } from './sizes';

/** Browsers draw nothing below some millions of pixels (Firefox at 17.8, Chromium at 33.5), so that more rows than fit share what there is. */
export const tallest = 15_000_000;

/** How many pixels of rows one pixel of the scrollbar stands for: 1 until there are too many rows. */
export function scaleOf(rows: number, view: number, most = tallest): number {
  const all = headerHeight + rows * rowHeight;
  return all <= most ? 1 : (all - view) / (most - view);
}

/** How high the rows are for the scrollbar. */
export function drawnHeight(rows: number, most = tallest): number {
  return Math.min(headerHeight + rows * rowHeight, most);
}

/** How far the rows are scrolled when a row is in view; as far as now when it is already. */
export function revealed(row: number, offset: number, view: number): number {
  const top = row * rowHeight;
  const room = view - headerHeight;
  if (top < offset) return top;
  return top + rowHeight > offset + room ? top + rowHeight - room : offset;
}
