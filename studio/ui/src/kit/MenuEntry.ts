import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

/** A line of a menu. */
export type MenuEntry =
  | { kind?: 'item'; label: ReactNode; icon?: LucideIcon; keys?: string; onSelect: () => void; disabled?: boolean; danger?: boolean; hint?: ReactNode }
  | { kind: 'check'; label: ReactNode; checked: boolean; onSelect: (checked: boolean) => void; disabled?: boolean }
  | { kind: 'title'; label: ReactNode }
  | { kind: 'line' };
