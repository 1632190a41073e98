/** A step of a plan, whatever database it is of. */
export interface PlanNode {
  kind: string;
  /** What it works on: a table, an index, a function. */
  on: string;
  rows: number;
  /** Rows that came in all loops; null when the statement did not run. */
  actual: number | null;
  loops: number | null;
  cost: number;
  /** Milliseconds in all loops with what is below it; null when it did not run. */
  time: number | null;
  /** The share of the whole that is spent here and not below, from 0 to 1. */
  share: number;
  /** What it does in words of the database: conditions, sort keys, buffers. */
  details: [name: string, value: string][];
  children: PlanNode[];
}

export interface Plan {
  root: PlanNode;
  planning: number | null;
  execution: number | null;
  /** Whether the times and rows were measured. */
  measured: boolean;
}

type Told = Record<string, unknown>;

const shown = new Set([
  'Node Type', 'Plans', 'Plan Rows', 'Plan Width', 'Startup Cost', 'Total Cost', 'Actual Rows', 'Actual Loops', 'Actual Startup Time', 'Actual Total Time',
  'Relation Name', 'Schema', 'Alias', 'Index Name', 'Parallel Aware', 'Async Capable', 'Disabled', 'Parent Relationship', 'Join Type', 'CTE Name', 'Function Name',
]);

/** Reads what PostgreSQL tells with FORMAT JSON; null when it is something else. */
export function readPlan(told: unknown): Plan | null {
  const whole = (Array.isArray(told) ? told[0] : told) as Told | null;
  const top = whole?.['Plan'] as Told | undefined;
  if (!whole || !top) return null;
  const root = nodeOf(top);
  const measured = root.time !== null;
  spread(root, measured ? (root.time ?? 0) : root.cost, measured);
  return { root, planning: number(whole['Planning Time']), execution: number(whole['Execution Time']), measured };
}

function nodeOf(told: Told): PlanNode {
  const loops = number(told['Actual Loops']);
  const each = number(told['Actual Rows']);
  const time = number(told['Actual Total Time']);
  const join = text(told['Join Type']);
  const kind = text(told['Node Type']);
  return {
    kind: join && join !== 'Inner' && kind ? `${kind} (${join})` : kind,
    on: nameOf(told),
    rows: number(told['Plan Rows']) ?? 0,
    actual: each === null ? null : Math.round(each * (loops ?? 1)),
    loops,
    cost: number(told['Total Cost']) ?? 0,
    time: time === null ? null : time * (loops ?? 1),
    share: 0,
    details: Object.entries(told)
      .filter(([name, value]) => !shown.has(name) && value !== false && value !== 0)
      .map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : typeof value === 'object' ? JSON.stringify(value) : String(value)]),
    children: ((told['Plans'] as Told[] | undefined) ?? []).map(nodeOf),
  };
}

function nameOf(told: Told): string {
  const relation = text(told['Relation Name']) || text(told['CTE Name']) || text(told['Function Name']);
  const alias = text(told['Alias']);
  const index = text(told['Index Name']);
  const named = alias && alias !== relation ? `${relation} ${alias}`.trim() : relation;
  return [named, index && `using ${index}`].filter(Boolean).join(' ');
}

/** Gives each node its share of the whole. */
function spread(node: PlanNode, whole: number, measured: boolean) {
  const own = (one: PlanNode) => (measured ? (one.time ?? 0) : one.cost);
  const below = node.children.reduce((sum, child) => sum + own(child), 0);
  node.share = whole > 0 ? Math.max(0, Math.min(1, (own(node) - below) / whole)) : 0;
  for (const child of node.children) spread(child, whole, measured);
}

/** How far the estimate was from what came: 10 when ten times as many or as few rows came. */
export function misjudged(node: PlanNode): number | null {
  if (node.actual === null) return null;
  const estimated = Math.max(1, node.rows * (node.loops ?? 1));
  const actual = Math.max(1, node.actual);
  return Math.max(estimated / actual, actual / estimated);
}

function number(value: unknown): number | null {
  return typeof value === 'number' ? value : typeof value === 'string' && value !== '' && !Number.isNaN(Number(value)) ? Number(value) : null;
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
