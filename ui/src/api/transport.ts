import type { Event } from './generated/Event';

/** Carries commands to the engine and brings its events back; how depends on where the window runs. */
export interface Transport {
  /** Sends one command; rejects with an `ApiFailure`. */
  call(name: string, request: unknown): Promise<unknown>;
  /** Hears every event until the function given back is called. */
  listen(handler: (event: Event) => void): () => void;
}
