import { Diff, ImageDown, LayoutGrid } from 'lucide-react';
import { Button, Menu, Select } from '@/kit';
import type { Detail } from './card';
import { show, type Hops, type View } from './view';

export interface ToolsProps {
  readonly view: View;
  readonly partial: boolean;
  readonly moved: boolean;
  readonly onTidy: () => void;
  readonly onSvg: () => void;
  readonly onPng: () => void;
  readonly onMermaid: () => void;
}

/** What can be done with the whole picture. */
export function Tools({ view, partial, moved, onTidy, onSvg, onPng, onMermaid }: ToolsProps) {
  return (
    <>
      {partial && (
        <Select aria-label="How far around" value={String(view.hops)} onChange={(event) => show({ hops: hopsOf(event.target.value) })}>
          <option value="0">Only these</option>
          <option value="1">And neighbours</option>
          <option value="2">Two keys away</option>
          <option value="all">All that hangs on them</option>
        </Select>
      )}
      <Select aria-label="Detail" value={view.detail} onChange={(event) => show({ detail: event.target.value as Detail })}>
        <option value="columns">All columns</option>
        <option value="keys">Keys only</option>
        <option value="names">Names only</option>
      </Select>
      <Button icon={Diff} aria-pressed={view.changes} className={view.changes ? 'bg-accent-soft text-accent-ink' : ''} onClick={() => show({ changes: !view.changes })}>
        Changes
      </Button>
      <Button icon={LayoutGrid} disabled={!moved} onClick={onTidy}>
        Tidy
      </Button>
      <Menu
        trigger={<Button icon={ImageDown}>Export</Button>}
        entries={[
          { label: 'As SVG', onSelect: onSvg },
          { label: 'As PNG', onSelect: onPng },
          { label: 'As Mermaid text', onSelect: onMermaid },
        ]}
      />
    </>
  );
}

function hopsOf(text: string): Hops {
  return text === 'all' ? 'all' : text === '0' ? 0 : text === '2' ? 2 : 1;
}
