import { HeartPulse } from 'lucide-react';
import type { FindingKind, Health } from '@/api/health';
import { EmptyState, Section, Select } from '@/kit';
import { useSearch } from '@/app/router';
import { at, counted } from '../shared/formats';
import { Finding, kinds } from './Finding';

/** Everything that somebody should mend, the worst first, by kind. */
export function Findings({ health }: { health: Health }) {
  const [kind, setKind] = useSearch('kind');
  const groups = Map.groupBy(health.findings, (finding) => finding.kind);
  const shown = kind && groups.has(kind as FindingKind) ? [[kind as FindingKind, groups.get(kind as FindingKind) ?? []] as const] : [...groups];
  if (!health.findings.length) {
    return (
      <EmptyState icon={HeartPulse} title="Nothing to mend">
        No invalid, duplicate or unused index, no foreign key without one, no constraint that was never checked, no sequence that runs out, no dead rows worth a word.
      </EmptyState>
    );
  }
  return (
    <div className="flex flex-col gap-4 p-4 sm:px-6">
      <div className="flex flex-wrap items-center gap-3 text-sm text-muted">
        <span className="min-w-0 flex-1">
          {counted(health.findings.length, 'finding')}
          {health.countedSince && `; uses are counted since ${at(health.countedSince)}`}
        </span>
        <Select aria-label="Kind of finding" value={kind ?? ''} onChange={(event) => setKind(event.target.value || null)}>
          <option value="">All kinds</option>
          {[...groups].map(([one, members]) => (
            <option key={one} value={one}>
              {kinds[one].label} ({members.length})
            </option>
          ))}
        </Select>
      </div>
      {shown.map(([one, members]) => (
        <Section key={one} title={`${kinds[one].label} (${members.length})`} flush>
          <div className="divide-y divide-line">
            {members.map((finding) => (
              <Finding key={finding.subject} finding={finding} />
            ))}
          </div>
        </Section>
      ))}
    </div>
  );
}
