import { call } from '../../api/client';
import type { Completion } from '../../api/generated/Completion';
import type { Range } from '../../api/generated/Range';
import { LatestRequest } from '../../lib/latest';

/** How long typing must pause before completions are asked for, in milliseconds. */
const PAUSE = 90;

/** What could be meant where the caret stands in a query. */
export class CompletionState {
  offers: readonly Completion[] = $state.raw([]);

  #range: Range | null = null;
  #query = '';
  #latest = new LatestRequest();
  #pausing: ReturnType<typeof setTimeout> | undefined;
  /** Where the word begins whose completions were sent away. */
  #dismissed: number | null = null;

  /** Takes what was typed; `caret` in UTF-16 code units. */
  type(query: string, caret: number): void {
    clearTimeout(this.#pausing);
    if (query.trim() === '') {
      this.close();
      this.#dismissed = null;
      return;
    }
    this.#pausing = setTimeout(() => void this.#ask(query, caret), PAUSE);
  }

  /** Offers nothing until something is typed again. */
  close(): void {
    clearTimeout(this.#pausing);
    this.#latest.cancel();
    this.offers = [];
  }

  /** Offers nothing more for the word that is being typed. */
  dismiss(): void {
    this.#dismissed = this.#range?.start ?? null;
    this.close();
  }

  /** The query with an offer taken, and where the caret stands then. */
  taken(offer: Completion): { query: string; caret: number } {
    const { start, end } = this.#range ?? { start: this.#query.length, end: this.#query.length };
    const rest = this.#query.slice(end);
    // A field still wants its value; anything else is complete.
    const gap = offer.kind === 'field' || rest.startsWith(' ') ? '' : ' ';
    const before = this.#query.slice(0, start) + offer.text + gap;
    return { query: before + rest, caret: before.length };
  }

  async #ask(query: string, caret: number): Promise<void> {
    try {
      const answer = await this.#latest.run(() => call('complete_query', { query, caret }));
      if (!answer.isLatest) return;
      const { range, completions } = answer.value;
      this.#query = query;
      this.#range = range;
      if (range?.start !== this.#dismissed) this.#dismissed = null;
      const isWanted = range !== null && this.#dismissed === null;
      const written = range ? query.slice(range.start, range.end) : '';
      this.offers = isWanted ? completions.filter(({ text }) => text !== written) : [];
    } catch {
      // Completion is a convenience; the search itself says what is wrong with the index.
      this.offers = [];
    }
  }
}
