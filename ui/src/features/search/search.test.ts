import { beforeEach, expect, test, vi } from 'vitest';
import { ApiFailure, installTransport } from '../../api/client';
import { FakeTransport } from '../../api/fake';
import type { SearchRequest } from '../../api/generated/SearchRequest';
import type { SearchResponse } from '../../api/generated/SearchResponse';
import { sampleHit, sampleResponse } from '../../api/samples';
import { PAGE_SIZE } from './rows';
import { SearchState } from './search.svelte';

function answer(request: SearchRequest, total: number): SearchResponse {
  const length = Math.max(0, Math.min(request.limit, total - request.offset));
  const hits = Array.from({ length }, (_, index) => sampleHit(request.offset + index + 1));
  return sampleResponse({ total, hits });
}

let engine: FakeTransport;

beforeEach(() => {
  vi.useFakeTimers();
  engine = new FakeTransport({ search: (request) => answer(request, 1000) });
  installTransport(engine);
});

test('a quick engine is asked at every letter, under one name', async () => {
  const search = new SearchState();
  for (const query of ['g', 'ga', 'gas']) search.type(query);
  await vi.advanceTimersByTimeAsync(0);
  const asked = engine.requests('search');
  expect(asked.map(({ query }) => query)).toEqual(['g', 'ga', 'gas']);
  expect(asked.map(({ asker }) => asker)).toEqual(['search', 'search', 'search']);
  expect(search.found?.query).toBe('gas');
  expect(search.rows).toHaveLength(1000);
  expect(search.rows[0]?.document.id).toBe(1);
});

test('a slow engine is asked when the typing pauses', async () => {
  engine.handlers.search = async (request) => {
    await new Promise((resolve) => setTimeout(resolve, 200));
    return answer(request, 1000);
  };
  const search = new SearchState();
  search.type('o');
  await vi.advanceTimersByTimeAsync(300);
  for (const query of ['g', 'ga', 'gas']) search.type(query);
  await vi.advanceTimersByTimeAsync(500);
  expect(engine.requests('search').map(({ query }) => query)).toEqual(['o', 'gas']);
});

test('a search that another one cancelled is no failure', async () => {
  const search = new SearchState();
  await search.run();
  engine.handlers.search = () =>
    Promise.reject(new ApiFailure({ code: 'cancelled', message: 'Cancelled.', hint: null }));
  await search.setQuery('gas');
  expect(search.status).toEqual({ status: 'ready' });
  expect(search.found?.query).toBe('');
});

test('what is new in a saved search is marked until the query is another', async () => {
  const search = new SearchState();
  await search.setQuery('gas', { document: 40, count: 3 });
  expect(engine.requests('search').at(-1)?.newSince).toBe(40);
  search.type('gas ');
  expect(search.since?.count).toBe(3);
  search.type('gas oil');
  await vi.advanceTimersByTimeAsync(0);
  expect(search.since).toBeNull();
  expect(engine.requests('search').at(-1)?.newSince).toBeNull();
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
    500,
    500 + PAGE_SIZE,
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

test('pages that are fetched by scrolling cancel nothing', async () => {
  const search = new SearchState();
  await search.run();
  search.show(500, 510);
  await vi.advanceTimersByTimeAsync(100);
  expect(engine.requests('search').at(-1)).toMatchObject({ asker: null, passages: 3 });
});

test('hits that nobody looks at are not read until somebody does', async () => {
  const search = new SearchState();
  search.isListed = false;
  await search.setQuery('gas');
  expect(engine.requests('search').at(-1)).toMatchObject({ offset: 0, limit: 1 });
  expect(search.found?.total).toBe(1000);
  search.isListed = true;
  search.show(0, 10);
  await vi.advanceTimersByTimeAsync(100);
  expect(engine.requests('search').at(-1)).toMatchObject({ offset: 0, limit: PAGE_SIZE });
  expect(search.rows[10]?.document.id).toBe(11);
});
