import { useEffect, useState } from 'react';
import { Button } from '@/kit';
import { about } from '@/pages/shared/formats';

/** Why an order costs what it costs. */
export const sortedWithout = (rows: number) => `No index has the rows in this order: the database sorts ${about(rows)} of them for every page.`;

/** After so many seconds somebody wonders. */
const long = 1;

/** Rows that let wait for them: for how long by now, why, and an end to it. */
export function LongLoad({ sorts, onCancel }: { sorts: number | null; onCancel: () => void }) {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setSeconds((past) => past + 1), 1000);
    return () => clearInterval(timer);
  }, []);
  if (seconds < long) return null;
  return (
    <div role="status" className="flex shrink-0 items-center gap-3 border-b border-staged/35 bg-staged-soft px-3 py-1 text-xs text-staged-ink">
      <span className="min-w-0 flex-1">
        {sorts === null ? 'The database still works on this.' : sortedWithout(sorts)} <span className="tabular" aria-hidden>{seconds} s</span>
      </span>
      <Button small onClick={onCancel}>
        Cancel
      </Button>
    </div>
  );
}
