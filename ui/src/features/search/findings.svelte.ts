import { type ApiFailure, call } from '../../api/client';
import type { Annotation } from '../../api/generated/Annotation';
import type { Note } from '../../api/generated/Note';
import type { Quotation } from '../../api/generated/Quotation';
import { PagedList } from '../../lib/paged.svelte';
import { counted } from '../../lib/text';
import { ConcordanceState } from './concordance.svelte';
import { PassagesState } from './passages.svelte';
import type { SearchState } from './search.svelte';
import type { SearchTab } from './tabs';
import { TrendState } from './trend.svelte';

/** A list of things of one kind that a query finds. */
export class FoundList<T> {
  readonly list: PagedList<T>;
  /** The query that the list answers. */
  query: string | null = $state(null);
  active = $state(-1);

  #asked = '';

  constructor(fetch: (query: string, offset: number, limit: number) => ReturnType<Fetch<T>>) {
    this.list = new PagedList<T>((offset, limit) => fetch(this.#asked, offset, limit));
  }

  async show(query: string): Promise<void> {
    this.#asked = query;
    await this.list.restart();
    if (this.#asked !== query) return;
    if (query !== this.query) this.active = -1;
    this.query = query;
  }
}

type Fetch<T> = (offset: number, limit: number) => Promise<{ total: number; items: readonly T[] }>;

/** Something that a person wrote, on a passage or by itself. */
export type Written = { kind: 'note'; note: Note } | { kind: 'annotation'; annotation: Annotation };

/** What a search finds beside documents, each kind read only when it is looked at. */
export class Findings {
  readonly passages = new PassagesState();
  readonly quotations = new FoundList<Quotation>(fetchQuotations);
  readonly notes = new FoundList<Written>(fetchWritten);
  readonly concordance = new ConcordanceState();
  readonly trend = new TrendState();

  /** Which answer of the search each tab shows. */
  #shown = new Map<SearchTab, number>();

  /** Reads what a tab shows of what the search answered last, unless it shows that already. */
  async show(tab: SearchTab, search: SearchState): Promise<void> {
    const query = search.found?.query;
    if (query === undefined || this.#shown.get(tab) === search.answers) return;
    this.#shown.set(tab, search.answers);
    const newSince = search.since?.document ?? null;
    if (tab === 'passages') await this.passages.show({ query, sort: search.sort, newSince });
    else if (tab === 'quotations') await this.quotations.show(query);
    else if (tab === 'notes') await this.notes.show(query);
    else if (tab === 'concordance') await this.concordance.show(query);
    else if (tab === 'trend') await this.trend.show(query);
  }

  /** Reads again what a tab could not read. */
  async retry(tab: SearchTab, search: SearchState): Promise<void> {
    this.#shown.delete(tab);
    await this.show(tab, search);
  }

  /** Whether what a tab shows is on its way, with nothing to be seen meanwhile. */
  isWaiting(tab: SearchTab): boolean {
    const status = this.#listed(tab)?.status;
    return status === 'idle' || status === 'loading';
  }

  /** Why a tab could not be read. */
  failure(tab: SearchTab): ApiFailure | null {
    return this.#listed(tab)?.failure ?? null;
  }

  #listed(tab: SearchTab) {
    if (tab === 'passages') return this.passages;
    if (tab === 'quotations') return this.quotations.list;
    if (tab === 'notes') return this.notes.list;
    return tab === 'concordance' ? this.concordance.list : null;
  }

  /** How much a tab shows, in words; `null` for documents, and while it is not known. */
  amount(tab: SearchTab, search: SearchState): string | null {
    const count = this.count(tab, search);
    if (count === null || tab === 'documents') return null;
    if (tab === 'quotations') return counted(count, 'quotation');
    if (tab === 'notes') return counted(count, 'note or annotation', 'notes and annotations');
    return `${counted(count, 'place')} in ${counted(this.concordance.documents, 'document')}`;
  }

  /** How many things of a tab's kind the query finds, as far as that is known. */
  count(tab: SearchTab, search: SearchState): number | null {
    const query = search.found?.query;
    const of = (found: { query: string | null; list: { total: number } }) =>
      found.query === query ? found.list.total : null;
    if (tab === 'documents') return search.found?.total ?? null;
    if (tab === 'quotations') return of(this.quotations);
    if (tab === 'notes') return of(this.notes);
    if (tab === 'concordance') return of(this.concordance);
    return null;
  }
}

async function fetchQuotations(query: string, offset: number, limit: number) {
  const { total, quotations } = await call('list_quotations', {
    speaker: null,
    text: '',
    document: null,
    kind: null,
    from: null,
    to: null,
    query: null,
    matching: query,
    sort: 'newest',
    offset,
    limit,
  });
  return { total, items: quotations };
}

/** Free notes first, as there are few of them, then annotations part by part. */
async function fetchWritten(query: string, offset: number, limit: number) {
  const notes = await call('list_notes', { matching: query });
  const free = notes.slice(offset, offset + limit).map((note): Written => ({ kind: 'note', note }));
  const { total, annotations } = await call('list_annotations', {
    text: '',
    document: null,
    tag: null,
    color: null,
    matching: query,
    sort: 'document',
    offset: Math.max(0, offset - notes.length),
    limit: limit - free.length,
  });
  const onPassages = annotations.map((annotation): Written => ({ kind: 'annotation', annotation }));
  return { total: notes.length + total, items: [...free, ...onPassages] };
}
