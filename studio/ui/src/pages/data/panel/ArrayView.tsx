import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react';
import { Button, IconButton, TextField } from '@/kit';
import { arrayItems, arrayText } from '../literals';

/** The items of an array, one a line; changed in place when it may be. */
export function ArrayView({ text, onChange }: { text: string; onChange: ((text: string) => void) | null }) {
  const items = arrayItems(text);
  if (!items) return <pre className="font-mono text-xs break-words whitespace-pre-wrap">{text}</pre>;
  const become = (next: (string | null)[]) => onChange?.(arrayText(next));
  const swap = (place: number, other: number) => {
    const next = [...items];
    [next[place], next[other]] = [next[other] ?? null, next[place] ?? null];
    become(next);
  };
  return (
    <div className="flex flex-col gap-2">
      {items.length === 0 && <p className="text-sm text-faint italic">The array has no items.</p>}
      <ol className="flex flex-col gap-1">
        {items.slice(0, 500).map((item, place) => (
          <li key={place} className="flex items-center gap-1">
            <span className="w-6 shrink-0 text-right font-mono text-xs text-faint">{place + 1}</span>
            {onChange ? (
              <>
                <TextField
                  aria-label={`Item ${place + 1}`}
                  value={item ?? ''}
                  placeholder={item === null ? 'NULL' : 'empty'}
                  onChange={(event) => become(items.map((one, at) => (at === place ? event.target.value : one)))}
                  className="h-6 flex-1 font-mono text-xs"
                />
                <IconButton small icon={ArrowUp} label={`Move item ${place + 1} up`} disabled={place === 0} onClick={() => swap(place, place - 1)} />
                <IconButton small icon={ArrowDown} label={`Move item ${place + 1} down`} disabled={place === items.length - 1} onClick={() => swap(place, place + 1)} />
                <IconButton small icon={Trash2} label={`Remove item ${place + 1}`} onClick={() => become(items.filter((_, at) => at !== place))} />
              </>
            ) : (
              <span className="min-w-0 font-mono text-xs break-words">{item ?? <em className="text-faint">NULL</em>}</span>
            )}
          </li>
        ))}
      </ol>
      {onChange && (
        <div className="flex gap-2">
          <Button small icon={Plus} onClick={() => become([...items, ''])}>
            Item
          </Button>
          <Button small icon={Plus} onClick={() => become([...items, null])}>
            NULL
          </Button>
        </div>
      )}
    </div>
  );
}
