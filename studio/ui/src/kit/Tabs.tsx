import { Tabs as Base } from '@base-ui/react/tabs';
import type { ReactNode } from 'react';
import { classes } from './classes';

export interface Tab {
  id: string;
  label: ReactNode;
  panel: ReactNode;
}

/** Panels of which one is shown; the arrow keys move between their names. */
export function Tabs({ tabs, value, onChange, label, actions, className, fill }: {
  tabs: Tab[];
  value: string;
  onChange: (id: string) => void;
  label: string;
  actions?: ReactNode;
  className?: string;
  /** Whether the panel takes the height that is left and scrolls by itself. */
  fill?: boolean;
}) {
  return (
    <Base.Root value={value} onValueChange={(id) => onChange(String(id))} className={classes('flex min-h-0 flex-col', fill && 'flex-1', className)}>
      <div className="flex h-9 shrink-0 items-center gap-2 border-b border-line px-2">
        <Base.List aria-label={label} activateOnFocus className="flex h-full min-w-0 flex-1 items-stretch gap-0.5 overflow-x-auto">
          {tabs.map((tab) => (
            <Base.Tab
              key={tab.id}
              value={tab.id}
              className="flex items-center gap-1.5 border-b-2 border-transparent px-2 text-sm whitespace-nowrap text-muted
                hover:text-ink focus-visible:-outline-offset-2 data-active:border-accent data-active:font-medium data-active:text-ink"
            >
              {tab.label}
            </Base.Tab>
          ))}
        </Base.List>
        {actions}
      </div>
      {tabs.map((tab) => (
        <Base.Panel key={tab.id} value={tab.id} className={classes('outline-none', fill && 'flex min-h-0 flex-1 flex-col overflow-auto')}>
          {tab.panel}
        </Base.Panel>
      ))}
    </Base.Root>
  );
}
