import { ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { classes } from '@/kit';

/** A number as it is written: a double would round the ids of large tables. */
class Written {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

type Node = string | boolean | null | number | Written | Node[] | { [name: string]: Node };

/** Reads JSON and keeps numbers as they are written, where the browser tells how that was. */
export function readJson(text: string): Node {
  const keep = (_: string, value: unknown, context?: { source?: string }) => (typeof value === 'number' && context?.source ? new Written(context.source) : value);
  return JSON.parse(text, keep as (this: unknown, key: string, value: unknown) => unknown) as Node;
}

/** JSON as a tree whose branches open and close. */
export function JsonTree({ text }: { text: string }) {
  let root: Node;
  try {
    root = readJson(text);
  } catch {
    return <pre className="font-mono text-xs break-words whitespace-pre-wrap">{text}</pre>;
  }
  return (
    <ul role="tree" aria-label="JSON" className="font-mono text-xs leading-5">
      <Branch name={null} node={root} depth={0} open />
    </ul>
  );
}

/** Begins open near the root, where its neighbours leave room. */
function Branch({ name, node, depth, open: begins }: { name: string | null; node: Node; depth: number; open: boolean }) {
  const [open, setOpen] = useState(begins);
  const entries = entriesOf(node);
  const label = name !== null && <span className="text-info-ink">{name}: </span>;
  const indent = { paddingLeft: depth * 14 + (entries ? 0 : 16) };
  if (!entries) {
    return (
      <li role="treeitem" style={indent} className="break-words">
        {label}
        <Leaf node={node} />
      </li>
    );
  }
  const list = Array.isArray(node);
  return (
    <li role="treeitem" aria-expanded={open}>
      <button type="button" onClick={() => setOpen(!open)} style={indent} className="flex w-full items-center rounded-sm text-left hover:bg-hover">
        <ChevronRight size={12} className={classes('mr-1 shrink-0 text-faint transition-transform', open && 'rotate-90')} aria-hidden />
        <span>
          {label}
          <span className="text-faint">{list ? `[${entries.length}]` : `{${entries.length}}`}</span>
        </span>
      </button>
      {open && (
        <ul role="group">
          {entries.slice(0, 500).map(([key, child]) => (
            <Branch key={key} name={key} node={child} depth={depth + 1} open={depth < 1 && entries.length <= 20} />
          ))}
          {entries.length > 500 && (
            <li className="text-faint italic" style={{ paddingLeft: (depth + 1) * 14 + 16 }}>
              and {entries.length - 500} more
            </li>
          )}
        </ul>
      )}
    </li>
  );
}

function entriesOf(node: Node): [string, Node][] | null {
  if (node === null || typeof node !== 'object' || node instanceof Written) return null;
  return Object.entries(node);
}

function Leaf({ node }: { node: Node }) {
  if (node instanceof Written) return <span className="text-staged-ink">{node.text}</span>;
  if (typeof node === 'string') return <span className="text-added-ink">“{node}”</span>;
  return <span className={node === null ? 'text-faint italic' : 'text-violet-ink'}>{String(node)}</span>;
}
