import { useCallback, useMemo, useSyncExternalStore, type AnchorHTMLAttributes, type MouseEvent } from 'react';

/*
 * The router: the address bar is the only place where a page's state lives, so that every view can be
 * linked, reloaded and walked back from.
 */

const listeners = new Set<() => void>();

function changed() {
  for (const listener of listeners) listener();
}

window.addEventListener('popstate', changed);

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const here = () => window.location.pathname + window.location.search;

export type Search = Record<string, string | number | boolean | null | undefined>;

/** The address of a page; names in `path` must be encoded already. Keeps the environment. */
export function address(path: string, search: Search = {}): string {
  const query = new URLSearchParams();
  const environment = new URLSearchParams(window.location.search).get('env');
  if (environment) query.set('env', environment);
  write(query, search);
  const text = query.toString();
  return text ? `${path}?${text}` : path;
}

/** The address of a page made of names, like a schema and a table. */
export function pathOf(...names: string[]): string {
  return '/' + names.map(encodeURIComponent).join('/');
}

function write(query: URLSearchParams, search: Search) {
  for (const [name, value] of Object.entries(search)) {
    if (value === null || value === undefined || value === '' || value === false) query.delete(name);
    else query.set(name, String(value));
  }
}

/** Goes to an address inside the studio. */
export function go(to: string, { replace = false }: { replace?: boolean } = {}) {
  if (to === here()) return;
  window.history[replace ? 'replaceState' : 'pushState'](null, '', to);
  changed();
}

/** Changes parts of the query and leaves the page where it is. */
export function setSearch(search: Search, options: { replace?: boolean } = {}) {
  const query = new URLSearchParams(window.location.search);
  write(query, search);
  const text = query.toString();
  go(window.location.pathname + (text ? `?${text}` : ''), options);
}

export interface Place {
  /** The decoded segments of the path. */
  segments: string[];
  search: URLSearchParams;
}

/** A segment that somebody typed may be no encoding; then it is taken as it is. */
function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/** Where the reader is. */
export function usePlace(): Place {
  const text = useSyncExternalStore(subscribe, here);
  return useMemo(() => {
    const [path = '/', query = ''] = text.split('?', 2);
    return { segments: path.split('/').filter(Boolean).map(decoded), search: new URLSearchParams(query) };
  }, [text]);
}

/** One part of the query as state. */
export function useSearch(name: string): [string | null, (value: string | null, options?: { replace?: boolean }) => void] {
  const value = usePlace().search.get(name);
  const set = useCallback((next: string | null, options?: { replace?: boolean }) => setSearch({ [name]: next }, options), [name]);
  return [value, set];
}

/** A link inside the studio: real, so that it can be opened in another tab. */
export function Link({ to, onClick, ...rest }: AnchorHTMLAttributes<HTMLAnchorElement> & { to: string }) {
  function follow(event: MouseEvent<HTMLAnchorElement>) {
    onClick?.(event);
    const elsewhere = event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
    if (event.defaultPrevented || elsewhere) return;
    event.preventDefault();
    go(to);
  }
  return <a href={to} onClick={follow} {...rest} />;
}
