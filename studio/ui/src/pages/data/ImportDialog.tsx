import { ArrowRight, FileUp, TriangleAlert } from 'lucide-react';
import { useEffect, useState, type ChangeEvent, type DragEvent } from 'react';
import { useEvents } from '@/api/events';
import { isAborted, Problem } from '@/api/problem';
import type { Relation } from '@/api/schema';
import type { Imported, ImportPlan, ImportRequest } from '@/api/transfer';
import { useApi, useEnvironment } from '@/app/environment';
import { Button, classes, Dialog, Notice, ProblemNotice, Select, SkeletonLines, Table, toast } from '@/kit';
import { bytes, count, counted } from '@/pages/shared/formats';

/** A little less than the body that the server takes, since JSON makes the text longer. */
const largest = 56_000_000;

interface Chosen {
  name: string;
  text: string;
  format: ImportRequest['format'];
}

/** Brings the rows of a file into a table: what the file has, where it goes, what would not fit, and then all or nothing. */
export function ImportDialog({ relation, onClose, onDone }: { relation: Relation; onClose: () => void; onDone: () => void }) {
  const api = useApi();
  const environment = useEnvironment();
  const [file, setFile] = useState<Chosen | null>(null);
  const [options, setOptions] = useState({ delimiter: ',', null: '' });
  const [mapping, setMapping] = useState<Record<string, string | null> | null>(null);
  const [plan, setPlan] = useState<ImportPlan | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [applying, setApplying] = useState(false);
  const [progress, setProgress] = useState<{ done: number; total: number } | null>(null);

  useEvents<{ plan: string; done: number; total: number }>(environment.name, 'import-progress', (event) => event.plan === plan?.plan && setProgress(event));

  useEffect(() => {
    if (!file) return;
    const controller = new AbortController();
    setProblem(null);
    const request: ImportRequest = {
      schema: relation.schema,
      table: relation.name,
      format: file.format,
      text: file.text,
      ...(file.format === 'csv' ? options : {}),
      ...(mapping ? { mapping } : {}),
    };
    api
      .post<ImportPlan>('/api/import/plan', request, { signal: controller.signal })
      .then(setPlan)
      .catch((thrown: unknown) => {
        if (isAborted(thrown)) return;
        setPlan(null);
        setProblem(Problem.of(thrown));
      });
    return () => controller.abort();
  }, [api, relation, file, options, mapping]);

  async function take(given: File | undefined) {
    if (!given) return;
    setPlan(null);
    setMapping(null);
    if (given.size > largest) {
      setFile(null);
      return setProblem(new Problem({ what: `The file has ${bytes(given.size)}; the studio takes ${bytes(largest)} at once.`, next: 'Cut it into parts, or load it with the database’s own program.' }, 0));
    }
    const text = await given.text();
    const format = /\.(json|ndjson|jsonl)$/i.test(given.name) || /^\s*[[{]/.test(text) ? 'json' : 'csv';
    setOptions((now) => ({ ...now, delimiter: format === 'csv' ? delimiterOf(text) : now.delimiter }));
    setFile({ name: given.name, text, format });
  }

  async function apply() {
    if (!plan) return;
    setApplying(true);
    setProblem(null);
    setProgress({ done: 0, total: plan.rows });
    try {
      const imported = await api.post<Imported>('/api/import/apply', { plan: plan.plan });
      toast(`${counted(imported.rows, 'row')} imported.`);
      onDone();
      onClose();
    } catch (thrown) {
      setProblem(Problem.of(thrown));
    } finally {
      setApplying(false);
      setProgress(null);
    }
  }

  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={`Import into ${relation.schema}.${relation.name}`}
      description={file ? `${file.name}, ${bytes(file.text.length)}` : 'A file of CSV or JSON; all of its rows are written in one transaction, or none.'}
      actions={
        file && (
          <>
            {progress && <Progress {...progress} />}
            <Button onClick={() => setFile(null)} disabled={applying}>
              Another file
            </Button>
            <Button tone="primary" icon={FileUp} disabled={!plan || plan.rows === 0 || plan.errors.length > 0} busy={applying} onClick={() => void apply()}>
              Import {plan ? counted(plan.rows, 'row') : ''}
            </Button>
          </>
        )
      }
    >
      <div className="flex flex-col gap-4">
        {problem && <ProblemNotice problem={problem} />}
        {!file && <Drop onFile={(given) => void take(given)} />}
        {file?.format === 'csv' && <CsvOptions options={options} onChange={setOptions} />}
        {file && !plan && !problem && <SkeletonLines />}
        {file && plan && (
          <>
            <Mapping relation={relation} plan={plan} onChange={setMapping} />
            <Errors plan={plan} />
            <Preview plan={plan} />
          </>
        )}
      </div>
    </Dialog>
  );
}

/** The mark that the first line has most of. */
function delimiterOf(text: string): string {
  const line = text.slice(0, text.indexOf('\n') + 1 || undefined);
  const counts = [',', ';', '\t', '|'].map((mark): [string, number] => [mark, line.split(mark).length]);
  return counts.toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? ',';
}

function Drop({ onFile }: { onFile: (file: File | undefined) => void }) {
  const [over, setOver] = useState(false);
  function onDrop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    onFile(event.dataTransfer.files[0]);
  }
  return (
    <label
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
      className={classes(
        'flex flex-col items-center gap-2 rounded-md border border-dashed border-line-strong p-10 text-center text-sm focus-within:outline-2 focus-within:outline-accent hover:bg-hover',
        over && 'border-accent bg-accent-soft',
      )}
    >
      <FileUp size={20} className="text-faint" aria-hidden />
      <span>
        <span className="font-medium text-accent-ink">Choose a file</span> or drop it here
      </span>
      <span className="text-xs text-faint">CSV with names in the first line, or JSON</span>
      <input type="file" aria-label="File to import" accept=".csv,.tsv,.txt,.json,.ndjson,.jsonl" className="sr-only" onChange={(event: ChangeEvent<HTMLInputElement>) => onFile(event.target.files?.[0])} />
    </label>
  );
}

interface Options {
  delimiter: string;
  null: string;
}

function CsvOptions({ options, onChange }: { options: Options; onChange: (options: Options) => void }) {
  return (
    <div className="flex flex-wrap gap-4 text-sm">
      <label className="flex items-center gap-2 text-muted">
        Between values
        <Select value={options.delimiter} onChange={(event) => onChange({ ...options, delimiter: event.target.value })}>
          <option value=",">comma</option>
          <option value=";">semicolon</option>
          <option value={'\t'}>tab</option>
          <option value="|">bar</option>
        </Select>
      </label>
      <label className="flex items-center gap-2 text-muted">
        NULL is written as
        <Select value={options.null} onChange={(event) => onChange({ ...options, null: event.target.value })}>
          <option value="">nothing</option>
          <option value="NULL">NULL</option>
          <option value="\N">\N</option>
        </Select>
      </label>
    </div>
  );
}

function Mapping({ relation, plan, onChange }: { relation: Relation; plan: ImportPlan; onChange: (mapping: Record<string, string | null>) => void }) {
  const columns = relation.columns.filter((column) => !column.generated);
  const set = (source: string, column: string | null) => onChange(Object.fromEntries(plan.sources.map((one) => [one.name, one.name === source ? column : one.column])));
  return (
    <section>
      <h3 className="mb-1.5 text-xs font-medium text-faint">Where the columns of the file go</h3>
      <ul className="grid gap-x-6 gap-y-1.5 sm:grid-cols-2">
        {plan.sources.map((source) => (
          <li key={source.name} className="flex items-center gap-2 text-sm">
            <span className="min-w-0 flex-1 truncate font-mono text-xs">{source.name}</span>
            <ArrowRight size={12} className="shrink-0 text-faint" aria-hidden />
            <Select aria-label={`Column for ${source.name}`} value={source.column ?? ''} onChange={(event) => set(source.name, event.target.value || null)} className={classes('w-40', !source.column && 'text-faint')}>
              <option value="">left out</option>
              {columns.map((column) => (
                <option key={column.name}>{column.name}</option>
              ))}
            </Select>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Errors({ plan }: { plan: ImportPlan }) {
  if (!plan.errors.length) return null;
  return (
    <Notice tone="danger" icon={TriangleAlert}>
      <p className="font-medium">{counted(plan.errors.length, 'value')} would not be taken</p>
      <ul className="mt-1 max-h-32 overflow-auto">
        {plan.errors.map((error, place) => (
          <li key={place} className="text-xs">
            Row {count(error.row)}
            {error.column && `, ${error.column}`}: {error.what}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function Preview({ plan }: { plan: ImportPlan }) {
  const rows = plan.preview.rows.map((cells, place) => ({ place: place + 1, cells }));
  return (
    <section>
      <h3 className="mb-1.5 text-xs font-medium text-faint">The first rows of {count(plan.rows)}</h3>
      <Table
        label="Preview"
        rows={rows}
        id={(row) => String(row.place)}
        columns={plan.preview.columns.map((column, place) => ({
          id: column,
          label: column,
          className: 'max-w-60 truncate font-mono text-xs',
          cell: (row: (typeof rows)[number]) => row.cells[place] ?? <em className="text-faint">NULL</em>,
        }))}
      />
    </section>
  );
}

function Progress({ done, total }: { done: number; total: number }) {
  return (
    <div className="mr-auto flex items-center gap-2 text-xs text-muted">
      <progress aria-label="Imported rows" value={done} max={total} className="h-1.5 w-40 accent-(--color-accent)" />
      <span className="tabular">
        {count(done)} of {count(total)}
      </span>
    </div>
  );
}
