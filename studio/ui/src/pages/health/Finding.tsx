import { CopyPlus, Copy, Gauge, Hourglass, KeyRound, ListX, ScanSearch, ShieldQuestion, TrendingUp, Unplug, type LucideIcon } from 'lucide-react';
import type { FindingKind, HealthFinding } from '@/api/health';
import { address, Link, pathOf } from '@/app/router';
import { Button, Chip, Code, copy, toast } from '@/kit';
import { severities } from './severities';

export const kinds: Record<FindingKind, { label: string; icon: LucideIcon }> = {
  invalid_index: { label: 'Invalid index', icon: Unplug },
  exhausted_sequence: { label: 'Sequence running out', icon: TrendingUp },
  unvalidated_constraint: { label: 'Constraint not validated', icon: ShieldQuestion },
  missing_index: { label: 'No index under a foreign key', icon: KeyRound },
  duplicate_index: { label: 'Duplicate index', icon: CopyPlus },
  unused_index: { label: 'Unused index', icon: ListX },
  dead_rows: { label: 'Dead rows', icon: Hourglass },
  bloat: { label: 'Bloat', icon: Gauge },
  never_analyzed: { label: 'Never analyzed', icon: ScanSearch },
};

/** The statements as the up.sql of a migration: those that run outside of a transaction say so. */
function asMigration(finding: HealthFinding): string {
  const outside = finding.sql.some((sql) => /\bCONCURRENTLY\b/.test(sql));
  const head = [`-- ${finding.what}`, ...(outside ? ['', '-- decant: step step-1', '-- decant: transaction none'] : [])];
  return `${[...head, '', ...finding.sql.map((sql) => `${sql};`)].join('\n')}\n`;
}

/** One thing that somebody should mend: what is found, why it matters, and what to do. */
export function Finding({ finding }: { finding: HealthFinding }) {
  const { icon: Icon } = kinds[finding.kind];
  const { label, tone } = severities[finding.severity];
  const sql = finding.sql.map((one) => `${one};`).join('\n');

  async function onCopy() {
    if (await copy(asMigration(finding))) toast('Copied. Write it into a migration: decant generate --custom "…"');
  }

  return (
    <article className="grid gap-x-3 gap-y-2 px-4 py-3 [grid-template-columns:auto_minmax(0,1fr)]">
      <Icon size={16} className="mt-0.5 text-faint" aria-hidden />
      <div className="flex min-w-0 flex-col gap-2">
        <div className="flex items-start gap-2 max-sm:flex-col">
          <p className="min-w-0 flex-1 text-sm font-medium break-words">{finding.what}</p>
          <Chip tone={tone}>{label}</Chip>
        </div>
        <p className="text-sm text-muted">{finding.why}</p>
        {finding.code && (
          <Code wrap language="text" title="In the code; then generate the migration in Changes">
            {finding.code}
          </Code>
        )}
        <Code
          wrap
          title={finding.code ? 'Or as SQL of your own, in a migration' : finding.migration ? 'In a migration' : 'In a moment of quiet, not in a migration'}
          actions={
            finding.migration && (
              <Button small tone="quiet" icon={Copy} onClick={() => void onCopy()}>
                Copy as migration
              </Button>
            )
          }
        >
          {sql}
        </Code>
        {finding.relation && (
          <p className="flex flex-wrap gap-x-4 gap-y-1 text-xs">
            <Link to={address(pathOf('data', finding.relation.schema, finding.relation.name))} className="text-accent-ink hover:underline">
              Rows of {finding.relation.schema}.{finding.relation.name}
            </Link>
            {finding.code && (
              <Link to={address('/changes')} className="text-accent-ink hover:underline">
                Changes
              </Link>
            )}
          </p>
        )}
      </div>
    </article>
  );
}
