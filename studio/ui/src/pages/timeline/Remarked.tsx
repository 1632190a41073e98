import type { MigrationRemark } from '@/api/timeline';
import { at } from '../shared/formats';

/** What happened to a migration or a script beside running: what failed, and what people said of it. */
export function Remarked({ remarks }: { remarks: MigrationRemark[] }) {
  return remarks.map((remark) => (
    <p key={remark.at + remark.kind} className="text-sm text-muted">
      <span className="font-medium text-ink">{remark.kind}</span> by {remark.by} on {at(remark.at)}: {remark.text}
    </p>
  ));
}
