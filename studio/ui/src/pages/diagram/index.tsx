import { Network } from 'lucide-react';
import { EmptyState, PageHeader } from '@/kit';

/** The schema as a diagram. */
export default function DiagramPage() {
  return (
    <>
      <PageHeader title="Diagram" />
      <EmptyState icon={Network} title="Nothing to show yet">
        The tables and their foreign keys appear here.
      </EmptyState>
    </>
  );
}
