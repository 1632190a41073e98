import type { ReactNode } from 'react';
import { address, go } from '@/app/router';
import { Button } from '@/kit';

/** Leads to where there is more of something. */
export function More({ to, children }: { to: string; children: ReactNode }) {
  const [path = '', query = ''] = to.split('?');
  return (
    <Button small tone="quiet" onClick={() => go(address(path, Object.fromEntries(new URLSearchParams(query))))}>
      {children}
    </Button>
  );
}
