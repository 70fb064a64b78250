// @vitest-environment happy-dom
import { flushSync } from 'svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ApiFailure, call, installTransport } from '../api/client';
import { FakePlatform, FakeTransport } from '../api/fake';
import { installPlatform } from '../api/platform';
import { sampleResponse } from '../api/samples';
import { Toasts } from '../components/toasts.svelte';
import { Desk } from './desk.svelte';

const counts = { added: 1, updated: 0, unchanged: 0, failed: 1, skipped: 0 };

let engine: FakeTransport;
let platform: FakePlatform;
let desk: Desk;
let stop: () => void;

beforeEach(async () => {
  vi.useFakeTimers();
  localStorage.clear();
  engine = new FakeTransport({
    library_status: () => ({
      path: '/desk',
      name: 'desk',
      documents: 3,
      annotations: 0,
      quotations: 0,
      dates: 0,
      notes: 0,
      unindexed: 0,
      isReadOnly: false,
      hasSample: false,
    }),
    list_collections: () => [{ id: 1, name: 'Energy', count: 0 }],
    list_tags: () => [],
    list_saved_searches: () => [],
    search: () => sampleResponse(),
    history: () => ({ undo: 'Delete note', redo: 'Delete note', document: null }),
    undo: () => ({ undo: null, redo: 'Delete note', document: null }),
    redo: () => ({ undo: 'Delete note', redo: null, document: null }),
    delete_documents: () => ({}),
    start_import: () => ({ job: 1 }),
  });
  platform = new FakePlatform();
  installTransport(engine);
  installPlatform(platform);
  desk = new Desk(new Toasts());
  stop = desk.follow();
  await vi.advanceTimersByTimeAsync(0);
});

afterEach(() => {
  stop();
  vi.useRealTimers();
});

const said = () => desk.toasts.list.map((toast) => toast.text);

test('undoing says what was undone and offers to do it again', async () => {
  await desk.undo();
  expect(said()).toEqual(['Undone: delete note.']);
  desk.toasts.list[0]?.action?.run();
  await vi.advanceTimersByTimeAsync(0);
  expect(said()).toEqual(['Done again: delete note.']);
});

test('with nothing to undo, that is said and nothing is asked', async () => {
  engine.handlers.history = () => ({ undo: null, redo: null, document: null });
  await desk.undo();
  expect(said()).toEqual(['There is nothing to undo.']);
  expect(engine.requests('undo')).toEqual([]);
});

test('the document in the reader is closed when it is deleted, and that can be undone', async () => {
  desk.open(7);
  await desk.deleteDocuments([7, 8]);
  expect(desk.route.place.document).toBeNull();
  expect(said()).toEqual(['2 documents deleted.']);
  expect(desk.toasts.list[0]?.action?.label).toBe('Undo');
});

test('changes of the library reach the list in sight at once and the other when it is shown', async () => {
  await desk.search.run();
  await desk.documents.run();
  const asked = () => engine.requests('search').map((request) => request.sort);
  const before = asked().length;
  for (let times = 0; times < 5; times++) engine.emit({ type: 'documentsChanged' });
  await vi.advanceTimersByTimeAsync(1000);
  expect(asked().slice(before)).toEqual(['relevance']);
  desk.show('documents');
  await vi.advanceTimersByTimeAsync(0);
  expect(asked().slice(before)).toEqual(['relevance', 'newest']);
});

test('going back brings the query back', async () => {
  await desk.showSearch('gas');
  await desk.showDocuments('in:Energy');
  await desk.showSearch('oil');
  desk.back();
  desk.back();
  await vi.advanceTimersByTimeAsync(0);
  expect(desk.route.place.view).toBe('search');
  expect(desk.search.query).toBe('gas');
});

test('a saved search is looked at, and its hits know what is new', async () => {
  engine.handlers.look_at_saved_search = () => ({ query: 'gas', newSince: 40 });
  await desk.showSavedSearch({ id: 3, name: 'Gas', query: 'gas', newDocuments: 2 });
  expect(engine.requests('look_at_saved_search')).toEqual([{ id: 3 }]);
  expect(engine.requests('search').at(-1)).toMatchObject({ query: 'gas', newSince: 40 });
  expect(desk.search.since).toEqual({ document: 40, count: 2 });
});

test('what is like a document is searched for by its number', async () => {
  desk.showTab('trend');
  await desk.showLike(7);
  expect(desk.route.place).toMatchObject({ view: 'search', query: 'like:7', tab: 'documents' });
  expect(engine.requests('search').at(-1)?.query).toBe('like:7');
});

test('coming back finds the tab that was looked at', async () => {
  await desk.showSearch('gas');
  desk.showTab('concordance');
  desk.show('timeline');
  desk.back();
  expect(desk.route.place.tab).toBe('concordance');
});

test('previews leave no trace in the history, openings do', () => {
  desk.preview(1, undefined, false);
  desk.preview(2, undefined, false);
  expect(desk.route.canGoBack).toBe(false);
  desk.open(3);
  desk.back();
  expect(desk.route.place.document).toBe(2);
});

test('where there is room for one pane only, the keyboard passes rows without opening them', () => {
  desk.layout.width = 700;
  flushSync();
  desk.preview(1, undefined, false);
  expect(desk.route.place.document).toBeNull();
  desk.preview(1, undefined, true);
  expect(desk.route.place.document).toBe(1);
  desk.show('timeline');
  expect(desk.route.place.document).toBeNull();
});

test('a folder without a library is not made one without being asked', async () => {
  platform.folder = '/empty';
  engine.handlers.open_library = ({ create }) => {
    if (create) return call('library_status', {});
    throw new ApiFailure({ code: 'notALibrary', message: 'No library there.', hint: null });
  };
  await desk.openLibrary();
  expect(desk.dialog).toEqual({ kind: 'make-library', path: '/empty' });
  await desk.makeLibrary('/empty');
  expect(engine.requests('open_library').at(-1)).toEqual({ path: '/empty', create: true });
  expect(desk.dialog).toBeNull();
});

test('another library begins afresh and is remembered', async () => {
  desk.open(7);
  engine.emit({ type: 'libraryOpened' });
  await vi.advanceTimersByTimeAsync(0);
  expect(desk.route.place.document).toBeNull();
  expect(desk.recent.paths).toEqual(['/desk']);
  expect(said()).toEqual(['Library “desk” is open.']);
});

test('an import that ended says how it went and leads to its report', async () => {
  platform.files = ['/a.pdf'];
  await desk.importFiles();
  expect(engine.requests('start_import')).toEqual([{ paths: ['/a.pdf'], collection: null }]);
  engine.emit({ type: 'importFinished', job: 1, report: 4, isCancelled: false, counts });
  // The library is read first, so that what is said to be there can be seen.
  await vi.waitFor(() => expect(said()).toEqual(['1 document added, 1 failed.']));
  desk.toasts.list[0]?.action?.run();
  expect(desk.dialog).toEqual({ kind: 'report', report: 4 });
});

test('a refusal is a notice, a fault an error with details', async () => {
  engine.handlers.delete_documents = () =>
    Promise.reject(
      new ApiFailure({ code: 'readOnly', message: 'The library is read-only.', hint: null }),
    );
  await desk.deleteDocuments([1]);
  expect(desk.toasts.list.at(-1)).toMatchObject({ kind: 'warning', details: null });
  engine.handlers.delete_documents = () => Promise.reject(new Error('Broken.'));
  await desk.deleteDocuments([1]);
  expect(desk.toasts.list.at(-1)).toMatchObject({ kind: 'error', text: 'Broken.' });
});

test('a statement lies over the view, which is there again when it is put away', async () => {
  await desk.showSearch('gas');
  desk.showStatement(7);
  expect(desk.route.place).toMatchObject({ view: 'search', statement: 7 });
  expect(desk.list).toBeNull();
  desk.closeStatement();
  expect(desk.route.place).toMatchObject({ view: 'search', query: 'gas', statement: null });
  expect(desk.list).toBe(desk.search);
  desk.showStatement(7);
  desk.show('notes');
  expect(desk.route.place.statement).toBeNull();
});

test('a person has a page to come back to; those who are not named have their quotations', () => {
  desk.showSpeaker('Isaac Herzog');
  desk.limitPerson(2023);
  expect(desk.yearOfPerson).toBe(2023);
  desk.showSpeaker('');
  expect(desk.route.place).toMatchObject({ view: 'quotations', speaker: '', person: null });
  desk.back();
  expect(desk.route.place).toMatchObject({ view: 'people', person: 'Isaac Herzog' });
  expect(desk.yearOfPerson).toBe(2023);
  desk.showPerson('Ilham Aliyev');
  expect(desk.yearOfPerson).toBeNull();
});
