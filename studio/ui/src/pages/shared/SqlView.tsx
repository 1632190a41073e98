import type { PlannedSql, PlannedStatement } from '@/api/changes';
import { classes, CopyButton, Sql } from '@/kit';
import { counted } from './formats';
import { HazardList } from './risk';

/** A plan as statements in their steps: above each what it does to the database. */
export function SqlView({ sql, serving, empty }: { sql: PlannedSql; serving?: string | undefined; empty: string }) {
  if (!sql.statements.length) return <p className="p-4 text-sm text-muted">{empty}</p>;
  const steps = Map.groupBy(sql.statements, (statement) => statement.step);
  return (
    <div className="flex flex-col gap-3 p-4">
      <div className="flex items-center gap-2 text-xs text-muted">
        <span className="flex-1">
          {counted(sql.statements.length, 'statement')} in {counted(steps.size, 'step')}
        </span>
        <CopyButton text={sql.script} label="Copy all as a script" />
      </div>
      {[...steps].map(([step, statements], place) => (
        <section key={step} aria-label={`Step ${place + 1}`} className="rounded-md border border-line bg-surface">
          <h3 className="flex h-8 items-center gap-2 border-b border-line bg-sunken px-3 text-xs text-muted">
            <span className="font-medium text-ink">Step {place + 1}</span>
            <span>{statements[0]?.transactional ? 'in one transaction' : 'outside of a transaction'}</span>
          </h3>
          {statements.map((statement, number) => (
            <Statement key={number} statement={statement} marked={!!serving && statement.serves.includes(serving)} />
          ))}
        </section>
      ))}
    </div>
  );
}

function Statement({ statement, marked }: { statement: PlannedStatement; marked: boolean }) {
  return (
    <div className={classes('flex flex-col gap-2 border-b border-l-2 border-b-line px-3 py-2.5 [contain-intrinsic-size:auto_64px] [content-visibility:auto] last:border-b-0', marked ? 'border-l-accent' : 'border-l-transparent')}>
      <pre className="overflow-x-auto font-mono text-xs leading-[18px] break-words whitespace-pre-wrap">
        <code>
          <Sql>{`${statement.sql};`}</Sql>
        </code>
      </pre>
      {statement.explanation && <p className="text-xs text-muted">{statement.explanation}</p>}
      <HazardList hazards={statement.hazards} />
    </div>
  );
}
