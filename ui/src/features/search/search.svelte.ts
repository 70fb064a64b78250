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

/** An engine that answered within this many milliseconds is asked at every letter. */
const QUICK = 60;
/** How long typing must pause at most before a slower one is asked, in milliseconds. */
const LONGEST_PAUSE = 150;
/** How long scrolling must pause before rows are fetched, in milliseconds. */
const SCROLL_PAUSE = 40;
/** How many passages of a document are shown in the list of documents. */
const PASSAGES = 3;

/** Since when hits are new to the person. */
export interface NewSince {
  /** The newest document at that time. */
  document: number;
  /** How many hits came since. */
  count: number;
}

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
  /** For a saved search: what is new since it was looked at. */
  since: NewSince | null = $state.raw(null);
  /** Counts new answers, as against refreshed ones: the list goes back to its top. */
  generation = $state(0);
  /** Counts all answers. */
  answers = $state(0);

  /** Whether the hits are looked at; counts, facets and clauses are had without them. */
  isListed = true;

  #request = new LatestRequest();
  #ledger = new PageLedger();
  #typing: ReturnType<typeof setTimeout> | undefined;
  #scrolling: ReturnType<typeof setTimeout> | undefined;
  #view = { first: 0, last: 0 };
  /** How long the engine took to answer last, in milliseconds. */
  #pace = 0;
  /** Under what name the engine is asked: of one name, the newest question counts. */
  readonly #asker: string;

  constructor(sort: SearchSort = 'relevance', asker = 'search') {
    this.sort = sort;
    this.#asker = asker;
  }

  /** Takes what is being typed; a slow engine is asked only when the typing pauses. */
  type(query: string): void {
    this.#write(query);
    clearTimeout(this.#typing);
    if (this.#pace <= QUICK) void this.run();
    else this.#typing = setTimeout(() => void this.run(), Math.min(this.#pace, LONGEST_PAUSE));
  }

  /** Asks for a query at once. */
  async setQuery(query: string, since: NewSince | null = null): Promise<void> {
    this.#write(query);
    this.since = since;
    await this.run();
  }

  /** Another query is no longer the saved one. */
  #write(query: string): void {
    if (query.trim() !== this.query.trim()) this.since = null;
    this.query = query;
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
      const { hits } = await call('search', { ...this.#words(), passages: 1, offset, limit });
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
    return {
      query: this.query.trim(),
      sort: this.sort,
      passages: PASSAGES,
      asker: null,
      allFacets: false,
      newSince: this.since?.document ?? null,
    };
  }

  async #ask(isRefresh: boolean): Promise<void> {
    clearTimeout(this.#typing);
    clearTimeout(this.#scrolling);
    const words = { ...this.#words(), asker: this.#asker };
    const page: Page = { offset: 0, limit: this.isListed ? PAGE_SIZE : 1 };
    if (!isRefresh) this.status = { status: 'loading' };
    const start = performance.now();
    try {
      const answer = await this.#request.run(() => call('search', { ...words, ...page }));
      if (!answer.isLatest) return;
      this.#pace = performance.now() - start;
      this.#take(words.query, answer.value, page, isRefresh);
    } catch (error) {
      const failure = toFailure(error);
      // Somebody else asked under the same name: what is shown stays, it is no failure.
      if (failure.code === 'cancelled') this.status = { status: this.found ? 'ready' : 'idle' };
      else this.status = { status: 'failed', error: failure };
    }
  }

  #take(query: string, response: SearchResponse, page: Page, isRefresh: boolean): void {
    const { hits, ...rest } = response;
    this.#ledger.forget();
    if (page.limit === PAGE_SIZE) this.#ledger.asked(page);
    const rows = isRefresh ? resizedRows(this.rows, rest.total) : emptyRows<Hit>(rest.total);
    this.found = { query, ...rest };
    this.rows = withPage(rows, page, hits);
    this.status = { status: 'ready' };
    this.answers++;
    if (isRefresh) {
      if (this.isListed) void this.#fetchView();
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
    const answer = this.answers;
    const words = this.#words();
    if (this.found?.query !== words.query) return;
    await Promise.all(
      pages.map(async (page) => {
        this.#ledger.asked(page);
        try {
          const { hits } = await call('search', { ...words, ...page });
          if (answer === this.answers) this.rows = withPage(this.rows, page, hits);
        } catch (error) {
          if (answer !== this.answers) return;
          this.#ledger.failed(page);
          this.status = { status: 'failed', error: toFailure(error) };
        }
      }),
    );
    for (const page of this.#ledger.release(first)) this.rows = withPage(this.rows, page, null);
  }
}
