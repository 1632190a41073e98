import { Diff } from 'lucide-react';
import { EmptyState, PageHeader } from '@/kit';

/** The Java schema against the database. */
export default function ChangesPage() {
  return (
    <>
      <PageHeader title="Changes" />
      <EmptyState icon={Diff} title="Nothing to show yet">
        What the Java schema has and the database has not appears here.
      </EmptyState>
    </>
  );
}
