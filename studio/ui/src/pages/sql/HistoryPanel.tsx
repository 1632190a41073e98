import { CircleAlert, CircleCheck, History, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button, Drawer, EmptyState, IconButton, SearchField, Sql } from '@/kit';
import { forget, forgetAll, useHistory } from './history';

/** What was run in this browser, newest first. */
export function HistoryPanel({ open, onClose, onChoose }: { open: boolean; onClose: () => void; onChoose: (sql: string) => void }) {
  const entries = useHistory();
  const [typed, setTyped] = useState('');
  const found = entries.filter((entry) => entry.sql.toLowerCase().includes(typed.toLowerCase()));
  return (
    <Drawer
      open={open}
      onClose={onClose}
      title="History"
      description="Kept in this browser only."
      actions={
        <Button tone="quiet" icon={Trash2} disabled={!entries.length} onClick={forgetAll} className="mr-auto">
          Clear the history
        </Button>
      }
    >
      {entries.length === 0 ? (
        <EmptyState icon={History} title="Nothing was run yet">
          Statements that run appear here, with how long they took.
        </EmptyState>
      ) : (
        <div className="flex flex-col gap-3">
          <SearchField value={typed} onChange={setTyped} label="Search the history" />
          <ul className="flex flex-col gap-2">
            {found.map((entry) => {
              const Icon = entry.ok ? CircleCheck : CircleAlert;
              return (
                <li key={entry.at} className="group relative rounded-md border border-line hover:border-line-strong">
                  <button type="button" onClick={() => onChoose(entry.sql)} className="w-full rounded-md p-2.5 pr-9 text-left">
                    <pre className="line-clamp-4 font-mono text-xs leading-4 break-words whitespace-pre-wrap">
                      <Sql>{entry.sql.trim()}</Sql>
                    </pre>
                    <span className="mt-1.5 flex items-center gap-2 text-xs text-faint">
                      <Icon size={12} className={entry.ok ? 'text-added-ink' : 'text-danger-ink'} role="img" aria-label={entry.ok ? 'Done' : 'Failed'} />
                      <span>{new Date(entry.at).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' })}</span>
                      <span className="tabular">{entry.ms} ms</span>
                      <span>{entry.environment}</span>
                    </span>
                  </button>
                  <span className="absolute top-1.5 right-1.5 opacity-0 group-focus-within:opacity-100 group-hover:opacity-100">
                    <IconButton small icon={Trash2} label="Forget this" onClick={() => forget(entry)} />
                  </span>
                </li>
              );
            })}
          </ul>
          {found.length === 0 && <p className="text-sm text-muted">Nothing in the history has “{typed}”.</p>}
        </div>
      )}
    </Drawer>
  );
}
