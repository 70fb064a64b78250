import { beforeEach, expect, test, vi } from 'vitest';
import { installTransport } from '../../api/client';
import { FakeTransport } from '../../api/fake';
import type { Hit } from '../../api/generated/Hit';
import type { SearchRequest } from '../../api/generated/SearchRequest';
import type { SearchResponse } from '../../api/generated/SearchResponse';
import { PAGE_SIZE } from './rows';
import { SearchState } from './search.svelte';

function hit(id: number): Hit {
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
    snippet: { text: '', highlights: [] },
    place: null,
    annotations: 0,
  };
}

function answer(request: SearchRequest, total: number): SearchResponse {
  const length = Math.max(0, Math.min(request.limit, total - request.offset));
  return {
    total,
    hits: Array.from({ length }, (_, index) => hit(request.offset + index + 1)),
    facets: { publisher: [], author: [], language: [], kind: [] },
    histogram: { bars: [], undated: 0 },
    clauses: [],
    also: [],
    notice: null,
    elapsedMs: 1,
  };
}

let engine: FakeTransport;

beforeEach(() => {
  vi.useFakeTimers();
  engine = new FakeTransport({ search: (request) => answer(request, 1000) });
  installTransport(engine);
});

test('typing asks once, when it pauses', async () => {
  const search = new SearchState();
  for (const query of ['g', 'ga', 'gas']) search.type(query);
  await vi.advanceTimersByTimeAsync(100);
  expect(engine.requests('search').map((request) => request.query)).toEqual(['gas']);
  expect(search.rows).toHaveLength(1000);
  expect(search.rows[0]?.document.id).toBe(1);
});

test('an answer that comes late does not overwrite a newer one', async () => {
  const waiting: Record<string, () => void> = {};
  engine.handlers.search = (request) =>
    new Promise((resolve) => {
      waiting[request.query] = () => resolve(answer(request, request.query.length));
    });
  const search = new SearchState();
  const first = search.setQuery('a');
  const second = search.setQuery('ab');
  waiting['ab']?.();
  await second;
  waiting['a']?.();
  await first;
  expect(search.found?.total).toBe(2);
});

test('rows are fetched as they come into view, each page once', async () => {
  const search = new SearchState();
  await search.run();
  search.show(500, 520);
  search.show(501, 521);
  await vi.advanceTimersByTimeAsync(100);
  search.show(500, 519);
  await vi.advanceTimersByTimeAsync(100);
  expect(engine.requests('search').map((request) => request.offset)).toEqual([
    0,
    480,
    480 + PAGE_SIZE,
  ]);
  expect(search.rows[500]?.document.id).toBe(501);
  expect(search.rows[300]).toBeNull();
});

test('a refresh keeps the place and the choice, a new query does not', async () => {
  const search = new SearchState();
  await search.run();
  search.active = 3;
  search.toggle(4);
  engine.handlers.search = (request) => answer(request, 1200);
  await search.refresh();
  expect(search.rows).toHaveLength(1200);
  expect(search.active).toBe(3);
  expect([...search.selected]).toEqual([4]);
  await search.setQuery('gas');
  expect(search.active).toBe(-1);
  expect(search.selected.size).toBe(0);
});

test('a failure is said and what was found stays', async () => {
  const search = new SearchState();
  await search.run();
  engine.handlers.search = () => Promise.reject(new Error('The index is being rebuilt.'));
  await search.setQuery('gas');
  expect(search.status).toMatchObject({ status: 'failed' });
  expect(search.found?.total).toBe(1000);
});

test('ids of rows that were never in view are asked for', async () => {
  const search = new SearchState();
  await search.run();
  expect(await search.ids(38, 43)).toEqual([39, 40, 41, 42, 43, 44]);
  expect(await search.ids(0, 999, 100)).toHaveLength(100);
});
