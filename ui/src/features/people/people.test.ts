import { beforeEach, describe, expect, it } from 'vitest';
import { installTransport } from '../../api/client';
import { FakeTransport } from '../../api/fake';
import type { Person } from '../../api/generated/Person';
import { PeopleState } from './people.svelte';
import { naming, PersonState } from './person.svelte';
import { periodInWords } from './period';
import { barsOf, yearAt } from './years';

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

  it('are chosen to be merged, most quoted first, but never those who are not named', async () => {
    engine.handlers.list_speakers = () =>
      [5, 9, 2].map((quotations, at) => ({
        name: at === 2 ? null : `Person ${at}`,
        quotations,
        documents: 1,
        first: null,
        last: null,
      }));
    const people = new PeopleState();
    await people.load();
    people.toggle('Person 0');
    people.toggle('Person 1');
    people.toggle(null);
    expect(people.chosen).toEqual(['Person 1', 'Person 0']);
    people.toggle('Person 1');
    expect(people.chosen).toEqual(['Person 0']);
  });
});

describe('the years of a person', () => {
  const years = [
    { year: 2021, count: 2 },
    { year: 2022, count: 0 },
    { year: 2023, count: 40 },
  ];

  it('are bars as high as their counts, of which the least can still be seen', () => {
    const bars = barsOf(years, 300, 40);
    expect(bars.map(({ height }) => height)).toEqual([3, 0, 40]);
    expect(bars.every((bar) => bar.top + bar.height === 40)).toBe(true);
  });

  it('fit into the width however many there are', () => {
    const many = Array.from({ length: 400 }, (_, at) => ({ year: 1600 + at, count: at % 7 }));
    const last = barsOf(many, 300, 40)[399];
    expect((last?.left ?? 0) + (last?.width ?? 0)).toBeLessThanOrEqual(300.001);
  });

  it('are found where they are pressed', () => {
    const bars = barsOf(years, 300, 40);
    for (const { year, left, width } of bars) expect(yearAt(bars, left + width / 2)).toBe(year);
    expect(yearAt(bars, 299)).toBeNull();
    expect(barsOf([], 300, 40)).toEqual([]);
  });
});

describe('a person', () => {
  const person: Person = {
    name: 'Isaac Herzog',
    aliases: ['I. Herzog'],
    quotations: 3,
    documents: 2,
    years: [],
    undated: 0,
    namedIn: 4,
    spokenOfBy: [],
    namedWith: [],
  };
  let engine: FakeTransport;

  beforeEach(() => {
    engine = new FakeTransport({
      get_person: () => person,
      list_annotations: () => ({ total: 0, annotations: [] }),
    });
    installTransport(engine);
  });

  it('has the notes that name them, by any of their names', async () => {
    const page = new PersonState();
    await page.show('I. Herzog');
    expect(engine.requests('get_person')).toEqual([{ name: 'I. Herzog' }]);
    expect(engine.requests('list_annotations')[0]?.matching).toBe('"Isaac Herzog" OR "I. Herzog"');
  });

  it('is looked up again after a change', async () => {
    const page = new PersonState();
    const stop = page.follow();
    await page.show('Isaac Herzog');
    engine.emit({ type: 'documentsChanged' });
    stop();
    engine.emit({ type: 'documentsChanged' });
    expect(engine.requests('get_person')).toHaveLength(2);
  });

  it('says why they could not be looked up', async () => {
    engine.handlers.get_person = () => Promise.reject(new Error('The library is locked.'));
    const page = new PersonState();
    await page.show('Isaac Herzog');
    expect(page.person).toMatchObject({
      status: 'failed',
      failure: { message: 'The library is locked.' },
    });
  });

  it('is searched for by the whole name, with another where both are meant', () => {
    expect(naming('Isaac Herzog', 'Ilham "IA" Aliyev')).toBe(
      'entity:="Isaac Herzog" entity:="Ilham  IA  Aliyev"',
    );
  });
});
