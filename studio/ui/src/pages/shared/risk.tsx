import { Ban, Flame, Hourglass, RefreshCw, ShieldAlert, Zap, type LucideIcon } from 'lucide-react';
import type { HazardKind, Risk } from '@/api/changes';
import { Chip, type Tone } from '@/kit';

interface RiskLook {
  label: string;
  icon: LucideIcon;
  tone: Tone;
  /** What it means, for whoever points at it. */
  meaning: string;
}

export const risks: Record<Risk, RiskLook> = {
  data_loss: { label: 'Data loss', icon: Flame, tone: 'danger', meaning: 'Rows or values are gone afterwards; taking it back does not bring them back.' },
  rewrite: { label: 'Rewrite', icon: RefreshCw, tone: 'danger', meaning: 'Every row is written again; readers and writers wait all the while.' },
  blocking: { label: 'Blocks writes', icon: Ban, tone: 'staged', meaning: 'Readers or writers wait for longer than a moment.' },
  data_dependent: { label: 'Depends on data', icon: Hourglass, tone: 'staged', meaning: 'It fails when the rows that are there do not fit.' },
  breaking: { label: 'Breaks programs', icon: ShieldAlert, tone: 'info', meaning: 'A program that knows the schema before no longer works.' },
  instant: { label: 'Instant', icon: Zap, tone: 'added', meaning: 'Only the catalogue changes, for a moment; no program notices.' },
};

/** The worst that a change does, as a small label. */
export function RiskChip({ risk }: { risk: Risk }) {
  const { label, icon, tone, meaning } = risks[risk];
  return (
    <Chip tone={tone} icon={icon} title={meaning}>
      {label}
    </Chip>
  );
}

/** The reasons to look twice, a line each. */
export function HazardList({ hazards }: { hazards: { kind: HazardKind; message: string }[] }) {
  if (!hazards.length) return null;
  return (
    <ul className="flex flex-col gap-1.5">
      {hazards.map(({ kind, message }) => {
        const { icon: Icon, tone, label } = risks[kind];
        const ink = { danger: 'text-danger-ink', staged: 'text-staged-ink', info: 'text-info-ink', added: 'text-added-ink', neutral: '', accent: '', violet: '' }[tone];
        return (
          <li key={kind + message} className="flex items-start gap-2 text-sm">
            <Icon size={14} className={`mt-[3px] shrink-0 ${ink}`} aria-label={label} />
            <span className="min-w-0 break-words">{message}</span>
          </li>
        );
      })}
    </ul>
  );
}

const signs = { '+': 'text-added-ink', '-': 'text-danger-ink', '~': 'text-staged-ink' } as const;
const words = { '+': 'created', '-': 'dropped', '~': 'changed' } as const;

/** The sign in front of a change: plus, minus or tilde, in its colour. */
export function Sign({ sign }: { sign: '+' | '-' | '~' }) {
  return (
    <span className={`w-3 shrink-0 text-center font-mono font-semibold ${signs[sign]}`}>
      <span aria-hidden>{sign === '-' ? '−' : sign}</span>
      <span className="sr-only">{words[sign]}</span>
    </span>
  );
}
