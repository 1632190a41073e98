import { useMemo } from 'react';
import type { TableSize } from '@/api/health';
import { address, go, Link, pathOf, useSearch } from '@/app/router';
import { classes, SearchField, Table, type TableColumn } from '@/kit';
import { ago, bytes, count, exactly } from '../shared/formats';

type Order = 'bytes' | 'rows' | 'dead' | 'name';

const orders: Record<Order, (one: TableSize, other: TableSize) => number> = {
  bytes: (one, other) => other.bytes - one.bytes,
  rows: (one, other) => other.estimatedRows - one.estimatedRows,
  dead: (one, other) => other.deadRows - one.deadRows,
  name: (one, other) => `${one.schema}.${one.name}`.localeCompare(`${other.schema}.${other.name}`),
};

/** How big the tables are, what their indexes take, and when somebody last cleared up. */
export function Sizes({ tables }: { tables: TableSize[] }) {
  const [order, setOrder] = useSearch('order');
  const [search, setSearch] = useSearch('search');
  const by = (order as Order) in orders ? (order as Order) : 'bytes';
  const most = Math.max(1, ...tables.map((table) => table.bytes));
  const rows = useMemo(
    () => tables.filter((table) => !search || `${table.schema}.${table.name}`.includes(search)).toSorted(orders[by]),
    [tables, by, search],
  );
  const head = (id: Order, label: string) => (
    <button type="button" onClick={() => setOrder(id)} aria-pressed={by === id} className={classes('rounded-sm px-1 hover:text-ink', by === id && 'font-semibold text-ink')}>
      {label}
    </button>
  );
  const columns: TableColumn<TableSize>[] = [
    {
      id: 'name',
      label: head('name', 'Table'),
      cell: ({ schema, name }) => (
        <Link to={address(pathOf('data', schema, name))} className="font-mono text-xs hover:text-accent-ink hover:underline">
          <span className="text-faint">{schema}.</span>
          {name}
        </Link>
      ),
    },
    { id: 'rows', label: head('rows', 'Rows, about'), align: 'end', cell: ({ estimatedRows }) => (estimatedRows < 0 ? <span className="text-faint">not counted</span> : count(estimatedRows)) },
    {
      id: 'share',
      label: <span className="sr-only">Share</span>,
      className: 'w-40 min-w-24',
      cell: (table) => (
        <span className="block h-2 overflow-hidden rounded-full bg-sunken" title={`${bytes(table.tableBytes)} of rows, ${bytes(table.indexBytes)} of indexes`}>
          <span className="flex h-full" style={{ width: `${Math.max(1, (table.bytes / most) * 100)}%` }}>
            <span className="bg-accent" style={{ flexGrow: table.tableBytes }} />
            <span className="bg-violet/60" style={{ flexGrow: table.indexBytes }} />
          </span>
        </span>
      ),
    },
    { id: 'bytes', label: head('bytes', 'Size'), align: 'end', cell: (table) => bytes(table.bytes) },
    { id: 'indexes', label: 'Indexes', align: 'end', cell: (table) => bytes(table.indexBytes) },
    { id: 'dead', label: head('dead', 'Dead rows'), align: 'end', cell: (table) => (table.deadRows ? count(table.deadRows) : <span className="text-faint">0</span>) },
    { id: 'vacuum', label: 'Vacuum', cell: ({ lastVacuum }) => <Past time={lastVacuum} /> },
    { id: 'analyze', label: 'Analyze', cell: ({ lastAnalyze }) => <Past time={lastAnalyze} /> },
  ];
  return (
    <div className="flex flex-col gap-3 p-4 sm:px-6">
      <div className="flex flex-wrap items-center gap-4 text-xs text-muted">
        <SearchField label="Search tables" value={search ?? ''} onChange={(text) => setSearch(text || null, { replace: true })} className="w-64 max-sm:w-full" />
        <span className="flex items-center gap-1.5">
          <span className="size-2 rounded-full bg-accent" aria-hidden /> rows
        </span>
        <span className="flex items-center gap-1.5">
          <span className="size-2 rounded-full bg-violet/60" aria-hidden /> indexes
        </span>
      </div>
      <Table label="Sizes of tables" columns={columns} rows={rows} id={(table) => `${table.schema}.${table.name}`} onSelect={({ schema, name }) => go(address(pathOf('data', schema, name)))} empty="No table is called that." />
    </div>
  );
}

function Past({ time }: { time: string | undefined }) {
  return time ? <span title={exactly(time)}>{ago(time)}</span> : <span className="text-faint">never</span>;
}
