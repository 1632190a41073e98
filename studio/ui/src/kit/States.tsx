import type { LucideIcon } from 'lucide-react';
import { CircleAlert, RotateCw } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Problem } from '@/api/problem';
import { Button } from './Button';
import { Chip, softTones, type Tone } from './Chip';
import { classes } from './classes';

/** What stands where there is nothing yet: why, and what to do. */
export function EmptyState({ icon: Icon, title, children, actions, className }: {
  icon: LucideIcon;
  title: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
  className?: string;
}) {
  return (
    <div className={classes('flex min-h-40 flex-1 flex-col items-center justify-center gap-1 p-8 text-center', className)}>
      <span className="mb-3 flex size-10 items-center justify-center rounded-lg border border-line bg-sunken text-faint">
        <Icon size={20} strokeWidth={1.75} aria-hidden />
      </span>
      <h2 className="text-base font-semibold text-ink">{title}</h2>
      {children && <div className="max-w-md text-sm text-pretty text-muted">{children}</div>}
      {actions && <div className="mt-4 flex flex-wrap justify-center gap-2">{actions}</div>}
    </div>
  );
}

/** A failure as the server tells it: its code, what, where, and what to do next. */
export function ErrorState({ problem, onRetry, actions, className }: { problem: Problem; onRetry?: () => void; actions?: ReactNode; className?: string }) {
  return (
    <div role="alert" className={classes('flex min-h-40 flex-1 flex-col items-center justify-center gap-1 p-8 text-center', className)}>
      <span className="mb-3 flex size-10 items-center justify-center rounded-lg border border-danger/30 bg-danger-soft text-danger-ink">
        <CircleAlert size={20} strokeWidth={1.75} aria-hidden />
      </span>
      <h2 className="max-w-xl text-base font-semibold text-pretty text-ink">{problem.what}</h2>
      {problem.where && <p className="max-w-xl font-mono text-xs break-words text-faint">{problem.where}</p>}
      {problem.next && <p className="mt-1 max-w-xl text-sm text-pretty text-muted">{problem.next}</p>}
      {problem.passes && <p className="mt-1 text-sm text-muted">It is tried again every few seconds.</p>}
      <div className="mt-4 flex items-center gap-2">
        {problem.code && <Chip>{problem.code}</Chip>}
        {onRetry && (
          <Button icon={RotateCw} onClick={onRetry}>
            Try again
          </Button>
        )}
        {actions}
      </div>
    </div>
  );
}

/** One line or two about something the reader should know here. */
export function Notice({ tone = 'info', icon: Icon, children, actions, className }: {
  tone?: Tone;
  icon?: LucideIcon;
  children: ReactNode;
  actions?: ReactNode;
  className?: string;
}) {
  return (
    <div
      role={tone === 'danger' ? 'alert' : 'status'}
      className={classes('flex items-start gap-2 rounded-md border px-3 py-2 text-sm', softTones[tone], className)}
    >
      {Icon && <Icon size={16} className="mt-0.5 shrink-0" aria-hidden />}
      <div className="min-w-0 flex-1 break-words">{children}</div>
      {actions}
    </div>
  );
}

/** A failure in a line or two, for places that hold other things too. */
export function ProblemNotice({ problem, className }: { problem: Problem; className?: string }) {
  return (
    <Notice tone="danger" icon={CircleAlert} {...(className ? { className } : {})}>
      <p className="font-medium">{problem.what}</p>
      {problem.next && <p>{problem.next}</p>}
      <p className="flex flex-wrap gap-x-3 text-xs">
        {problem.code && <span>{problem.code}</span>}
        {problem.where && <span className="font-mono">{problem.where}</span>}
      </p>
    </Notice>
  );
}
