import { Table2 } from 'lucide-react';
import { EmptyState, PageHeader } from '@/kit';

/** The rows of tables and views. */
export default function DataPage() {
  return (
    <>
      <PageHeader title="Data" />
      <EmptyState icon={Table2} title="Nothing to show yet">
        The rows of the tables appear here.
      </EmptyState>
    </>
  );
}
