import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { classes } from './classes';

export type Tone = 'neutral' | 'accent' | 'staged' | 'danger' | 'added' | 'info' | 'violet';

export const softTones: Record<Tone, string> = {
  neutral: 'bg-sunken text-muted border-line',
  accent: 'bg-accent-soft text-accent-ink border-accent/30',
  staged: 'bg-staged-soft text-staged-ink border-staged/35',
  danger: 'bg-danger-soft text-danger-ink border-danger/30',
  added: 'bg-added-soft text-added-ink border-added/30',
  info: 'bg-info-soft text-info-ink border-info/30',
  violet: 'bg-violet-soft text-violet-ink border-violet/30',
};

/** A small label: a state, a kind, a count. */
export function Chip({ tone = 'neutral', icon: Icon, children, className, title }: {
  tone?: Tone;
  icon?: LucideIcon;
  children: ReactNode;
  className?: string;
  title?: string;
}) {
  return (
    <span
      title={title}
      className={classes(
        'inline-flex h-5 shrink-0 items-center gap-1 rounded-sm border px-1.5 text-xs font-medium whitespace-nowrap',
        softTones[tone],
        className,
      )}
    >
      {Icon && <Icon size={12} aria-hidden />}
      {children}
    </span>
  );
}
