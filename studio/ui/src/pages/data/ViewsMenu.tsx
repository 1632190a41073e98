import { Bookmark, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { isAborted, Problem } from '@/api/problem';
import { useGet, useRefresh } from '@/api/query';
import type { SavedAs, SavedView } from '@/api/saved';
import type { Relation } from '@/api/schema';
import { useApi } from '@/app/environment';
import { setSearch } from '@/app/router';
import { Button, Dialog, IconButton, Menu, ProblemNotice, TextField, toast, type MenuEntry } from '@/kit';
import { savedLook, type View } from './view';

const path = '/api/views';

/** Views of a table that the team has saved: filters, order and columns under a name. */
export function ViewsMenu({ relation, view }: { relation: Relation; view: View }) {
  const [managing, setManaging] = useState(false);
  const asked = useGet<{ views: SavedView[] }>(path);
  const views = (asked.data?.views ?? []).filter((one) => one.schema === relation.schema && one.table === relation.name);
  const now = JSON.stringify(savedLook(view));
  const entries: MenuEntry[] = [
    { kind: 'title', label: views.length ? 'Saved views' : 'No view is saved yet' },
    ...views.map((one): MenuEntry => ({ kind: 'check', label: one.name, checked: JSON.stringify(one.view) === now, onSelect: () => setSearch({ ...one.view }) })),
    { kind: 'line' },
    { label: 'Everything', onSelect: () => setSearch({ sort: null, filter: null, where: null, hide: null, pin: null }), hint: 'no filter, no order' },
    { label: 'Save or remove views', onSelect: () => setManaging(true) },
  ];
  return (
    <>
      <Menu
        label="Views"
        align="end"
        entries={entries}
        trigger={
          <Button tone="quiet" icon={Bookmark} aria-label="Views">
            <span className="max-2xl:hidden">{views.find((one) => JSON.stringify(one.view) === now)?.name ?? 'Views'}</span>
          </Button>
        }
      />
      <ManageViews relation={relation} view={view} views={views} open={managing} onClose={() => setManaging(false)} />
    </>
  );
}

function ManageViews({ relation, view, views, open, onClose }: { relation: Relation; view: View; views: SavedView[]; open: boolean; onClose: () => void }) {
  const api = useApi();
  const refresh = useRefresh();
  const [name, setName] = useState('');
  const [problem, setProblem] = useState<Problem | null>(null);

  async function attempt(action: () => Promise<void>) {
    setProblem(null);
    try {
      await action();
      refresh(path);
    } catch (thrown) {
      if (!isAborted(thrown)) setProblem(Problem.of(thrown));
    }
  }
  const save = () =>
    attempt(async () => {
      const { file } = await api.post<SavedAs>(path, { name, schema: relation.schema, table: relation.name, view: savedLook(view) });
      toast(`Saved in ${file}.`);
      setName('');
      onClose();
    });

  return (
    <Dialog open={open} onClose={onClose} title={`Views of ${relation.name}`} description="Files in studio/views of the project: commit them, and everybody has them." actions={<Button onClick={onClose}>Close</Button>}>
      <form
        className="flex gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <TextField className="flex-1" aria-label="Name of the view" placeholder="Name of the view as it is now" value={name} onChange={(event) => setName(event.target.value)} />
        <Button tone="primary" type="submit" disabled={!name.trim()}>
          {views.some((one) => one.name === name.trim()) ? 'Replace' : 'Save'}
        </Button>
      </form>
      {problem && <ProblemNotice problem={problem} className="mt-3" />}
      {views.length > 0 && (
        <ul className="mt-4 divide-y divide-line border-y border-line">
          {views.map((one) => (
            <li key={one.file} className="flex h-10 items-center gap-2 text-sm">
              <span className="min-w-0 flex-1 truncate">{one.name}</span>
              <span className="truncate font-mono text-xs text-faint max-sm:hidden">{one.file}</span>
              <IconButton small icon={Trash2} label={`Remove ${one.name}`} onClick={() => void attempt(() => api.delete(`${path}/${encodeURIComponent(one.file)}`))} />
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  );
}
