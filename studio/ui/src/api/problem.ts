/** The database cannot be reached, takes no more connections, or is starting or stopping. */
const passing = new Set(['DCT-510', 'DCT-514', 'DCT-515']);

/** Whether a failure passes without anybody changing what is asked. */
export const passes = ({ code }: { code: string }) => passing.has(code);

/** How often is tried again what failed for a reason that passes. */
export const patience = 3000;

/** A failure as the server tells it: a code, what went wrong, where, and what to do next. */
export class Problem extends Error {
  readonly code: string;
  readonly what: string;
  readonly where: string | undefined;
  readonly next: string | undefined;
  /** The HTTP status; 0 when no answer came, 200 when the failure was told inside a stream. */
  readonly status: number;
  /** The whole answer, for failures that come with more than words. */
  readonly body: unknown;

  constructor(told: { code?: string | undefined; what: string; where?: string | undefined; next?: string | undefined }, status: number, body: unknown = null) {
    const what = sentence(told.what);
    super(what);
    this.name = 'Problem';
    this.code = told.code ?? '';
    this.what = what;
    this.where = told.where || undefined;
    this.next = told.next ? sentence(told.next) : undefined;
    this.status = status;
    this.body = body;
  }

  /** Whether it passes without anybody changing what is asked: the studio or the database is away or busy. */
  get passes(): boolean {
    return this.status === 0 || passes(this);
  }

  /** What a thrown thing comes down to, so that a page can show it. */
  static of(thrown: unknown): Problem {
    if (thrown instanceof Problem) return thrown;
    return new Problem({ what: thrown instanceof Error ? thrown.message : String(thrown) }, 0);
  }
}

/** Thrown when a call was given up on purpose. */
export function isAborted(thrown: unknown): boolean {
  return thrown instanceof DOMException && thrown.name === 'AbortError';
}

/** What can be told of a body that was not a good answer. */
export function problemIn(body: unknown, status: number): Problem {
  const told = (body as { error?: { code?: string; what?: string; where?: string; next?: string } } | null)?.error;
  if (told?.what) return new Problem({ ...told, what: told.what }, status, body);
  if (status === 401 || status === 403)
    return new Problem(
      { what: 'This page is not signed in to the studio any more.', next: 'Open the link that `decant studio` printed, or start it again.' },
      status,
    );
  return new Problem({ what: `The studio answered with status ${status}.`, next: 'See what `decant studio` printed in its terminal.' }, status);
}

/** What is told when no answer came at all. */
export function unreachable(): Problem {
  return new Problem({ what: 'The studio does not answer.', next: 'Is `decant studio` still running in its terminal? Start it again and open the link that it prints.' }, 0);
}

/** A text that begins with a capital, unless it begins with a name. */
export function sentence(text: string): string {
  return /^[a-z]+([ ,.]|$)/.test(text) ? text[0]?.toUpperCase() + text.slice(1) : text;
}
