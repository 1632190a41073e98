import { Menu as Base } from '@base-ui/react/menu';
import { Check } from 'lucide-react';
import { classes } from './classes';
import { KeyHint } from './KeyHint';
import type { MenuEntry } from './MenuEntry';

const row =
  'flex h-7 min-w-40 items-center gap-2 rounded-sm px-2 text-sm outline-none select-none ' +
  'data-highlighted:bg-hover data-disabled:opacity-50';

/** The list of an open menu. */
export default function MenuPopup({ anchor, onClose, entries, label, align }: {
  /** The button that opened it, or the place of a right click. */
  anchor: Element | { getBoundingClientRect: () => DOMRect };
  onClose: () => void;
  entries: MenuEntry[];
  label: string | undefined;
  align: 'start' | 'end';
}) {
  return (
    <Base.Root open onOpenChange={(now) => !now && onClose()} modal={false}>
      <Base.Portal>
        <Base.Positioner anchor={anchor} sideOffset={4} align={align} className="z-50">
          <Base.Popup
            aria-label={label}
            finalFocus={() => (anchor instanceof HTMLElement ? anchor : true)}
            className="popup max-h-[min(28rem,var(--available-height))] max-w-96 overflow-auto p-1"
          >
            {entries.map((entry, place) => (
              <Entry key={place} entry={entry} />
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

function Entry({ entry }: { entry: MenuEntry }) {
  switch (entry.kind) {
    case 'line':
      return <Base.Separator className="my-1 h-px bg-line" />;
    case 'title':
      return <div className="px-2 pt-1.5 pb-1 text-xs font-medium text-faint">{entry.label}</div>;
    case 'check':
      return (
        <Base.CheckboxItem className={row} checked={entry.checked} disabled={!!entry.disabled} onCheckedChange={entry.onSelect}>
          <span className="flex w-4 justify-center">{entry.checked && <Check size={14} aria-hidden />}</span>
          <span className="min-w-0 truncate">{entry.label}</span>
        </Base.CheckboxItem>
      );
    default:
      return (
        <Base.Item className={classes(row, entry.danger && 'text-danger-ink')} disabled={!!entry.disabled} onClick={entry.onSelect}>
          {entry.icon && <entry.icon size={14} className="shrink-0 text-faint" aria-hidden />}
          <span className="min-w-0 flex-1 truncate">{entry.label}</span>
          {entry.hint && <span className="text-xs text-faint">{entry.hint}</span>}
          {entry.keys && <KeyHint keys={entry.keys} className="ml-4" />}
        </Base.Item>
      );
  }
}
