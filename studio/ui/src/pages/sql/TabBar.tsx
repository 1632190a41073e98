import { FolderOpen, Plus, X } from 'lucide-react';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import { classes, IconButton } from '@/kit';
import { closeTab, openTab, showTab, stepTab, titleOf, type Tabs } from './tabs';

/** The texts that are open; the arrow keys go from one to the next, Delete closes one. */
export function TabBar({ environment, open, onSaved }: { environment: string; open: Tabs; onSaved: () => void }) {
  const bar = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // In newer browsers it gives a promise, which is nothing to clean up with.
    void bar.current?.querySelector('[aria-selected=true]')?.parentElement?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [open.active]);

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step) stepTab(environment, step);
    else if (event.key === 'Delete') closeTab(environment, open.active);
    else return;
    event.preventDefault();
    setTimeout(() => bar.current?.querySelector<HTMLElement>('[aria-selected=true]')?.focus(), 30);
  }
  return (
    <div className="flex h-9 shrink-0 items-center border-b border-line bg-canvas pr-2">
      <div ref={bar} role="tablist" aria-label="Queries" onKeyDown={onKeyDown} className="flex h-full min-w-0 items-stretch overflow-x-auto">
        {open.tabs.map((tab) => {
          const chosen = tab.id === open.active;
          return (
            <div key={tab.id} className={classes('group flex shrink-0 items-center border-r border-line', chosen ? 'bg-surface shadow-[inset_0_-2px_var(--color-accent)]' : 'hover:bg-hover')}>
              <button
                type="button"
                role="tab"
                aria-selected={chosen}
                tabIndex={chosen ? 0 : -1}
                onClick={() => showTab(environment, tab.id)}
                onAuxClick={(event) => event.button === 1 && closeTab(environment, tab.id)}
                className={classes('h-full max-w-56 truncate pr-1 pl-3 text-sm focus-visible:-outline-offset-2', chosen ? 'font-medium text-ink' : 'text-muted')}
              >
                {titleOf(tab)}
              </button>
              <button type="button" tabIndex={-1} aria-hidden title={`Close ${titleOf(tab)}`} onClick={() => closeTab(environment, tab.id)} className="mr-1 rounded-sm p-1 text-faint hover:bg-pressed hover:text-ink">
                <X size={12} aria-hidden />
              </button>
            </div>
          );
        })}
      </div>
      <IconButton small icon={Plus} label="New query" keys="Alt+N" onClick={() => openTab(environment, '')} className="ml-1" />
      <div className="flex-1" />
      <IconButton small icon={FolderOpen} label="Saved queries" keys="Alt+O" onClick={onSaved} />
    </div>
  );
}
