import type { ReactNode } from 'react';
import { classes } from './classes';

/** The head of a page: its name, a line about it, and what can be done with all of it. */
export function PageHeader({ title, description, actions, children }: { title: ReactNode; description?: ReactNode; actions?: ReactNode; children?: ReactNode }) {
  return (
    <header className="flex min-h-14 shrink-0 flex-wrap items-center gap-x-4 gap-y-2 border-b border-line bg-surface px-4 py-2 sm:px-6">
      <div className="min-w-0 flex-[1_1_11rem]">
        <h1 className="truncate text-lg font-semibold text-ink">{title}</h1>
        {description && <p className="truncate text-sm text-muted">{description}</p>}
      </div>
      {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
      {children}
    </header>
  );
}

/** The part under the head that scrolls. */
export function PageBody({ children, className }: { children: ReactNode; className?: string }) {
  return <div className={classes('min-h-0 flex-1 overflow-auto px-4 py-4 sm:px-6', className)}>{children}</div>;
}

/** A titled box on a page. */
export function Section({ title, actions, children, className, flush }: { title: ReactNode; actions?: ReactNode; children: ReactNode; className?: string; flush?: boolean }) {
  return (
    <section className={classes('flex min-w-0 flex-col rounded-md border border-line bg-surface', className)}>
      <header className="flex h-10 shrink-0 items-center gap-2 border-b border-line pr-2 pl-4">
        <h2 className="min-w-0 flex-1 truncate text-sm font-semibold text-ink">{title}</h2>
        {actions}
      </header>
      <div className={classes('min-h-0 flex-1', !flush && 'p-4')}>{children}</div>
    </section>
  );
}
