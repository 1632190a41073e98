import { Check, X } from 'lucide-react';
import { memo } from 'react';
import { isBig, type BigValue, type Cell } from '@/api/rows';
import { classes } from '@/kit';
import type { Family } from '../family';
import { vectorNumbers } from '../literals';
import { bytes } from '@/pages/shared/formats';
import { Sparkline } from './Sparkline';

const longest = 240;

/** A value in one line of a grid. Null and the empty string look like neither each other nor any text. */
export const CellText = memo(function CellText({ cell, family }: { cell: Cell | undefined; family: Family }) {
  if (cell === undefined) return <Absent>default</Absent>;
  if (cell === null) return <Absent>NULL</Absent>;
  if (cell === '') return <Absent>empty</Absent>;
  if (typeof cell === 'boolean') return <Truth value={cell} />;
  if (isBig(cell)) return <Big value={cell} />;
  if (family === 'vector') return <Vector text={cell} />;
  if (family === 'enum') return <span className="truncate rounded-sm border border-line-strong px-1.5 font-sans text-xs leading-[18px]">{cell}</span>;
  return <span className={classes('truncate', family === 'json' && 'text-muted')}>{oneLine(cell)}</span>;
});

function Absent({ children }: { children: string }) {
  return <span className="font-sans text-xs text-faint italic">{children}</span>;
}

function Truth({ value }: { value: boolean }) {
  const Icon = value ? Check : X;
  return (
    <span className={classes('inline-flex items-center gap-1', value ? 'text-ink' : 'text-muted')}>
      <Icon size={12} className={value ? 'text-added-ink' : 'text-faint'} aria-hidden />
      {String(value)}
    </span>
  );
}

function Big({ value }: { value: BigValue }) {
  return (
    <>
      <span className="min-w-0 truncate text-muted">{oneLine(value.head)}…</span>
      <span className="ml-auto shrink-0 rounded-sm bg-sunken px-1 font-sans text-xs leading-4 text-muted">{bigSize(value)}</span>
    </>
  );
}

/** How much a big value is. */
export function bigSize(value: BigValue): string {
  return bytes(value.length);
}

function Vector({ text }: { text: string }) {
  const numbers = vectorNumbers(text);
  if (!numbers) return <span className="truncate">{text}</span>;
  return (
    <>
      <Sparkline numbers={numbers} className="shrink-0 text-accent" />
      <span className="min-w-0 truncate text-muted">{text}</span>
    </>
  );
}

function oneLine(text: string): string {
  const head = text.length > longest ? text.slice(0, longest) : text;
  return head.replace(/\r?\n/g, ' ↵ ').replace(/\t/g, ' ⇥ ');
}
