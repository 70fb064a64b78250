import { expect, test } from 'vitest';
import { LatestRequest } from './latest';

function deferred<T>() {
  let resolve!: (value: T) => void;
  let reject!: (error: Error) => void;
  const promise = new Promise<T>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { promise, resolve, reject };
}

test('an answer counts only while its request is the newest', async () => {
  const latest = new LatestRequest();
  const slow = deferred<string>();
  const quick = deferred<string>();
  const first = latest.run(() => slow.promise);
  const second = latest.run(() => quick.promise);
  quick.resolve('second');
  slow.resolve('first');
  expect(await second).toEqual({ isLatest: true, value: 'second' });
  expect(await first).toEqual({ isLatest: false });
});

test('a failure of an outdated request is nobody’s concern', async () => {
  const latest = new LatestRequest();
  const slow = deferred<string>();
  const first = latest.run(() => slow.promise);
  const second = latest.run(() => Promise.resolve('second'));
  slow.reject(new Error('too late'));
  expect(await first).toEqual({ isLatest: false });
  expect(await second).toEqual({ isLatest: true, value: 'second' });
});

test('a failure of the newest request is passed on', async () => {
  const latest = new LatestRequest();
  await expect(latest.run(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
});
