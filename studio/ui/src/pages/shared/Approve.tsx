import { useId } from 'react';
import { TextField } from '@/kit';

/** A field into which somebody types a word that shows that the loss of data is meant. */
export function Approve({ word, typed, onType }: { word: string; typed: string; onType: (typed: string) => void }) {
  const id = useId();
  return (
    <label htmlFor={id} className="flex flex-col gap-1 text-sm">
      <span>
        To go on, type <b className="font-mono font-semibold">{word}</b>
      </span>
      <TextField id={id} value={typed} onChange={(event) => onType(event.target.value)} className="font-mono" />
    </label>
  );
}
