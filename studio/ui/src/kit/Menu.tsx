import { cloneElement, lazy, Suspense, useState, type KeyboardEvent, type MouseEvent, type ReactElement } from 'react';
import type { MenuEntry } from './MenuEntry';

// The first load does without menus; they come when the page is at rest, or when one is opened.
const load = () => import('./MenuPopup');
const MenuPopup = lazy(load);

/** A button that opens a menu. */
export function Menu({ trigger, entries, label, align = 'start' }: {
  trigger: ReactElement<Record<string, unknown>>;
  entries: MenuEntry[];
  label?: string;
  align?: 'start' | 'end';
}) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  return (
    <>
      {cloneElement(trigger, {
        'aria-haspopup': 'menu',
        'aria-expanded': anchor !== null,
        onClick: (event: MouseEvent<HTMLElement>) => setAnchor(anchor ? null : event.currentTarget),
        onMouseEnter: () => void load(),
        onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
          if (event.key !== 'ArrowDown') return;
          event.preventDefault();
          setAnchor(event.currentTarget);
        },
      })}
      {anchor && (
        <Suspense>
          <MenuPopup anchor={anchor} onClose={() => setAnchor(null)} entries={entries} label={label} align={align} />
        </Suspense>
      )}
    </>
  );
}

/** A menu at the place of a right click, or at the cell that the keyboard asked it for. */
export function ContextMenu({ at, onClose, entries, label }: { at: { x: number; y: number } | null; onClose: () => void; entries: MenuEntry[]; label: string }) {
  if (!at) return null;
  return (
    <Suspense>
      <MenuPopup anchor={{ getBoundingClientRect: () => new DOMRect(at.x, at.y, 0, 0) }} onClose={onClose} entries={entries} label={label} align="start" />
    </Suspense>
  );
}
