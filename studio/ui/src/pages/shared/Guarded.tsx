import type { ReactElement } from 'react';
import { Tooltip } from '@/kit';

/** Around a button that cannot be used: tells why. */
export function Guarded({ reason, children }: { reason: string | null | undefined; children: ReactElement<Record<string, unknown>> }) {
  if (!reason) return children;
  return (
    <Tooltip text={reason}>
      <span tabIndex={0} className="rounded-md">
        {children}
      </span>
    </Tooltip>
  );
}
