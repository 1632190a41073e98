import { PostgreSQL, sql } from '@codemirror/lang-sql';
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { MergeView as SideBySide, unifiedMergeView } from '@codemirror/merge';
import { EditorState, type Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { useEffect, useRef, useState } from 'react';

const colours = HighlightStyle.define([
  { tag: [tags.keyword, tags.typeName], color: 'var(--color-violet-ink)' },
  { tag: tags.string, color: 'var(--color-added-ink)' },
  { tag: tags.number, color: 'var(--color-info-ink)' },
  { tag: tags.comment, color: 'var(--color-faint)', fontStyle: 'italic' },
]);

const look = EditorView.theme({
  '&': { fontSize: '12px', backgroundColor: 'transparent', color: 'var(--color-ink)' },
  '.cm-scroller': { fontFamily: 'var(--font-mono)', lineHeight: '18px' },
  '.cm-content': { padding: '8px 0' },
  '.cm-gutters': { backgroundColor: 'transparent', border: 'none' },
  '&.cm-merge-a .cm-changedLine, .cm-deletedChunk': { backgroundColor: 'var(--color-danger-soft)' },
  '&.cm-merge-b .cm-changedLine, .cm-insertedLine': { backgroundColor: 'var(--color-added-soft)' },
  '&.cm-merge-a .cm-changedText, .cm-deletedChunk .cm-deletedText': {
    background: 'color-mix(in srgb, var(--color-danger) 16%, transparent)',
    borderRadius: '2px',
  },
  '&.cm-merge-b .cm-changedText, .cm-insertedLine .cm-changedText': {
    background: 'color-mix(in srgb, var(--color-added) 16%, transparent)',
    borderRadius: '2px',
  },
  '.cm-collapsedLines': {
    color: 'var(--color-muted)',
    background: 'var(--color-sunken)',
    borderBlock: '1px solid var(--color-line)',
    fontFamily: 'var(--font-sans)',
    padding: '2px 12px',
  },
  '.cm-collapsedLines:before, .cm-collapsedLines:after': { content: 'none' },
});

const common: Extension[] = [
  sql({ dialect: PostgreSQL }),
  syntaxHighlighting(colours),
  look,
  EditorState.readOnly.of(true),
  EditorView.editable.of(false),
  EditorView.lineWrapping,
];

const collapse = { margin: 3, minSize: 5 };

/** Whether two texts fit beside each other. */
function useWide(element: HTMLElement | null): boolean {
  const [wide, setWide] = useState(true);
  useEffect(() => {
    if (!element) return;
    const observer = new ResizeObserver(([entry]) => entry && setWide(entry.contentRect.width > 560));
    observer.observe(element);
    return () => observer.disconnect();
  }, [element]);
  return wide;
}

/** The two texts with what differs marked; long parts that are the same are folded away until they are clicked. */
export default function MergeView({ before, after, title, labels }: { before: string; after: string; title: string; labels: [string, string] }) {
  const [frame, setFrame] = useState<HTMLElement | null>(null);
  const place = useRef<HTMLDivElement>(null);
  const wide = useWide(frame);

  useEffect(() => {
    const parent = place.current;
    if (!parent) return;
    const view = wide ? sideBySide(before, after, title, parent) : inOne(before, after, title, parent);
    return () => view.destroy();
  }, [before, after, title, wide]);

  return (
    <div ref={setFrame} className="overflow-hidden rounded-md border border-line bg-surface">
      {wide && (
        <div className="grid grid-cols-2 border-b border-line bg-sunken text-xs font-medium text-muted">
          <div className="px-3 py-1.5">{labels[0]}</div>
          <div className="border-l border-line px-3 py-1.5">{labels[1]}</div>
        </div>
      )}
      <div ref={place} className="[&_.cm-mergeViewEditor+.cm-mergeViewEditor]:border-l [&_.cm-mergeViewEditor]:border-line" />
    </div>
  );
}

function named(title: string): Extension {
  return EditorView.contentAttributes.of({ 'aria-label': title });
}

function sideBySide(before: string, after: string, title: string, parent: HTMLElement) {
  return new SideBySide({
    a: { doc: before, extensions: [...common, named(`${title}, before`)] },
    b: { doc: after, extensions: [...common, named(`${title}, after`)] },
    parent,
    gutter: false,
    collapseUnchanged: collapse,
  });
}

function inOne(before: string, after: string, title: string, parent: HTMLElement) {
  return new EditorView({
    doc: after,
    extensions: [...common, named(title), unifiedMergeView({ original: before, mergeControls: false, gutter: false, collapseUnchanged: collapse })],
    parent,
  });
}
