import { CircleCheck } from 'lucide-react';
import { useId, useRef, useState, type FormEvent } from 'react';
import type { ChangesReport, GeneratedMigration } from '@/api/changes';
import { useAction } from '@/api/action';
import { useRefresh } from '@/api/query';
import { useApi } from '@/app/environment';
import { address, go } from '@/app/router';
import { Button, Code, Dialog, Notice, ProblemNotice, Tabs, TextField } from '@/kit';
import { ComingAlong } from './ChoiceBar';
import type { Choice } from './useChoice';

/** Asks what the migration is called and what others must be told, writes its folder, and shows it. */
export function GenerateDialog({ open, onClose, report, choice }: { open: boolean; onClose: () => void; report: ChangesReport; choice: Choice }) {
  const [written, setWritten] = useState<GeneratedMigration | null>(null);
  const close = () => {
    onClose();
    setTimeout(() => setWritten(null), 200);
  };
  return written ? (
    <Written open={open} written={written} onClose={close} />
  ) : (
    <Ask open={open} report={report} choice={choice} onClose={close} onWritten={setWritten} />
  );
}

function Ask({ open, onClose, report, choice, onWritten }: { open: boolean; onClose: () => void; report: ChangesReport; choice: Choice; onWritten: (written: GeneratedMigration) => void }) {
  const api = useApi();
  const refresh = useRefresh();
  const [title, setTitle] = useState('');
  const [note, setNote] = useState('');
  const { busy, problem, act } = useAction();
  const first = useRef<HTMLInputElement>(null);
  const id = useId();
  const breaking = breakingOf(report, choice);
  const breaks = breaking.length > 0;

  async function generate() {
    onWritten(await api.post<GeneratedMigration>('/api/changes/generate', { title, notes: note.trim() ? [note.trim()] : [], only: choice.only }));
    refresh('/api/migrations', '/api/overview');
  }

  function onSubmit(event: FormEvent) {
    event.preventDefault();
    void act(generate);
  }

  return (
    <Dialog
      open={open}
      onClose={onClose}
      title="Generate migration"
      description="Writes up.sql, down.sql and migration.json into the migrations folder. No database is touched."
      initialFocus={first}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button tone="primary" type="submit" form={id} busy={busy} disabled={breaks && !note.trim()}>
            Generate
          </Button>
        </>
      }
    >
      <form id={id} onSubmit={onSubmit} className="flex flex-col gap-4">
        <ComingAlong choice={choice} report={report} />
        <label htmlFor={`${id}-title`} className="flex flex-col gap-1 text-sm font-medium">
          What is it for?
          <TextField ref={first} id={`${id}-title`} value={title} onChange={(event) => setTitle(event.target.value)} placeholder="told from the changes when left empty" />
        </label>
        {breaks && (
          <div className="flex flex-col gap-2">
            <Notice tone="staged">
              This breaks something:
              <ul className="mt-1 list-disc pl-4">
                {breaking.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            </Notice>
            <label htmlFor={`${id}-note`} className="flex flex-col gap-1 text-sm font-medium">
              What must those be told whom it concerns?
              <textarea id={`${id}-note`} value={note} onChange={(event) => setNote(event.target.value)} rows={3} className="field h-auto py-1.5 font-normal" placeholder="Read perceptual_hash in place of phash." />
            </label>
          </div>
        )}
        {problem && <ProblemNotice problem={problem} />}
      </form>
    </Dialog>
  );
}

/** What programs must be told of, as far as it is made. */
function breakingOf(report: ChangesReport, choice: Choice): string[] {
  if (!choice.chosen.size) return report.breaking;
  const taken = report.changes.filter(({ id }) => choice.makes(id));
  const told = taken.flatMap((change) => change.hazards).map((hazard) => hazard.message);
  return report.breaking.filter((message) => told.includes(message));
}

function Written({ open, onClose, written }: { open: boolean; onClose: () => void; written: GeneratedMigration }) {
  const files = written.files ?? [];
  const [file, setFile] = useState('up.sql');
  return (
    <Dialog
      open={open}
      onClose={onClose}
      wide
      title={written.written ? 'Migration written' : 'Nothing to write'}
      description={written.written ? written.folder : undefined}
      actions={
        <>
          <Button onClick={onClose}>Close</Button>
          {written.migration && (
            <Button tone="primary" onClick={() => go(address('/timeline', { migration: written.migration }))}>
              Open in Timeline
            </Button>
          )}
        </>
      }
    >
      {written.written ? (
        <div className="flex flex-col gap-3">
          <p className="flex items-center gap-2 text-sm">
            <CircleCheck size={16} className="text-added-ink" aria-hidden />
            {written.title}
          </p>
          <Tabs
            label="Files"
            value={file}
            onChange={setFile}
            tabs={files.map(({ name, text }) => ({
              id: name,
              label: name,
              panel: (
                <Code language={name.endsWith('.sql') ? 'sql' : 'text'} className="mt-3 max-h-[46vh]">
                  {text.trim()}
                </Code>
              ),
            }))}
          />
        </div>
      ) : (
        <p className="text-sm text-muted">The migrations lead to what the code says already. What differs here has a migration that has not run in this database: apply it in the timeline.</p>
      )}
      {written.findings.map((finding) => (
        <Notice key={finding} tone="staged" className="mt-3">
          {finding}
        </Notice>
      ))}
    </Dialog>
  );
}
