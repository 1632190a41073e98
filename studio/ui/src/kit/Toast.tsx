import { CircleAlert, CircleCheck, Info, X } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { IconButton } from './Button';

type ToastTone = 'done' | 'info' | 'danger';

interface Message {
  id: number;
  tone: ToastTone;
  text: string;
  action?: { label: string; run: () => void };
}

const icons = { done: CircleCheck, info: Info, danger: CircleAlert };
const inks = { done: 'text-added-ink', info: 'text-info-ink', danger: 'text-danger-ink' };

let messages: readonly Message[] = [];
let last = 0;
const listeners = new Set<() => void>();

function become(next: readonly Message[]) {
  messages = next;
  for (const listener of listeners) listener();
}

function dismiss(id: number) {
  become(messages.filter((message) => message.id !== id));
}

/** Tells the reader that something happened; it goes away by itself unless it is a failure. */
export function toast(text: string, tone: ToastTone = 'done', action?: Message['action']) {
  const id = ++last;
  become([...messages.slice(-3), { id, tone, text, ...(action ? { action } : {}) }]);
  setTimeout(() => dismiss(id), tone === 'danger' ? 12_000 : 4_000);
}

/** The messages, in the corner. */
export function Toasts() {
  const shown = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => messages,
  );
  return (
    <div role="status" aria-live="polite" className="pointer-events-none fixed right-4 bottom-10 z-60 flex w-[min(24rem,calc(100vw-2rem))] flex-col gap-2">
      {shown.map(({ id, tone, text, action }) => {
        const Icon = icons[tone];
        return (
          <div key={id} className="popup pointer-events-auto flex items-start gap-2 py-2 pr-2 pl-3">
            <Icon size={16} className={`mt-0.5 shrink-0 ${inks[tone]}`} aria-hidden />
            <p className="min-w-0 flex-1 py-px text-sm break-words">{text}</p>
            {action && (
              <button type="button" className="h-6 rounded-sm px-1.5 text-sm font-medium text-accent-ink hover:bg-hover" onClick={() => { action.run(); dismiss(id); }}>
                {action.label}
              </button>
            )}
            <IconButton icon={X} label="Dismiss" small onClick={() => dismiss(id)} />
          </div>
        );
      })}
    </div>
  );
}
