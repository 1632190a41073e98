import { CircleHelp, Undo2 } from 'lucide-react';
import { useId, useState, type ReactNode } from 'react';
import type { Answer, BriefChange, OpenQuestion } from '@/api/changes';
import { Button, ProblemNotice } from '@/kit';
import { counted } from '../shared/formats';
import { Sign } from '../shared/risk';
import { useAnswer } from './useChanges';

/** What the two schemas do not tell, to be answered where it is asked. */
export function Questions({ questions }: { questions: OpenQuestion[] }) {
  const { send, busy, problem } = useAnswer();
  return (
    <div className="flex flex-col gap-3">
      {questions.map((question) =>
        question.kind === 'rename' ? (
          <RenameCard key={question.subject} question={question} busy={busy} onAnswer={send} />
        ) : (
          <ConversionCard key={question.subject} question={question} busy={busy} onAnswer={send} />
        ),
      )}
      {problem && <ProblemNotice problem={problem} />}
    </div>
  );
}

/** What depends on the answers, as it would be made if everything that is asked about were new. */
export function WaitingChanges({ changes }: { changes: BriefChange[] }) {
  if (!changes.length) return null;
  return (
    <details className="text-sm text-muted">
      <summary className="cursor-pointer">
        {counted(changes.length, 'change')} {changes.length === 1 ? 'waits' : 'wait'} for an answer
      </summary>
      <p className="mt-1">If everything that is asked about is new, and is not what was there before:</p>
      <ul aria-label="Changes that wait for an answer" className="mt-1 flex flex-col gap-0.5">
        {changes.map(({ verb, sign, subject }) => (
          <li key={`${verb} ${subject}`} className="flex items-baseline gap-1.5">
            <Sign sign={sign} />
            <span className="min-w-0 break-words">
              {verb} {subject}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}

interface CardProps {
  question: OpenQuestion;
  busy: boolean;
  onAnswer: (answer: Answer) => void;
}

function Card({ question, children }: { question: OpenQuestion; children: ReactNode }) {
  return (
    <section aria-label={question.sentence} className="rounded-md border border-staged/40 bg-surface">
      <div className="flex items-start gap-2.5 px-4 pt-3">
        <CircleHelp size={16} className="mt-0.5 shrink-0 text-staged-ink" aria-hidden />
        <p className="min-w-0 flex-1 text-sm break-words">{question.sentence}</p>
      </div>
      {children}
    </section>
  );
}

const named = (subject: string) => subject.slice(subject.indexOf(':') + 1);

function RenameCard({ question, busy, onAnswer }: CardProps) {
  const { subject, candidates } = question;
  return (
    <Card question={question}>
      <div className="flex flex-wrap gap-2 px-4 pt-2.5 pb-3 pl-[42px]">
        {candidates.map((former) => (
          <Button key={former} disabled={busy} onClick={() => onAnswer({ subject, was: former })}>
            <span>
              It was <code className="font-mono">{former}</code>
            </span>
          </Button>
        ))}
        <Button disabled={busy} onClick={() => onAnswer({ subject, isNew: true })}>
          It is new
        </Button>
      </div>
    </Card>
  );
}

function ConversionCard({ question, busy, onAnswer }: CardProps) {
  const { subject, beforeType, afterType } = question;
  const [using, setUsing] = useState(question.forward ?? '');
  const [usingDown, setUsingDown] = useState(question.backward ?? '');
  const id = useId();
  return (
    <Card question={question}>
      <div className="grid gap-x-3 gap-y-2 px-4 pt-2.5 pb-3 pl-[42px] sm:grid-cols-2">
        <label htmlFor={`${id}-up`} className="flex flex-col gap-1 text-xs text-muted">
          {beforeType} to {afterType}, as SQL
          <Expression id={`${id}-up`} value={using} onChange={setUsing} placeholder={`an expression of ${named(subject)}`} />
        </label>
        <label htmlFor={`${id}-down`} className="flex flex-col gap-1 text-xs text-muted">
          Back to {beforeType}
          <Expression id={`${id}-down`} value={usingDown} onChange={setUsingDown} placeholder="NULL when there is no way back" />
        </label>
        <div className="flex flex-wrap gap-2 sm:col-span-2">
          <Button disabled={busy || !using.trim() || !usingDown.trim()} onClick={() => onAnswer({ subject, using, usingDown })}>
            Convert like this
          </Button>
          <Button tone="quiet" disabled={busy} onClick={() => onAnswer({ subject, recreate: true })}>
            Give the values up
          </Button>
        </div>
      </div>
    </Card>
  );
}

function Expression({ id, value, onChange, placeholder }: { id: string; value: string; onChange: (value: string) => void; placeholder: string }) {
  return <textarea id={id} value={value} rows={3} spellCheck={false} placeholder={placeholder} onChange={(event) => onChange(event.target.value)} className="field h-auto py-1 font-mono text-xs" />;
}

/** What was answered so far; each answer can be taken back. */
export function Answered({ answers }: { answers: Answer[] }) {
  const { send, busy } = useAnswer();
  if (!answers.length) return null;
  return (
    <ul aria-label="Answers" className="flex flex-col border-t border-line px-3 py-2 text-xs text-muted">
      {answers.map((answer) => (
        <li key={answer.subject} className="flex items-center gap-2 py-0.5">
          <span className="min-w-0 flex-1 break-words">
            <span className="font-mono text-ink">{named(answer.subject)}</span> {said(answer)}
          </span>
          <Button small tone="quiet" icon={Undo2} disabled={busy} onClick={() => void send({ forget: answer.subject })}>
            Take back
          </Button>
        </li>
      ))}
    </ul>
  );
}

function said(answer: Answer): string {
  if ('was' in answer) return `was ${answer.was}`;
  if ('isNew' in answer) return 'is new';
  if ('recreate' in answer) return 'gives its values up';
  return `is converted by ${answer.using}`;
}
