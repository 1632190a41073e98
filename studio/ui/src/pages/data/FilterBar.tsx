import { Check, Code2, ListFilter, Plus, X } from 'lucide-react';
import { useEffect, useRef, useState, type FormEvent, type KeyboardEvent } from 'react';
import type { Filter, FilterOperator } from '@/api/rows';
import type { Relation } from '@/api/schema';
import { Button, classes, IconButton, Select, TextField } from '@/kit';
import { filterOf, operatorsFor, takesValue, typedOf } from './operators';
import { familyOf } from './family';
import { changeView, type View } from './view';

/** The filters of a table as pills, and a condition in SQL beside them. */
export function FilterBar({ relation, view, editing, onEditing }: {
  relation: Relation;
  view: View;
  /** The filter whose form is open: its place, or `new:column` for one that is being made. */
  editing: string | null;
  onEditing: (place: string | null) => void;
}) {
  const [raw, setRaw] = useState(false);
  const { filters } = view;

  function keep(place: number, filter: Filter) {
    changeView({ filters: place < filters.length ? filters.map((one, at) => (at === place ? filter : one)) : [...filters, filter] });
    onEditing(null);
  }

  const fresh = editing?.startsWith('new:') ? editing.slice(4) : null;
  return (
    <div role="group" aria-label="Filters" className="flex min-h-9 shrink-0 flex-wrap items-center gap-1.5 border-b border-line bg-surface px-3 py-1">
      <ListFilter size={14} className="text-faint" aria-hidden />
      {filters.map((filter, place) =>
        editing === String(place) ? (
          <FilterForm key={place} relation={relation} filter={filter} onKeep={(next) => keep(place, next)} onCancel={() => onEditing(null)} />
        ) : (
          <Pill key={place} filter={filter} onEdit={() => onEditing(String(place))} onRemove={() => changeView({ filters: filters.filter((_, at) => at !== place) })} />
        ),
      )}
      {fresh !== null ? (
        <FilterForm relation={relation} filter={{ column: fresh, op: '=' }} fresh onKeep={(next) => keep(filters.length, next)} onCancel={() => onEditing(null)} />
      ) : (
        <Button small tone="quiet" icon={Plus} keys="/" onClick={() => onEditing('new:')}>
          Filter
        </Button>
      )}
      {raw || view.where ? (
        <WhereField where={view.where} onClose={() => setRaw(false)} autoFocus={raw} />
      ) : (
        <Button small tone="quiet" icon={Code2} onClick={() => setRaw(true)}>
          WHERE
        </Button>
      )}
      {filters.length + (view.where ? 1 : 0) > 1 && (
        <Button small tone="quiet" onClick={() => changeView({ filters: [], where: '' })}>
          Clear all
        </Button>
      )}
    </div>
  );
}

function Pill({ filter, onEdit, onRemove }: { filter: Filter; onEdit: () => void; onRemove: () => void }) {
  return (
    <span className="flex h-6 max-w-full items-center rounded-md border border-accent/40 bg-accent-soft text-xs text-accent-ink">
      <button type="button" onClick={onEdit} aria-label={`Filter ${filter.column} ${filter.op} ${typedOf(filter)}`} className="flex h-full min-w-0 items-center gap-1 rounded-l-md pr-1 pl-2 hover:bg-hover">
        <span className="font-semibold">{filter.column}</span>
        <span>{filter.op}</span>
        {takesValue(filter.op) && <span className="max-w-60 truncate font-mono">{typedOf(filter) || "''"}</span>}
      </button>
      <button type="button" onClick={onRemove} aria-label={`Remove the filter on ${filter.column}`} className="flex h-full items-center rounded-r-md px-1 hover:bg-hover">
        <X size={12} aria-hidden />
      </button>
    </span>
  );
}

function FilterForm({ relation, filter, fresh, onKeep, onCancel }: { relation: Relation; filter: Filter; fresh?: boolean; onKeep: (filter: Filter) => void; onCancel: () => void }) {
  const [name, setName] = useState(filter.column || relation.columns[0]?.name || '');
  const column = relation.columns.find((one) => one.name === name);
  const operators = column ? operatorsFor(column) : [];
  const [wanted, setOp] = useState<FilterOperator | null>(fresh ? null : filter.op);
  const op = wanted && operators.includes(wanted) ? wanted : (operators[0] ?? '=');
  const [typed, setTyped] = useState(typedOf(filter));
  const form = useRef<HTMLFormElement>(null);
  const startsAtColumn = fresh && !filter.column;

  useEffect(() => {
    const fields = form.current?.querySelectorAll<HTMLElement>('select, input');
    const start = startsAtColumn ? fields?.[0] : fields?.[fields.length - 1];
    start?.focus();
  }, [startsAtColumn]);

  function onSubmit(event: FormEvent) {
    event.preventDefault();
    if (column) onKeep(filterOf(name, op, typed));
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Escape') {
      event.stopPropagation();
      onCancel();
    } else if (event.key === 'Enter' && event.target instanceof HTMLSelectElement) {
      event.preventDefault();
      form.current?.requestSubmit();
    }
  }

  const small = 'h-6 text-xs';
  return (
    <form ref={form} aria-label="Filter" onSubmit={onSubmit} onKeyDown={onKeyDown} className="flex flex-wrap items-center gap-1 rounded-md">
      <Select aria-label="Column" value={name} onChange={(event) => setName(event.target.value)} className={small}>
        {relation.columns.map((one) => (
          <option key={one.name}>{one.name}</option>
        ))}
      </Select>
      <Select aria-label="Operator" value={op} onChange={(event) => setOp(event.target.value as FilterOperator)} className={small}>
        {operators.map((one) => (
          <option key={one}>{one}</option>
        ))}
      </Select>
      {takesValue(op) &&
        (column && familyOf(column) === 'enum' && op !== 'in' ? (
          <Select aria-label="Value" value={typed} onChange={(event) => setTyped(event.target.value)} className={small}>
            {!column.labels.includes(typed) && <option value={typed}>{typed}</option>}
            {column.labels.map((label) => (
              <option key={label}>{label}</option>
            ))}
          </Select>
        ) : (
          <TextField aria-label="Value" value={typed} onChange={(event) => setTyped(event.target.value)} placeholder={op === 'in' ? 'one, two, three' : 'value'} className={classes(small, 'w-40 font-mono')} />
        ))}
      <IconButton icon={Check} label="Apply filter" keys="Enter" small type="submit" />
      <IconButton icon={X} label="Cancel" keys="Escape" small onClick={onCancel} />
    </form>
  );
}

function WhereField({ where, onClose, autoFocus }: { where: string; onClose: () => void; autoFocus: boolean }) {
  const [text, setText] = useState(where);
  const [told, setTold] = useState(where);
  if (told !== where) {
    setTold(where);
    setText(where);
  }
  return (
    <form
      aria-label="Condition in SQL"
      onSubmit={(event) => {
        event.preventDefault();
        changeView({ where: text.trim() });
      }}
      className="flex min-w-56 flex-1 items-center gap-1"
    >
      <span className="font-mono text-xs font-medium text-violet-ink">WHERE</span>
      <TextField
        aria-label="WHERE"
        autoFocus={autoFocus}
        value={text}
        placeholder="total > 100 AND placed_at > now() - interval '1 day'"
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.stopPropagation();
          setText(where);
          if (!where) onClose();
        }}
        className="h-6 min-w-0 flex-1 font-mono text-xs"
      />
      {text.trim() !== where && <IconButton icon={Check} label="Apply condition" keys="Enter" small type="submit" />}
      <IconButton
        icon={X}
        label="Remove the condition"
        small
        onClick={() => {
          changeView({ where: '' });
          onClose();
        }}
      />
    </form>
  );
}
