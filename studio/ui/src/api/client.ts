import { batches } from './ndjson';
import { problemIn, unreachable } from './problem';

export type Parameters = Record<string, string | number | boolean | undefined | null>;

export interface CallOptions {
  params?: Parameters;
  signal?: AbortSignal | undefined;
}

/** Calls the studio's server for one environment; every failure is thrown as a `Problem`. */
export class Api {
  readonly environment: string;

  constructor(environment: string) {
    this.environment = environment;
  }

  /** The address of a call, for links that download. */
  url(path: string, params: Parameters = {}): string {
    const query = new URLSearchParams();
    if (this.environment) query.set('env', this.environment);
    for (const [name, value] of Object.entries(params)) {
      if (value !== undefined && value !== null && value !== '') query.set(name, String(value));
    }
    return `${path}?${query}`;
  }

  get<T>(path: string, options: CallOptions = {}): Promise<T> {
    return this.json<T>('GET', path, undefined, options);
  }

  post<T>(path: string, body: unknown = {}, options: CallOptions = {}): Promise<T> {
    return this.json<T>('POST', path, body, options);
  }

  delete<T>(path: string, options: CallOptions = {}): Promise<T> {
    return this.json<T>('DELETE', path, undefined, options);
  }

  /** The raw answer, for values that are not JSON. */
  async raw(method: string, path: string, body: unknown, { params, signal }: CallOptions = {}): Promise<Response> {
    const init: RequestInit = { method, ...(signal ? { signal } : {}), headers: headersOf(method, body) };
    if (body !== undefined) init.body = JSON.stringify(body);
    const answer = await fetch(this.url(path, params), init).catch((thrown: unknown) => {
      throw signal?.aborted ? thrown : unreachable();
    });
    if (!answer.ok) throw problemIn(await answer.json().catch(() => null), answer.status);
    return answer;
  }

  /** The lines of a streamed answer, in batches as they arrive. */
  async *stream(method: 'GET' | 'POST', path: string, body: unknown, options: CallOptions = {}): AsyncGenerator<unknown[]> {
    const answer = await this.raw(method, path, body, options);
    if (answer.body) yield* batches(answer.body);
  }

  /** The last line of a streamed answer that takes as long as it takes; giving up ends the work of the server. */
  async last<T>(path: string, options: CallOptions = {}): Promise<T> {
    let last: unknown;
    for await (const batch of this.stream('GET', path, undefined, options)) last = batch.at(-1);
    if (last && typeof last === 'object' && 'error' in last) throw problemIn(last, 200);
    return last as T;
  }

  private async json<T>(method: string, path: string, body: unknown, options: CallOptions): Promise<T> {
    const answer = await this.raw(method, path, body, options);
    const text = await answer.text();
    return (text ? JSON.parse(text) : undefined) as T;
  }
}

function headersOf(method: string, body: unknown): Record<string, string> {
  return {
    Accept: 'application/json, application/x-ndjson',
    ...(method === 'GET' ? {} : { 'X-Decant': '1' }),
    ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
  };
}
