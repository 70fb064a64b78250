import { type ApiFailure, call, toFailure } from '../../api/client';
import type { Hit } from '../../api/generated/Hit';
import type { Passage } from '../../api/generated/Passage';
import type { SearchSort } from '../../api/generated/SearchSort';
import { LatestRequest } from '../../lib/latest';

/** How many documents are asked for at once. */
const DOCUMENTS = 20;
/** How many passages of a document are shown at most. */
const PASSAGES = 20;
/** So many rows before the end more are asked for. */
const AHEAD = 30;

/** A passage in the list of all passages. */
export interface PassageRow {
  hit: Hit;
  passage: Passage;
  /** Which of the document's passages it is, from 0. */
  index: number;
}

/** What is asked: the passages of which documents, in which order. */
export interface PassagesRequest {
  query: string;
  sort: SearchSort;
  newSince: number | null;
}

/** The passages that a query finds, document by document; more are fetched as they are looked at. */
export class PassagesState {
  rows: readonly PassageRow[] = $state.raw([]);
  /** How many documents were found, and of how many the passages are here. */
  total = $state(0);
  documents = $state(0);
  status: 'idle' | 'loading' | 'ready' | 'failed' = $state('idle');
  failure: ApiFailure | null = $state.raw(null);
  /** The query whose passages these are. */
  query: string | null = $state(null);
  active = $state(-1);

  #request: PassagesRequest = { query: '', sort: 'relevance', newSince: null };
  #latest = new LatestRequest();
  #isFetching = false;

  /** Whether there are documents whose passages are not here yet. */
  get hasMore(): boolean {
    return this.documents < this.total;
  }

  /** Begins with what a query finds; the same query again keeps the place in the list. */
  async show(request: PassagesRequest): Promise<void> {
    const isSame = request.query === this.query && request.sort === this.#request.sort;
    const count = isSame ? Math.max(DOCUMENTS, this.documents) : DOCUMENTS;
    this.#request = request;
    this.#isFetching = false;
    if (this.status !== 'ready') this.status = 'loading';
    await this.#fetch(0, count, !isSame);
  }

  /** Fetches what comes after the rows that are here, where `last` is near their end. */
  async need(last: number): Promise<void> {
    const isNear = last + AHEAD >= this.rows.length;
    if (!isNear || !this.hasMore || this.#isFetching || this.status !== 'ready') return;
    this.#isFetching = true;
    await this.#fetch(this.documents, DOCUMENTS, false);
    this.#isFetching = false;
  }

  async #fetch(offset: number, limit: number, isNew: boolean): Promise<void> {
    const words = { ...this.#request, passages: PASSAGES, allFacets: false };
    try {
      const asker = offset === 0 ? 'passages' : null;
      const answer = await this.#latest.run(() =>
        call('search', { ...words, asker, offset, limit }),
      );
      if (!answer.isLatest) return;
      const { hits, total } = answer.value;
      const rows = hits.flatMap(rowsOf);
      this.rows = offset === 0 ? rows : [...this.rows, ...rows];
      // An answer that ends early is the end: the library may have changed meanwhile.
      this.documents = offset + hits.length;
      this.total = hits.length < limit ? this.documents : total;
      if (isNew) this.active = -1;
      this.query = words.query;
      this.status = 'ready';
      this.failure = null;
    } catch (error) {
      const failure = toFailure(error);
      if (failure.code === 'cancelled') return;
      this.failure = failure;
      this.status = 'failed';
    }
  }
}

function rowsOf(hit: Hit): PassageRow[] {
  return hit.passages.map((passage, index) => ({ hit, passage, index }));
}
