import { ArrowRight } from 'lucide-react';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { RowCard } from './panel/RowCard';
import type { Way } from './references';

const patience = 350;

export interface Peek {
  way: Way;
  element: HTMLElement;
}

/** The row that a foreign key points at, shown while the pointer rests on the key's arrow. */
export function FkPeek({ peek }: { peek: Peek | null }) {
  const [shown, setShown] = useState<Peek | null>(null);
  useEffect(() => {
    if (!peek) return setShown(null);
    const timer = setTimeout(() => setShown(peek), patience);
    return () => clearTimeout(timer);
  }, [peek]);
  return shown && createPortal(<Card peek={shown} />, document.body);
}

function Card({ peek }: { peek: Peek }) {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const place = () => {
      const anchor = peek.element.getBoundingClientRect();
      const top = anchor.bottom + element.offsetHeight + 8 > window.innerHeight ? Math.max(4, anchor.top - element.offsetHeight - 4) : anchor.bottom + 4;
      const left = Math.max(4, Math.min(anchor.left, window.innerWidth - element.offsetWidth - 4));
      element.style.transform = `translate(${left}px, ${top}px)`;
    };
    place();
    const watch = new ResizeObserver(place);
    watch.observe(element);
    return () => watch.disconnect();
  }, [peek]);
  return (
    <div ref={box} role="tooltip" className="popup pointer-events-none fixed top-0 left-0 z-30 w-80 overflow-hidden">
      <div className="flex items-center gap-1.5 border-b border-line bg-sunken px-3 py-1.5 text-xs font-medium">
        <ArrowRight size={12} className="text-faint" aria-hidden />
        {peek.way.table.schema}.{peek.way.table.name}
      </div>
      <RowCard way={peek.way} most={12} />
    </div>
  );
}
