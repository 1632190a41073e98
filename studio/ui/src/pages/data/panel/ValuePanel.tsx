import { Download, WrapText } from 'lucide-react';
import { useState, type KeyboardEvent, type RefObject } from 'react';
import { isBig, type Cell } from '@/api/rows';
import type { Column } from '@/api/schema';
import { useApi } from '@/app/environment';
import { Button, Chip, classes, CopyButton, ProblemNotice, SkeletonLines } from '@/kit';
import { bigSize } from '../cell/CellText';
import { complaint } from '../cell/validity';
import { familyOf, hasZone, holdsEmptyText, type Family } from '../family';
import { hexOf } from '../literals';
import { bytes, count } from '@/pages/shared/formats';
import type { Given } from '../staged/staged';
import { ArrayView } from './ArrayView';
import { BytesView } from './BytesView';
import { JsonTree } from './JsonTree';
import { shownAtOnce, useWhole } from './useWhole';
import { VectorView } from './VectorView';

/** More than this is fetched only when asked for: the page stays quick. */
const willingly = 262_144;

export interface ValuePanelProps {
  column: Column;
  cell: Cell | undefined;
  /** Why the value cannot be changed; null when it can. */
  fixed: string | null;
  onChange: (value: Given) => void;
  field: RefObject<HTMLTextAreaElement | null>;
  onLeave: () => void;
}

/** One value as a whole, shown as what it is, and changed where that is allowed. */
export function ValuePanel(props: ValuePanelProps) {
  const { column, cell } = props;
  const [asked, setAsked] = useState(false);
  const big = isBig(cell) ? cell : null;
  const whole = useWhole(cell, asked || (big !== null && big.length <= willingly));
  const text = big ? whole.data?.value : cell;
  const cut = whole.data?.truncated ?? false;
  const api = useApi();
  return (
    <div className="flex flex-col gap-3 p-3">
      <header className="flex flex-wrap items-center gap-1.5">
        <h3 className="mr-1 min-w-0 truncate text-sm font-semibold">{column.name}</h3>
        <Chip>{column.type}</Chip>
        {column.notNull && <Chip>not null</Chip>}
        {column.generated && <Chip tone="info">generated</Chip>}
        {big && <Chip tone="violet">{bigSize(big)}</Chip>}
      </header>
      {column.comment && <p className="text-sm text-muted">{column.comment}</p>}
      {whole.error && <ProblemNotice problem={whole.error} />}
      {big && text === undefined ? (
        whole.isFetching ? (
          <SkeletonLines />
        ) : (
          <>
            <pre className="max-h-40 overflow-auto rounded-md border border-line bg-sunken p-2 font-mono text-xs break-all whitespace-pre-wrap">{big.head}…</pre>
            {big.ref ? (
              <Button onClick={() => setAsked(true)} className="self-start">
                Show {big.length > shownAtOnce ? `the first ${bytes(shownAtOnce)}` : 'all of it'}
              </Button>
            ) : (
              <p className="text-xs text-faint">The row cannot be found again, so only the beginning is known.</p>
            )}
          </>
        )
      ) : (
        <Value {...props} fixed={cut ? 'Only the beginning is shown, so it cannot be changed here.' : props.fixed} text={text} key={String(text)} />
      )}
      {big?.ref && (
        <a href={api.url(`/api/cell/${encodeURIComponent(big.ref)}`, { download: 1 })} download className="flex items-center gap-1.5 self-start rounded-sm text-sm font-medium text-accent-ink hover:underline">
          <Download size={14} aria-hidden />
          Save all of it, {bigSize(big)}
        </a>
      )}
      {props.fixed && <p className="text-xs text-faint">{props.fixed}</p>}
    </div>
  );
}

type Shown = string | boolean | null | undefined | Cell;

function Value({ column, text: given, fixed, onChange, field, onLeave }: ValuePanelProps & { text: Shown }) {
  const family = familyOf(column);
  const text = typeof given === 'boolean' ? String(given) : typeof given === 'string' ? given : null;
  const [draft, setDraft] = useState(text);
  const fault = draft === null || draft === '' ? null : complaint(column, draft);
  const changed = draft !== text;
  const editable = fixed === null;

  function keep() {
    if (draft === null || fault) return;
    if (draft === '' && !holdsEmptyText(family)) onChange(null);
    else onChange(family === 'boolean' ? draft === 'true' : draft);
  }
  function onKeyDown(event: KeyboardEvent) {
    event.stopPropagation();
    if (event.key === 'Escape') {
      setDraft(text);
      onLeave();
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      keep();
      onLeave();
    }
  }

  return (
    <>
      {draft !== null && !fault && <Seen family={family} text={draft} name={column.name} onChange={editable ? setDraft : null} />}
      {(editable || plainly(family)) && (
        <div className="relative">
          <textarea
            ref={field}
            aria-label={`Value of ${column.name}`}
            aria-invalid={fault !== null}
            readOnly={!editable}
            spellCheck={false}
            value={draft ?? ''}
            placeholder={given === undefined ? 'Default' : draft === null ? 'NULL' : 'empty'}
            onChange={(event) => setDraft(event.target.value)}
            onKeyDown={onKeyDown}
            rows={plainly(family) ? 8 : 5}
            className="field h-auto w-full resize-y py-1.5 font-mono text-xs leading-4 placeholder:italic"
          />
          {draft && (
            <div className="absolute top-1 right-1 rounded-md bg-surface">
              <CopyButton text={draft} label="Copy value" />
            </div>
          )}
        </div>
      )}
      {fault && (
        <p role="alert" className="text-xs text-danger-ink">
          {fault}
        </p>
      )}
      <div className="flex flex-wrap items-center gap-1.5">
        {editable && (
          <>
            <Button small tone={changed ? 'primary' : 'plain'} disabled={!changed || fault !== null || draft === null} onClick={keep} keys="Mod+Enter">
              Keep
            </Button>
            {!column.notNull && (
              <Button small disabled={given === null} onClick={() => onChange(null)}>
                Set NULL
              </Button>
            )}
            {holdsEmptyText(family) && (
              <Button small disabled={given === ''} onClick={() => onChange('')}>
                Set empty
              </Button>
            )}
            {family === 'json' && draft && !fault && (
              <Button small tone="quiet" icon={WrapText} onClick={() => setDraft(indented(draft))}>
                Indent
              </Button>
            )}
            {family === 'bytes' && <FileButton onBytes={(bytes) => onChange(hexOf(bytes))} />}
          </>
        )}
        <span className={classes('ml-auto text-xs text-faint')}>{draft !== null && told(column, family, draft)}</span>
      </div>
    </>
  );
}

function plainly(family: Family): boolean {
  return !['json', 'array', 'vector', 'bytes'].includes(family);
}

function Seen({ family, text, name, onChange }: { family: Family; text: string; name: string; onChange: ((text: string) => void) | null }) {
  switch (family) {
    case 'json':
      return text ? <JsonTree text={text} /> : null;
    case 'array':
      return <ArrayView text={text} onChange={onChange} />;
    case 'vector':
      return <VectorView text={text} />;
    case 'bytes':
      return <BytesView text={text} name={name} />;
    default:
      return null;
  }
}

/** What is said of a value under it: of a time whether it has a zone, of a text how long it is. */
function told(column: Column, family: Family, text: string): string {
  if (family === 'timestamp' || family === 'time') return hasZone(column.type) ? 'As the database prints it, with zone' : 'Without zone: the clock on a wall';
  if (family === 'text') return `${count([...text].length)} characters`;
  return '';
}

/** Indents without reading the numbers, which would round them. */
function indented(text: string): string {
  const pieces = text.match(/"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g) ?? [];
  let depth = 0;
  let out = '';
  pieces.forEach((piece, place) => {
    const closes = piece === '}' || piece === ']';
    const next = pieces[place + 1];
    if (closes) {
      depth--;
      const before = pieces[place - 1];
      if (before !== '{' && before !== '[') out += '\n' + '  '.repeat(depth);
    }
    out += piece;
    if (piece === '{' || piece === '[') {
      depth++;
      if (next !== '}' && next !== ']') out += '\n' + '  '.repeat(depth);
    } else if (piece === ',') out += '\n' + '  '.repeat(depth);
    else if (piece === ':') out += ' ';
  });
  return out;
}

function FileButton({ onBytes }: { onBytes: (bytes: Uint8Array) => void }) {
  return (
    <label className="inline-flex h-6 items-center rounded-md border border-line-strong bg-surface px-2 text-sm font-medium focus-within:outline-2 focus-within:outline-accent hover:bg-hover">
      From a file
      <input
        type="file"
        className="sr-only"
        onChange={async (event) => {
          const file = event.target.files?.[0];
          if (file) onBytes(new Uint8Array(await file.arrayBuffer()));
        }}
      />
    </label>
  );
}
