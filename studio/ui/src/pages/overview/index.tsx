import { ChartSpline } from 'lucide-react';
import { EmptyState, PageHeader } from '@/kit';

/** The state of the project in one look. */
export default function OverviewPage() {
  return (
    <>
      <PageHeader title="Overview" />
      <EmptyState icon={ChartSpline} title="Nothing to show yet">
        The state of the database and its migrations appears here.
      </EmptyState>
    </>
  );
}
