import { ApiFailure } from './failure';
import type { Commands } from './generated/Commands';
import type { Event } from './generated/Event';
import type { Platform } from './platform';
import type { Transport } from './transport';

type Handlers = {
  [K in keyof Commands]?: (request: Commands[K][0]) => Commands[K][1] | Promise<Commands[K][1]>;
};

/** An engine for tests: answers from a map of handlers and remembers what it was asked. */
export class FakeTransport implements Transport {
  readonly calls: { name: string; request: unknown }[] = [];
  readonly handlers: Handlers;
  #listeners = new Set<(event: Event) => void>();

  constructor(handlers: Handlers = {}) {
    this.handlers = handlers;
  }

  async call(name: string, request: unknown): Promise<unknown> {
    this.calls.push({ name, request });
    const handler = this.handlers[name as keyof Commands] as
      ((request: unknown) => unknown) | undefined;
    if (!handler) {
      throw new ApiFailure({
        code: 'internal',
        message: `The test has no answer to “${name}”.`,
        hint: null,
      });
    }
    return await handler(request);
  }

  listen(handler: (event: Event) => void): () => void {
    this.#listeners.add(handler);
    return () => this.#listeners.delete(handler);
  }

  /** Sends an event to everyone who listens. */
  emit(event: Event): void {
    for (const listener of [...this.#listeners]) listener(event);
  }

  /** The requests that a command was asked with, oldest first. */
  requests<K extends keyof Commands>(name: K): Commands[K][0][] {
    return this.calls
      .filter((made) => made.name === name)
      .map((made) => made.request) as Commands[K][0][];
  }
}

/** A machine for tests: picks nothing and remembers what was copied and opened. */
export class FakePlatform implements Platform {
  readonly isDesktop = true;
  readonly copied: string[] = [];
  readonly opened: string[] = [];
  files: string[] = [];
  folder: string | null = null;
  savePath: string | null = null;

  pickFiles = () => Promise.resolve(this.files);
  pickFolder = () => Promise.resolve(this.folder);
  pickSavePath = () => Promise.resolve(this.savePath);
  openExternal = (url: string) => {
    this.opened.push(url);
    return Promise.resolve();
  };
  copyText = (text: string) => {
    this.copied.push(text);
    return Promise.resolve();
  };
  onFilesDropped = () => () => undefined;
}
