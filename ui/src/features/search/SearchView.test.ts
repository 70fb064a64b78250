// @vitest-environment happy-dom
import { fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import { beforeEach, expect, test, vi } from 'vitest';
import { installTransport } from '../../api/client';
import { FakeTransport } from '../../api/fake';
import type { Clause } from '../../api/generated/Clause';
import type { Hit } from '../../api/generated/Hit';
import type { SearchRequest } from '../../api/generated/SearchRequest';
import type { SearchResponse } from '../../api/generated/SearchResponse';
import { sampleHit, sampleResponse } from '../../api/samples';
import { SearchState } from './search.svelte';
import type { SearchTab } from './tabs';
import SearchView from './SearchView.svelte';
import { heard } from './testing';

function answer({ query }: SearchRequest): SearchResponse {
  const total = query.includes('nothing') ? 0 : 2;
  const start = query.indexOf('by:');
  const { facets } = sampleResponse();
  const by: Clause = {
    kind: 'field',
    field: 'by',
    value: 'Ann',
    label: null,
    isWhole: false,
    isNegated: false,
    range: { start, end: start + 6 },
  };
  return sampleResponse({
    total,
    hits: [1, 2].slice(0, total).map((id) => sampleHit(id, found(id))),
    facets: { ...facets, publisher: [{ value: 'The Paper', count: 2 }] },
    clauses: [...(start < 0 ? [] : [by]), ...publishers(query)],
  });
}

/** The filters by publisher, which are all of one paper here. */
function publishers(query: string): Clause[] {
  return [...query.matchAll(/(-?)publisher:="The Paper"/g)].map((match) => ({
    kind: 'field',
    field: 'publisher',
    value: 'The Paper',
    label: null,
    isWhole: true,
    isNegated: match[1] === '-',
    range: { start: match.index, end: match.index + match[0].length },
  }));
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

const offers = [
  { kind: 'word' as const, text: 'gasoline', label: 'gasoline', detail: null, count: 4 },
  { kind: 'word' as const, text: 'gases', label: 'gases', detail: null, count: 1 },
];

let engine: FakeTransport;
let search: SearchState;

beforeEach(() => {
  vi.clearAllMocks();
  // The simulated page knows no popovers; what is in them is drawn all the same.
  HTMLElement.prototype.showPopover = vi.fn();
  HTMLElement.prototype.hidePopover = vi.fn();
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(100);
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(600);
  engine = new FakeTransport({
    search: answer,
    complete_query: ({ caret }) => ({ range: { start: 0, end: caret }, completions: offers }),
    list_searches: () => [{ query: 'coal', total: 12, at: '2023-06-02T10:00:00Z' }],
    record_search: () => ({}),
    forget_searches: () => ({}),
  });
  installTransport(engine);
  search = new SearchState();
});

function show(tab: SearchTab = 'documents') {
  const shown = { search, mode: 'search' as const, tab, collections: [] };
  return render(SearchView, { ...shown, pendingIndex: 0, openDocument: null, ...heard });
}

function box(): HTMLInputElement {
  return screen.getByRole('combobox', { name: 'Search the library' });
}

async function type(text: string) {
  box().focus();
  await fireEvent.input(box(), { target: { value: text } });
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

test('the best passage opens with the document, further ones at their own places', async () => {
  show();
  await screen.findByRole('option', { name: /Title 1/ });
  const [further] = document.querySelectorAll<HTMLElement>('.further');
  if (!further) throw new Error('There is a second passage.');
  await fireEvent.click(further);
  expect(heard.onpreview).toHaveBeenLastCalledWith(
    1,
    { kind: 'range', start: 205, end: 208 },
    true,
  );
  const list = screen.getByRole('listbox', { name: 'Documents found' });
  for (const key of ['Home', 'ArrowRight', 'Enter']) await fireEvent.keyDown(list, { key });
  expect(heard.onopen).toHaveBeenLastCalledWith(1, { kind: 'range', start: 205, end: 208 });
});

test('what is new is marked, and what is like a hit can be asked for', async () => {
  show();
  const hit = await screen.findByRole('option', { name: /new\s*Title 2/ });
  expect(screen.queryByRole('option', { name: /new\s*Title 1/ })).toBeNull();
  await fireEvent.click(hit.querySelector('.like') ?? hit);
  expect(heard.onlike).toHaveBeenCalledWith(2);
});

test('a chip is edited in place, turned into its opposite, or left as it was', async () => {
  show();
  await search.setQuery('gas by:Ann');
  const chip = () => screen.findByRole('button', { name: 'by Ann' });
  await fireEvent.click(await chip());
  const value = screen.getByRole('textbox', { name: 'Value of by' });
  expect(document.activeElement).toBe(value);
  await fireEvent.input(value, { target: { value: 'Bo Ek' } });
  await fireEvent.keyDown(value, { key: 'Escape' });
  expect(search.query).toBe('gas by:Ann');
  await fireEvent.click(await chip());
  const again = screen.getByRole('textbox', { name: 'Value of by' });
  await fireEvent.input(again, { target: { value: 'Bo Ek' } });
  await fireEvent.keyDown(again, { key: 'Enter' });
  await waitFor(() => expect(search.query).toBe('gas by:"Bo Ek"'));
  await search.setQuery('gas by:Ann');
  await fireEvent.keyDown(await chip(), { key: '-' });
  await waitFor(() => expect(search.query).toBe('gas -by:Ann'));
});

test('completions are taken from the list, and Enter in the box goes to the hits', async () => {
  show();
  await type('gas');
  const offer = await screen.findByRole('option', { name: /gasoline/, hidden: true });
  expect(box().getAttribute('aria-expanded')).toBe('true');
  expect(box().getAttribute('aria-activedescendant')).toBeNull();
  await fireEvent.keyDown(box(), { key: 'ArrowDown' });
  expect(box().getAttribute('aria-activedescendant')).toBe(offer.id);
  await fireEvent.keyDown(box(), { key: 'Enter' });
  expect(search.query).toBe('gasoline ');
  expect(box().getAttribute('aria-expanded')).toBe('false');
  await type('ga');
  await screen.findByRole('option', { name: /gasoline/, hidden: true });
  await fireEvent.keyDown(box(), { key: 'Enter' });
  await waitFor(() => expect(heard.onpreview).toHaveBeenCalled());
  expect(search.query).toBe('ga');
  expect(engine.requests('record_search')).toEqual([{ query: 'ga', total: 2 }]);
});

test('an empty box remembers what was searched', async () => {
  show();
  await screen.findByRole('option', { name: /Title 1/ });
  box().focus();
  await fireEvent.keyDown(box(), { key: 'ArrowDown' });
  await screen.findByRole('option', { name: /coal/, hidden: true });
  await fireEvent.keyDown(box(), { key: 'ArrowDown' });
  await fireEvent.keyDown(box(), { key: 'Enter' });
  await waitFor(() => expect(search.found?.query).toBe('coal'));
});

test('a past search is forgotten by the Delete key', async () => {
  show();
  await screen.findByRole('option', { name: /Title 1/ });
  box().focus();
  await fireEvent.keyDown(box(), { key: 'ArrowDown' });
  await screen.findByRole('option', { name: /coal/, hidden: true });
  for (const key of ['ArrowDown', 'Delete']) await fireEvent.keyDown(box(), { key });
  await waitFor(() => expect(box().getAttribute('aria-expanded')).toBe('false'));
  expect(engine.requests('forget_searches')).toEqual([{ query: 'coal' }]);
});

test('what may have been meant is one press away', async () => {
  engine.handlers.search = (request) => ({
    ...answer(request),
    suggestions: [{ query: 'zenith', word: 'zenit', instead: 'zenith' }],
    isPartial: true,
  });
  show();
  await screen.findByText(/stopped before it had looked/);
  await fireEvent.click(await screen.findByRole('button', { name: 'zenith' }));
  await waitFor(() => expect(search.query).toBe('zenith'));
});

test('a value of a facet is left out with Alt, and asked for without', async () => {
  show();
  await fireEvent.click(await screen.findByRole('button', { name: 'Publisher' }));
  const value = await screen.findByRole('button', { name: /^The Paper/, hidden: true });
  await fireEvent.click(value, { altKey: true });
  await waitFor(() => expect(search.query).toBe('-publisher:="The Paper"'));
  await fireEvent.click(value);
  await waitFor(() => expect(search.query).toBe('publisher:="The Paper"'));
});

test('the tabs are gone through by the arrow keys', async () => {
  show('passages');
  const tab = await screen.findByRole('tab', { name: 'Passages' });
  expect(tab.getAttribute('aria-selected')).toBe('true');
  const panel = screen.getByRole('tabpanel');
  expect(panel.getAttribute('aria-labelledby')).toBe(tab.id);
  await fireEvent.keyDown(tab, { key: 'ArrowRight' });
  expect(heard.ontab).toHaveBeenLastCalledWith('quotations');
  await fireEvent.keyDown(tab, { key: 'End' });
  expect(heard.ontab).toHaveBeenLastCalledWith('trend');
});

test('passages are gone through one by one, each at its place', async () => {
  show('passages');
  const list = await screen.findByRole('listbox', { name: 'Passages found' });
  expect(within(list).getAllByRole('option')).toHaveLength(4);
  list.focus();
  for (const key of ['n', 'n', 'n', 'p', 'Enter']) await fireEvent.keyDown(list, { key });
  expect(heard.onopen).toHaveBeenCalledWith(1, { kind: 'range', start: 205, end: 208 });
});
