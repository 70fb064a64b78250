import { beforeEach, expect, test } from 'vitest';
import { ApiFailure, installTransport } from '../../api/client';
import { FakeTransport } from '../../api/fake';
import type { ConcordanceLine } from '../../api/generated/ConcordanceLine';
import type { SearchRequest } from '../../api/generated/SearchRequest';
import { sampleHit, sampleResponse } from '../../api/samples';
import { asTable } from './concordance.svelte';
import { Findings } from './findings.svelte';
import { SearchState } from './search.svelte';

const excerpt = { text: 'gas', highlights: [] };
const passages = [1, 2, 3].map((start) => ({ excerpt, place: { start, end: start + 3 } }));

function answer({ offset, limit }: SearchRequest) {
  const total = 45;
  const length = Math.max(0, Math.min(limit, total - offset));
  const hits = Array.from({ length }, (_, at) => sampleHit(offset + at + 1, { passages }));
  return sampleResponse({ total, hits });
}

function line(at: number, change: Partial<ConcordanceLine> = {}): ConcordanceLine {
  return {
    document: at,
    documentTitle: `Document ${at}`,
    publisher: null,
    published: '2023-06-02',
    left: 'the price of',
    keyword: 'gas',
    right: 'fell again',
    place: { start: at, end: at + 3 },
    isRightToLeft: false,
    ...change,
  };
}

let engine: FakeTransport;
let search: SearchState;
let findings: Findings;

beforeEach(async () => {
  engine = new FakeTransport({
    search: answer,
    concordance: ({ offset, limit }) => ({
      total: 250,
      documents: 40,
      lines: Array.from({ length: Math.min(limit, 250 - offset) }, (_, at) => line(offset + at)),
      clauses: [],
      notice: null,
      elapsedMs: 1,
    }),
    list_notes: () => [
      { id: 1, title: 'Gas', body: '', createdAt: '', modifiedAt: '' },
      { id: 2, title: 'More gas', body: '', createdAt: '', modifiedAt: '' },
    ],
    list_annotations: () => ({ total: 3, annotations: [] }),
    trend: ({ queries }) => ({
      spans: [],
      series: queries.map((query) => ({ query, total: 1, undated: 0, counts: [], notice: null })),
    }),
  });
  installTransport(engine);
  search = new SearchState();
  findings = new Findings();
  await search.setQuery('gas');
});

test('a tab is read once for each answer of the search', async () => {
  await findings.show('concordance', search);
  await findings.show('concordance', search);
  expect(engine.requests('concordance')).toHaveLength(1);
  expect(findings.count('concordance', search)).toBe(250);
  await search.setQuery('oil');
  expect(findings.count('concordance', search)).toBeNull();
  await findings.show('concordance', search);
  expect(engine.requests('concordance').map(({ query }) => query)).toEqual(['gas', 'oil']);
});

test('passages stand by document and are fetched as they come near', async () => {
  await findings.show('passages', search);
  const { passages: list } = findings;
  expect(list.rows).toHaveLength(60);
  expect(list.rows[4]).toMatchObject({ index: 1, hit: { document: { id: 2 } } });
  await list.need(10);
  expect(list.documents).toBe(20);
  await list.need(50);
  await list.need(110);
  await list.need(130);
  expect(list.rows).toHaveLength(135);
  expect(list.hasMore).toBe(false);
  const asked = engine.requests('search').filter((request) => request.passages === 20);
  expect(asked.map(({ offset, asker }) => [offset, asker])).toEqual([
    [0, 'passages'],
    [20, null],
    [40, null],
  ]);
});

test('reading passages again keeps as many as there were', async () => {
  await findings.show('passages', search);
  await findings.passages.need(59);
  findings.passages.active = 70;
  await search.refresh();
  await findings.show('passages', search);
  expect(findings.passages.rows).toHaveLength(120);
  expect(findings.passages.active).toBe(70);
});

test('free notes come before annotations in one list', async () => {
  await findings.show('notes', search);
  expect(findings.count('notes', search)).toBe(5);
  expect(engine.requests('list_annotations')[0]).toMatchObject({
    matching: 'gas',
    offset: 0,
    limit: 98,
  });
});

test('the order of lines is asked of the engine, and nothing stays chosen', async () => {
  await findings.show('concordance', search);
  const { concordance } = findings;
  concordance.selectRange(4, 2);
  expect([...concordance.selected]).toEqual([2, 3, 4]);
  await concordance.setSort('left');
  expect(engine.requests('concordance').at(-1)).toMatchObject({ sort: 'left', offset: 0 });
  expect(concordance.selected.size).toBe(0);
});

test('lines that were never in view are read to be copied', async () => {
  await findings.show('concordance', search);
  const lines = await findings.concordance.lines([240, 3, 120]);
  expect(lines.map(({ document }) => document)).toEqual([3, 120, 240]);
});

test('lines are copied as rows of cells', () => {
  const odd = line(2, { left: 'a\tb', right: 'c\nd', publisher: 'Wire', published: null });
  expect(asTable([line(1), odd])).toBe(
    'the price of\tgas\tfell again\tDocument 1\t\t2023-06-02\na b\tgas\tc d\tDocument 2\tWire\t',
  );
});

test('queries are compared with that of the box, each once', async () => {
  const { trend } = findings;
  await findings.show('trend', search);
  await trend.add(' oil ');
  await trend.add('oil');
  await trend.add('gas');
  expect(engine.requests('trend').map(({ queries }) => queries)).toEqual([['gas'], ['gas', 'oil']]);
  for (const query of ['a', 'b', 'c', 'd', 'e', 'f', 'g']) await trend.add(query);
  expect(engine.requests('trend').at(-1)?.queries).toHaveLength(8);
  expect(trend.isFull).toBe(true);
  await trend.remove('oil');
  expect(trend.isFull).toBe(false);
});

test('what could not be read is said and read again when that is wanted', async () => {
  engine.handlers.list_quotations = () =>
    Promise.reject(new ApiFailure({ code: 'internal', message: 'Broken.', hint: null }));
  await findings.show('quotations', search);
  expect(findings.failure('quotations')?.message).toBe('Broken.');
  engine.handlers.list_quotations = () => ({ total: 0, quotations: [] });
  await findings.retry('quotations', search);
  expect(findings.failure('quotations')).toBeNull();
  expect(findings.count('quotations', search)).toBe(0);
});
