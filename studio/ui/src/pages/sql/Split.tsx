import { useRef, useState, type PointerEvent, type ReactNode } from 'react';

const least = 15;
const most = 85;

/** Two parts, one over the other, with an edge between them that can be moved. */
export function Split({ top, bottom }: { top: ReactNode; bottom: ReactNode }) {
  const [share, setShare] = useState(40);
  const box = useRef<HTMLDivElement>(null);
  const set = (next: number) => setShare(Math.max(least, Math.min(most, next)));

  function onPointerMove(event: PointerEvent<HTMLDivElement>) {
    const rect = box.current?.getBoundingClientRect();
    if (rect && event.currentTarget.hasPointerCapture(event.pointerId)) set(((event.clientY - rect.top) / rect.height) * 100);
  }

  return (
    <div ref={box} className="flex min-h-0 flex-1 flex-col">
      <div className="flex min-h-0 flex-col" style={{ flexBasis: `${share}%` }}>
        {top}
      </div>
      <div
        role="separator"
        aria-orientation="horizontal"
        aria-label="Height of the editor"
        aria-valuenow={Math.round(share)}
        aria-valuemin={least}
        aria-valuemax={most}
        tabIndex={0}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={onPointerMove}
        onKeyDown={(event) => {
          if (event.key === 'ArrowUp') set(share - 5);
          if (event.key === 'ArrowDown') set(share + 5);
        }}
        className="relative z-1 h-px shrink-0 cursor-row-resize bg-line-strong before:absolute before:inset-x-0 before:-top-1 before:h-2 hover:bg-accent focus-visible:bg-accent"
      />
      <div className="flex min-h-0 flex-1 flex-col bg-surface">{bottom}</div>
    </div>
  );
}
