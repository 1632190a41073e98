import { ChartSpline, Diff, GitCommitVertical, HeartPulse, Network, SquareTerminal, Table2, type LucideIcon } from 'lucide-react';
import { lazy, type ComponentType } from 'react';

/** A page of the studio: its place in the rail, its key, and the chunk that holds it. */
export interface PageEntry {
  id: string;
  label: string;
  icon: LucideIcon;
  /** The second key after `g`. */
  key: string;
  page: ComponentType<{ rest: string[] }>;
}

/** The pages, in the order of the rail. Each gets the segments of the path after its own name. */
export const pages: PageEntry[] = [
  { id: 'overview', label: 'Overview', icon: ChartSpline, key: 'o', page: lazy(() => import('@/pages/overview')) },
  { id: 'data', label: 'Data', icon: Table2, key: 'd', page: lazy(() => import('@/pages/data')) },
  { id: 'sql', label: 'SQL', icon: SquareTerminal, key: 's', page: lazy(() => import('@/pages/sql')) },
  { id: 'diagram', label: 'Diagram', icon: Network, key: 'e', page: lazy(() => import('@/pages/diagram')) },
  { id: 'changes', label: 'Changes', icon: Diff, key: 'c', page: lazy(() => import('@/pages/changes')) },
  { id: 'timeline', label: 'Timeline', icon: GitCommitVertical, key: 't', page: lazy(() => import('@/pages/timeline')) },
  { id: 'health', label: 'Health', icon: HeartPulse, key: 'h', page: lazy(() => import('@/pages/health')) },
];
