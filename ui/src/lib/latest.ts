/** What became of a request: its answer, or nothing because a newer one was made meanwhile. */
export type Latest<T> = { isLatest: true; value: T } | { isLatest: false };

/**
 * Lets only the newest of several requests count.
 *
 * Answers and failures of older requests are dropped, so that a slow early answer never
 * overwrites a quick late one.
 */
export class LatestRequest {
  #newest = 0;

  /** Runs a request; a failure of a request that is no longer the newest is swallowed. */
  async run<T>(request: () => Promise<T>): Promise<Latest<T>> {
    const mine = ++this.#newest;
    try {
      const value = await request();
      return mine === this.#newest ? { isLatest: true, value } : { isLatest: false };
    } catch (error) {
      if (mine === this.#newest) throw error;
      return { isLatest: false };
    }
  }

  /** Makes whatever is under way obsolete. */
  cancel(): void {
    this.#newest++;
  }
}
