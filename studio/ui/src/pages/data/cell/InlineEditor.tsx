import { useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import type { Column } from '@/api/schema';
import { classes, KeyHint } from '@/kit';
import { familyOf, hasZone, holdsEmptyText } from '../family';
import type { Given } from '../staged/staged';
import { complaint } from './validity';

export type Move = 'down' | 'right' | 'left' | 'stay';

export interface EditorProps {
  column: Column;
  /** What the cell has; undefined when it has its default. */
  value: Given | undefined;
  /** The character that began the edit, which replaces the value. */
  first: string | null;
  onCommit: (value: Given, move: Move) => void;
  onCancel: () => void;
  /** For a new row: lets the column have its default. */
  onDefault?: () => void;
}

/** The editor over a cell: a list for what has few values, a field for the rest. */
export function InlineEditor(props: EditorProps) {
  const family = familyOf(props.column);
  return family === 'boolean' || family === 'enum' ? <ChoiceEditor {...props} /> : <TextEditor {...props} />;
}

function TextEditor({ column, value, first, onCommit, onCancel, onDefault }: EditorProps) {
  const family = familyOf(column);
  const [text, setText] = useState(first ?? (typeof value === 'string' ? value : ''));
  const [isNull, setNull] = useState(first === null && (value === null || value === undefined));
  const field = useRef<HTMLTextAreaElement>(null);
  const settled = useRef(false);

  useLayoutEffect(() => {
    const element = field.current;
    element?.focus({ preventScroll: true });
    if (first === null) element?.select();
    else element?.setSelectionRange(element.value.length, element.value.length);
  }, [first]);

  function settle(next: Given, move: Move) {
    if (settled.current) return;
    settled.current = true;
    onCommit(next, move);
  }

  const blank = !isNull && text === '' && !holdsEmptyText(family);
  const fault = isNull || blank ? null : complaint(column, text);

  function commit(move: Move) {
    if (isNull && value === undefined) return leave();
    if (isNull || blank) return column.notNull && blank ? undefined : settle(null, move);
    if (!fault) settle(text, move);
  }

  function leave() {
    if (settled.current) return;
    settled.current = true;
    onCancel();
  }

  function onKeyDown(event: KeyboardEvent) {
    const mod = event.ctrlKey || event.metaKey;
    event.stopPropagation();
    if (event.key === 'Escape') leave();
    else if (event.key === 'Enter' && mod) {
      if (!column.notNull) settle(null, 'down');
    } else if (event.key === "'" && mod && holdsEmptyText(family)) settle('', 'down');
    else if (event.key === 'Enter' && !event.shiftKey) commit('down');
    else if (event.key === 'Tab') commit(event.shiftKey ? 'left' : 'right');
    else return;
    event.preventDefault();
  }

  return (
    <div className="relative h-full w-full" data-own-keys>
      <textarea
        ref={field}
        aria-label={`${column.name}, ${column.type}`}
        aria-invalid={fault !== null}
        spellCheck={false}
        value={text}
        placeholder={isNull ? 'NULL' : blank ? '' : 'empty'}
        rows={Math.min(8, text.split('\n').length)}
        onChange={(event) => {
          setText(event.target.value);
          setNull(false);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => (fault || (blank && column.notNull) ? leave() : commit('stay'))}
        className="absolute top-0 left-0 z-1 min-h-full w-full min-w-56 resize-none rounded-sm bg-raised px-2 py-[5px] font-mono text-xs leading-4 text-ink shadow-[0_0_0_2px_var(--color-accent)] outline-none placeholder:italic aria-invalid:shadow-[0_0_0_2px_var(--color-danger)]"
      />
      <Below anchor={field}>
        <Strip>
          {fault ? (
            <span role="alert" className="max-w-72 truncate text-danger-ink" title={fault}>
              {fault}
            </span>
          ) : (
            <>
              {!column.notNull && <StripButton onPick={() => settle(null, 'stay')} label="NULL" keys="Mod+Enter" />}
              {holdsEmptyText(family) && <StripButton onPick={() => settle('', 'stay')} label="Empty" keys="Mod+'" />}
              {onDefault && <StripButton onPick={onDefault} label="Default" />}
              {family === 'timestamp' && <span className="px-1 text-faint">{hasZone(column.type) ? 'with zone: end with +00 or a zone name' : 'without zone'}</span>}
              <span className="px-1 text-faint">Enter keeps, Esc cancels</span>
            </>
          )}
        </Strip>
      </Below>
    </div>
  );
}

function Strip({ children }: { children: ReactNode }) {
  return <div className="popup flex h-7 items-center gap-0.5 px-1 font-sans text-xs text-muted">{children}</div>;
}

function StripButton({ onPick, label, keys }: { onPick: () => void; label: string; keys?: string }) {
  return (
    <button
      type="button"
      tabIndex={-1}
      // Before the field loses the focus, which would end the edit.
      onPointerDown={(event) => {
        event.preventDefault();
        onPick();
      }}
      className="flex h-5 items-center gap-1 rounded-sm px-1.5 font-medium text-ink hover:bg-hover"
    >
      {label}
      {keys && <KeyHint keys={keys} bare className="text-faint" />}
    </button>
  );
}

/** Something below an element of the grid, outside of the grid so that it is not cut off. */
function Below({ anchor, children }: { anchor: React.RefObject<HTMLElement | null>; children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const place = () => {
      const rect = anchor.current?.getBoundingClientRect();
      if (!rect || !box.current) return;
      const above = rect.bottom + box.current.offsetHeight + 8 > window.innerHeight;
      const top = above ? rect.top - box.current.offsetHeight - 4 : rect.bottom + 4;
      const left = Math.max(4, Math.min(rect.left, window.innerWidth - box.current.offsetWidth - 4));
      box.current.style.transform = `translate(${left}px, ${top}px)`;
    };
    place();
    window.addEventListener('scroll', place, true);
    return () => window.removeEventListener('scroll', place, true);
  });
  return createPortal(
    <div ref={box} className="fixed top-0 left-0 z-30">
      {children}
    </div>,
    document.body,
  );
}

interface Choice {
  label: string;
  given: Given | undefined;
}

function choicesOf(column: Column, withDefault: boolean): Choice[] {
  const values: Choice[] =
    familyOf(column) === 'boolean' ? [true, false].map((value) => ({ label: String(value), given: value })) : column.labels.map((label) => ({ label, given: label }));
  if (!column.notNull) values.push({ label: 'NULL', given: null });
  if (withDefault) values.push({ label: 'Default', given: undefined });
  return values;
}

function ChoiceEditor({ column, value, first, onCommit, onCancel, onDefault }: EditorProps) {
  const choices = choicesOf(column, !!onDefault);
  const current = choices.findIndex((choice) => choice.given === value);
  const typed = first === null ? -1 : choices.findIndex((choice) => choice.label.toLowerCase().startsWith(first.toLowerCase()));
  const [place, setPlace] = useState(Math.max(0, typed >= 0 ? typed : current));
  const list = useRef<HTMLDivElement>(null);
  const anchor = useRef<HTMLDivElement>(null);

  useEffect(() => list.current?.focus({ preventScroll: true }), []);
  useEffect(() => {
    void list.current?.children[place]?.scrollIntoView({ block: 'nearest' });
  }, [place]);

  function pick(choice: Choice | undefined, move: Move) {
    if (!choice) onCancel();
    else if (choice.given === undefined) onDefault?.();
    else onCommit(choice.given, move);
  }

  function onKeyDown(event: KeyboardEvent) {
    event.stopPropagation();
    const letter = event.key.length === 1 && !event.ctrlKey && !event.metaKey;
    if (event.key === 'Escape') onCancel();
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      if (!column.notNull) onCommit(null, 'down');
    } else if (event.key === 'Enter' || event.key === ' ') pick(choices[place], 'down');
    else if (event.key === 'Tab') pick(choices[place], event.shiftKey ? 'left' : 'right');
    else if (event.key === 'ArrowDown') setPlace((place + 1) % choices.length);
    else if (event.key === 'ArrowUp') setPlace((place + choices.length - 1) % choices.length);
    else if (letter) {
      const found = choices.findIndex((choice, at) => at !== place && choice.label.toLowerCase().startsWith(event.key.toLowerCase()));
      if (found >= 0) setPlace(found);
    } else return;
    event.preventDefault();
  }

  return (
    <div className="h-full w-full" data-own-keys>
      <div ref={anchor} className="h-full w-full bg-raised shadow-[0_0_0_2px_var(--color-accent)]" />
      <Below anchor={anchor}>
        <div
          ref={list}
          role="listbox"
          aria-label={`${column.name}, ${column.type}`}
          aria-activedescendant={`choice-${place}`}
          tabIndex={0}
          onKeyDown={onKeyDown}
          onBlur={onCancel}
          className="popup max-h-64 min-w-36 overflow-auto p-1 text-sm"
        >
          {choices.map((choice, at) => (
            <div
              key={choice.label}
              id={`choice-${at}`}
              role="option"
              aria-selected={at === place}
              onPointerDown={(event) => {
                event.preventDefault();
                pick(choice, 'stay');
              }}
              onPointerEnter={() => setPlace(at)}
              className={classes('flex h-6 items-center rounded-sm px-2', at === place && 'bg-hover', typeof choice.given !== 'string' && typeof choice.given !== 'boolean' && 'text-faint italic')}
            >
              {choice.label}
            </div>
          ))}
        </div>
      </Below>
    </div>
  );
}
