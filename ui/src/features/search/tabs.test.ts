// @vitest-environment happy-dom
import { fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import { beforeEach, expect, test, vi } from 'vitest';
import { installTransport } from '../../api/client';
import { FakePlatform, FakeTransport } from '../../api/fake';
import type { Trend } from '../../api/generated/Trend';
import { installPlatform } from '../../api/platform';
import { sampleResponse } from '../../api/samples';
import { Toasts } from '../../components/toasts.svelte';
import { SearchState } from './search.svelte';
import type { SearchTab } from './tabs';
import TestFrame from './TestFrame.svelte';
import { heard } from './testing';

const trend: Trend = {
  spans: [2021, 2022, 2023].map((year) => ({
    from: `${year}-01-01`,
    to: `${year + 1}-01-01`,
    documents: 20,
  })),
  series: [{ query: 'gas', total: 9, undated: 1, counts: [2, 4, 3], notice: null }],
};

let engine: FakeTransport;
let platform: FakePlatform;
let search: SearchState;

beforeEach(async () => {
  vi.clearAllMocks();
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(30);
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(600);
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(400);
  engine = new FakeTransport({
    search: () => sampleResponse({ total: 2 }),
    record_search: () => ({}),
    concordance: () => ({
      total: 2,
      documents: 1,
      lines: ['gas', 'غاز'].map((keyword, at) => ({
        document: 7,
        documentTitle: 'Prices',
        publisher: 'Wire',
        published: '2023-06-02',
        left: 'before',
        keyword,
        right: 'after',
        place: { start: 10 + at, end: 13 + at },
        isRightToLeft: at === 1,
      })),
      clauses: [],
      notice: null,
      elapsedMs: 1,
    }),
    trend: () => trend,
    list_quotations: () => ({
      total: 1,
      quotations: [
        {
          id: 3,
          document: 7,
          documentTitle: 'Prices',
          publisher: 'Wire',
          published: '2023-06-02',
          kind: 'direct',
          text: 'We sold the gas.',
          cue: 'said',
          source: null,
          speaker: 'Ann Lee',
          confidence: 0.9,
          isDecided: false,
          repeated: 0,
          place: null,
          context: { text: '', highlights: [] },
        },
      ],
    }),
    list_notes: () => [
      { id: 1, title: 'On gas', body: '**Ask** Ann.', createdAt: '', modifiedAt: '' },
    ],
    list_annotations: () => ({ total: 0, annotations: [] }),
  });
  platform = new FakePlatform();
  installTransport(engine);
  installPlatform(platform);
  search = new SearchState();
  await search.setQuery('gas');
});

function show(tab: SearchTab) {
  const fixed = { mode: 'search' as const, collections: [], pendingIndex: 0, openDocument: null };
  render(TestFrame, { toasts: new Toasts(), view: { ...fixed, search, tab, ...heard } });
}

async function keys(element: HTMLElement, ...pressed: string[]) {
  element.focus();
  for (const key of pressed) await fireEvent.keyDown(element, { key });
}

test('a line of the concordance opens at its place, in the direction of its text', async () => {
  show('concordance');
  const list = await screen.findByRole('listbox', { name: 'Concordance' });
  const [first, second] = within(list).getAllByRole('option');
  expect(first?.querySelector('.words')?.getAttribute('dir')).toBe('ltr');
  expect(second?.querySelector('.words')?.getAttribute('dir')).toBe('rtl');
  await keys(list, 'ArrowDown', 'ArrowDown', 'Enter');
  expect(heard.onopen).toHaveBeenCalledWith(7, { kind: 'range', start: 11, end: 14 });
  expect(engine.requests('record_search')).toEqual([{ query: 'gas', total: 2 }]);
});

test('the lines are put in another order and copied as a table', async () => {
  show('concordance');
  const list = await screen.findByRole('listbox', { name: 'Concordance' });
  await fireEvent.click(screen.getByRole('radio', { name: 'Before' }));
  await waitFor(() => expect(engine.requests('concordance').at(-1)?.sort).toBe('left'));
  await keys(list, 'ArrowDown', 'x', 'ArrowDown', 'x', 'c');
  await waitFor(() => expect(platform.copied).toHaveLength(1));
  expect(platform.copied[0]?.split('\n')).toEqual([
    'before\tgas\tafter\tPrices\tWire\t2023-06-02',
    'before\tغاز\tafter\tPrices\tWire\t2023-06-02',
  ]);
});

test('the trend says its values by keyboard and limits the search to a span', async () => {
  show('trend');
  const chart = await screen.findByRole('slider', { name: /^Documents found over time/ });
  await keys(chart, 'ArrowRight', 'ArrowRight');
  expect(chart.getAttribute('aria-valuetext')).toBe('2022: gas 4 documents');
  await keys(chart, 'Enter');
  await waitFor(() => expect(search.query).toBe('gas after:2022-01-01 before:2023-01-01'));
});

test('the trend is a table for who cannot see it', async () => {
  show('trend');
  await screen.findByRole('slider', { name: /^Documents found over time/ });
  await fireEvent.click(screen.getByRole('radio', { name: 'Table' }));
  await fireEvent.click(screen.getByRole('radio', { name: 'Share' }));
  const row = screen.getByRole('row', { name: /^2022/ });
  expect(within(row).getByRole('cell').textContent).toBe('20 %');
});

test('a quotation is opened where it stands and copied with its citation', async () => {
  show('quotations');
  const list = await screen.findByRole('listbox', { name: 'Quotations found' });
  await keys(list, 'ArrowDown', 'c', 'Enter');
  expect(heard.onopen).toHaveBeenCalledWith(7, { kind: 'quotation', id: 3 });
  await waitFor(() =>
    expect(platform.copied).toEqual([
      '“We sold the gas.” — Ann Lee, in Prices, Wire, 2 June 2023.',
    ]),
  );
});

test('a free note is shown by its words and leads to where it is written', async () => {
  show('notes');
  const list = await screen.findByRole('listbox', { name: 'Notes found' });
  expect(within(list).getByRole('option').textContent).toMatch(/On gas\s*Ask Ann\./);
  await keys(list, 'ArrowDown', 'Enter');
  expect(heard.onnote).toHaveBeenCalledWith(expect.objectContaining({ id: 1 }));
});
