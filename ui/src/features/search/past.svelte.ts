import { call, toFailure } from '../../api/client';
import type { PastSearch } from '../../api/generated/PastSearch';
import { LatestRequest } from '../../lib/latest';

/** How many past searches are listed. */
const MOST = 50;
/** Who rests so long on what was found, in milliseconds, has looked at it. */
const REST = 5000;

/** The searches that were asked before. */
export class PastSearches {
  list: readonly PastSearch[] = $state.raw([]);

  #latest = new LatestRequest();
  #resting: ReturnType<typeof setTimeout> | undefined;
  #recorded: string | null = null;
  #onerror: (error: unknown) => void;

  /** `onerror` hears what could not be read or kept. */
  constructor(onerror: (error: unknown) => void) {
    this.#onerror = onerror;
  }

  /** Lists those that hold some words; says whether there are any. */
  async load(text: string): Promise<boolean> {
    try {
      const request = { text: text.trim(), limit: MOST };
      const answer = await this.#latest.run(() => call('list_searches', request));
      if (answer.isLatest) this.list = answer.value;
    } catch (error) {
      this.list = [];
      this.#onerror(error);
    }
    return this.list.length > 0;
  }

  /** Keeps a search among those asked before, unless it was kept just now. */
  async record(query: string, total: number): Promise<void> {
    clearTimeout(this.#resting);
    const words = query.trim();
    if (words === '' || words === this.#recorded) return;
    this.#recorded = words;
    try {
      await call('record_search', { query: words, total });
    } catch (error) {
      // A library that takes no writes keeps no history, which is nothing to speak of.
      if (toFailure(error).code !== 'readOnly') this.#onerror(error);
    }
  }

  /** Keeps a search once somebody has rested on what it found. */
  rest(query: string, total: number): void {
    clearTimeout(this.#resting);
    this.#resting = setTimeout(() => void this.record(query, total), REST);
  }

  /** Forgets what somebody rests on. */
  stop(): void {
    clearTimeout(this.#resting);
  }

  /** Forgets one search, or all. */
  async forget(query: string | null): Promise<void> {
    try {
      await call('forget_searches', { query });
      this.list = query === null ? [] : this.list.filter((past) => past.query !== query);
      if (query === null || query === this.#recorded) this.#recorded = null;
    } catch (error) {
      this.#onerror(error);
    }
  }
}
