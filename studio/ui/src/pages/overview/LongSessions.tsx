import type { Session } from '@/api/health';
import { Chip, Section, Sql } from '@/kit';
import { duration } from '../shared/formats';
import { More } from './More';

/** Transactions that are open for long, and those who wait for them. */
export function LongSessions({ sessions }: { sessions: Session[] }) {
  return (
    <Section title="Open for long" actions={<More to="/health?view=sessions">Sessions and locks</More>}>
      <ul className="flex flex-col gap-3">
        {sessions.map((session) => (
          <li key={session.id} className="min-w-0 text-sm">
            <div className="flex flex-wrap items-center gap-2">
              <span className="font-medium">{session.user}</span>
              <span className="text-muted">
                {session.application || 'unnamed'}, {session.state}
              </span>
              {session.blockedBy.length > 0 && <Chip tone="danger">waits for {session.blockedBy.join(', ')}</Chip>}
              <span className="tabular text-xs text-faint">{duration((session.transactionSeconds ?? 0) * 1000)}</span>
            </div>
            <div className="truncate font-mono text-xs text-faint">
              <Sql>{session.query}</Sql>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
