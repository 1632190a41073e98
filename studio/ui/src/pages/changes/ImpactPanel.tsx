import { CircleAlert, CircleCheck, CircleHelp, Link2, Table2 } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ChangeItem, DataAnswer, DataReport, Dependant, Impact, PlannedStatement, TableLock } from '@/api/changes';
import { useGet } from '@/api/query';
import { address, Link, pathOf } from '@/app/router';
import { Chip, ProblemNotice, SkeletonLines } from '@/kit';
import { bytes, duration, estimatedRows } from '../shared/formats';
import { HazardList } from '../shared/risk';

/** What a change means in this database: what may go wrong, which rows it meets, how big the table is, who uses it, what rests on it. */
export function ImpactPanel({ change, statements, data }: {
  change: ChangeItem;
  statements: PlannedStatement[];
  data: { data: DataReport | undefined; error: unknown };
}) {
  return (
    <div className="flex flex-col divide-y divide-line">
      {change.hazards.length > 0 && (
        <Part title="Look twice">
          <HazardList hazards={change.hazards} />
        </Part>
      )}
      <Part title="Rows">
        <DataChecks answers={data.data?.checks.filter((answer) => answer.change === change.id)} failed={!!data.error} />
      </Part>
      <Part title="Locks it takes">
        <Locks statements={statements} />
      </Part>
      {change.table && <TableImpact schema={change.table.schema} table={change.table.name} />}
    </div>
  );
}

function Part({ title, children, aside }: { title: string; children: ReactNode; aside?: ReactNode }) {
  return (
    <section className="px-4 py-3">
      <h3 className="mb-2 flex items-center gap-2 text-xs font-medium text-faint">
        <span className="flex-1">{title}</span>
        {aside}
      </h3>
      {children}
    </section>
  );
}

function DataChecks({ answers, failed }: { answers: DataAnswer[] | undefined; failed: boolean }) {
  if (failed) return <p className="text-sm text-muted">The rows could not be asked.</p>;
  if (!answers) return <SkeletonLines lines={2} />;
  if (!answers.length) return <p className="text-sm text-muted">No row is affected.</p>;
  return (
    <ul className="flex flex-col gap-2">
      {answers.map((answer) => (
        <li key={answer.subject} className="flex items-start gap-2 text-sm">
          {!answer.known ? (
            <CircleHelp size={14} className="mt-[3px] shrink-0 text-faint" aria-label="Not known" />
          ) : answer.matters ? (
            <CircleAlert size={14} className="mt-[3px] shrink-0 text-danger-ink" aria-label="Affected" />
          ) : (
            <CircleCheck size={14} className="mt-[3px] shrink-0 text-added-ink" aria-label="Fine" />
          )}
          <span className="min-w-0 break-words">
            {!answer.known
              ? `Not counted: the table is locked, or it takes too long. Asked was how many ${answer.subject}.`
              : answer.matters
                ? answer.sentence
                : answer.kind === 'conversion' ? 'Every value can be converted.' : `0 ${answer.subject}`}
            {answer.matters && answer.rows && (
              <Link
                to={address(pathOf('data', answer.rows.schema, answer.rows.name), { where: answer.rows.where })}
                className="ml-2 inline-flex items-center gap-1 font-medium text-accent-ink hover:underline"
              >
                <Table2 size={12} aria-hidden />
                Show rows
              </Link>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Locks({ statements }: { statements: PlannedStatement[] }) {
  const told = [...new Set(statements.map((statement) => statement.explanation).filter(Boolean))];
  if (!told.length) return <p className="text-sm text-muted">None worth a word.</p>;
  return (
    <ul className="flex flex-col gap-1.5 text-sm">
      {told.map((line) => (
        <li key={line} className="break-words">
          {line}
        </li>
      ))}
    </ul>
  );
}

function TableImpact({ schema, table }: { schema: string; table: string }) {
  const { data, error } = useGet<Impact>('/api/changes/impact', { schema, table });
  if (error) return <ProblemNotice problem={error} className="m-4" />;
  if (!data) return <SkeletonLines className="p-4" lines={6} />;
  return (
    <>
      <Part title="Size now">
        {data.exists ? (
          <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-sm">
            <Fact name="Rows">{estimatedRows(data.estimatedRows)}</Fact>
            <Fact name="Table">{bytes(data.tableBytes)}</Fact>
            <Fact name="Indexes">{bytes(data.indexBytes)}</Fact>
          </dl>
        ) : (
          <p className="text-sm text-muted">The table is not there yet.</p>
        )}
      </Part>
      <Part title="In use now" aside={data.locks.length > 0 && <Chip tone="staged">{data.locks.length}</Chip>}>
        <LocksNow locks={data.locks} />
      </Part>
      <Part title="Rests on it" aside={data.dependants.length > 0 && <Chip>{data.dependants.length}</Chip>}>
        <Dependants dependants={data.dependants} />
      </Part>
    </>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-muted">{name}</dt>
      <dd className="tabular text-right">{children}</dd>
    </>
  );
}

function LocksNow({ locks }: { locks: TableLock[] }) {
  if (!locks.length) return <p className="text-sm text-muted">Nobody holds a lock on it.</p>;
  return (
    <ul className="flex flex-col gap-2 text-sm">
      {locks.map((lock) => (
        <li key={lock.session + lock.mode} className="min-w-0">
          <div>
            {lock.granted ? lock.mode : `waits for ${lock.mode}`}
            <span className="text-muted">
              {' '}
              by {lock.user || 'process'} {lock.session}
              {lock.application && ` (${lock.application})`}, {duration(lock.seconds * 1000)}
            </span>
          </div>
          {lock.query && <div className="truncate font-mono text-xs text-faint">{lock.query}</div>}
        </li>
      ))}
    </ul>
  );
}

function Dependants({ dependants }: { dependants: Dependant[] }) {
  if (!dependants.length) return <p className="text-sm text-muted">Nothing else does.</p>;
  return (
    <ul className="flex flex-col gap-1.5 text-sm">
      {dependants.map((one) => (
        <li key={one.kind + one.name} className="flex items-start gap-2">
          <Link2 size={14} className="mt-[3px] shrink-0 text-faint" aria-hidden />
          <span className="min-w-0 break-words">
            <span className="text-faint">{one.kind} </span>
            {one.relation ? (
              <Link to={address(pathOf('data', one.relation.schema, one.relation.name))} className="font-mono text-xs hover:text-accent-ink hover:underline">
                {one.kind === 'foreign key' ? `${one.relation.schema}.${one.relation.name}` : one.name}
              </Link>
            ) : (
              <span className="font-mono text-xs">{one.name}</span>
            )}
            <span className="block text-xs text-muted">{one.kind === 'foreign key' ? one.how.replace(/^\S+ /, '') : one.how}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}
