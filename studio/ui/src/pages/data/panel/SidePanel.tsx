import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Drawer, IconButton, Tabs, type Tab } from '@/kit';
import { useWideEnough } from './useWideEnough';

export type PanelName = 'value' | 'row' | 'relations' | 'table';

const labels: Record<PanelName, string> = { value: 'Value', row: 'Row', relations: 'Relations', table: 'Table' };

export function isPanel(name: string): name is PanelName {
  return name in labels;
}

/** What stands beside the grid about the chosen cell; over it where there is no room. */
export function SidePanel({ name, panels, onName, onClose }: { name: PanelName; panels: Record<PanelName, ReactNode>; onName: (name: PanelName) => void; onClose: () => void }) {
  const wide = useWideEnough();
  const tabs = (Object.keys(labels) as PanelName[]).map((id): Tab => ({ id, label: labels[id], panel: panels[id] }));
  const inside = (
    <Tabs
      fill
      label="About the chosen cell"
      tabs={tabs}
      value={name}
      onChange={(id) => onName(id as PanelName)}
      actions={wide ? <IconButton small icon={X} label="Close the panel" onClick={onClose} /> : undefined}
    />
  );
  if (!wide) {
    return (
      <Drawer open onClose={onClose} title="Details">
        <div className="-m-4">{inside}</div>
      </Drawer>
    );
  }
  return (
    <aside aria-label="Details" className="flex w-[340px] shrink-0 flex-col border-l border-line bg-surface">
      {inside}
    </aside>
  );
}
