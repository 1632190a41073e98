import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { bracketMatching, indentOnInput } from '@codemirror/language';
import { setDiagnostics } from '@codemirror/lint';
import { highlightSelectionMatches, searchKeymap } from '@codemirror/search';
import { Compartment, EditorState, Prec, type Range } from '@codemirror/state';
import { Decoration, drawSelection, EditorView, highlightActiveLineGutter, keymap, lineNumbers, placeholder, ViewPlugin, type DecorationSet, type ViewUpdate } from '@codemirror/view';
import { useEffect, useEffectEvent, useImperativeHandle, useRef, type Ref } from 'react';
import type { Schema } from '@/api/schema';
import { sqlOf } from './completion';
import { editorTheme } from './editorTheme';
import { statementAt } from './statements';

/** What can be asked of the editor from outside. */
export interface EditorHandle {
  text: () => string;
  /** The selection, or the statement at the cursor, and where it begins. */
  chosen: () => { text: string; from: number } | null;
  replace: (text: string) => void;
  /** Marks a place where something is wrong; null takes the marks away. */
  mark: (fault: { from: number; message: string } | null) => void;
  focus: () => void;
}

export interface EditorProps {
  initial: string;
  dialect: string;
  schema: Schema | undefined;
  onChange: (text: string) => void;
  onRun: () => void;
  onRunAll: () => void;
  onExplain: () => void;
  ref: Ref<EditorHandle>;
}

/** The SQL editor. */
export function Editor({ initial, dialect, schema, onChange, onRun, onRunAll, onExplain, ref }: EditorProps) {
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(null);
  const language = useRef(new Compartment());
  const changed = useEffectEvent(onChange);
  const run = useEffectEvent(onRun);
  const runAll = useEffectEvent(onRunAll);
  const explain = useEffectEvent(onExplain);
  const first = useRef({ initial, dialect, schema });

  useEffect(() => {
    const parent = host.current;
    if (!parent) return;
    const press = (action: () => void) => () => {
      action();
      return true;
    };
    const commands = Prec.highest(
      keymap.of([
        { key: 'Mod-Enter', run: press(run) },
        { key: 'Mod-Shift-Enter', run: press(runAll) },
        { key: 'Mod-e', run: press(explain) },
      ]),
    );
    const state = EditorState.create({
      doc: first.current.initial,
      extensions: [
        commands,
        lineNumbers(),
        highlightActiveLineGutter(),
        history(),
        drawSelection(),
        indentOnInput(),
        bracketMatching(),
        closeBrackets(),
        autocompletion({ icons: false }),
        highlightSelectionMatches(),
        keymap.of([...closeBracketsKeymap, ...defaultKeymap, ...searchKeymap, ...historyKeymap, ...completionKeymap, indentWithTab]),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ 'aria-label': 'SQL', spellcheck: 'false' }),
        placeholder('SELECT …'),
        language.current.of(sqlOf(first.current.dialect, first.current.schema)),
        currentStatement,
        editorTheme,
        EditorView.updateListener.of((update) => {
          if (update.docChanged) changed(update.state.doc.toString());
        }),
      ],
    });
    const made = new EditorView({ state, parent });
    view.current = made;
    made.dispatch({ selection: { anchor: made.state.doc.length } });
    made.focus();
    return () => made.destroy();
  }, []);

  useEffect(() => {
    view.current?.dispatch({ effects: language.current.reconfigure(sqlOf(dialect, schema)) });
  }, [dialect, schema]);

  useImperativeHandle(ref, () => ({
    text: () => view.current?.state.doc.toString() ?? '',
    chosen: () => chosenIn(view.current),
    replace: (text) => {
      const editor = view.current;
      editor?.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: text }, selection: { anchor: text.length } });
      editor?.focus();
    },
    mark: (fault) => {
      const editor = view.current;
      if (!editor) return;
      const diagnostics = fault ? [{ ...wordAt(editor, fault.from), severity: 'error' as const, message: fault.message }] : [];
      editor.dispatch(setDiagnostics(editor.state, diagnostics));
      if (fault) editor.dispatch({ effects: EditorView.scrollIntoView(Math.min(fault.from, editor.state.doc.length)) });
    },
    focus: () => view.current?.focus(),
  }));

  return <div ref={host} className="min-h-0 flex-1 overflow-hidden" />;
}

function chosenIn(view: EditorView | null): { text: string; from: number } | null {
  if (!view) return null;
  const { main } = view.state.selection;
  if (!main.empty) return { text: view.state.sliceDoc(main.from, main.to), from: main.from };
  return statementAt(view.state.doc.toString(), main.head);
}

function wordAt(view: EditorView, place: number): { from: number; to: number } {
  const from = Math.min(place, view.state.doc.length);
  const word = view.state.wordAt(from);
  return word ? { from: word.from, to: word.to } : { from: Math.max(0, Math.min(from, view.state.doc.length - 1)), to: Math.min(from + 1, view.state.doc.length) };
}

const line = Decoration.line({ class: 'cm-statement' });

/** Shades the lines of the statement that would run, where there are several. */
const currentStatement = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;
    constructor(view: EditorView) {
      this.decorations = shaded(view);
    }
    update(update: ViewUpdate) {
      if (update.docChanged || update.selectionSet) this.decorations = shaded(update.view);
    }
  },
  { decorations: (plugin) => plugin.decorations },
);

function shaded(view: EditorView): DecorationSet {
  const { doc, selection } = view.state;
  if (doc.length > 100_000) return Decoration.none;
  const found = statementAt(doc.toString(), selection.main.head);
  if (!found || (found.from <= 1 && found.to >= doc.length - 1)) return Decoration.none;
  const marks: Range<Decoration>[] = [];
  for (let number = doc.lineAt(found.from).number; number <= doc.lineAt(found.to).number; number++) marks.push(line.range(doc.line(number).from));
  return Decoration.set(marks);
}
