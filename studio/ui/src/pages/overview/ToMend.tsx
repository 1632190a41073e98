import type { Health } from '@/api/health';
import { useGet } from '@/api/query';
import { address, Link } from '@/app/router';
import { Chip, Section } from '@/kit';
import { severities } from '../health/severities';
import { More } from './More';

const shownFindings = 3;

/** The worst of what somebody should mend. */
export function ToMend() {
  const { data: health } = useGet<Health>('/api/health');
  if (!health?.supported) return null;
  const { findings } = health;
  return (
    <Section title="To mend" actions={findings.length > 0 && <More to="/health">All {findings.length}</More>} flush>
      {findings.length ? (
        <ul className="divide-y divide-line">
          {findings.slice(0, shownFindings).map((finding) => (
            <li key={finding.kind + finding.subject}>
              <Link to={address('/health', { kind: finding.kind })} className="flex items-start gap-x-3 gap-y-1.5 px-4 py-2.5 text-sm hover:bg-hover max-sm:flex-col">
                <span className="min-w-0 flex-1 break-words">{finding.what}</span>
                <Chip tone={severities[finding.severity].tone}>{severities[finding.severity].label}</Chip>
              </Link>
            </li>
          ))}
        </ul>
      ) : (
        <p className="p-4 text-sm text-muted">Indexes, constraints, sequences and dead rows are as they should be.</p>
      )}
    </Section>
  );
}
