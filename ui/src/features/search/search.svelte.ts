import { type ApiFailure, call, toFailure } from '../../api/client';
import type { Hit } from '../../api/generated/Hit';
import type { SearchResponse } from '../../api/generated/SearchResponse';
import type { SearchSort } from '../../api/generated/SearchSort';
import { LatestRequest } from '../../lib/latest';
import { withDaySpan, type DaySpan } from './query';
import { emptyRows, PAGE_SIZE, PageLedger, resizedRows, withPage, type Page } from './rows';

/** What a search found, apart from the hits themselves. */
export interface Found extends Omit<SearchResponse, 'hits'> {
  /** The query that this answers; the clauses' ranges are ranges of it. */
  query: string;
}

/** How a search stands; what was found before stays to be seen until there is something newer. */
export type SearchStatus =
  | { status: 'idle' }
  | { status: 'loading' }
  | { status: 'ready' }
  | { status: 'failed'; error: ApiFailure };

/** How long typing must pause before the engine is asked, in milliseconds. */
const TYPING_PAUSE = 60;
/** How long scrolling must pause before rows are fetched, in milliseconds. */
const SCROLL_PAUSE = 40;

/** A query, its order, and the hits as far as they were looked at. */
export class SearchState {
  query = $state('');
  sort: SearchSort = $state('relevance');
  status: SearchStatus = $state.raw({ status: 'idle' });
  found: Found | null = $state.raw(null);
  /** All hits in order; `null` where a row was not fetched yet. */
  rows: readonly (Hit | null)[] = $state.raw([]);
  /** The row that the keyboard is on. */
  active = $state(-1);
  /** Documents chosen together. */
  selected: ReadonlySet<number> = $state.raw(new Set<number>());
  /** Counts new answers, as against refreshed ones: the list goes back to its top. */
  generation = $state(0);

  #request = new LatestRequest();
  #ledger = new PageLedger();
  #typing: ReturnType<typeof setTimeout> | undefined;
  #scrolling: ReturnType<typeof setTimeout> | undefined;
  #view = { first: 0, last: 0 };
  /** Counts every answer, so that a page of an older one is not mixed into a newer one. */
  #answer = 0;

  constructor(sort: SearchSort = 'relevance') {
    this.sort = sort;
  }

  /** Takes what is being typed; the engine is asked when the typing pauses. */
  type(query: string): void {
    this.query = query;
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => void this.run(), TYPING_PAUSE);
  }

  /** Asks for a query at once. */
  async setQuery(query: string): Promise<void> {
    this.query = query;
    await this.run();
  }

  async setSort(sort: SearchSort): Promise<void> {
    this.sort = sort;
    await this.run();
  }

  /** The query as answered last, limited to a span of days or freed of one. */
  limitedTo(span: DaySpan | null): string {
    return withDaySpan(this.found?.query ?? this.query, this.found?.clauses ?? [], span);
  }

  /** Asks for what the box holds and begins a new list. */
  async run(): Promise<void> {
    await this.#ask(false);
  }

  /** Asks again, because the library changed, and keeps the place in the list. */
  async refresh(): Promise<void> {
    if (this.status.status === 'idle') return;
    await this.#ask(true);
  }

  /** Fetches the rows that come into view. */
  show(first: number, last: number): void {
    this.#view = { first, last };
    if (this.#ledger.missing(first, last).length === 0) return;
    clearTimeout(this.#scrolling);
    this.#scrolling = setTimeout(() => void this.#fetchView(), SCROLL_PAUSE);
  }

  /** The ids of every hit, at most `most` of them, asking for those not fetched yet. */
  async ids(first = 0, last = this.rows.length - 1, most = 5000): Promise<number[]> {
    const found: number[] = [];
    const end = Math.min(last + 1, first + most);
    for (let offset = first; offset < end;) {
      const known = this.rows[offset];
      if (known) {
        found.push(known.document.id);
        offset++;
        continue;
      }
      const limit = Math.min(500, end - offset);
      const { hits } = await call('search', { ...this.#words(), offset, limit });
      if (hits.length === 0) break;
      found.push(...hits.map((hit) => hit.document.id));
      offset += hits.length;
    }
    return found;
  }

  toggle(document: number): void {
    const chosen = new Set(this.selected);
    if (!chosen.delete(document)) chosen.add(document);
    this.selected = chosen;
  }

  select(documents: Iterable<number>): void {
    this.selected = new Set(documents);
  }

  #words() {
    return { query: this.query.trim(), sort: this.sort };
  }

  async #ask(isRefresh: boolean): Promise<void> {
    clearTimeout(this.#typing);
    clearTimeout(this.#scrolling);
    const words = this.#words();
    const page: Page = { offset: 0, limit: PAGE_SIZE };
    if (!isRefresh) this.status = { status: 'loading' };
    try {
      const answer = await this.#request.run(() => call('search', { ...words, ...page }));
      if (!answer.isLatest) return;
      this.#take(words.query, answer.value, page, isRefresh);
    } catch (error) {
      this.status = { status: 'failed', error: toFailure(error) };
    }
  }

  #take(query: string, response: SearchResponse, page: Page, isRefresh: boolean): void {
    const { hits, ...rest } = response;
    this.#answer++;
    this.#ledger.forget();
    this.#ledger.asked(page);
    const rows = isRefresh ? resizedRows(this.rows, rest.total) : emptyRows<Hit>(rest.total);
    this.found = { query, ...rest };
    this.rows = withPage(rows, page, hits);
    this.status = { status: 'ready' };
    if (isRefresh) {
      void this.#fetchView();
    } else {
      this.active = -1;
      this.selected = new Set();
      this.generation++;
    }
  }

  async #fetchView(): Promise<void> {
    const { first, last } = this.#view;
    const end = Math.min(last, this.rows.length - 1);
    const pages = this.#ledger.missing(first, end);
    const answer = this.#answer;
    const words = this.#words();
    if (this.found?.query !== words.query) return;
    await Promise.all(
      pages.map(async (page) => {
        this.#ledger.asked(page);
        try {
          const { hits } = await call('search', { ...words, ...page });
          if (answer === this.#answer) this.rows = withPage(this.rows, page, hits);
        } catch (error) {
          if (answer !== this.#answer) return;
          this.#ledger.failed(page);
          this.status = { status: 'failed', error: toFailure(error) };
        }
      }),
    );
    for (const page of this.#ledger.release(first)) this.rows = withPage(this.rows, page, null);
  }
}
