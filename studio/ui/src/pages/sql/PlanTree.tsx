import { ChevronRight, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import type { Explained } from '@/api/sql';
import { Chip, classes, Code, Tabs } from '@/kit';
import { count } from '@/pages/shared/formats';
import { misjudged, readPlan, type Plan, type PlanNode } from './plan';

/** A plan as a tree: what each step costs, and how far its estimate was from what came. */
export function PlanView({ explained }: { explained: Explained }) {
  const plan = readPlan(explained.plan);
  const [tab, setTab] = useState(plan ? 'tree' : 'text');
  const asText = (
    <div className="p-3">
      <Code language="text" title="As the database tells it">
        {JSON.stringify(explained.plan, null, 2)}
      </Code>
    </div>
  );
  if (!plan) return asText;
  return (
    <Tabs
      fill
      label="Plan"
      value={tab}
      onChange={setTab}
      tabs={[
        { id: 'tree', label: 'Tree', panel: <Tree plan={plan} /> },
        { id: 'text', label: 'JSON', panel: asText },
      ]}
      actions={
        <span className="flex gap-3 pr-1 text-xs text-muted tabular">
          {plan.planning !== null && <span>planning {milliseconds(plan.planning)}</span>}
          {plan.execution !== null && <span>execution {milliseconds(plan.execution)}</span>}
          {!plan.measured && <span>estimates only</span>}
        </span>
      }
    />
  );
}

const heads = 'grid grid-cols-[minmax(16rem,1fr)_7rem_7rem_7rem_8rem] items-center gap-3 px-3';

function Tree({ plan }: { plan: Plan }) {
  return (
    <div role="treegrid" aria-label="Steps of the plan" className="min-w-[46rem] pb-4 text-sm">
      <div role="row" className={classes(heads, 'sticky top-0 h-8 border-b border-line bg-sunken text-xs font-medium text-muted')}>
        <span role="columnheader">Step</span>
        <span role="columnheader" className="text-right">
          {plan.measured ? 'Time' : 'Cost'}
        </span>
        <span role="columnheader" className="text-right">
          Estimated rows
        </span>
        <span role="columnheader" className="text-right">
          Actual rows
        </span>
        <span role="columnheader">Share</span>
      </div>
      <Step node={plan.root} depth={0} measured={plan.measured} />
    </div>
  );
}

function Step({ node, depth, measured }: { node: PlanNode; depth: number; measured: boolean }) {
  const [open, setOpen] = useState(false);
  const off = misjudged(node);
  const heavy = node.share > 0.4;
  return (
    <>
      <div role="row" aria-level={depth + 1} aria-expanded={open} className={classes(heads, 'min-h-8 border-b border-line hover:bg-hover')}>
        <div role="gridcell" className="flex min-w-0 items-center" style={{ paddingLeft: depth * 18 }}>
          <button type="button" aria-label={`Details of ${node.kind}`} onClick={() => setOpen(!open)} className="flex min-w-0 items-center gap-1 rounded-sm text-left">
            <ChevronRight size={14} className={classes('shrink-0 text-faint transition-transform', open && 'rotate-90')} aria-hidden />
            <span className="shrink-0 font-medium">{node.kind}</span>
            <span className="min-w-0 truncate pl-1 font-mono text-xs text-muted">{node.on}</span>
          </button>
          {node.loops !== null && node.loops > 1 && <Chip className="ml-2">×{count(node.loops)}</Chip>}
        </div>
        <span role="gridcell" className="text-right font-mono text-xs">
          {measured ? milliseconds(node.time ?? 0) : count(Math.round(node.cost))}
        </span>
        <span role="gridcell" className="text-right font-mono text-xs">
          {count(Math.round(node.rows * (node.loops ?? 1)))}
        </span>
        <span role="gridcell" className="flex items-center justify-end gap-1.5 font-mono text-xs">
          {off !== null && off >= 10 && (
            <span className="flex items-center gap-0.5 text-staged-ink" title={`The estimate is ${Math.round(off)} times off.`}>
              <TriangleAlert size={12} aria-hidden />
              {Math.round(off)}×
            </span>
          )}
          {node.actual === null ? '' : count(node.actual)}
        </span>
        <span role="gridcell" className="flex items-center gap-2">
          <span className="h-1.5 flex-1 overflow-hidden rounded-full bg-pressed">
            <span className={classes('block h-full rounded-full', heavy ? 'bg-staged' : 'bg-accent')} style={{ width: `${Math.max(node.share * 100, node.share > 0 ? 2 : 0)}%` }} />
          </span>
          <span className="w-8 text-right font-mono text-xs text-muted">{Math.round(node.share * 100)}%</span>
        </span>
      </div>
      {open && node.details.length > 0 && (
        <dl className="border-b border-line bg-sunken py-2 pr-3 text-xs" style={{ paddingLeft: depth * 18 + 30 }}>
          {node.details.map(([name, value]) => (
            <div key={name} className="flex gap-3 leading-5">
              <dt className="w-40 shrink-0 text-muted">{name}</dt>
              <dd className="min-w-0 font-mono break-words">{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {node.children.map((child, place) => (
        <Step key={place} node={child} depth={depth + 1} measured={measured} />
      ))}
    </>
  );
}

function milliseconds(time: number): string {
  return time < 10 ? `${time.toFixed(2)} ms` : time < 10_000 ? `${count(Math.round(time))} ms` : `${(time / 1000).toFixed(1)} s`;
}
