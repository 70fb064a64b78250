import { type ApiFailure, toFailure } from '../api/client';

/** A part of a long list, and how long the whole is. */
export interface Page<T> {
  readonly total: number;
  readonly items: readonly T[];
}

/** Asks for a part of a list. */
export type FetchPage<T> = (offset: number, limit: number) => Promise<Page<T>>;

const PAGE_LENGTH = 100;

/**
 * A long list of which only the parts that are looked at are fetched.
 *
 * What is not there yet is `null`. After `restart`, answers to earlier questions are dropped.
 */
export class PagedList<T> {
  items = $state.raw<readonly (T | null)[]>([]);
  status = $state<'idle' | 'loading' | 'ready' | 'failed'>('idle');
  failure = $state.raw<ApiFailure | null>(null);

  #fetch: FetchPage<T>;
  #generation = 0;
  #asked = new Set<number>();

  constructor(fetch: FetchPage<T>) {
    this.#fetch = fetch;
  }

  get total(): number {
    return this.items.length;
  }

  /** Begins again; what is shown stays until the first part of the new list is there. */
  async restart(fetch: FetchPage<T> = this.#fetch): Promise<void> {
    this.#fetch = fetch;
    this.#generation += 1;
    this.#asked = new Set([0]);
    if (this.status !== 'ready') this.status = 'loading';
    await this.#load(0);
  }

  /** Fetches what is missing from `first` to `last`, both included. */
  async need(first: number, last: number): Promise<void> {
    if (this.status !== 'ready') return;
    const pages: number[] = [];
    const end = Math.min(last, this.items.length - 1);
    for (let page = Math.floor(first / PAGE_LENGTH); page * PAGE_LENGTH <= end; page += 1) {
      if (!this.#asked.has(page)) pages.push(page);
    }
    for (const page of pages) this.#asked.add(page);
    await Promise.all(pages.map((page) => this.#load(page)));
  }

  async #load(page: number): Promise<void> {
    const generation = this.#generation;
    const offset = page * PAGE_LENGTH;
    try {
      const { total, items } = await this.#fetch(offset, PAGE_LENGTH);
      if (generation !== this.#generation) return;
      const whole: (T | null)[] =
        page === 0 ? new Array<T | null>(total).fill(null) : [...this.items];
      for (const [at, item] of items.entries()) {
        if (offset + at < whole.length) whole[offset + at] = item;
      }
      this.items = whole;
      this.status = 'ready';
      this.failure = null;
    } catch (thrown) {
      if (generation !== this.#generation) return;
      this.#asked.delete(page);
      const failure = toFailure(thrown);
      // Somebody else asked in its place: what is shown stays.
      if (failure.code === 'cancelled') return;
      this.failure = failure;
      if (page === 0) this.status = 'failed';
    }
  }
}
