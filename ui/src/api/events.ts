import { listen } from './client';
import type { Event } from './generated/Event';

/** The names of the engine's events. */
export type EventType = Event['type'];

/** An event of one name, with what it carries. */
export type EventOf<T extends EventType> = Extract<Event, { type: T }>;

type Handlers = { [T in EventType]?: (event: EventOf<T>) => void };

/** Hears the events that have a handler until the function given back is called. */
export function onEvents(handlers: Handlers): () => void {
  return listen((event) => {
    const handler = handlers[event.type] as ((event: Event) => void) | undefined;
    handler?.(event);
  });
}
