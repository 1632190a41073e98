import { Check, Copy } from 'lucide-react';
import { useMemo, useState, type ReactNode } from 'react';
import { IconButton } from './Button';
import { classes } from './classes';
import { copy } from './clipboard';
import { tokens, type TokenKind } from './sqlTokens';

const colours: Record<TokenKind, string> = {
  word: 'text-violet-ink',
  string: 'text-added-ink',
  number: 'text-info-ink',
  comment: 'text-faint italic',
  name: '',
  mark: 'text-muted',
  space: '',
};

/** SQL with its words coloured, in the line of the text around it. */
export function Sql({ children }: { children: string }) {
  const pieces = useMemo(() => tokens(children), [children]);
  return (
    <>
      {pieces.map((piece, place) =>
        colours[piece.kind] ? (
          <span key={place} className={colours[piece.kind]}>
            {piece.text}
          </span>
        ) : (
          piece.text
        ),
      )}
    </>
  );
}

/** A button that copies text and says so for a moment. */
export function CopyButton({ text, label = 'Copy' }: { text: string; label?: string }) {
  const [copied, setCopied] = useState(false);
  async function onClick() {
    setCopied(await copy(text));
    setTimeout(() => setCopied(false), 1500);
  }
  return <IconButton icon={copied ? Check : Copy} label={copied ? 'Copied' : label} small onClick={onClick} />;
}

/** A block of code with its title and a button that copies it. */
export function Code({ children, title, language = 'sql', wrap, className, actions }: {
  children: string;
  title?: ReactNode;
  language?: 'sql' | 'text';
  wrap?: boolean;
  className?: string;
  actions?: ReactNode;
}) {
  return (
    <div className={classes('group relative flex min-h-0 flex-col overflow-hidden rounded-md border border-line bg-sunken', className)}>
      {title && (
        <div className="flex h-8 shrink-0 items-center gap-2 border-b border-line pr-1 pl-3 text-xs font-medium text-muted">
          <span className="min-w-0 flex-1 truncate">{title}</span>
          {actions}
          <CopyButton text={children} />
        </div>
      )}
      <pre
        tabIndex={0}
        className={classes('min-h-0 flex-1 overflow-auto p-3 font-mono text-xs leading-[18px] text-ink focus-visible:-outline-offset-2', wrap && 'break-words whitespace-pre-wrap')}
      >
        <code>{language === 'sql' ? <Sql>{children}</Sql> : children}</code>
      </pre>
      {!title && (
        <div className="absolute top-1 right-1 rounded-md bg-sunken opacity-0 group-focus-within:opacity-100 group-hover:opacity-100">
          <CopyButton text={children} />
        </div>
      )}
    </div>
  );
}
