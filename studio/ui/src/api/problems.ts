/** What went wrong, as every endpoint tells it. */
export interface Problem {
  code: string;
  what: string;
  where?: string;
  next?: string;
}
