import { ArrowLeft, ArrowLeftRight, GitCompareArrows, Network } from 'lucide-react';
import { useGet } from '@/api/query';
import type { PointComparison, Timeline } from '@/api/timeline';
import { FooterContent } from '@/app/Footer';
import { address, go, Link, setSearch, useSearch } from '@/app/router';
import { Button, Code, EmptyState, ErrorState, IconButton, Notice, PageHeader, SkeletonLines, Tabs } from '@/kit';
import { counted, duration } from '../shared/formats';
import { SqlView } from '../shared/SqlView';
import { Things } from '../shared/Things';
import { labelOf, PointSelect, usePoints } from './points';
import { useTimeline } from './useTimeline';

/** Any two points of the timeline, the code and the databases among them, as a diff and as SQL. */
export default function ComparePage() {
  const { data: timeline, error, refetch } = useTimeline();
  if (error && !timeline) return <ErrorState problem={error} onRetry={() => void refetch()} />;
  return timeline ? <Compare timeline={timeline} /> : <SkeletonLines className="p-6" lines={8} />;
}

function Compare({ timeline }: { timeline: Timeline }) {
  const points = usePoints(timeline);
  const [given, setFrom] = useSearch('from');
  const [wanted, setTo] = useSearch('to');
  const from = given ?? (timeline.migrations.some(({ at }) => at) ? 'ran' : 'empty');
  const to = wanted ?? 'code';
  return (
    <>
      <PageHeader
        title="Compare"
        description={
          <Link to={address('/timeline')} className="inline-flex items-center gap-1 hover:text-ink hover:underline">
            <ArrowLeft size={13} aria-hidden /> Timeline
          </Link>
        }
      />
      <div className="flex flex-wrap items-end gap-2 border-b border-line bg-surface px-4 py-2 sm:px-6">
        <PointSelect label="From" value={from} points={points} onChange={setFrom} />
        <IconButton icon={ArrowLeftRight} label="The other way round" onClick={() => setSearch({ from: to, to: from })} />
        <PointSelect label="To" value={to} points={points} onChange={setTo} />
        <Button icon={Network} onClick={() => go(address('/diagram', { from, to }))}>
          In the diagram
        </Button>
      </div>
      {from === to ? (
        <EmptyState icon={GitCompareArrows} title="Twice the same">
          Choose two points that differ.
        </EmptyState>
      ) : (
        <Result from={from} to={to} labels={[labelOf(from, points), labelOf(to, points)]} />
      )}
    </>
  );
}

function Result({ from, to, labels }: { from: string; to: string; labels: [string, string] }) {
  const [view, setView] = useSearch('view');
  const { data, error, refetch, isFetching } = useGet<PointComparison>('/api/compare', { from, to }, { staleTime: 0 });
  if (error) return <ErrorState problem={error} onRetry={() => void refetch()} />;
  if (!data) return <SkeletonLines className="p-6" lines={10} />;
  if (!data.changes.length) {
    return (
      <EmptyState icon={GitCompareArrows} title="No difference">
        The two have the same schema.
        {data.remarks.map((remark) => (
          <p key={remark} className="mt-2">
            {remark}
          </p>
        ))}
      </EmptyState>
    );
  }
  return (
    <>
      <div className="flex flex-col gap-2 px-4 pt-3 empty:hidden sm:px-6">
        {data.remarks.map((remark) => (
          <Notice key={remark} tone="staged">
            {remark}
          </Notice>
        ))}
      </div>
      <Tabs
        fill
        label="The difference"
        value={view ?? 'diff'}
        onChange={(id) => setView(id === 'diff' ? null : id, { replace: true })}
        tabs={[
          { id: 'diff', label: 'Diff', panel: <Things changes={data.changes} things={data.things} labels={labels} none="No difference." /> },
          { id: 'sql', label: 'SQL', panel: <SqlView sql={data.sql} empty="Nothing is to be run." /> },
          { id: 'script', label: 'Script', panel: <div className="p-4"><Code title="For psql">{data.script.trim()}</Code></div> },
        ]}
      />
      <FooterContent>
        <span>{counted(data.changes.length, 'change')}</span>
        <span className="text-faint">compared in {duration(data.milliseconds)}</span>
        {isFetching && <span role="status">comparing</span>}
      </FooterContent>
    </>
  );
}
