import { classes } from './classes';

const mac = /Mac|iPhone|iPad/.test(navigator.platform);

const signs: Record<string, string> = mac
  ? { Mod: '⌘', Shift: '⇧', Alt: '⌥', Ctrl: '⌃', Enter: '↵', Backspace: '⌫', Escape: 'Esc' }
  : { Mod: 'Ctrl', Enter: '↵', Escape: 'Esc', Backspace: '⌫' };

/** How keys like `Mod+Enter` or `g d` are written on this machine. */
export function spelled(keys: string): string[] {
  return keys.split(' ').map((chord) =>
    chord
      .split('+')
      .map((key) => signs[key] ?? (key.length === 1 ? key.toUpperCase() : key))
      .join(mac ? '' : '+'),
  );
}

/** Keys that do something, drawn as keys. */
export function KeyHint({ keys, className, bare }: { keys: string; className?: string; bare?: boolean }) {
  return (
    <span className={classes('inline-flex gap-1', className)} aria-hidden>
      {spelled(keys).map((chord, place) => (
        <kbd
          key={place}
          className={classes(
            'font-sans text-xs leading-4',
            !bare && 'rounded-sm border border-line-strong bg-sunken px-1 text-muted',
          )}
        >
          {chord}
        </kbd>
      ))}
    </span>
  );
}
