import { call } from '../../api/client';
import { onEvents, type EventOf } from '../../api/events';
import type { ImportCounts } from '../../api/generated/ImportCounts';

/** An import that is under way. */
export interface RunningImport {
  job: number;
  done: number;
  total: number;
  /** Name of the file being read. */
  current: string;
  counts: ImportCounts;
  isCancelling: boolean;
}

interface Outcomes {
  /** The import is shown as running until this is done. */
  onfinished: (event: EventOf<'importFinished'>) => Promise<void>;
  onfailed: (event: EventOf<'importFailed'>) => void;
}

const NOTHING: ImportCounts = { added: 0, updated: 0, unchanged: 0, failed: 0, skipped: 0 };

/** Starts imports and follows them to their end. */
export class ImportState {
  /** Those under way, oldest first. */
  running: readonly RunningImport[] = $state.raw([]);

  #ended = new Set<number>();

  /** Follows the engine's events until the function given back is called. */
  follow({ onfinished, onfailed }: Outcomes): () => void {
    return onEvents({
      importProgressed: ({ job, done, total, current, counts }) =>
        this.#put(job, { done, total, current, counts }),
      importFinished: (event) => {
        this.#ended.add(event.job);
        void onfinished(event).finally(() => this.#drop(event.job));
      },
      importFailed: (event) => {
        this.#drop(event.job);
        onfailed(event);
      },
      libraryOpened: () => (this.running = []),
    });
  }

  async start(paths: string[], collection: number | null = null): Promise<void> {
    await this.#begin(() => call('start_import', { paths, collection }));
  }

  async startSample(): Promise<void> {
    await this.#begin(() => call('start_sample_import', {}));
  }

  async cancel(job: number): Promise<void> {
    this.#put(job, { isCancelling: true });
    await call('cancel_job', { job });
  }

  /** A short import may have ended before its start was answered; then it is not shown. */
  async #begin(start: () => Promise<{ job: number }>): Promise<void> {
    this.#ended.clear();
    const { job } = await start();
    if (!this.#ended.has(job)) this.#put(job, {});
  }

  #put(job: number, change: Partial<RunningImport>): void {
    const known = this.running.find((one) => one.job === job);
    if (known) {
      this.running = this.running.map((one) => (one.job === job ? { ...one, ...change } : one));
      return;
    }
    const begun = { job, done: 0, total: 0, current: '', counts: NOTHING, isCancelling: false };
    this.running = [...this.running, { ...begun, ...change }];
  }

  #drop(job: number): void {
    this.#ended.add(job);
    this.running = this.running.filter((one) => one.job !== job);
  }
}
