import type { LucideIcon } from 'lucide-react';
import { useEffect, useSyncExternalStore } from 'react';

/** Something that can be done here: from the palette, and by its keys. */
export interface Command {
  id: string;
  title: string;
  group: string;
  icon?: LucideIcon;
  /** A chord like `Mod+Enter` or a sequence like `g d`; `Mod` is Ctrl, or Command on a Mac. */
  keys?: string;
  run: () => void;
  /** Known by its keys only: the palette does not list it. */
  hidden?: boolean;
  /** Its keys are taken by the part of the page that has the focus; here it is only listed. */
  elsewhere?: boolean;
}

let sets: readonly (readonly Command[])[] = [];
let flat: readonly Command[] = [];
const listeners = new Set<() => void>();

function become(next: readonly (readonly Command[])[]) {
  sets = next;
  flat = sets.flat();
  for (const listener of listeners) listener();
}

/** Offers commands while the component is there; pass a list made with `useMemo`. */
export function useCommands(commands: readonly Command[]) {
  useEffect(() => {
    become([...sets, commands]);
    return () => become(sets.filter((set) => set !== commands));
  }, [commands]);
}

/** All commands that can be given now. */
export function useAllCommands(): readonly Command[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => flat,
  );
}

/** The chord of a key press, in the spelling of `Command.keys`. */
export function chordOf(event: KeyboardEvent): string {
  const named = event.key.length > 1 || event.ctrlKey || event.metaKey || event.altKey;
  const key = event.key === ' ' ? 'Space' : event.key.length === 1 && named ? event.key.toUpperCase() : event.key;
  return [
    (event.ctrlKey || event.metaKey) && 'Mod',
    event.altKey && 'Alt',
    event.shiftKey && named && 'Shift',
    key,
  ]
    .filter(Boolean)
    .join('+');
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
}

/** Keys that a field has a meaning of its own for. */
const ofFields = /^Mod\+(Shift\+)?[ACVXYZ]$/;

/** Whether the keys belong to what has the focus: a field, or something that lies over the page. */
function isTaken(target: EventTarget | null, chord: string): boolean {
  if (target instanceof Element && target.closest('[role=dialog], [role=menu], [role=listbox]')) return true;
  return isTyping(target) && (!/^(Mod|Alt)\+/.test(chord) || ofFields.test(chord));
}

let pending = '';
let pendingSince = 0;

function taking(keys: string): Command | undefined {
  return flat.findLast((one) => one.keys === keys && !one.elsewhere);
}

function onKey(event: KeyboardEvent) {
  if (event.defaultPrevented || event.isComposing) return;
  const chord = chordOf(event);
  if (isTaken(event.target, chord)) return;
  const sequence = pending && event.timeStamp - pendingSince < 1000 ? `${pending} ${chord}` : chord;
  const command = taking(sequence) ?? taking(chord);
  if (command) {
    event.preventDefault();
    pending = '';
    command.run();
    return;
  }
  if (/^(Shift|Control|Meta|Alt)$/.test(event.key)) return;
  pending = flat.some((one) => one.keys?.startsWith(`${chord} `)) ? chord : '';
  pendingSince = event.timeStamp;
}

/** Listens to the keys of the whole window. */
export function useKeyboard() {
  useEffect(() => {
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
