import { FileWarning } from 'lucide-react';
import type { Failure } from '@/api/failure';
import { passes } from '@/api/problem';
import { Chip, CopyButton } from '@/kit';
import { counted } from '../shared/formats';

/** What keeps the schema from being read or compared: each with its place, to be found in an editor, and what to do. */
export function Broken({ problems, before }: { problems: Failure[]; before: boolean }) {
  return (
    <section role="alert" aria-label="Problems" className="mx-auto my-4 w-full max-w-3xl px-4">
      <div className="mb-3 flex items-center gap-3">
        <span className="flex size-10 shrink-0 items-center justify-center rounded-lg border border-danger/30 bg-danger-soft text-danger-ink">
          <FileWarning size={20} strokeWidth={1.75} aria-hidden />
        </span>
        <div>
          <h2 className="text-base font-semibold">The schema cannot be compared</h2>
          <p className="text-sm text-muted">{counted(problems.length, 'problem')}. {problems.every(passes) ? 'It is tried again every few seconds.' : 'The page goes on by itself once the files are saved without.'}{before && ' Below is what was found before.'}</p>
        </div>
      </div>
      <ul className="flex flex-col divide-y divide-line rounded-md border border-line bg-surface">
        {problems.map((problem) => (
          <li key={problem.code + problem.where + problem.what} className="flex flex-col gap-1 px-4 py-3">
            {problem.where && (
              <div className="flex items-center gap-1">
                <code className="min-w-0 font-mono text-xs break-all text-muted">{problem.where}</code>
                <CopyButton text={problem.where} label="Copy the place" />
              </div>
            )}
            <pre className="font-mono text-xs leading-[18px] break-words whitespace-pre-wrap">{problem.what}</pre>
            <p className="flex items-baseline gap-2 text-sm text-muted">
              <Chip>{problem.code}</Chip>
              <span className="min-w-0 break-words">{problem.next}</span>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
