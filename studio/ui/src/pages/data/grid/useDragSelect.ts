import { useEffect, useEffectEvent, useRef, useState, type RefObject } from 'react';
import type { Spot } from './selection';
import { gutterWidth, headerHeight } from './sizes';

/** The fastest that a grid scrolls under a held pointer, in pixels a frame. */
const fastest = 48;

/** The part of a grid in which cells are seen. */
interface Area {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** How fast to scroll for a pointer outside of what is seen: the farther, the faster. */
export function pull(place: number, from: number, to: number): number {
  const beyond = place < from ? place - from : place > to ? place - to : 0;
  return Math.sign(beyond) * Math.min(fastest, Math.ceil(Math.abs(beyond) / 3));
}

/** The cell that an element of the page belongs to; the column is -1 in the gutter. */
export function spotOf(target: EventTarget | Element | null): Spot | null {
  const cell = (target as HTMLElement | null)?.closest<HTMLElement>('[data-cell]');
  const [row, column] = cell?.dataset['cell']?.split(':').map(Number) ?? [];
  return row === undefined || column === undefined ? null : { row, column };
}

/** Selecting with the button held: begins at a cell, follows the pointer, and scrolls while the pointer is beyond the edge. */
export function useDragSelect(scroller: RefObject<HTMLElement | null>, pinnedWidth: number, onOver: (spot: Spot, rows: boolean) => void) {
  const [dragging, setDragging] = useState<'cells' | 'rows' | null>(null);
  const pointer = useRef<{ x: number; y: number } | null>(null);
  function over(spot: Spot | null) {
    if (spot && dragging && (dragging === 'rows' || spot.column >= 0)) onOver(spot, dragging === 'rows');
  }

  const scrolled = useEffectEvent(() => {
    const element = scroller.current;
    const at = pointer.current;
    if (!element || !at) return;
    const area = areaOf(element, pinnedWidth);
    const x = dragging === 'rows' ? 0 : pull(at.x, area.left, area.right);
    const y = pull(at.y, area.top, area.bottom);
    if (!x && !y) return;
    element.scrollBy(x, y);
    over(spotOf(document.elementFromPoint(within(at.x, area.left, area.right), within(at.y, area.top, area.bottom))));
  });

  useEffect(() => {
    if (!dragging) return;
    let frame = requestAnimationFrame(function turn() {
      scrolled();
      frame = requestAnimationFrame(turn);
    });
    const follow = (event: MouseEvent) => (pointer.current = { x: event.clientX, y: event.clientY });
    const stop = () => setDragging(null);
    window.addEventListener('mousemove', follow);
    window.addEventListener('mouseup', stop);
    return () => {
      cancelAnimationFrame(frame);
      pointer.current = null;
      window.removeEventListener('mousemove', follow);
      window.removeEventListener('mouseup', stop);
    };
  }, [dragging]);

  return { begin: (what: 'cells' | 'rows') => setDragging(what), over };
}

function areaOf(element: HTMLElement, pinnedWidth: number): Area {
  const box = element.getBoundingClientRect();
  return { left: box.left + gutterWidth + pinnedWidth, top: box.top + headerHeight, right: box.left + element.clientWidth, bottom: box.top + element.clientHeight };
}

function within(place: number, from: number, to: number): number {
  return Math.max(from + 2, Math.min(to - 2, place));
}
