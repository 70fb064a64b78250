import { beforeEach, expect, test, vi } from 'vitest';
import { installTransport } from '../../api/client';
import { FakeTransport } from '../../api/fake';
import { ImportState } from './imports.svelte';
import { LibraryState } from './library.svelte';

const counts = { added: 3, updated: 0, unchanged: 0, failed: 1, skipped: 0 };
const status = {
  path: '/l',
  name: 'l',
  documents: 3,
  annotations: 0,
  quotations: 0,
  dates: 0,
  notes: 0,
  unindexed: 2,
  isReadOnly: false,
  hasSample: false,
};

let engine: FakeTransport;

beforeEach(() => {
  engine = new FakeTransport({
    library_status: () => status,
    list_collections: () => [],
    list_tags: () => [],
    list_saved_searches: () => [],
    start_import: () => ({ job: 7 }),
    cancel_job: () => ({}),
  });
  installTransport(engine);
});

test('a burst of changes is read once', async () => {
  vi.useFakeTimers();
  const library = new LibraryState(() => undefined);
  const stop = library.follow();
  for (let times = 0; times < 20; times++) engine.emit({ type: 'documentsChanged' });
  await vi.advanceTimersByTimeAsync(1000);
  expect(engine.requests('library_status')).toHaveLength(1);
  expect(library.status?.documents).toBe(3);
  expect(library.pendingIndex).toBe(2);
  stop();
  vi.useRealTimers();
});

test('a library that cannot be read at first says so; later it stays in use', async () => {
  const heard: unknown[] = [];
  engine.handlers.library_status = () => Promise.reject(new Error('No.'));
  const library = new LibraryState((error) => heard.push(error));
  await library.read();
  expect(library.load.status).toBe('failed');
  engine.handlers.library_status = () => status;
  await library.read();
  engine.handlers.library_status = () => Promise.reject(new Error('No.'));
  await library.read();
  expect(library.load.status).toBe('ready');
  expect(heard).toHaveLength(1);
});

test('an import is followed from its start to its end', async () => {
  const imports = new ImportState();
  const finished: number[] = [];
  let done: () => void = () => undefined;
  imports.follow({
    onfinished: ({ report }) => {
      finished.push(report);
      return new Promise((resolve) => (done = resolve));
    },
    onfailed: () => undefined,
  });
  await imports.start(['/a']);
  engine.emit({ type: 'importProgressed', job: 7, done: 2, total: 9, current: 'b.pdf', counts });
  expect(imports.running).toMatchObject([{ job: 7, done: 2, total: 9, isCancelling: false }]);
  await imports.cancel(7);
  expect(imports.running[0]?.isCancelling).toBe(true);
  engine.emit({ type: 'importFinished', job: 7, report: 4, isCancelled: true, counts });
  expect(finished).toEqual([4]);
  expect(imports.running).toHaveLength(1);
  done();
  await vi.waitFor(() => expect(imports.running).toEqual([]));
});

test('an import that ends before its start is answered is not shown as running', async () => {
  const imports = new ImportState();
  imports.follow({ onfinished: () => Promise.resolve(), onfailed: () => undefined });
  engine.handlers.start_import = () => {
    engine.emit({ type: 'importFinished', job: 8, report: 5, isCancelled: false, counts });
    return { job: 8 };
  };
  await imports.start(['/a']);
  expect(imports.running).toEqual([]);
});
