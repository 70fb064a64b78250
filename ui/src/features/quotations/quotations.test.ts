import { beforeEach, describe, expect, it } from 'vitest';
import { installTransport } from '../../api/client';
import { FakeTransport } from '../../api/fake';
import { sampleQuotation as quotation } from '../../api/samples';
import { groupOf, headingAt } from './groups';
import { QuotationsState } from './quotations.svelte';

describe('group headings', () => {
  const items = [
    quotation({ id: 1 }),
    quotation({ id: 2 }),
    quotation({ id: 3, speaker: null }),
    null,
    quotation({ id: 5, speaker: 'Ilham Aliyev' }),
  ];

  it('stand above the first of each speaker', () => {
    const titles = items.map((_, index) => headingAt(items, index, 'speaker')?.title ?? null);
    expect(titles).toEqual(['Isaac Herzog', null, 'Speaker not named', null, null]);
  });

  it('say publisher and date of a document', () => {
    expect(groupOf(quotation(), 'document')).toMatchObject({
      title: 'President Herzog in Baku',
      detail: 'Office of the President, 2 June 2023',
    });
  });

  it('do not stand in an order by date', () => {
    expect(headingAt(items, 0, 'newest')).toBeNull();
  });
});

describe('the list of quotations', () => {
  let engine: FakeTransport;

  beforeEach(() => {
    engine = new FakeTransport({
      list_quotations: ({ offset }) => ({
        total: 250,
        quotations: Array.from({ length: 100 }, (_, at) => quotation({ id: offset + at })),
      }),
    });
    installTransport(engine);
  });

  it('asks for what the filters say, with the last day of “until” included', async () => {
    const state = new QuotationsState();
    state.speaker = '';
    state.kind = 'indirect';
    state.since = '2023';
    state.until = 'June 2023';
    state.text = ' strength ';
    await state.list.restart();
    expect(engine.requests('list_quotations')).toEqual([
      {
        speaker: '',
        text: 'strength',
        document: null,
        kind: 'indirect',
        from: '2023-01-01',
        to: '2023-07-01',
        query: null,
        matching: null,
        sort: 'newest',
        offset: 0,
        limit: 100,
      },
    ]);
  });

  it('leaves out a date that cannot be read, and says so', () => {
    const state = new QuotationsState();
    state.since = 'yesterday';
    expect(state.filter.from).toBeNull();
    expect(state.isSinceRead).toBe(false);
    expect(state.isNarrowed).toBe(true);
    state.clear();
    expect(state.isSinceRead).toBe(true);
    expect(state.isNarrowed).toBe(false);
  });

  it('fetches windows as they are looked at', async () => {
    const state = new QuotationsState();
    await state.list.restart();
    await state.list.need(190, 210);
    expect(engine.requests('list_quotations').map(({ offset }) => offset)).toEqual([0, 100, 200]);
    expect(state.list.items[210]?.id).toBe(210);
  });

  it('remembers whose context is shown', () => {
    const state = new QuotationsState();
    state.toggle(quotation());
    expect(state.isExpanded(quotation())).toBe(true);
    state.toggle(quotation());
    expect(state.isExpanded(quotation())).toBe(false);
  });
});
