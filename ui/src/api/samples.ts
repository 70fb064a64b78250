import type { Hit } from './generated/Hit';
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
