import { beforeEach, describe, expect, it } from 'vitest';
import { installTransport } from '../../api/client';
import { FakeTransport } from '../../api/fake';
import { PeopleState } from './people.svelte';
import { periodInWords } from './period';

describe('a period in words', () => {
  it.each([
    ['2021-06', '2023-06-02', 'Jun 2021 – 2 Jun 2023'],
    ['2023', '2023', '2023'],
    [null, '2023-06', 'Jun 2023'],
    [null, null, 'undated'],
  ])('from %s to %s is “%s”', (first, last, words) => {
    expect(periodInWords(first, last)).toBe(words);
  });
});

describe('the people', () => {
  let engine: FakeTransport;

  beforeEach(() => {
    engine = new FakeTransport({
      list_speakers: ({ limit }) =>
        Array.from({ length: Math.min(limit, 700) }, (_, at) => ({
          name: `Person ${at}`,
          quotations: 1,
          documents: 1,
          first: null,
          last: null,
        })),
    });
    installTransport(engine);
  });

  it('are asked for step by step', async () => {
    const people = new PeopleState();
    await people.load();
    expect(people.hasMore).toBe(true);
    await people.more();
    expect(people.hasMore).toBe(false);
    expect(people.speakers.status === 'ready' && people.speakers.value.length).toBe(700);
  });

  it('are narrowed by words, from the beginning of the list', async () => {
    const people = new PeopleState();
    await people.more();
    await people.find(' herzog ');
    expect(engine.requests('list_speakers').at(-1)).toEqual({
      text: 'herzog',
      query: null,
      limit: 500,
    });
  });

  it('say why they could not be listed', async () => {
    engine.handlers.list_speakers = () => Promise.reject(new Error('The library is locked.'));
    const people = new PeopleState();
    await people.load();
    expect(people.speakers).toMatchObject({
      status: 'failed',
      failure: { message: 'The library is locked.' },
    });
  });
});
