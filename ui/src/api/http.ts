import { ApiFailure, toFailure } from './failure';
import type { Event } from './generated/Event';
import { copyByWebView, isWebAddress, type Platform } from './platform';
import type { Transport } from './transport';

/**
 * Reaches an engine that serves this page over loopback.
 *
 * All listeners share one stream of events.
 */
export class HttpTransport implements Transport {
  #handlers = new Set<(event: Event) => void>();
  #stream: EventSource | null = null;
  /** Questions under way, by who asks. */
  #asking = new Map<string, AbortController>();

  async call(name: string, request: unknown): Promise<unknown> {
    const signal = this.#takeOver(request);
    let response: Response;
    try {
      response = await fetch(`/call/${encodeURIComponent(name)}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(request),
        signal,
      });
    } catch {
      if (signal?.aborted) {
        throw new ApiFailure({
          code: 'cancelled',
          message: 'Something newer was asked.',
          hint: null,
        });
      }
      throw new ApiFailure({
        code: 'internal',
        message: 'The engine does not answer.',
        hint: 'Start it again, then reload this page.',
      });
    }
    const body: unknown = await response.json();
    if (!response.ok) throw toFailure(body);
    return body;
  }

  /** Gives up the question that the same asker asked before: the engine will not answer it. */
  #takeOver(request: unknown): AbortSignal | null {
    if (typeof request !== 'object' || request === null || !('asker' in request)) return null;
    const { asker } = request;
    if (typeof asker !== 'string') return null;
    this.#asking.get(asker)?.abort();
    const controller = new AbortController();
    this.#asking.set(asker, controller);
    return controller.signal;
  }

  listen(handler: (event: Event) => void): () => void {
    this.#handlers.add(handler);
    this.#stream ??= this.#open();
    return () => {
      this.#handlers.delete(handler);
      if (this.#handlers.size === 0) {
        this.#stream?.close();
        this.#stream = null;
      }
    };
  }

  #open(): EventSource {
    const stream = new EventSource('/events');
    stream.onmessage = (message: MessageEvent<string>) => {
      const event = JSON.parse(message.data) as Event;
      for (const handler of [...this.#handlers]) handler(event);
    };
    return stream;
  }
}

/** Asks for a path in words: a page in a browser has no dialogs that tell paths. */
function askPath(question: string, proposed = ''): Promise<string | null> {
  return Promise.resolve(window.prompt(question, proposed)?.trim() || null);
}

/** A page in a browser: paths are typed, and dropped files have none. */
export const browser: Platform = {
  isDesktop: false,

  async pickFiles() {
    const path = await askPath('Path of the file to import');
    return path ? [path] : [];
  },

  pickFolder: (title = 'Path of the folder') => askPath(title),

  pickSavePath: (defaultName) => askPath('Path to save as', defaultName),

  openExternal(url) {
    if (isWebAddress(url)) window.open(url, '_blank', 'noopener,noreferrer');
    return Promise.resolve();
  },

  copyText: copyByWebView,

  onFilesDropped(handler) {
    const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
    const over = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      handler({ type: 'over' });
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) handler({ type: 'left' });
    };
    const drop = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      handler({ type: 'dropped', paths: [] });
    };
    window.addEventListener('dragover', over);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', over);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
    };
  },
};
