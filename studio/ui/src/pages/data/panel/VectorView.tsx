import { norm, vectorNumbers } from '../literals';
import { Sparkline } from '../cell/Sparkline';
import { count } from '@/pages/shared/formats';

/** A vector: how long it is, how large, its shape, and its numbers. */
export function VectorView({ text }: { text: string }) {
  const numbers = vectorNumbers(text);
  if (!numbers) return <pre className="font-mono text-xs break-words whitespace-pre-wrap">{text}</pre>;
  const facts: [string, string][] = [
    ['Dimensions', count(numbers.length)],
    ['Norm', norm(numbers).toPrecision(6)],
    ['Least', String(Math.min(...numbers))],
    ['Greatest', String(Math.max(...numbers))],
  ];
  return (
    <div className="flex flex-col gap-3">
      <Sparkline numbers={numbers} width={312} height={72} className="w-full rounded-md border border-line bg-sunken p-1 text-accent" />
      <dl className="grid grid-cols-2 gap-x-4 gap-y-1 text-sm">
        {facts.map(([name, value]) => (
          <div key={name} className="flex justify-between gap-2 border-b border-line">
            <dt className="text-muted">{name}</dt>
            <dd className="truncate font-mono text-xs leading-5">{value}</dd>
          </div>
        ))}
      </dl>
      <ol className="grid max-h-64 grid-cols-3 gap-x-3 overflow-auto font-mono text-xs" start={0}>
        {numbers.slice(0, 2048).map((number, place) => (
          <li key={place} className="flex justify-between gap-2">
            <span className="text-faint">{place}</span>
            <span className="truncate">{number}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}
