import type { ReactNode } from 'react';
import type { ChangesReport, DataReport } from '@/api/changes';
import { useGet } from '@/api/query';
import { useSearch } from '@/app/router';
import { Notice, ProblemNotice, SkeletonLines, Tabs } from '@/kit';
import { DdlDiff } from '../shared/DdlDiff';
import { Answered } from './Questions';
import { ChangeTree } from './ChangeTree';
import { ChoiceBar } from './ChoiceBar';
import { ImpactPanel } from './ImpactPanel';
import { SqlView } from '../shared/SqlView';
import type { Choice } from './useChoice';
import { usePart } from './usePart';

/** What could not be compared as well as one would wish. */
export function Remarks({ remarks }: { remarks: string[] }) {
  return remarks.map((remark) => (
    <Notice key={remark} tone="staged" className="mt-3 text-left">
      {remark}
    </Notice>
  ));
}

/** The list, the change, and what it means; under each other on a phone. */
export function Comparison({ report, selected, onSelect, choice }: { report: ChangesReport; selected: string | undefined; onSelect: (id: string) => void; choice: Choice }) {
  const data = useGet<DataReport>('/api/changes/data', {}, { staleTime: 0 });
  const change = report.changes.find((one) => one.id === selected);
  if (!change) return null;
  const statements = report.up.statements.filter((statement) => statement.serves.includes(change.id));
  return (
    <div className="flex min-h-0 flex-1 max-lg:flex-col max-lg:overflow-auto">
      <div className="flex w-72 shrink-0 flex-col border-r border-line bg-surface max-lg:max-h-80 max-lg:w-full max-lg:border-r-0 max-lg:border-b">
        <ChoiceBar choice={choice} />
        <ChangeTree changes={report.changes} data={data.data?.checks} selected={change.id} onSelect={onSelect} choice={choice} />
        <Answered answers={report.answers} />
      </div>
      <div className="flex min-w-0 flex-1 flex-col max-lg:min-h-96 max-lg:shrink-0">
        {report.remarks.length > 0 && (
          <div className="px-4 pt-1">
            <Remarks remarks={report.remarks} />
          </div>
        )}
        <Views report={report} id={change.id} thing={change.thing} choice={choice} />
      </div>
      <aside aria-label="Impact" className="w-80 shrink-0 overflow-auto border-l border-line bg-surface max-lg:w-full max-lg:overflow-visible max-lg:border-t max-lg:border-l-0">
        <ImpactPanel change={change} statements={statements} data={{ data: data.data, error: data.error }} />
      </aside>
    </div>
  );
}

function Views({ report, id, thing, choice }: { report: ChangesReport; id: string; thing: string; choice: Choice }) {
  const [view, setView] = useSearch('view');
  const { part, error } = usePart(report, choice);
  const definition = report.things[thing];
  const sql = (panel: ReactNode) => (error ? <ProblemNotice problem={error} className="m-4" /> : part ? panel : <SkeletonLines className="p-4" lines={8} />);
  return (
    <Tabs
      fill
      label="What changes"
      value={view ?? 'ddl'}
      onChange={(next) => setView(next === 'ddl' ? null : next, { replace: true })}
      tabs={[
        {
          id: 'ddl',
          label: 'Before and after',
          panel: <div className="p-4">{definition && <DdlDiff before={definition.before} after={definition.after} title={thing} />}</div>,
        },
        { id: 'up', label: 'Up SQL', panel: sql(part && <SqlView sql={part.up} serving={id} empty="Nothing is to be run." />) },
        { id: 'down', label: 'Down SQL', panel: sql(part && <SqlView sql={part.down} empty="Nothing is to be taken back." />) },
      ]}
    />
  );
}
