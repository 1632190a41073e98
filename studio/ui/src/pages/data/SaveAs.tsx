import { FileDown } from 'lucide-react';
import { useState } from 'react';
import type { EditsMigration, EditsSeed } from '@/api/edits';
import { useAction } from '@/api/action';
import { useRefresh } from '@/api/query';
import type { Relation } from '@/api/schema';
import { useApi } from '@/app/environment';
import { Button, copy, Dialog, Menu, ProblemNotice, TextField, toast } from '@/kit';
import { editsOf, type Staged } from './staged/staged';

type Kind = 'migration' | 'seed';

const words: Record<Kind, { title: string; description: string; placeholder: string }> = {
  migration: {
    title: 'Save as a migration',
    description: 'A folder with up.sql and down.sql: what is staged, and what takes it back. Nothing is written to this database; the staged changes are given up, and the migration does them.',
    placeholder: 'Rename the default plan',
  },
  seed: { title: 'Save as a seed', description: 'A file of SQL in seeds/ that may run more than once. The staged changes stay as they are.', placeholder: 'Countries of Europe' },
};

/** The staged changes as files of the project, in place of being applied. */
export function SaveAs({ relation, staged, sql, onMigration }: {
  relation: Relation;
  staged: Staged;
  /** The statements, for the clipboard; null while they are not known. */
  sql: string | null;
  onMigration: () => void;
}) {
  const [kind, setKind] = useState<Kind | null>(null);
  return (
    <>
      <Menu
        label="Save as"
        trigger={<Button icon={FileDown}>Save as</Button>}
        entries={[
          { label: 'Migration', hint: 'up.sql and down.sql', onSelect: () => setKind('migration') },
          { label: 'Seed', hint: 'a file of SQL', onSelect: () => setKind('seed') },
          { label: 'Copy the statements', disabled: sql === null, onSelect: () => void copy(sql ?? '').then((copied) => copied && toast('Copied.')) },
        ]}
      />
      {kind && <Ask key={kind} kind={kind} relation={relation} staged={staged} onClose={() => setKind(null)} onMigration={onMigration} />}
    </>
  );
}

function Ask({ kind, relation, staged, onClose, onMigration }: { kind: Kind; relation: Relation; staged: Staged; onClose: () => void; onMigration: () => void }) {
  const api = useApi();
  const refresh = useRefresh();
  const [title, setTitle] = useState('');
  const { busy, problem, act } = useAction();

  async function save() {
    const body = { schema: relation.schema, table: relation.name, edits: editsOf(staged), title };
    if (kind === 'migration') {
      const { folder } = await api.post<EditsMigration>('/api/edits/migration', body);
      toast(`Written: ${folder}. Apply it on the Timeline page.`);
      refresh('/api/migrations', '/api/overview');
      onMigration();
    } else {
      const { file } = await api.post<EditsSeed>('/api/edits/seed', body);
      toast(`Written: ${file}.`);
      onClose();
    }
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title={words[kind].title}
      description={words[kind].description}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button tone="primary" disabled={!title.trim()} busy={busy} onClick={() => void act(save)}>
            Write the file{kind === 'migration' ? 's' : ''}
          </Button>
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (title.trim() && !busy) void act(save);
        }}
      >
        <TextField className="w-full" aria-label="Title" placeholder={words[kind].placeholder} value={title} onChange={(event) => setTitle(event.target.value)} />
      </form>
      {problem && <ProblemNotice problem={problem} className="mt-3" />}
    </Dialog>
  );
}
