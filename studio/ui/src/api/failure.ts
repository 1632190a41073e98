/** What went wrong, as the server writes it: the body `{error}` of an answer that is no success, or the last line of a stream. */
export interface Failure {
  code: string;
  what: string;
  /** Empty when there is no place to name. */
  where: string;
  /** Empty when there is nothing to do. */
  next: string;
}
