import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

const look = EditorView.theme({
  '&': { height: '100%', fontSize: '13px', backgroundColor: 'var(--color-surface)', color: 'var(--color-ink)' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--font-mono)', lineHeight: '20px' },
  '.cm-content': { caretColor: 'var(--color-accent)', padding: '8px 0' },
  '.cm-cursor, .cm-dropCursor': { borderLeftColor: 'var(--color-accent)', borderLeftWidth: '2px' },
  '.cm-gutters': { backgroundColor: 'var(--color-surface)', color: 'var(--color-faint)', border: 'none' },
  '.cm-lineNumbers .cm-gutterElement': { padding: '0 8px 0 12px', minWidth: '32px' },
  '.cm-activeLine': { backgroundColor: 'transparent' },
  '.cm-activeLineGutter': { backgroundColor: 'transparent', color: 'var(--color-ink)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': { backgroundColor: 'var(--color-selection)' },
  '.cm-statement': { backgroundColor: 'light-dark(#0d94880d, #2dd4bf0f)' },
  '.cm-matchingBracket': { backgroundColor: 'var(--color-selection)', outline: 'none' },
  '.cm-tooltip': { backgroundColor: 'var(--color-raised)', border: '1px solid var(--color-line-strong)', borderRadius: '6px', boxShadow: '0 8px 24px light-dark(#0f172a1f, #00000080)', overflow: 'hidden' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': { fontFamily: 'var(--font-mono)', fontSize: '12px', maxHeight: '16em' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: '3px 8px', color: 'var(--color-ink)' },
  '.cm-tooltip-autocomplete ul li[aria-selected]': { backgroundColor: 'var(--color-accent-soft)', color: 'var(--color-accent-ink)' },
  '.cm-completionDetail': { color: 'var(--color-faint)', fontStyle: 'normal', marginLeft: '12px' },
  '.cm-completionMatchedText': { textDecoration: 'none', fontWeight: '700' },
  '.cm-diagnostic': { padding: '6px 10px', fontFamily: 'var(--font-sans)', fontSize: '13px' },
  '.cm-diagnostic-error': { borderLeft: '3px solid var(--color-danger)' },
  '.cm-lintRange-error': { backgroundImage: 'none', textDecoration: 'underline wavy var(--color-danger) 1px', textUnderlineOffset: '3px' },
  '.cm-panels': { backgroundColor: 'var(--color-sunken)', color: 'var(--color-ink)', borderColor: 'var(--color-line)' },
  '.cm-panel.cm-search': { padding: '6px 8px', fontSize: '12px' },
  '.cm-textfield': { backgroundColor: 'var(--color-surface)', border: '1px solid var(--color-line-strong)', borderRadius: '4px' },
  '.cm-button': { backgroundImage: 'none', backgroundColor: 'var(--color-surface)', border: '1px solid var(--color-line-strong)', borderRadius: '4px' },
  '.cm-searchMatch': { backgroundColor: 'var(--color-staged-soft)' },
  '.cm-placeholder': { color: 'var(--color-faint)' },
});

const words = HighlightStyle.define([
  { tag: tags.keyword, color: 'var(--color-violet-ink)' },
  { tag: [tags.string, tags.special(tags.string)], color: 'var(--color-added-ink)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--color-info-ink)' },
  { tag: [tags.lineComment, tags.blockComment, tags.comment], color: 'var(--color-faint)', fontStyle: 'italic' },
  { tag: [tags.operator, tags.punctuation, tags.separator, tags.paren, tags.squareBracket], color: 'var(--color-muted)' },
  { tag: tags.typeName, color: 'var(--color-accent-ink)' },
]);

/** The editor in the colours of the page; they follow the theme by themselves. */
export const editorTheme: Extension = [look, syntaxHighlighting(words)];
