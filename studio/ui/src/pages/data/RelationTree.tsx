import { ChevronRight, Eye, Globe, Layers, Rows4, Table2, type LucideIcon } from 'lucide-react';
import { useDeferredValue, useMemo, useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import type { Relation, RelationKind, RelationName, Schema } from '@/api/schema';
import { useEnvironment } from '@/app/environment';
import { address, Link, pathOf } from '@/app/router';
import { classes, SearchField, SkeletonLines } from '@/kit';
import { about } from '@/pages/shared/formats';
import { useWaiting } from './staged/useStaged';
import { found } from './tree';

export const kindIcons: Record<RelationKind, LucideIcon> = {
  table: Table2,
  view: Eye,
  'materialized view': Layers,
  'partitioned table': Rows4,
  'foreign table': Globe,
};

/** Everything with rows, by schema. */
export function RelationTree({ schema, chosen, search }: { schema: Schema | undefined; chosen: RelationName | null; search: RefObject<HTMLInputElement | null> }) {
  const [typed, setTyped] = useState('');
  const late = useDeferredValue(typed);
  const groups = useMemo(() => (schema ? found(schema, late) : []), [schema, late]);
  const list = useRef<HTMLDivElement>(null);
  const shown = groups.flatMap((group) => group.relations);
  // One table is a stop of the Tab key; the arrow keys go on from there.
  const stop = shown.find((one) => isChosen(one, chosen)) ?? shown[0];

  // The arrow keys walk over the links; Enter follows one.
  function onKeyDown(event: KeyboardEvent) {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (!step) return;
    event.preventDefault();
    const links = [...(list.current?.querySelectorAll<HTMLElement>('a, button') ?? [])];
    links[links.indexOf(document.activeElement as HTMLElement) + step]?.focus();
  }

  return (
    <nav aria-label="Tables and views" className="flex min-h-0 flex-1 flex-col" onKeyDown={onKeyDown}>
      <div className="p-2">
        <SearchField ref={search} value={typed} onChange={setTyped} label="Find a table" placeholder="Find a table" />
      </div>
      <div ref={list} className="min-h-0 flex-1 overflow-auto px-2 pb-4">
        {!schema && <SkeletonLines lines={12} className="p-2" />}
        {schema && groups.length === 0 && <p className="p-3 text-sm text-muted">{typed ? `No table is called “${typed}”.` : 'The database has no tables yet.'}</p>}
        {groups.map((group) => (
          <Group key={group.name} name={group.name} relations={group.relations} chosen={chosen} stop={stop} alone={groups.length === 1} />
        ))}
      </div>
    </nav>
  );
}

function isChosen(relation: Relation, chosen: RelationName | null): boolean {
  return chosen?.schema === relation.schema && chosen.name === relation.name;
}

function Group({ name, relations, chosen, stop, alone }: { name: string; relations: Relation[]; chosen: RelationName | null; stop: Relation | undefined; alone: boolean }) {
  const [closed, setClosed] = useState(false);
  const open = alone || !closed;
  return (
    <section>
      <button type="button" aria-expanded={open} onClick={() => setClosed(!closed)} className="sticky top-0 z-1 flex h-7 w-full items-center gap-1 bg-canvas px-1 text-xs font-medium text-muted">
        <ChevronRight size={12} className={classes('transition-transform', open && 'rotate-90')} aria-hidden />
        <span className="min-w-0 flex-1 truncate text-left">{name}</span>
        <span className="text-faint tabular">{relations.length}</span>
      </button>
      {open && (
        <ul>
          {relations.map((relation) => (
            <Leaf key={relation.name} relation={relation} current={isChosen(relation, chosen)} stop={relation === stop} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Leaf({ relation, current, stop }: { relation: Relation; current: boolean; stop: boolean }) {
  const waiting = useWaiting(useEnvironment().name, relation);
  const Icon = kindIcons[relation.kind];
  return (
    <li className="[contain-intrinsic-size:auto_28px] [content-visibility:auto]">
      <Link
        to={address(pathOf('data', relation.schema, relation.name))}
        aria-current={current ? 'page' : undefined}
        tabIndex={stop ? 0 : -1}
        title={relation.comment || undefined}
        className={classes('flex h-7 items-center gap-2 rounded-md px-2 text-sm focus-visible:-outline-offset-2', current ? 'bg-accent-soft font-medium text-accent-ink' : 'text-ink hover:bg-hover')}
      >
        <Icon size={14} className={classes('shrink-0', current ? '' : 'text-faint')} aria-label={relation.kind} role="img" />
        <span className="min-w-0 flex-1 truncate">{relation.name}</span>
        {waiting > 0 && (
          <span className="rounded-full bg-staged-soft px-1.5 text-xs leading-4 text-staged-ink" title={`${waiting} staged`}>
            {waiting}
          </span>
        )}
        {relation.estimatedRows !== null && relation.estimatedRows >= 0 && <span className="text-xs font-normal text-faint tabular">{about(relation.estimatedRows).slice(1)}</span>}
      </Link>
    </li>
  );
}
