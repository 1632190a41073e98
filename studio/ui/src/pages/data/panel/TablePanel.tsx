import type { Relation } from '@/api/schema';
import { Chip, Code } from '@/kit';

/** What a table is: its columns, keys and indexes. */
export function TablePanel({ relation }: { relation: Relation }) {
  return (
    <div className="flex flex-col gap-4 p-3 text-sm">
      {relation.comment && <p className="text-muted">{relation.comment}</p>}
      <section>
        <h3 className="mb-1 text-xs font-medium text-faint">Columns</h3>
        <ul className="divide-y divide-line rounded-md border border-line">
          {relation.columns.map((column) => (
            <li key={column.name} className="px-3 py-1.5">
              <div className="flex flex-wrap items-baseline gap-x-2">
                <span className="font-medium">{column.name}</span>
                <span className="font-mono text-xs text-muted">{column.type}</span>
                {relation.primaryKey.includes(column.name) && <Chip tone="staged">key</Chip>}
                {column.notNull && <span className="text-xs text-faint">not null</span>}
              </div>
              {column.default && <div className="truncate font-mono text-xs text-faint">default {column.default}</div>}
              {column.comment && <div className="text-xs text-muted">{column.comment}</div>}
            </li>
          ))}
        </ul>
      </section>
      {relation.indexes.length > 0 && (
        <section>
          <h3 className="mb-1 text-xs font-medium text-faint">Indexes</h3>
          <div className="flex flex-col gap-1.5">
            {relation.indexes.map((index) => (
              <Code key={index.name} wrap>
                {index.definition}
              </Code>
            ))}
          </div>
        </section>
      )}
    </div>
  );
}
