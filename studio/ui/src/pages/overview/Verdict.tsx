import { CircleAlert, CircleCheck, CircleHelp, LoaderCircle, TriangleAlert, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from '@/app/router';
import { classes, Skeleton } from '@/kit';

export type Mood = 'good' | 'look' | 'bad' | 'unknown' | 'loading';

const moods: Record<Mood, { icon: LucideIcon; ink: string }> = {
  good: { icon: CircleCheck, ink: 'text-added-ink' },
  look: { icon: TriangleAlert, ink: 'text-staged-ink' },
  bad: { icon: CircleAlert, ink: 'text-danger-ink' },
  unknown: { icon: CircleHelp, ink: 'text-faint' },
  loading: { icon: LoaderCircle, ink: 'animate-spin text-faint' },
};

/** One answer to one question about the database, with the way to more. */
export function Verdict({ question, mood, answer, detail, to }: { question: string; mood: Mood; answer: ReactNode; detail?: ReactNode; to: string }) {
  const { icon: Icon, ink } = moods[mood];
  return (
    <Link to={to} className="flex min-w-0 flex-col gap-1 rounded-md border border-line bg-surface px-4 py-3 hover:border-line-strong hover:bg-hover">
      <span className="text-xs text-muted">{question}</span>
      <span className="flex items-center gap-2">
        <Icon size={18} className={classes('shrink-0', ink)} aria-hidden />
        {mood === 'loading' ? <Skeleton className="my-1 h-5 w-28" /> : <span className="truncate text-lg font-semibold">{answer}</span>}
      </span>
      <span className="line-clamp-2 min-h-5 text-sm text-muted">{detail}</span>
    </Link>
  );
}
