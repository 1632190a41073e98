import { FileClock, FilePlus2, GitCompareArrows, Play } from 'lucide-react';
import { lazy, useCallback, useEffect, useMemo, useState } from 'react';
import { setBadge } from '@/app/badges';
import { useCommands, type Command } from '@/app/commands';
import { useEnvironment } from '@/app/environment';
import { FooterContent } from '@/app/Footer';
import { address, go } from '@/app/router';
import { Button, EmptyState, ErrorState, PageHeader, SkeletonLines } from '@/kit';
import { counted } from '../shared/formats';
import { Guarded } from '../shared/Guarded';
import { ApplyDialog } from './ApplyDialog';
import { Migrations } from './Migrations';
import { useTimeline } from './useTimeline';

const ComparePage = lazy(() => import('./ComparePage'));

/** Every migration with how it stands here and in the other environments; and under `compare`, any two points against each other. */
export default function TimelinePage({ rest }: { rest: string[] }) {
  return rest[0] === 'compare' ? <ComparePage /> : <TimelineNow />;
}

function TimelineNow() {
  const { data: timeline, error, refetch } = useTimeline();
  const environment = useEnvironment();
  const [to, setTo] = useState<string | true | null>(null);
  const applyAll = useCallback(() => setTo(true), []);
  const reason = environment.readOnly ? (environment.readOnlyReason ?? 'This database is shown read-only.') : null;

  useEffect(() => {
    if (timeline) setBadge('timeline', timeline.pending);
  }, [timeline]);

  if (error && !timeline) return <ErrorState problem={error} onRetry={() => void refetch()} />;
  return (
    <>
      <PageHeader
        title="Timeline"
        description={timeline ? `${timeline.folder} in ${timeline.database}` : 'The migrations as they stand in the database'}
        actions={
          timeline && (
            <>
              <Button icon={GitCompareArrows} onClick={() => go(address('/timeline/compare'))}>
                Compare
              </Button>
              {timeline.pending > 0 && (
                <Guarded reason={reason}>
                  <Button tone="primary" icon={Play} disabled={!!reason} onClick={applyAll}>
                    Apply {timeline.pending === 1 ? 'the pending one' : `all ${timeline.pending} pending`}
                  </Button>
                </Guarded>
              )}
            </>
          )
        }
      />
      {!timeline ? <SkeletonLines className="p-6" lines={10} /> : timeline.migrations.length + timeline.repeatables.length + timeline.hooks.length ? <Migrations timeline={timeline} onApply={setTo} /> : <NoMigrations />}
      <Keys onApply={reason || !timeline?.pending ? null : applyAll} />
      {timeline && (
        <>
          <ApplyDialog to={to} onClose={() => setTo(null)} approval={timeline.protected ? timeline.approval : undefined} outOfOrder={timeline.migrations.some((one) => one.state === 'out_of_order')} />
          <FooterContent>
            <span>{counted(timeline.migrations.length, 'migration')}</span>
            <span className="text-faint">{timeline.pending ? `${timeline.pending} pending` : 'nothing pending'}</span>
          </FooterContent>
        </>
      )}
    </>
  );
}

function NoMigrations() {
  return (
    <EmptyState
      icon={FileClock}
      title="There are no migrations yet"
      actions={
        <Button icon={FilePlus2} onClick={() => go(address('/changes'))}>
          Go to Changes
        </Button>
      }
    >
      The first one is generated from the changes between the code and what the migrations lead to, which is nothing so far.
    </EmptyState>
  );
}

function Keys({ onApply }: { onApply: (() => void) | null }) {
  const commands = useMemo(
    (): Command[] => [
      { id: 'timeline-compare', title: 'Compare two points', group: 'Timeline', icon: GitCompareArrows, keys: 'c', run: () => go(address('/timeline/compare')) },
      ...(onApply ? [{ id: 'timeline-apply', title: 'Apply all that is pending', group: 'Timeline', icon: Play, keys: 'a', run: onApply }] : []),
    ],
    [onApply],
  );
  useCommands(commands);
  return null;
}
