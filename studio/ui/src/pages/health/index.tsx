import { HeartPulse } from 'lucide-react';
import { EmptyState, PageHeader } from '@/kit';

/** How the database does. */
export default function HealthPage() {
  return (
    <>
      <PageHeader title="Health" />
      <EmptyState icon={HeartPulse} title="Nothing to show yet">
        Sizes, index use and locks appear here.
      </EmptyState>
    </>
  );
}
