// @vitest-environment happy-dom
import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { beforeEach, expect, test, vi } from 'vitest';
import { installTransport } from '../../api/client';
import { FakeTransport } from '../../api/fake';
import type { Clause } from '../../api/generated/Clause';
import type { Hit } from '../../api/generated/Hit';
import type { SearchRequest } from '../../api/generated/SearchRequest';
import type { SearchResponse } from '../../api/generated/SearchResponse';
import { sampleHit, sampleResponse } from '../../api/samples';
import { SearchState } from './search.svelte';
import SearchView from './SearchView.svelte';

function answer({ query }: SearchRequest): SearchResponse {
  const total = query.includes('nothing') ? 0 : 2;
  const start = query.indexOf('by:');
  const { facets } = sampleResponse();
  const by: Clause = {
    kind: 'field',
    field: 'by',
    value: 'Ann',
    label: null,
    isNegated: false,
    range: { start, end: start + 6 },
  };
  return sampleResponse({
    total,
    hits: [1, 2].slice(0, total).map((id) => sampleHit(id, found(id))),
    facets: { ...facets, publisher: [{ value: 'The Paper', count: 2 }] },
    clauses: start < 0 ? [] : [by],
  });
}

function found(id: number): Partial<Hit> {
  const excerpt = (text: string) => ({
    text,
    highlights: [{ start: text.indexOf('gas'), end: text.indexOf('gas') + 3 }],
  });
  return {
    document: {
      id,
      title: `Title ${id}`,
      authors: ['Ann Lee', 'Bo Ek'],
      publisher: 'The Paper',
      published: '2023-06-02',
      language: 'en',
      kind: 'report',
    },
    titleHighlights: [{ start: 0, end: 5 }],
    passages: [
      { excerpt: excerpt('the price of gas'), place: { start: 40, end: 43 } },
      { excerpt: excerpt('more gas was sold'), place: { start: 205, end: 208 } },
    ],
    places: 7,
    annotations: 3,
    isNew: id === 2,
  };
}

const heard = {
  onopen: vi.fn(),
  onpreview: vi.fn(),
  onmembership: vi.fn(),
  onnewcollection: vi.fn(),
  ondelete: vi.fn(),
  onsave: vi.fn(() => Promise.resolve(true)),
  ontimeline: vi.fn(),
  onquotations: vi.fn(),
  onlike: vi.fn(),
  onnote: vi.fn(),
  onerror: vi.fn(),
  ondragdocuments: vi.fn(),
};

let engine: FakeTransport;
let search: SearchState;

beforeEach(() => {
  vi.clearAllMocks();
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(100);
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(600);
  engine = new FakeTransport({ search: answer });
  installTransport(engine);
  search = new SearchState();
});

function show() {
  render(SearchView, {
    search,
    mode: 'search',
    collections: [],
    pendingIndex: 0,
    openDocument: null,
    ...heard,
  });
}

test('hits say why they matched, who published them and when', async () => {
  show();
  const hit = await screen.findByRole('option', { name: /Title 1/ });
  expect(hit.querySelector('.title mark')?.textContent).toBe('Title');
  expect(hit.querySelector('.passage mark')?.textContent).toBe('gas');
  expect(hit.querySelector('.meta')?.textContent).toMatch(
    /The Paper\s*·\s*2 Jun 2023\s*·\s*Ann Lee and Bo Ek\s*·\s*report\s*·\s*7 places/,
  );
});

test('a filter is a chip, and taking the chip away takes it out of the query', async () => {
  show();
  await search.setQuery('gas by:Ann');
  const remove = await screen.findByRole('button', { name: 'Remove Ann' });
  await fireEvent.click(remove);
  await waitFor(() => expect(search.query).toBe('gas'));
  expect(engine.requests('search').at(-1)?.query).toBe('gas');
});

test('Enter in the list opens the document at the place of the hit', async () => {
  show();
  await screen.findByRole('option', { name: /Title 1/ });
  const list = screen.getByRole('listbox', { name: 'Documents found' });
  list.focus();
  await fireEvent.keyDown(list, { key: 'ArrowDown' });
  await fireEvent.keyDown(list, { key: 'Enter' });
  expect(heard.onopen).toHaveBeenCalledWith(1, { kind: 'range', start: 40, end: 43 });
});

test('chosen documents can be deleted together', async () => {
  show();
  await screen.findByRole('option', { name: /Title 1/ });
  const list = screen.getByRole('listbox', { name: 'Documents found' });
  list.focus();
  for (const key of ['ArrowDown', 'x', 'ArrowDown', 'x']) await fireEvent.keyDown(list, { key });
  await screen.findByRole('toolbar', { name: 'Chosen documents' });
  await fireEvent.keyDown(list, { key: 'Delete' });
  expect(heard.ondelete).toHaveBeenCalledWith([1, 2]);
});

test('a search without hits says so and offers a way out', async () => {
  show();
  await search.setQuery('nothing by:Ann');
  await screen.findByText('Nothing found');
  await fireEvent.click(screen.getByRole('button', { name: 'Remove the filters' }));
  await waitFor(() => expect(search.query).toBe('nothing'));
});

test('a failure is said in words and can be tried again', async () => {
  engine.handlers.search = () => Promise.reject(new Error('The index cannot be read.'));
  show();
  expect((await screen.findByRole('alert')).textContent).toContain('The index cannot be read.');
  engine.handlers.search = answer;
  await fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
  await screen.findByRole('option', { name: /Title 1/ });
});
