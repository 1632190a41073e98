import { CircleAlert, CircleCheck, CircleDashed, CircleDot, CircleHelp, CircleSlash, FilePen, FileX2, ListRestart, Undo2, type LucideIcon } from 'lucide-react';
import type { MigrationState } from '@/api/timeline';
import { Chip, type Tone } from '@/kit';

interface StateLook {
  label: string;
  icon: LucideIcon;
  tone: Tone;
  ink: string;
}

export const states: Record<MigrationState, StateLook> = {
  applied: { label: 'Applied', icon: CircleCheck, tone: 'added', ink: 'text-added-ink' },
  pending: { label: 'Pending', icon: CircleDashed, tone: 'staged', ink: 'text-staged-ink' },
  out_of_order: { label: 'Out of order', icon: ListRestart, tone: 'staged', ink: 'text-staged-ink' },
  failed: { label: 'Failed', icon: CircleAlert, tone: 'danger', ink: 'text-danger-ink' },
  partial: { label: 'Half done', icon: CircleDot, tone: 'danger', ink: 'text-danger-ink' },
  partly_back: { label: 'Half taken back', icon: Undo2, tone: 'danger', ink: 'text-danger-ink' },
  edited: { label: 'Edited', icon: FilePen, tone: 'danger', ink: 'text-danger-ink' },
  missing: { label: 'Missing', icon: FileX2, tone: 'danger', ink: 'text-danger-ink' },
  unknown: { label: 'Unknown', icon: CircleHelp, tone: 'info', ink: 'text-info-ink' },
  skipped: { label: 'Skipped', icon: CircleSlash, tone: 'danger', ink: 'text-danger-ink' },
};

/** Whether it is to be run. */
export const isPending = (state: MigrationState) => ['pending', 'out_of_order', 'failed', 'partial'].includes(state);

/** Whether it ran and can be taken back. */
export const hasRun = (state: MigrationState) => ['applied', 'edited', 'missing', 'unknown', 'partly_back'].includes(state);

/** How a migration stands, as a small label. */
export function StateChip({ state }: { state: MigrationState }) {
  const { label, icon, tone } = states[state];
  return (
    <Chip tone={tone} icon={icon}>
      {label}
    </Chip>
  );
}

/** The same as a sign alone, for columns. */
export function StateSign({ state, where }: { state: MigrationState | undefined; where: string }) {
  if (!state) return <span className="text-faint" title={`Not in ${where}`} aria-label={`not in ${where}`}>–</span>;
  const { label, icon: Icon, ink } = states[state];
  return (
    <span title={`${label} in ${where}`} className={`inline-flex ${ink}`}>
      <Icon size={15} aria-hidden />
      <span className="sr-only">
        {label} in {where}
      </span>
    </span>
  );
}
