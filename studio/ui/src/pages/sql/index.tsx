import { FolderOpen, Plus, X } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useCommands, type Command } from '@/app/commands';
import { useEnvironment } from '@/app/environment';
import { setSearch, usePlace } from '@/app/router';
import { SavedQueries, SaveQueryDialog } from './SavedQueries';
import { SqlTab } from './SqlTab';
import { TabBar } from './TabBar';
import { closeTab, nameTab, openTab, stepTab, useTabs } from './tabs';

/** The text goes into the address while it is short enough for one. */
const longestInAddress = 4000;

/** The texts that are open, each with its editor and its results. */
export default function SqlPage() {
  const environment = useEnvironment();
  return <Texts key={environment.name} environment={environment.name} />;
}

function Texts({ environment }: { environment: string }) {
  useTextOfAddress(environment);
  const open = useTabs(environment);
  const active = open.tabs.find((tab) => tab.id === open.active);
  const seen = useRef(new Set<string>());
  seen.current.add(open.active);
  const [browsing, setBrowsing] = useState(false);
  const [saving, setSaving] = useState<string | null>(null);
  useAddress(active?.text ?? '');

  const commands = useMemo(
    (): Command[] => [
      { id: 'sql-new', title: 'New query', group: 'SQL', icon: Plus, keys: 'Alt+N', run: () => openTab(environment, '') },
      { id: 'sql-close', title: 'Close the query', group: 'SQL', icon: X, keys: 'Alt+W', run: () => closeTab(environment, open.active) },
      { id: 'sql-next', title: 'Next query', group: 'SQL', keys: 'Alt+PageDown', run: () => stepTab(environment, 1) },
      { id: 'sql-previous', title: 'Previous query', group: 'SQL', keys: 'Alt+PageUp', run: () => stepTab(environment, -1) },
      { id: 'sql-saved', title: 'Saved queries', group: 'SQL', icon: FolderOpen, keys: 'Alt+O', run: () => setBrowsing(true) },
    ],
    [environment, open.active],
  );
  useCommands(commands);

  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <h1 className="sr-only">SQL</h1>
      <TabBar environment={environment} open={open} onSaved={() => setBrowsing(true)} />
      {open.tabs.filter((tab) => seen.current.has(tab.id)).map((tab) => (
        <SqlTab key={tab.id} tab={tab} active={tab.id === open.active} onSave={setSaving} />
      ))}
      <SavedQueries
        open={browsing}
        onClose={() => setBrowsing(false)}
        onChoose={(query) => {
          setBrowsing(false);
          openTab(environment, query.sql, query.name);
        }}
      />
      <SaveQueryDialog
        key={`${open.active} ${saving === null}`}
        text={saving}
        name={active?.name ?? ''}
        onClose={() => setSaving(null)}
        onSaved={(name) => {
          setSaving(null);
          nameTab(environment, open.active, name);
        }}
      />
    </div>
  );
}

/** A text that the address brings is shown in a tab, once. */
function useTextOfAddress(environment: string) {
  const { search } = usePlace();
  const [brought] = useState(() => search.get('sql') ?? '');
  const [taken, setTaken] = useState(false);
  if (!taken) {
    setTaken(true);
    if (brought) openTab(environment, brought);
  }
}

/** Keeps the text that is seen in the address, a moment after it was typed. */
function useAddress(text: string) {
  useEffect(() => {
    const timer = setTimeout(() => setSearch({ sql: text.length <= longestInAddress ? text : null }, { replace: true }), 400);
    return () => clearTimeout(timer);
  }, [text]);
}
