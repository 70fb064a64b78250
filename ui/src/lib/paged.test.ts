import { describe, expect, it } from 'vitest';
import { PagedList } from './paged.svelte';

const numbers = (total: number) => {
  const asked: number[] = [];
  const fetch = (offset: number, limit: number) => {
    asked.push(offset);
    const length = Math.min(limit, total - offset);
    return Promise.resolve({
      total,
      items: Array.from({ length }, (_, at) => offset + at),
    });
  };
  return { asked, fetch };
};

describe('a paged list', () => {
  it('knows its length at once and fetches only what is looked at', async () => {
    const { asked, fetch } = numbers(1000);
    const list = new PagedList(fetch);
    await list.restart();
    expect(list.total).toBe(1000);
    await list.need(350, 420);
    expect(list.items[350]).toBe(350);
    expect(list.items[420]).toBe(420);
    expect(list.items[250]).toBeNull();
    expect(asked).toEqual([0, 300, 400]);
  });

  it('asks for no part twice', async () => {
    const { asked, fetch } = numbers(1000);
    const list = new PagedList(fetch);
    await list.restart();
    await Promise.all([list.need(100, 120), list.need(110, 130)]);
    await list.need(0, 199);
    expect(asked).toEqual([0, 100]);
  });

  it('drops answers to questions from before a restart', async () => {
    let answer: (page: { total: number; items: number[] }) => void = () => undefined;
    const list = new PagedList<number>(() => new Promise((resolve) => (answer = resolve)));
    const late = list.restart();
    const answerLate = answer;
    const soon = list.restart();
    answer({ total: 1, items: [2] });
    await soon;
    answerLate({ total: 1, items: [1] });
    await late;
    expect(list.items).toEqual([2]);
  });

  it('can ask again for a part that could not be read', async () => {
    const { fetch } = numbers(300);
    let isBroken = false;
    const list = new PagedList((offset: number, limit: number) =>
      isBroken ? Promise.reject(new Error('no')) : fetch(offset, limit),
    );
    await list.restart();
    isBroken = true;
    await list.need(150, 160);
    expect(list.failure?.message).toBe('no');
    expect(list.status).toBe('ready');
    isBroken = false;
    await list.need(150, 160);
    expect(list.items[150]).toBe(150);
    expect(list.failure).toBeNull();
  });
});
