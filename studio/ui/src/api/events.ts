import { useEffect, useEffectEvent, useSyncExternalStore } from 'react';
import { Api } from './client';

type Handler = (data: unknown) => void;

/** The one stream of events of an environment, shared by everyone who listens. */
class Channel {
  private readonly handlers = new Map<string, Set<Handler>>();
  private readonly source: EventSource;
  private listeners = 0;
  private readonly environment: string;

  constructor(environment: string) {
    this.environment = environment;
    this.source = new EventSource(new Api(environment).url('/api/events'));
    this.source.onopen = () => become('open');
    this.source.onerror = () => become('lost');
  }

  listen(type: string, handler: Handler): () => void {
    this.listeners++;
    const known = this.handlers.get(type) ?? this.open(type);
    known.add(handler);
    return () => {
      known.delete(handler);
      if (--this.listeners === 0) this.close();
    };
  }

  private open(type: string): Set<Handler> {
    const known = new Set<Handler>();
    this.handlers.set(type, known);
    this.source.addEventListener(type, (event: MessageEvent<string>) => {
      const data: unknown = event.data ? JSON.parse(event.data) : null;
      for (const handler of [...known]) handler(data);
    });
    return known;
  }

  private close() {
    this.source.close();
    channels.delete(this.environment);
  }
}

const channels = new Map<string, Channel>();

/** Listens for one type of event; gives back what stops it. */
export function listen(environment: string, type: string, handler: Handler): () => void {
  const channel = channels.get(environment) ?? new Channel(environment);
  channels.set(environment, channel);
  return channel.listen(type, handler);
}

/** Runs `handler` for each event of a type while the component is there. */
export function useEvents<T>(environment: string, type: string, handler: (data: T) => void) {
  const latest = useEffectEvent((data: unknown) => handler(data as T));
  useEffect(() => listen(environment, type, latest), [environment, type]);
}

export type Line = 'waiting' | 'open' | 'lost';

let line: Line = 'waiting';
const watchers = new Set<() => void>();

function become(next: Line) {
  line = next;
  for (const watcher of watchers) watcher();
}

/** Whether the server still talks to this page. */
export function useLine(): Line {
  return useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    () => line,
  );
}
