import { GitCommitVertical } from 'lucide-react';
import { EmptyState, PageHeader } from '@/kit';

/** Every migration and its state. */
export default function TimelinePage() {
  return (
    <>
      <PageHeader title="Timeline" />
      <EmptyState icon={GitCommitVertical} title="Nothing to show yet">
        The migrations of the project appear here.
      </EmptyState>
    </>
  );
}
