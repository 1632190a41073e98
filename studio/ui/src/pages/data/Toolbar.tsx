import { Columns3, Download, Ellipsis, FileUp, Lock, PanelRight, Plus, RotateCw, Undo2 } from 'lucide-react';
import type { Relation } from '@/api/schema';
import { useApi } from '@/app/environment';
import { Button, Chip, classes, IconButton, Menu, Tooltip, type MenuEntry } from '@/kit';
import { bytes, counted } from '@/pages/shared/formats';
import { kindIcons } from './RelationTree';
import { RowTotal } from './RowTotal';
import { tally, type Staged } from './staged/staged';
import { rowParameters } from './useRows';
import { changeView, type View } from './view';
import { ViewsMenu } from './ViewsMenu';

export interface ToolbarProps {
  relation: Relation;
  view: View;
  estimate: number | null;
  staged: Staged;
  /** Why rows cannot be changed here; null when they can. */
  fixed: string | null;
  loading: boolean;
  panelOpen: boolean;
  onInsert: () => void;
  onReview: () => void;
  onUndo: () => void;
  onImport: () => void;
  onReload: () => void;
  onPanel: () => void;
  onPasteRows: () => void;
}

/** What can be done with a table as a whole. */
export function Toolbar(props: ToolbarProps) {
  const { relation, fixed, staged } = props;
  const Icon = kindIcons[relation.kind];
  const counts = tally(staged);
  return (
    <div role="toolbar" aria-label={`${relation.schema}.${relation.name}`} className="flex min-h-12 shrink-0 flex-wrap items-center gap-x-2 gap-y-1 border-b border-line bg-surface px-3 py-1.5">
      <Icon size={16} className="shrink-0 text-faint" aria-label={relation.kind} role="img" />
      <h1 className="min-w-0 truncate text-base font-semibold" title={relation.comment || undefined}>
        <span className="font-normal text-faint max-md:hidden">{relation.schema}.</span>
        {relation.name}
      </h1>
      <RowTotal relation={relation} view={props.view} estimate={props.estimate} />
      {relation.bytes !== null && relation.bytes > 0 && <span className="text-xs text-faint tabular max-lg:hidden">{bytes(relation.bytes)}</span>}
      {fixed && (
        <Tooltip text={fixed}>
          <span tabIndex={0} className="flex min-w-24 flex-1 basis-0 items-center gap-2">
            <Chip tone="staged" icon={Lock}>
              Read-only
            </Chip>
            <span className="min-w-0 truncate text-xs text-muted max-lg:sr-only">{fixed}</span>
          </span>
        </Tooltip>
      )}
      {!fixed && <div className="flex-1" />}
      {staged.length > 0 && (
        <>
          <IconButton icon={Undo2} label="Undo" keys="Mod+Z" onClick={props.onUndo} />
          <Button tone="primary" onClick={props.onReview} keys="Mod+S" aria-label={`Review ${counted(staged.length, 'change')}`}>
            Review
            <span className="flex items-center gap-1.5 text-xs tabular" aria-hidden>
              {counts.insert > 0 && <span>+{counts.insert}</span>}
              {counts.update > 0 && <span>~{counts.update}</span>}
              {counts.delete > 0 && <span>−{counts.delete}</span>}
            </span>
          </Button>
        </>
      )}
      {!fixed && (
        <Button icon={Plus} onClick={props.onInsert} aria-label="Insert row" className="max-sm:hidden">
          <span className="max-lg:hidden">Insert</span>
        </Button>
      )}
      <ViewsMenu relation={relation} view={props.view} />
      <ColumnsMenu relation={relation} view={props.view} />
      <ExportMenu relation={relation} view={props.view} />
      {!fixed && (
        <Menu
          align="end"
          label="More"
          trigger={<IconButton icon={Ellipsis} label="More" className="max-sm:hidden" />}
          entries={[
            { label: 'Import a file', icon: FileUp, onSelect: props.onImport },
            { label: 'Paste as new rows', icon: Plus, onSelect: props.onPasteRows },
          ]}
        />
      )}
      <IconButton icon={RotateCw} label="Reload rows" keys="r" onClick={props.onReload} className={classes('max-sm:hidden', props.loading && '[&>svg]:animate-spin')} />
      <IconButton icon={PanelRight} label="Details" keys="Space" pressed={props.panelOpen} onClick={props.onPanel} />
    </div>
  );
}

function ColumnsMenu({ relation, view }: { relation: Relation; view: View }) {
  const entries: MenuEntry[] = [
    { kind: 'title', label: 'Shown columns' },
    ...relation.columns.map(
      (column): MenuEntry => ({
        kind: 'check',
        label: column.name,
        checked: !view.hidden.includes(column.name),
        disabled: !view.hidden.includes(column.name) && view.hidden.length === relation.columns.length - 1,
        onSelect: (shown) => changeView({ hidden: shown ? view.hidden.filter((name) => name !== column.name) : [...view.hidden, column.name] }),
      }),
    ),
    { kind: 'line' },
    { label: 'Show all', disabled: view.hidden.length === 0, onSelect: () => changeView({ hidden: [] }) },
  ];
  return (
    <Menu
      label="Columns"
      align="end"
      entries={entries}
      trigger={
        <Button tone="quiet" icon={Columns3} aria-label="Columns">
          <span className="max-2xl:hidden">Columns</span>
          {view.hidden.length > 0 && <span className="text-xs text-faint tabular">−{view.hidden.length}</span>}
        </Button>
      }
    />
  );
}

function ExportMenu({ relation, view }: { relation: Relation; view: View }) {
  const api = useApi();
  const asked = view.filters.length || view.where ? 'The rows that the filters leave' : 'All rows';
  const save = (format: string) => {
    const link = document.createElement('a');
    link.href = api.url('/api/export', { ...rowParameters(relation, view), format });
    link.download = '';
    link.click();
  };
  return (
    <Menu
      label="Export"
      align="end"
      trigger={
        <Button tone="quiet" icon={Download} aria-label="Export">
          <span className="max-2xl:hidden">Export</span>
        </Button>
      }
      entries={[
        { kind: 'title', label: asked },
        { label: 'CSV', onSelect: () => save('csv'), hint: 'for spreadsheets' },
        { label: 'JSON', onSelect: () => save('json'), hint: 'a list of objects' },
        { label: 'SQL', onSelect: () => save('sql'), hint: 'INSERT statements' },
      ]}
    />
  );
}
