import { lazy, Suspense, useState } from 'react';
import { classes } from './classes';
import type { DialogProps } from './DialogProps';

// The first load does without windows; the first one that opens brings them.
const Modal = lazy(() => import('./Modal'));

/** A window over the page that asks for something before the work goes on. */
export function Dialog(props: DialogProps) {
  return (
    <Window
      {...props}
      place={classes(
        'top-[12vh] left-1/2 max-h-[76vh] -translate-x-1/2 rounded-lg border border-line-strong',
        props.wide ? 'w-[min(56rem,calc(100vw-2rem))]' : 'w-[min(30rem,calc(100vw-2rem))]',
      )}
    />
  );
}

/** A window that comes from the right edge and leaves the page visible. */
export function Drawer(props: DialogProps) {
  return (
    <Window
      {...props}
      place={classes(
        'inset-y-0 right-0 border-l border-line-strong data-starting-style:translate-x-8 data-ending-style:translate-x-8',
        props.wide ? 'w-[min(52rem,100vw)]' : 'w-[min(30rem,100vw)]',
      )}
    />
  );
}

function Window(props: DialogProps & { place: string }) {
  // Stays once it was there, so that it can fade out.
  const [used, setUsed] = useState(props.open);
  if (props.open && !used) setUsed(true);
  return (
    <Suspense>
      {(props.open || used) && <Modal {...props} />}
    </Suspense>
  );
}
