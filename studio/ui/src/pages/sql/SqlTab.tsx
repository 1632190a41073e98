import { AlignLeft, History, ListTree, Lock, Play, Save, Square, WrapText } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { Problem } from '@/api/problem';
import type { Explained } from '@/api/sql';
import { useCommands, type Command } from '@/app/commands';
import { useApi, useEnvironment } from '@/app/environment';
import { useSchema } from '@/app/schema';
import { FooterContent } from '@/app/Footer';
import { Button, Chip, classes, Dialog, IconButton, Menu, Notice, Select, toast } from '@/kit';
import { counted } from '@/pages/shared/formats';
import { Editor, type EditorHandle } from './Editor';
import { HistoryPanel } from './HistoryPanel';
import { Results, type Shown } from './Results';
import { Split } from './Split';
import { titleOf, writeTab, type Tab } from './tabs';
import { useRun } from './useRun';

const none: readonly Command[] = [];

/** One text, its editor and what its statements give; a tab that is not seen keeps all of it. */
export function SqlTab({ tab, active, onSave }: { tab: Tab; active: boolean; onSave: (text: string) => void }) {
  const api = useApi();
  const environment = useEnvironment();
  const schema = useSchema();
  const editor = useRef<EditorHandle>(null);
  const [initial] = useState(tab.text);
  const [limit, setLimit] = useState(1000);
  const [shown, setShown] = useState<Shown>({ kind: 'run' });
  const [asking, setAsking] = useState(false);
  const [history, setHistory] = useState(false);
  const { run, start, cancel } = useRun(api);
  const environmentName = environment.name;

  async function runText(text: string, from: number) {
    if (!text.trim()) return;
    editor.current?.mark(null);
    setShown({ kind: 'run' });
    const ended = await start(text, limit);
    const failed = ended.results.find((result) => result.problem);
    if (failed?.problem && failed.position !== null) editor.current?.mark({ from: from + failed.position, message: failed.problem.what });
  }

  function runChosen() {
    const chosen = editor.current?.chosen();
    if (chosen) void runText(chosen.text, chosen.from);
  }

  async function explain(analyze: boolean) {
    const chosen = editor.current?.chosen();
    if (!chosen?.text.trim()) return;
    setAsking(false);
    editor.current?.mark(null);
    setShown({ kind: 'plan', explained: null });
    try {
      setShown({ kind: 'plan', explained: await api.post<Explained>('/api/explain', { sql: chosen.text, analyze }) });
    } catch (thrown) {
      const problem = Problem.of(thrown);
      const position = (problem.body as { position?: number } | null)?.position;
      setShown({ kind: 'run' });
      toast(problem.what, 'danger');
      if (position !== undefined) editor.current?.mark({ from: chosen.from + position, message: problem.what });
    }
  }

  async function format() {
    const text = editor.current?.text() ?? '';
    if (!text.trim()) return;
    try {
      const { formatted } = await import('./format');
      editor.current?.replace(formatted(text, environment.dialect));
    } catch (thrown) {
      toast(`The text stays as it is: ${thrown instanceof Error ? thrown.message : 'it is not understood'}.`, 'info');
    }
  }

  const commands = useMemo(
    (): Command[] => [
      { id: 'sql-run', title: 'Run the statement at the cursor', group: 'SQL', icon: Play, keys: 'Mod+Enter', run: runChosen },
      { id: 'sql-run-all', title: 'Run all statements', group: 'SQL', keys: 'Mod+Shift+Enter', run: () => void runText(editor.current?.text() ?? '', 0) },
      { id: 'sql-explain', title: 'Explain', group: 'SQL', icon: ListTree, keys: 'Mod+E', run: () => void explain(false) },
      { id: 'sql-history', title: 'History of statements', group: 'SQL', icon: History, keys: 'Mod+H', run: () => setHistory(true) },
      { id: 'sql-format', title: 'Format the text', group: 'SQL', icon: AlignLeft, keys: 'Mod+Shift+F', run: () => void format() },
      { id: 'sql-save', title: 'Save as a query of the project', group: 'SQL', icon: Save, keys: 'Mod+S', run: () => onSave(editor.current?.text() ?? '') },
    ],
    [api, limit],
  );
  useCommands(active ? commands : none);

  useEffect(() => {
    if (active) editor.current?.focus();
  }, [active]);

  const rows = run.results.reduce((sum, result) => sum + result.rows.length, 0);
  return (
    <div role="tabpanel" aria-label={titleOf(tab)} hidden={!active} className={classes('min-h-0 flex-1 flex-col', active ? 'flex' : 'hidden')}>
      <div role="toolbar" aria-label="SQL" className="flex min-h-11 shrink-0 flex-wrap items-center gap-2 border-b border-line bg-surface px-3 py-1.5">
        {run.running ? (
          <Button tone="danger" icon={Square} onClick={() => void cancel()} busy={run.cancelled}>
            Cancel
          </Button>
        ) : (
          <Button tone="primary" icon={Play} keys="Mod+Enter" onClick={runChosen}>
            Run
          </Button>
        )}
        <Button onClick={() => void runText(editor.current?.text() ?? '', 0)} disabled={run.running} className="max-sm:hidden">
          Run all
        </Button>
        <Menu
          label="Explain"
          trigger={
            <Button icon={ListTree} disabled={run.running}>
              Explain
            </Button>
          }
          entries={[
            { label: 'Explain', keys: 'Mod+E', onSelect: () => void explain(false), hint: 'estimates' },
            { label: 'Explain with ANALYZE', onSelect: () => setAsking(true), hint: 'runs it' },
          ]}
        />
        {environment.readOnly && (
          <Chip tone="staged" icon={Lock}>
            Read-only: nothing is kept
          </Chip>
        )}
        <div className="flex-1" />
        <label className="flex items-center gap-1.5 text-xs text-muted max-sm:hidden">
          Limit
          <Select aria-label="Limit of rows" value={limit} onChange={(event) => setLimit(Number(event.target.value))}>
            {[100, 1000, 10_000, 100_000].map((count) => (
              <option key={count} value={count}>
                {count.toLocaleString('en-US')}
              </option>
            ))}
          </Select>
        </label>
        <IconButton icon={AlignLeft} label="Format" keys="Mod+Shift+F" onClick={() => void format()} />
        <IconButton icon={Save} label="Save query" keys="Mod+S" onClick={() => onSave(editor.current?.text() ?? '')} />
        <IconButton icon={History} label="History" keys="Mod+H" onClick={() => setHistory(true)} />
      </div>
      <Split
        top={
          <Editor
            ref={editor}
            initial={initial}
            dialect={environment.dialect}
            schema={schema.data}
            onChange={(text) => writeTab(environmentName, tab.id, text)}
            onRun={runChosen}
            onRunAll={() => void runText(editor.current?.text() ?? '', 0)}
            onExplain={() => void explain(false)}
          />
        }
        bottom={<Results run={run} shown={shown} />}
      />
      {active && (
        <FooterContent>
        <span className="tabular">{run.running ? 'running' : run.ms !== null ? `${run.ms} ms` : ''}</span>
        {rows > 0 && <span className="tabular">{counted(rows, 'row')}</span>}
        {run.cancelled && !run.running && <span>cancelled</span>}
        </FooterContent>
      )}
      <HistoryPanel
        open={history}
        onClose={() => setHistory(false)}
        onChoose={(sql) => {
          setHistory(false);
          editor.current?.replace(sql);
        }}
      />
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title="ANALYZE runs the statement"
        actions={
          <>
            <Button onClick={() => setAsking(false)}>Cancel</Button>
            <Button onClick={() => void explain(false)}>Only estimates</Button>
            <Button tone="primary" icon={Play} onClick={() => void explain(true)}>
              Run and measure
            </Button>
          </>
        }
      >
        <p className="text-sm">It runs in full, as long as it takes, in a transaction that is rolled back afterwards. Sequences move on, and functions may do what a rollback does not undo.</p>
        <Notice tone="staged" icon={WrapText} className="mt-3">
          On a busy database, look at the estimates first.
        </Notice>
      </Dialog>
    </div>
  );
}
