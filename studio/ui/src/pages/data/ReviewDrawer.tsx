import { ArrowRight, CircleCheck, TriangleAlert } from 'lucide-react';
import { useEffect, useState } from 'react';
import { DEFAULT, type Edit, type EditsApplied, type EditConflict, type EditsPlan, type EditStatement, type Values } from '@/api/edits';
import type { Cell } from '@/api/rows';
import { isAborted, Problem, sentence } from '@/api/problem';
import type { Relation } from '@/api/schema';
import { useApi, useEnvironment } from '@/app/environment';
import { Button, Chip, Code, Drawer, Notice, ProblemNotice, SkeletonLines, toast, type Tone } from '@/kit';
import { CellText } from './cell/CellText';
import { familyOf } from './family';
import { counted } from '@/pages/shared/formats';
import { SaveAs } from './SaveAs';
import { editsOf, sentOrder, tally, type Staged } from './staged/staged';

const tones: Record<Edit['kind'], Tone> = { insert: 'added', update: 'staged', delete: 'danger' };

/** Each statement that the staged changes come down to, before all of them run in one transaction. */
export function ReviewDrawer({ relation, staged, open, onClose, onApplied, onDiscard, onGiveUp, onOverwrite }: {
  relation: Relation;
  staged: Staged;
  open: boolean;
  onClose: () => void;
  onApplied: () => void;
  onDiscard: () => void;
  /** Gives up the change of a row that somebody else changed meanwhile. */
  onGiveUp: (id: string) => void;
  /** Lets the change of such a row go over what is there by now. */
  onOverwrite: (id: string, found: Record<string, Cell>) => void;
}) {
  const api = useApi();
  const environment = useEnvironment();
  const [plan, setPlan] = useState<EditsPlan | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [applying, setApplying] = useState(false);
  const edits = editsOf(staged);
  const counts = tally(staged);

  useEffect(() => {
    if (!open) return;
    const controller = new AbortController();
    setPlan(null);
    setProblem(null);
    api
      .post<EditsPlan>('/api/edits/plan', { env: api.environment, schema: relation.schema, table: relation.name, edits: editsOf(staged) }, { signal: controller.signal })
      .then(setPlan)
      .catch((thrown: unknown) => !isAborted(thrown) && setProblem(Problem.of(thrown)));
    return () => controller.abort();
  }, [open, api, relation, staged]);

  async function apply() {
    if (!plan) return;
    setApplying(true);
    setProblem(null);
    try {
      const applied = await api.post<EditsApplied>('/api/edits/apply', { plan: plan.plan });
      toast(`${counted(applied.rows ?? edits.length, 'row')} changed in one transaction.`);
      onApplied();
    } catch (thrown) {
      setProblem(Problem.of(thrown));
    } finally {
      setApplying(false);
    }
  }

  const told = (Object.keys(counts) as Edit['kind'][]).filter((kind) => counts[kind]);
  return (
    <Drawer
      wide
      open={open}
      onClose={onClose}
      title="Review changes"
      description={
        <span className="flex flex-wrap items-center gap-1.5">
          <span className="font-mono text-xs">
            {relation.schema}.{relation.name}
          </span>
          {told.map((kind) => (
            <Chip key={kind} tone={tones[kind]}>
              {counts[kind]} {kind}
            </Chip>
          ))}
        </span>
      }
      actions={
        <>
          <Button tone="quiet" className="mr-auto text-danger-ink" onClick={onDiscard}>
            Discard all
          </Button>
          <SaveAs relation={relation} staged={staged} sql={plan ? plan.statements.map((one) => `${one.text || one.sql};`).join('\n') : null} onMigration={onDiscard} />
          <Button onClick={onClose}>Keep editing</Button>
          <Button tone="primary" icon={CircleCheck} disabled={!plan} busy={applying} onClick={() => void apply()}>
            Apply {counted(edits.length, 'statement')} to {environment.name}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        {problem && (
          <>
            <ProblemNotice problem={problem} />
            {conflictsOf(problem).map((conflict) => (
              <Conflict
                key={conflict.edit}
                conflict={conflict}
                edit={edits[conflict.edit]}
                onGiveUp={() => onGiveUp(sentOrder(staged)[conflict.edit]?.id ?? '')}
                onOverwrite={(found) => onOverwrite(sentOrder(staged)[conflict.edit]?.id ?? '', found)}
              />
            ))}
            <p className="text-sm text-muted">Nothing was changed: all statements run in one transaction or none does.</p>
          </>
        )}
        {plan?.warnings.map((warning) => (
          <Notice key={warning} tone="staged" icon={TriangleAlert}>
            {sentence(warning)}
          </Notice>
        ))}
        {!plan && !problem && <SkeletonLines lines={6} />}
        <ol className="flex flex-col gap-3">
          {plan?.statements.map((statement, place) => (
            <Statement key={place} statement={statement} edit={edits[statement.edit ?? place]} relation={relation} />
          ))}
        </ol>
      </div>
    </Drawer>
  );
}

function Statement({ statement, edit, relation }: { statement: EditStatement; edit: Edit | undefined; relation: Relation }) {
  const kind = edit?.kind ?? statement.kind;
  return (
    <li className="overflow-hidden rounded-md border border-line" data-statement={kind}>
      <div className="flex items-center gap-2 border-b border-line px-3 py-1.5">
        <Chip tone={tones[kind]}>{kind}</Chip>
        {edit && kind !== 'insert' && (
          <span className="truncate font-mono text-xs text-muted">
            {Object.entries(edit.key)
              .map(([name, value]) => `${name} = ${value}`)
              .join(', ')}
          </span>
        )}
      </div>
      {edit && kind !== 'delete' && <NewValues edit={edit} relation={relation} />}
      <Code wrap className="rounded-none border-0">
        {statement.text || statement.sql}
      </Code>
    </li>
  );
}

/** The rows that are not as they were shown, when that is why nothing was written. */
function conflictsOf({ body }: Problem): EditConflict[] {
  return (body as { conflicts?: EditConflict[] } | null)?.conflicts ?? [];
}

/** What somebody else made of a row meanwhile, and the two ways on. */
function Conflict({ conflict, edit, onGiveUp, onOverwrite }: { conflict: EditConflict; edit: Edit | undefined; onGiveUp: () => void; onOverwrite: (found: Record<string, Cell>) => void }) {
  const { key, found } = conflict;
  const changed = Object.entries(found ?? {}).filter(([name, value]) => edit && name in edit.old && edit.old[name] !== value);
  return (
    <Notice tone="staged" icon={TriangleAlert}>
      <p className="font-medium">
        {Object.entries(key)
          .map(([name, value]) => `${name} = ${String(value)}`)
          .join(', ')}{' '}
        {found ? 'was changed by somebody else' : 'is gone'}
      </p>
      {changed.map(([name, value]) => (
        <p key={name} className="font-mono text-xs leading-5">
          {name}: {written(edit?.old[name])} became {written(value)}
        </p>
      ))}
      <span className="mt-2 flex gap-2">
        <Button small onClick={onGiveUp}>
          {found ? 'Keep theirs' : 'Drop my change'}
        </Button>
        {found && (
          <Button small onClick={() => onOverwrite(found)}>
            Write mine over it
          </Button>
        )}
      </span>
    </Notice>
  );
}

function written(value: unknown): string {
  return value === null || value === undefined ? 'NULL' : typeof value === 'object' ? 'a big value' : `'${String(value)}'`;
}

function isDefault(value: Values[string] | undefined): value is typeof DEFAULT {
  return typeof value === 'object' && value !== null && value.$ === DEFAULT.$;
}

function NewValues({ edit, relation }: { edit: Edit; relation: Relation }) {
  return (
    <dl className="border-b border-line px-3 py-1.5 text-xs">
      {Object.entries(edit.values).map(([name, value]) => {
        const column = relation.columns.find((one) => one.name === name);
        const family = column ? familyOf(column) : 'text';
        return (
          <div key={name} className="flex min-h-6 items-center gap-3">
            <dt className="w-32 shrink-0 truncate text-muted">{name}</dt>
            <dd className="flex min-w-0 flex-1 items-center gap-2 font-mono whitespace-nowrap">
              {edit.kind === 'update' && (
                <>
                  <span className="flex min-w-0 items-center overflow-hidden rounded-sm bg-danger-soft px-1.5 text-danger-ink line-through">
                    {name in edit.old ? <CellText cell={edit.old[name] as Cell} family={family} /> : 'a big value'}
                  </span>
                  <ArrowRight size={12} className="shrink-0 text-faint" aria-label="becomes" role="img" />
                </>
              )}
              <span className="flex min-w-0 items-center overflow-hidden rounded-sm bg-added-soft px-1.5 text-added-ink">
                <CellText cell={isDefault(value) ? undefined : value} family={family} />
              </span>
            </dd>
          </div>
        );
      })}
      {Object.keys(edit.values).length === 0 && <div className="text-faint">All columns get their defaults.</div>}
    </dl>
  );
}
