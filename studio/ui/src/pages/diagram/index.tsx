import { useQuery } from '@tanstack/react-query';
import { ReactFlowProvider } from '@xyflow/react';
import { Network, Table2, Waypoints, X } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import { useCommands } from '@/app/commands';
import { useEnvironment } from '@/app/environment';
import { useSchema } from '@/app/schema';
import { address, go, Link, pathOf } from '@/app/router';
import { Button, EmptyState, ErrorState, PageHeader, Skeleton, toast } from '@/kit';
import { counted } from '../shared/formats';
import { Canvas } from './Canvas';
import { save } from './exportFile';
import { Finder } from './Finder';
import { graphOf } from './graph';
import { layOut } from './layout';
import { toMermaid } from './mermaid';
import { useMarks } from './overlay';
import { savePicture } from './picture';
import { arrange, usePlaces } from './places';
import type { Graph } from './tables';
import { Tools } from './Tools';
import { excerpt, show, useView } from './view';

/** The schema as a diagram: its tables and the foreign keys between them. */
export default function DiagramPage() {
  const schema = useSchema();
  const graph = useMemo(() => schema.data && graphOf(schema.data), [schema.data]);
  if (schema.error && !schema.data) {
    return (
      <>
        <PageHeader title="Diagram" />
        <ErrorState problem={schema.error} onRetry={() => void schema.refetch()} />
      </>
    );
  }
  if (!graph) {
    return <Drawing />;
  }
  if (graph.tables.length === 0) {
    return (
      <>
        <PageHeader title="Diagram" />
        <EmptyState icon={Network} title="No tables">
          This database has no table yet. Run the migrations, or push the schema from the Changes page.
        </EmptyState>
      </>
    );
  }
  return (
    <ReactFlowProvider>
      <Diagram whole={graph} />
    </ReactFlowProvider>
  );
}

function Diagram({ whole }: { whole: Graph }) {
  const environment = useEnvironment();
  const view = useView();
  const { graph, chosen, guessed } = useMemo(() => excerpt(whole, view), [whole, view]);
  const [places, setPlaces] = usePlaces(environment.name);
  const [selected, setSelected] = useState<string>();
  const marks = useMarks(view);
  const finder = useRef<HTMLInputElement>(null);
  const layout = useQuery({
    queryKey: ['diagram', view.detail, graph.tables.map((table) => `${table.id}:${table.columns.length}`).join(), graph.links.length],
    queryFn: () => layOut(graph, view.detail),
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: (before) => before,
  });
  const arranged = useMemo(
    () => (layout.data && !layout.isPlaceholderData ? arrange(graph, layout.data, places, view.detail) : undefined),
    [graph, layout.data, layout.isPlaceholderData, places, view.detail],
  );
  const exportAs = (kind: 'svg' | 'png') => {
    if (arranged) {
      savePicture(kind, `${environment.name}-schema`, graph, arranged, view.detail).catch((failure: Error) => toast(failure.message, 'danger'));
    }
  };
  const moved = graph.tables.some((table) => places[table.id]);
  const tidy = () => setPlaces({});
  useCommands(
    useMemo(
      () => [
        { id: 'diagram-find', title: 'Find a table in the diagram', group: 'Diagram', keys: '/', run: () => finder.current?.focus() },
        { id: 'diagram-all', title: 'Show the whole schema', group: 'Diagram', run: () => show({ chosen: [], hidden: [] }) },
      ],
      [],
    ),
  );
  const shown = `${graph.tables.length} of ${counted(whole.tables.length, 'table')}, ${counted(graph.links.length, 'foreign key')}`;
  return (
    <>
      <PageHeader
        title="Diagram"
        description={guessed && graph.tables.length < whole.tables.length ? `${shown}: around the table that most keys lead to; choose others at the left` : shown}
        actions={
          <Tools
            view={view}
            partial={chosen.length > 0}
            moved={moved}
            onTidy={tidy}
            onSvg={() => exportAs('svg')}
            onPng={() => exportAs('png')}
            onMermaid={() => save(`${environment.name}-schema.mmd`, new Blob([toMermaid(graph, view.detail)], { type: 'text/plain' }))}
          />
        }
      />
      {view.between && <Between points={view.between} marked={graph.tables.filter(({ id }) => marks.has(id)).length} />}
      <div className="flex min-h-0 flex-1">
        <Finder ref={finder} graph={whole} view={view} chosen={chosen} />
        <div className="relative min-w-0 flex-1">
          {arranged ? (
            <Canvas
              graph={graph}
              arranged={arranged}
              detail={view.detail}
              chosen={chosen}
              selected={selected}
              marks={marks}
              onSelect={setSelected}
              onMove={(id, to) => setPlaces({ ...places, [id]: to })}
            />
          ) : (
            <Skeleton className="m-6 h-[calc(100%-48px)]" />
          )}
          {selected !== undefined && <Selected id={selected} whole={whole} />}
        </div>
      </div>
    </>
  );
}

/** Which two points of the timeline are laid over the diagram. */
function Between({ points: [from, to], marked }: { points: readonly [string, string]; marked: number }) {
  return (
    <div role="status" className="flex shrink-0 flex-wrap items-center gap-x-3 gap-y-1 border-b border-accent/30 bg-accent-soft px-4 py-1 text-xs text-accent-ink">
      <span className="min-w-0 flex-1 break-words">
        {counted(marked, 'table')} {marked === 1 ? 'is' : 'are'} marked: what changes from <span className="font-mono">{from}</span> to <span className="font-mono">{to}</span>
      </span>
      <Link to={address('/timeline/compare', { from, to })} className="hover:underline">
        As a diff
      </Link>
      <Button small tone="quiet" icon={X} onClick={() => show({ between: null })}>
        No marks
      </Button>
    </div>
  );
}

/** What can be done with the table that is selected. */
function Selected({ id, whole }: { id: string; whole: Graph }) {
  const table = whole.tables.find((each) => each.id === id);
  return (
    table && (
      <div className="popup absolute top-3 left-3 flex max-w-[calc(100%-24px)] items-center gap-3 px-3 py-2" role="region" aria-label={`Selected: ${id}`}>
        <span className="min-w-0 truncate font-semibold">{table.name}</span>
        <Link to={address(pathOf('data', table.schema, table.name))} className="flex items-center gap-1 text-accent-ink hover:underline">
          <Table2 size={14} aria-hidden /> Rows
        </Link>
        <button type="button" className="flex items-center gap-1 text-accent-ink hover:underline" onClick={() => go(address('/diagram', { show: id }))}>
          <Waypoints size={14} aria-hidden /> Around it
        </button>
      </div>
    )
  );
}

function Drawing() {
  return (
    <>
      <PageHeader title="Diagram" description="Reading the schema" />
      <Skeleton className="m-6 flex-1" />
    </>
  );
}
