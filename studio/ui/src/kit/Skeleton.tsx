import { classes } from './classes';

/** The place of something that is still loading. */
export function Skeleton({ className }: { className?: string }) {
  return <div aria-hidden className={classes('animate-shimmer rounded-sm bg-pressed/70', className ?? 'h-4 w-32')} />;
}

const widths = ['w-3/5', 'w-4/5', 'w-2/5', 'w-3/4', 'w-1/2'];

/** Lines of text that are still loading. */
export function SkeletonLines({ lines = 5, className }: { lines?: number; className?: string }) {
  return (
    <div role="status" aria-label="Loading" className={classes('flex flex-col gap-3', className)}>
      {Array.from({ length: lines }, (_, line) => (
        <Skeleton key={line} className={classes('h-3.5', widths[line % widths.length])} />
      ))}
    </div>
  );
}
