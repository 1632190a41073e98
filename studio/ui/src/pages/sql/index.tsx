import { SquareTerminal } from 'lucide-react';
import { EmptyState, PageHeader } from '@/kit';

/** The SQL editor. */
export default function SqlPage() {
  return (
    <>
      <PageHeader title="SQL" />
      <EmptyState icon={SquareTerminal} title="Nothing to show yet">
        The editor appears here.
      </EmptyState>
    </>
  );
}
