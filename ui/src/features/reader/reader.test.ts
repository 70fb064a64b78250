import { beforeEach, describe, expect, it } from 'vitest';
import { ApiFailure, installTransport } from '../../api/client';
import { FakeTransport } from '../../api/fake';
import type { Annotation } from '../../api/generated/Annotation';
import type { DocumentView } from '../../api/generated/DocumentView';
import { Finder } from './finder.svelte';
import { Reader } from './reader.svelte';

const TEXT = 'Gas flows.\n\nHe said “no” in 2023.';

function annotation(id: number, start: number, end: number): Annotation {
  return {
    id,
    document: 1,
    documentTitle: 'Gas',
    documentPublished: null,
    range: { start, end },
    exact: TEXT.slice(start, end),
    prefix: '',
    suffix: '',
    motivation: 'highlighting',
    color: 'yellow',
    note: '',
    tags: [],
    speaker: null,
    state: 'exact',
    createdAt: '2026-01-01T00:00:00Z',
    modifiedAt: '2026-01-01T00:00:00Z',
  };
}

function documentOf(text: string, annotations: Annotation[] = []): DocumentView {
  const second = text.indexOf('\n\n') + 2;
  return {
    summary: {
      id: 1,
      title: 'Gas',
      authors: [],
      publisher: null,
      published: null,
      language: 'en',
      kind: 'article',
    },
    url: null,
    path: null,
    addedAt: '2026-01-01T00:00:00Z',
    publishedOrigin: null,
    version: 1,
    mediaType: 'text/plain',
    citation: 'Gas.',
    text,
    blocks: [
      { kind: 'paragraph', level: 0, flag: false, start: 0, end: second - 2 },
      { kind: 'paragraph', level: 0, flag: false, start: second, end: text.length },
    ],
    spans: [],
    pages: [],
    quotations: [],
    dates: [],
    annotations,
    diagnostics: [],
    collections: [2],
  };
}

let engine: FakeTransport;
let reader: Reader;
let stored: DocumentView | null;

beforeEach(() => {
  stored = documentOf(TEXT, [annotation(5, 12, 19)]);
  engine = new FakeTransport({
    get_document: () => {
      if (stored) return stored;
      throw new ApiFailure({ code: 'notFound', message: 'Gone.', hint: null });
    },
    create_annotation: ({ start, end, color, note, tags }) => ({
      ...annotation(9, start, end),
      color,
      note,
      tags,
    }),
    update_annotation: ({ id, color, note, tags }) => {
      const old = annotation(id, 12, 19);
      return { ...old, color: color ?? old.color, note: note ?? old.note, tags: tags ?? old.tags };
    },
    delete_annotation: () => ({}),
    set_membership: ({ collection }) => ({ id: collection, name: 'C', count: 1 }),
    find_in_document: () => ({ ranges: [{ start: 0, end: 3 }] }),
  });
  installTransport(engine);
  reader = new Reader();
});

describe('opening a document', () => {
  it('draws it from its blocks', async () => {
    expect(await reader.open(1)).toBe(true);
    expect(reader.state).toEqual({ status: 'ready', document: 1 });
    expect(reader.structure.leaves).toHaveLength(2);
    expect(reader.annotationMarksOf(1)).toHaveLength(1);
  });

  it('says why it could not', async () => {
    stored = null;
    expect(await reader.open(1)).toBe(false);
    expect(reader.state).toMatchObject({ status: 'failed', failure: { code: 'notFound' } });
  });

  it('shows the one that was asked for last, whichever comes first', async () => {
    let answer: (view: DocumentView) => void = () => undefined;
    engine.handlers.get_document = ({ document }) =>
      document === 1
        ? new Promise((resolve) => (answer = resolve))
        : { ...documentOf(TEXT), citation: 'Second.' };
    const first = reader.open(1);
    await reader.open(2);
    answer(documentOf(TEXT));
    expect(await first).toBe(false);
    expect(reader.view?.citation).toBe('Second.');
  });
});

describe('a change elsewhere', () => {
  it('leaves what did not change as it is', async () => {
    await reader.open(1);
    const { structure } = reader;
    const marks = reader.annotationMarksOf(1);
    stored = documentOf(TEXT, [annotation(5, 12, 19), annotation(6, 0, 3)]);
    expect(await reader.refresh()).toBeNull();
    expect(reader.structure).toBe(structure);
    expect(reader.annotationMarksOf(1)).toBe(marks);
    expect(reader.annotationMarksOf(0)).toHaveLength(1);
  });

  it('of the text is told, and lets the selection go', async () => {
    await reader.open(1);
    reader.selected = { anchor: 0, focus: 3 };
    stored = documentOf(`Much ${TEXT}`);
    expect(await reader.refresh()).toBe('another-version');
    expect(reader.selected).toBeNull();
  });

  it('that takes the document away is told once, and mended when it comes back', async () => {
    await reader.open(1);
    const kept = stored;
    stored = null;
    expect(await reader.refresh()).toBe('gone');
    expect(await reader.refresh()).toBeNull();
    expect(reader.isGone).toBe(true);
    expect(reader.view).not.toBeNull();
    stored = kept;
    expect(await reader.refresh()).toBeNull();
    expect(reader.isGone).toBe(false);
  });
});

describe('annotating', () => {
  it('takes white space off the ends of what is selected', async () => {
    await reader.open(1);
    reader.selected = { anchor: 15, focus: 3 };
    expect(reader.passage).toEqual({ start: 4, end: 14 });
    reader.selected = { anchor: 10, focus: 12 };
    expect(reader.passage).toBeNull();
    expect(await reader.highlight('red')).toBeNull();
  });

  it('highlights, remembers the colour and keeps text order', async () => {
    await reader.open(1);
    reader.selected = { anchor: 0, focus: 3 };
    await reader.highlight('green');
    expect(engine.requests('create_annotation')).toEqual([
      { document: 1, start: 0, end: 3, color: 'green', note: '', tags: [] },
    ]);
    expect(reader.annotations.map((one) => one.id)).toEqual([9, 5]);
    expect(reader.color).toBe('green');
  });

  it('stores a note only when it is saved', async () => {
    await reader.open(1);
    reader.selected = { anchor: 0, focus: 3 };
    expect(reader.beginDraft('note')).toBe(true);
    reader.cancelDraft();
    expect(engine.requests('create_annotation')).toEqual([]);
    reader.beginDraft('note');
    await reader.saveDraft({ color: 'blue', note: 'Why?', tags: ['energy'] });
    expect(engine.requests('create_annotation')[0]).toMatchObject({
      note: 'Why?',
      tags: ['energy'],
    });
    expect(reader.draft).toBeNull();
  });

  it('changes and deletes', async () => {
    await reader.open(1);
    reader.edit(5, 'tags');
    expect(reader.draft).toMatchObject({ id: 5, field: 'tags' });
    await reader.saveDraft({ color: 'red', note: 'n', tags: [] });
    expect(reader.annotation(5)).toMatchObject({ color: 'red', note: 'n' });
    await reader.change(5, { color: 'gray' });
    expect(engine.requests('update_annotation')[1]).toEqual({
      id: 5,
      color: 'gray',
      note: null,
      tags: null,
    });
    await reader.remove(5);
    expect(reader.annotations).toEqual([]);
    expect(reader.active).toBeNull();
  });

  it('lets go of an annotation that was deleted elsewhere', async () => {
    await reader.open(1);
    reader.edit(5);
    stored = documentOf(TEXT);
    await reader.refresh();
    expect(reader.draft).toBeNull();
    expect(reader.active).toBeNull();
  });

  it('tells annotations on the whole document from those that lost their passage', async () => {
    const loose = { ...annotation(7, 0, 1), range: null };
    stored = documentOf(TEXT, [
      { ...loose, id: 7, state: 'exact' },
      { ...loose, id: 8, state: 'orphan' },
    ]);
    await reader.open(1);
    expect(reader.general.map((one) => one.id)).toEqual([7]);
    expect(reader.orphans.map((one) => one.id)).toEqual([8]);
    expect(reader.placeOf({ kind: 'annotation', id: 8 })).toBeNull();
  });
});

describe('other things to do', () => {
  it('puts the document into a collection and takes it out', async () => {
    await reader.open(1);
    await reader.setMembership(4, true);
    await reader.setMembership(2, false);
    expect(reader.view?.collections).toEqual([4]);
  });

  it('marks the words of a search, and reads on where there are none', async () => {
    await reader.open(1);
    await reader.findHits('gas');
    expect(reader.hits).toHaveLength(1);
    await reader.findHits('  ');
    expect(reader.hits).toEqual([]);
    engine.handlers.find_in_document = () => {
      throw new Error('No.');
    };
    await reader.findHits('gas');
    expect(reader.hits).toEqual([]);
  });

  it('steps through what the search found until something is looked for in the bar', async () => {
    await reader.open(1);
    await reader.findHits('gas');
    const finder = new Finder(reader);
    expect(finder.step(1)).toEqual({ start: 0, end: 3 });
    finder.open('s');
    expect(finder.search(8)).toEqual({ start: 8, end: 9 });
    expect(finder.step(1)?.start).toBe(15);
    expect(finder.step(1)?.start).toBe(2);
    expect(finder.step(-1)?.start).toBe(15);
    finder.close();
    expect(finder.places).toEqual(reader.hits);
  });
});
