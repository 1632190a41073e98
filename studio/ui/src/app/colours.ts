import type { Environment } from '@/api/meta';

const known: Record<string, string> = {
  red: 'var(--color-danger)',
  amber: 'var(--color-staged)',
  yellow: 'var(--color-staged)',
  orange: 'var(--color-staged)',
  green: 'var(--color-added)',
  teal: 'var(--color-accent)',
  blue: 'var(--color-info)',
  violet: 'var(--color-violet)',
  purple: 'var(--color-violet)',
};

/** The colour by which an environment is known at a glance. */
export function colourOf(environment: Environment): string {
  return known[environment.color ?? ''] ?? (environment.protected ? 'var(--color-danger)' : 'var(--color-accent)');
}
