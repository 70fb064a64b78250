import { afterEach, expect, test, vi } from 'vitest';
import { HttpTransport } from './http';

afterEach(() => {
  vi.unstubAllGlobals();
});

/** A server that answers with what it was asked, once it is let. */
function server() {
  const waiting: (() => void)[] = [];
  const fetch = vi.fn(
    (_address: string, { body, signal }: { body: string; signal: AbortSignal | null }) =>
      new Promise((resolve, reject) => {
        signal?.addEventListener('abort', () => reject(new DOMException('', 'AbortError')));
        waiting.push(() => resolve({ ok: true, json: () => Promise.resolve(JSON.parse(body)) }));
      }),
  );
  vi.stubGlobal('fetch', fetch);
  return waiting;
}

test('a question is given up when the same asker asks another', async () => {
  const waiting = server();
  const transport = new HttpTransport();
  const first = transport.call('search', { query: 'g', asker: 'search' });
  const page = transport.call('search', { query: 'g', asker: null });
  const other = transport.call('concordance', { query: 'g', asker: 'concordance' });
  const second = transport.call('search', { query: 'ga', asker: 'search' });
  for (const answer of waiting) answer();
  await expect(first).rejects.toMatchObject({ code: 'cancelled' });
  await expect(page).resolves.toMatchObject({ query: 'g' });
  await expect(other).resolves.toMatchObject({ query: 'g' });
  await expect(second).resolves.toMatchObject({ query: 'ga' });
});
