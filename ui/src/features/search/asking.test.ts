import { beforeEach, expect, test, vi } from 'vitest';
import { ApiFailure, installTransport } from '../../api/client';
import { FakeTransport } from '../../api/fake';
import type { Completions } from '../../api/generated/Completions';
import { CompletionState } from './completion.svelte';
import { PastSearches } from './past.svelte';

let engine: FakeTransport;

beforeEach(() => {
  vi.useFakeTimers();
  engine = new FakeTransport({
    complete_query: ({ query, caret }): Completions => {
      const start = query.lastIndexOf(' ', caret - 1) + 1;
      const offer = { detail: null, count: null };
      return {
        range: { start, end: caret },
        completions: [
          { kind: 'field', text: 'publisher:', label: 'publisher:', ...offer },
          { kind: 'word', text: 'public', label: 'public', ...offer },
        ],
      };
    },
    record_search: () => ({}),
    list_searches: () => [{ query: 'gas', total: 3, at: '2023-06-02T10:00:00Z' }],
    forget_searches: () => ({}),
  });
  installTransport(engine);
});

async function offered(completion: CompletionState, query: string, caret = query.length) {
  completion.type(query, caret);
  await vi.advanceTimersByTimeAsync(200);
  return completion.offers.map(({ text }) => text);
}

test('completions are asked for when the typing pauses', async () => {
  const completion = new CompletionState();
  for (const query of ['p', 'pu', 'pub']) completion.type(query, query.length);
  await vi.advanceTimersByTimeAsync(200);
  expect(engine.requests('complete_query')).toEqual([{ query: 'pub', caret: 3 }]);
  expect(completion.offers).toHaveLength(2);
});

test('what stands there already is not offered, nor anything for an empty box', async () => {
  const completion = new CompletionState();
  expect(await offered(completion, 'public')).toEqual(['publisher:']);
  expect(await offered(completion, ' ')).toEqual([]);
});

test('an offer takes the place of the word at the caret', async () => {
  const completion = new CompletionState();
  await offered(completion, 'gas pub price', 7);
  const [field, word] = completion.offers;
  if (!field || !word) throw new Error('There are two offers.');
  expect(completion.taken(field)).toEqual({ query: 'gas publisher: price', caret: 14 });
  expect(completion.taken(word)).toEqual({ query: 'gas public price', caret: 10 });
  await offered(completion, 'pub');
  expect(completion.taken(word)).toEqual({ query: 'public ', caret: 7 });
});

test('sent away, completions stay away until another word is typed', async () => {
  const completion = new CompletionState();
  await offered(completion, 'gas pu');
  completion.dismiss();
  expect(await offered(completion, 'gas pub')).toEqual([]);
  expect(await offered(completion, 'gas pub pub')).toHaveLength(2);
});

test('a search is kept when somebody did something with it or rested on it, once', async () => {
  const past = new PastSearches(vi.fn());
  past.rest('g', 90);
  past.rest('gas', 3);
  await vi.advanceTimersByTimeAsync(6000);
  await past.record('gas', 3);
  await past.record('  ', 36);
  expect(engine.requests('record_search')).toEqual([{ query: 'gas', total: 3 }]);
  past.rest('oil', 2);
  past.stop();
  await vi.advanceTimersByTimeAsync(6000);
  expect(engine.requests('record_search')).toHaveLength(1);
});

test('past searches are forgotten one by one or all together', async () => {
  const past = new PastSearches(vi.fn());
  expect(await past.load(' ga ')).toBe(true);
  expect(engine.requests('list_searches')).toEqual([{ text: 'ga', limit: 50 }]);
  await past.forget('gas');
  expect(past.list).toEqual([]);
  await past.forget(null);
  expect(engine.requests('forget_searches')).toEqual([{ query: 'gas' }, { query: null }]);
});

test('a library that takes no writes keeps no history and does not complain', async () => {
  const onerror = vi.fn();
  const past = new PastSearches(onerror);
  const refuse = (code: 'readOnly' | 'internal') => () =>
    Promise.reject(new ApiFailure({ code, message: 'No.', hint: null }));
  engine.handlers.record_search = refuse('readOnly');
  await past.record('gas', 3);
  expect(onerror).not.toHaveBeenCalled();
  engine.handlers.record_search = refuse('internal');
  await past.record('oil', 3);
  expect(onerror).toHaveBeenCalledOnce();
});
