import { ArrowLeft, Columns3, SearchX, Table2 } from 'lucide-react';
import { useMemo, useRef } from 'react';
import type { Relation, RelationName, Schema } from '@/api/schema';
import { useCommands, type Command } from '@/app/commands';
import { findRelation, useSchema } from '@/app/schema';
import { address, go, Link, pathOf } from '@/app/router';
import { Button, classes, EmptyState, ErrorState, Section, SkeletonLines } from '@/kit';
import { about, bytes } from '@/pages/shared/formats';
import { RelationPage } from './RelationPage';
import { kindIcons, RelationTree } from './RelationTree';

/** The rows of tables and views: the tree of them, and the chosen one beside it. */
export default function DataPage({ rest }: { rest: string[] }) {
  const schema = useSchema();
  const search = useRef<HTMLInputElement>(null);
  const [schemaName, name] = rest;
  const chosen: RelationName | null = schemaName && name ? { schema: schemaName, name } : null;
  const relation = chosen && findRelation(schema.data, chosen);

  const commands = useMemo((): Command[] => [{ id: 'find-table', title: 'Find a table', group: 'Rows', keys: 't', run: () => search.current?.focus() }], []);
  useCommands(commands);

  if (schema.error && !schema.data) return <ErrorState problem={schema.error} onRetry={() => void schema.refetch()} />;
  return (
    <div className="flex min-h-0 flex-1">
      <div className={classes('flex w-60 shrink-0 flex-col border-r border-line bg-canvas max-md:w-full', chosen && 'max-md:hidden')}>
        <RelationTree schema={schema.data} chosen={chosen} search={search} />
      </div>
      <section aria-label="Rows" className={classes('flex min-w-0 flex-1 flex-col', !chosen && 'max-md:hidden')}>
        {chosen && (
          <Link to={address('/data')} className="flex h-9 shrink-0 items-center gap-1.5 border-b border-line bg-surface px-3 text-sm text-muted md:hidden">
            <ArrowLeft size={14} aria-hidden />
            All tables
          </Link>
        )}
        {!schema.data ? (
          <SkeletonLines lines={10} className="p-6" />
        ) : !chosen ? (
          <Start schema={schema.data} />
        ) : relation?.columns.length === 0 ? (
          <EmptyState icon={Columns3} title={`${chosen.schema}.${chosen.name} has no columns`}>
            Its rows have nothing that could be shown.
          </EmptyState>
        ) : relation ? (
          <RelationPage key={`${relation.schema}.${relation.name}`} relation={relation} />
        ) : (
          <EmptyState icon={SearchX} title={`There is no ${chosen.schema}.${chosen.name}`} actions={<Button onClick={() => go(address('/data'))}>All tables</Button>}>
            It may have been renamed or dropped, or it is in another database of this project.
          </EmptyState>
        )}
      </section>
    </div>
  );
}

/** What is shown before a table is chosen: the largest ones. */
function Start({ schema }: { schema: Schema }) {
  const largest = schema.schemas
    .flatMap((one) => one.relations)
    .filter((one) => !one.partition)
    .toSorted((a, b) => (b.bytes ?? 0) - (a.bytes ?? 0))
    .slice(0, 8);
  if (!largest.length) {
    return (
      <EmptyState icon={Table2} title="No tables yet">
        Push the schema from the Changes page, or apply the migrations, and the tables appear here.
      </EmptyState>
    );
  }
  return (
    <div className="min-h-0 flex-1 overflow-auto p-6">
      <Section title="Largest tables" flush className="mx-auto max-w-2xl">
        <ul className="divide-y divide-line">
          {largest.map((relation) => (
            <Large key={`${relation.schema}.${relation.name}`} relation={relation} />
          ))}
        </ul>
      </Section>
    </div>
  );
}

function Large({ relation }: { relation: Relation }) {
  const Icon = kindIcons[relation.kind];
  return (
    <li>
      <Link to={address(pathOf('data', relation.schema, relation.name))} className="flex h-9 items-center gap-2.5 px-4 text-sm hover:bg-hover focus-visible:-outline-offset-2">
        <Icon size={14} className="shrink-0 text-faint" aria-hidden />
        <span className="min-w-0 flex-1 truncate">
          <span className="text-faint">{relation.schema}.</span>
          <span className="font-medium">{relation.name}</span>
        </span>
        <span className="text-xs text-muted tabular">{relation.estimatedRows !== null && relation.estimatedRows >= 0 ? `${about(relation.estimatedRows)} ${relation.estimatedRows === 1 ? 'row' : 'rows'}` : ''}</span>
        <span className="w-16 text-right text-xs text-faint tabular">{relation.bytes ? bytes(relation.bytes) : ''}</span>
      </Link>
    </li>
  );
}
