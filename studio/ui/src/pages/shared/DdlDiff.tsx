import { lazy, Suspense } from 'react';
import { Code, SkeletonLines } from '@/kit';

const MergeView = lazy(() => import('./MergeView'));

/** The SQL of a thing before and after: side by side where there is room, in one text where there is not. */
export function DdlDiff({ before, after, title }: { before: string; after: string; title: string }) {
  if (!before || !after) return <Code title={`${title} ${before ? 'is gone afterwards' : 'is new'}`}>{before || after}</Code>;
  return (
    <Suspense fallback={<SkeletonLines className="p-4" lines={10} />}>
      <MergeView before={before} after={after} title={title} />
    </Suspense>
  );
}
