import { SearchX, Table2 } from 'lucide-react';
import { Button, EmptyState } from '@/kit';
import { changeView } from './view';

/** What stands where no row is: because of the filters, or because there are none. */
export function EmptyRows({ asked, fixed, onInsert }: { asked: boolean; fixed: string | null; onInsert: () => void }) {
  if (asked) {
    return (
      <EmptyState icon={SearchX} title="No row is like that" actions={<Button onClick={() => changeView({ filters: [], where: '' })}>Clear the filters</Button>}>
        The filters leave nothing of this table.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={Table2}
      title="The table is empty"
      actions={
        !fixed && (
          <Button tone="primary" onClick={onInsert}>
            Insert the first row
          </Button>
        )
      }
    >
      {fixed ?? 'Insert a row, or import a file from the menu above.'}
    </EmptyState>
  );
}

