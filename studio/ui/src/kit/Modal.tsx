import { Dialog as Base } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import { useRef } from 'react';
import { IconButton } from './Button';
import { classes } from './classes';
import type { DialogProps } from './DialogProps';

/** A window over the page that keeps the focus inside until it is closed; it begins at the first field, if there is one. */
export default function Modal({ open, onClose, title, description, children, actions, place, initialFocus }: DialogProps & { place: string }) {
  const popup = useRef<HTMLDivElement>(null);
  return (
    <Base.Root open={open} onOpenChange={(now) => !now && onClose()}>
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-scrim transition-opacity duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Base.Popup
          ref={popup}
          initialFocus={initialFocus ?? (() => popup.current?.querySelector<HTMLElement>('input:not([type=file]), textarea, select') ?? popup.current)}
          className={classes(
            'fixed z-40 flex flex-col bg-raised outline-none transition-[opacity,transform] duration-150',
            'data-ending-style:opacity-0 data-starting-style:opacity-0',
            place,
          )}
        >
          <header className="flex items-start gap-3 border-b border-line py-3 pr-3 pl-4">
            <div className="min-w-0 flex-1">
              <Base.Title className="text-base font-semibold text-ink">{title}</Base.Title>
              {description && <Base.Description className="mt-0.5 text-sm text-muted">{description}</Base.Description>}
            </div>
            <Base.Close render={<IconButton icon={X} label="Close" keys="Escape" small />} />
          </header>
          <div className="min-h-0 flex-1 overflow-auto p-4">{children}</div>
          {actions && <footer className="flex flex-wrap items-center justify-end gap-2 border-t border-line px-4 py-3">{actions}</footer>}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
