import { FolderOpen, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Problem } from '@/api/problem';
import { useGet, useRefresh } from '@/api/query';
import type { SavedAs, SavedQuery } from '@/api/saved';
import { useApi } from '@/app/environment';
import { Button, Dialog, Drawer, EmptyState, IconButton, ProblemNotice, SearchField, Sql, TextField, toast } from '@/kit';

const path = '/api/queries';

/** The queries that the team keeps in its project. */
export function SavedQueries({ open, onClose, onChoose }: { open: boolean; onClose: () => void; onChoose: (query: SavedQuery) => void }) {
  const api = useApi();
  const refresh = useRefresh();
  const asked = useGet<{ queries: SavedQuery[] }>(path, {}, { enabled: open });
  const [typed, setTyped] = useState('');
  const queries = asked.data?.queries ?? [];
  const found = queries.filter((one) => `${one.name} ${one.sql}`.toLowerCase().includes(typed.toLowerCase()));
  const remove = (query: SavedQuery) =>
    api.delete(`${path}/${encodeURIComponent(query.file)}`).then(
      () => refresh(path),
      (thrown: unknown) => toast(Problem.of(thrown).what, 'danger'),
    );
  return (
    <Drawer open={open} onClose={onClose} title="Saved queries" description="Files in studio/queries of the project: commit them, and everybody has them.">
      {asked.error && <ProblemNotice problem={asked.error} />}
      {asked.data && queries.length === 0 ? (
        <EmptyState icon={FolderOpen} title="Nothing is saved yet">
          Save the text of a tab under a name, and it appears here.
        </EmptyState>
      ) : (
        <div className="flex flex-col gap-3">
          <SearchField value={typed} onChange={setTyped} label="Search the queries" />
          <ul className="flex flex-col gap-2">
            {found.map((query) => (
              <li key={query.file} className="relative rounded-md border border-line hover:border-line-strong">
                <button type="button" onClick={() => onChoose(query)} className="w-full rounded-md p-2.5 pr-9 text-left">
                  <span className="text-sm font-medium">{query.name}</span>
                  <pre className="mt-1 line-clamp-3 font-mono text-xs leading-4 break-words whitespace-pre-wrap">
                    <Sql>{query.sql}</Sql>
                  </pre>
                </button>
                <span className="absolute top-1.5 right-1.5">
                  <IconButton small icon={Trash2} label={`Remove ${query.name}`} onClick={() => void remove(query)} />
                </span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </Drawer>
  );
}

/** Asks for the name under which a text is saved. */
export function SaveQueryDialog({ text, name: before, onClose, onSaved }: { text: string | null; name: string; onClose: () => void; onSaved: (name: string) => void }) {
  const api = useApi();
  const refresh = useRefresh();
  const [name, setName] = useState(before);
  const [problem, setProblem] = useState<Problem | null>(null);

  async function save() {
    setProblem(null);
    try {
      const { file } = await api.post<SavedAs>(path, { name, sql: text });
      refresh(path);
      toast(`Saved in ${file}.`);
      onSaved(name.trim());
    } catch (thrown) {
      setProblem(Problem.of(thrown));
    }
  }
  return (
    <Dialog
      open={text !== null}
      onClose={onClose}
      title="Save query"
      description="As a file in studio/queries of the project. One of the same name is replaced."
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button tone="primary" disabled={!name.trim()} onClick={() => void save()}>
            Save
          </Button>
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim()) void save();
        }}
      >
        <TextField className="w-full" aria-label="Name of the query" placeholder="Sales by month" value={name} onChange={(event) => setName(event.target.value)} />
      </form>
      {problem && <ProblemNotice problem={problem} className="mt-3" />}
    </Dialog>
  );
}
