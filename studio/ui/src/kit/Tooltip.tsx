import { cloneElement, useEffect, useId, useLayoutEffect, useRef, useState, type ReactElement, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { KeyHint } from './KeyHint';

type Side = 'top' | 'bottom' | 'left' | 'right';

const patience = 450;
const gap = 6;

/**
 * Tells of its only child while that is hovered or focused by keyboard. Small on purpose: it is on every
 * icon of the frame, so it is part of the first load.
 */
export function Tooltip({ text, keys, children, side = 'bottom' }: {
  text: ReactNode;
  keys?: string;
  children: ReactElement<Record<string, unknown>>;
  side?: Side;
}) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const id = useId();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const given = children.props as Record<string, ((event: unknown) => void) | undefined>;

  function show(element: HTMLElement, delay: number) {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setAnchor(element), delay);
  }
  function hide() {
    clearTimeout(timer.current);
    setAnchor(null);
  }
  useEffect(() => () => clearTimeout(timer.current), []);

  const told = anchor !== null && children.props['aria-label'] !== text;
  return (
    <>
      {cloneElement(children, {
        ...(told ? { 'aria-describedby': id } : {}),
        onPointerEnter: (event: { currentTarget: HTMLElement; pointerType: string }) => {
          given['onPointerEnter']?.(event);
          if (event.pointerType !== 'touch') show(event.currentTarget, patience);
        },
        onPointerLeave: (event: unknown) => {
          given['onPointerLeave']?.(event);
          hide();
        },
        onPointerDown: (event: unknown) => {
          given['onPointerDown']?.(event);
          hide();
        },
        onFocus: (event: { currentTarget: HTMLElement }) => {
          given['onFocus']?.(event);
          if (event.currentTarget.matches(':focus-visible')) show(event.currentTarget, patience);
        },
        onBlur: (event: unknown) => {
          given['onBlur']?.(event);
          hide();
        },
      })}
      {anchor &&
        createPortal(
          <Bubble id={id} anchor={anchor} side={side} onEscape={hide}>
            {text}
            {keys && <KeyHint keys={keys} />}
          </Bubble>,
          document.body,
        )}
    </>
  );
}

function Bubble({ id, anchor, side, onEscape, children }: { id: string; anchor: HTMLElement; side: Side; onEscape: () => void; children: ReactNode }) {
  const bubble = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (bubble.current) placeBeside(anchor.getBoundingClientRect(), bubble.current, side);
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => event.key === 'Escape' && onEscape();
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [onEscape]);
  return (
    <div ref={bubble} id={id} role="tooltip" className="popup pointer-events-none fixed top-0 left-0 z-60 flex max-w-80 items-center gap-2 px-2 py-1 text-xs text-ink">
      {children}
    </div>
  );
}

/** Puts the bubble at a side of the anchor, at the opposite one where there is no room, and inside the window. */
function placeBeside(anchor: DOMRect, bubble: HTMLElement, side: Side) {
  const { offsetWidth: width, offsetHeight: height } = bubble;
  const below = anchor.bottom + gap + height < window.innerHeight;
  const across = side === 'left' || side === 'right';
  let left = anchor.left + anchor.width / 2 - width / 2;
  let top = side === 'top' || !below ? anchor.top - gap - height : anchor.bottom + gap;
  if (across) {
    left = side === 'right' ? anchor.right + gap : anchor.left - gap - width;
    top = anchor.top + anchor.height / 2 - height / 2;
  }
  left = Math.max(4, Math.min(left, window.innerWidth - width - 4));
  bubble.style.transform = `translate(${Math.round(left)}px, ${Math.round(Math.max(4, top))}px)`;
}
