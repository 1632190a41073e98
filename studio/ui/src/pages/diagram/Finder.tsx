import { Eye, EyeOff } from 'lucide-react';
import { useMemo, useState, type Ref } from 'react';
import { Checkbox, IconButton, SearchField } from '@/kit';
import type { Graph } from './tables';
import { show, type View } from './view';

/** Finds tables by name and chooses those that are drawn, with what lies around them. */
export function Finder({ graph, view, chosen, ref }: { graph: Graph; view: View; chosen: readonly string[]; ref: Ref<HTMLInputElement> }) {
  const [wanted, setWanted] = useState('');
  const schemas = useMemo(() => bySchema(graph, wanted), [graph, wanted]);
  const toggle = (id: string, on: boolean) => show({ chosen: on ? [...view.chosen, id] : view.chosen.filter((each) => each !== id) });
  return (
    <aside className="flex w-60 shrink-0 flex-col border-r border-line bg-surface max-md:hidden" aria-label="Tables of the diagram">
      <SearchField ref={ref} value={wanted} onChange={setWanted} label="Find tables" className="m-3 mb-2" />
      <div className="min-h-0 flex-1 overflow-auto pb-3">
        {schemas.length === 0 && <p className="px-3 py-2 text-muted">No table is named like that.</p>}
        {schemas.map(([schema, tables]) => {
          const hidden = view.hidden.includes(schema);
          return (
            <section key={schema}>
              <h2 className="flex items-center px-3 pt-2 text-xs font-semibold text-muted">
                <span className="min-w-0 flex-1 truncate">{schema}</span>
                <IconButton
                  small
                  icon={hidden ? EyeOff : Eye}
                  label={hidden ? `Show ${schema}` : `Hide ${schema}`}
                  pressed={hidden}
                  onClick={() => show({ hidden: hidden ? view.hidden.filter((each) => each !== schema) : [...view.hidden, schema] })}
                />
              </h2>
              <ul>
                {tables.map((table) => (
                  <li key={table.id}>
                    <Checkbox
                      className="w-full px-3 py-1 hover:bg-hover"
                      label={<span className={chosen.includes(table.id) ? 'truncate font-medium' : 'truncate'}>{table.name}</span>}
                      checked={chosen.includes(table.id)}
                      disabled={hidden}
                      onChange={(on) => toggle(table.id, on)}
                    />
                  </li>
                ))}
              </ul>
            </section>
          );
        })}
      </div>
    </aside>
  );
}

function bySchema(graph: Graph, wanted: string) {
  const words = wanted.toLowerCase().split(/\s+/).filter(Boolean);
  const found = graph.tables.filter((table) => words.every((word) => table.id.toLowerCase().includes(word)));
  return [...Map.groupBy(found, (table) => table.schema)];
}
