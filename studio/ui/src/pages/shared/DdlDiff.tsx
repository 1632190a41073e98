import { lazy, Suspense } from 'react';
import { Code, SkeletonLines } from '@/kit';

const MergeView = lazy(() => import('./MergeView'));

/** The SQL of a thing before and after: side by side where there is room, in one text where there is not. */
export function DdlDiff({ before, after, title, labels = ['In the database', 'In the code'] }: {
  before: string;
  after: string;
  title: string;
  /** What the two sides are called. */
  labels?: [string, string];
}) {
  if (!before || !after) return <Code title={`${title} ${before ? 'is gone afterwards' : 'is new'}`}>{before || after}</Code>;
  return (
    <Suspense fallback={<SkeletonLines className="p-4" lines={10} />}>
      <MergeView before={before} after={after} title={title} labels={labels} />
    </Suspense>
  );
}
