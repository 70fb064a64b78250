import type { Hit } from './generated/Hit';
import type { Quotation } from './generated/Quotation';
import type { SearchResponse } from './generated/SearchResponse';

/** A document that was found, for tests. */
export function sampleHit(id: number, change: Partial<Hit> = {}): Hit {
  return {
    document: {
      id,
      title: `Document ${id}`,
      authors: [],
      publisher: null,
      published: null,
      language: null,
      kind: 'article',
    },
    score: 1,
    titleHighlights: [],
    passages: [{ excerpt: { text: '', highlights: [] }, place: null }],
    places: 0,
    annotations: 0,
    isNew: false,
    ...change,
  };
}

/** What a search found, for tests: nothing, unless said otherwise. */
export function sampleResponse(change: Partial<SearchResponse> = {}): SearchResponse {
  return {
    total: 0,
    hits: [],
    facets: {
      publisher: [],
      author: [],
      speaker: [],
      entity: [],
      tag: [],
      language: [],
      kind: [],
      year: [],
    },
    histogram: { bars: [], undated: 0 },
    clauses: [],
    also: [],
    suggestions: [],
    notice: null,
    isPartial: false,
    elapsedMs: 1,
    ...change,
  };
}

/** A quotation, for tests. */
export function sampleQuotation(change: Partial<Quotation> = {}): Quotation {
  return {
    id: 1,
    document: 3,
    documentTitle: 'President Herzog in Baku',
    publisher: 'Office of the President',
    published: '2023-06-02',
    kind: 'direct',
    text: 'Our friendship is a source of strength.',
    cue: 'said',
    source: 'he',
    speaker: 'Isaac Herzog',
    confidence: 0.9,
    isDecided: false,
    repeated: 0,
    place: null,
    context: { text: '', highlights: [] },
    ...change,
  };
}
