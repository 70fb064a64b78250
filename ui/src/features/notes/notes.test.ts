import { beforeEach, describe, expect, it } from 'vitest';
import { installTransport } from '../../api/client';
import { FakeTransport } from '../../api/fake';
import type { Annotation } from '../../api/generated/Annotation';
import type { Note } from '../../api/generated/Note';
import { NotesState } from './notes.svelte';

function annotation(id: number): Annotation {
  return {
    id,
    document: 1,
    documentTitle: 'Gas to Europe',
    documentPublished: null,
    range: { start: 0, end: 3 },
    exact: 'gas',
    prefix: '',
    suffix: '',
    motivation: 'commenting',
    color: 'yellow',
    note: 'old',
    tags: ['energy'],
    speaker: null,
    state: 'exact',
    createdAt: '2023-06-05T10:00:00Z',
    modifiedAt: '2023-06-05T10:00:00Z',
  };
}

let engine: FakeTransport;
let stored: Annotation[];
let storedNotes: Note[];

beforeEach(() => {
  stored = Array.from({ length: 3 }, (_, at) => annotation(at + 1));
  storedNotes = [];
  engine = new FakeTransport({
    list_annotations: ({ offset, limit, tag }) => {
      const fitting = stored.filter((one) => tag === null || one.tags.includes(tag));
      return { total: fitting.length, annotations: fitting.slice(offset, offset + limit) };
    },
    list_notes: () => storedNotes,
    list_tags: () => [],
    update_annotation: ({ id, note, tags, color }) => {
      const before = stored.find((one) => one.id === id) ?? annotation(id);
      return {
        ...before,
        note: note ?? before.note,
        tags: tags ?? before.tags,
        color: color ?? before.color,
      };
    },
    delete_annotation: ({ id }) => {
      stored = stored.filter((one) => one.id !== id);
      return {};
    },
    create_note: ({ title, body }) => {
      const note = { id: 9, title, body, createdAt: '', modifiedAt: '' };
      storedNotes = [note, ...storedNotes];
      return note;
    },
    undo: () => {
      stored = [...stored, annotation(2)];
      return { undo: null, redo: null, document: null };
    },
  });
  installTransport(engine);
});

const ids = (notes: NotesState) => notes.rows.map((row) => row.annotation.id);

async function loaded(): Promise<NotesState> {
  const notes = new NotesState();
  await notes.loadAnnotations();
  await notes.loadNotes();
  return notes;
}

describe('the notes', () => {
  it('gather every annotation, part by part', async () => {
    stored = Array.from({ length: 1200 }, (_, at) => annotation(at + 1));
    const notes = await loaded();
    expect(notes.rows).toHaveLength(1200);
    expect(engine.requests('list_annotations').map(({ offset }) => offset)).toEqual([0, 500, 1000]);
  });

  it('are narrowed by the engine', async () => {
    const notes = await loaded();
    notes.tag = 'gas';
    expect(notes.isNarrowed).toBe(true);
    await notes.loadAnnotations();
    expect(notes.rows).toHaveLength(0);
    notes.clear();
    await notes.loadAnnotations();
    expect(notes.rows).toHaveLength(3);
  });

  it('keep what was written, and end the editing', async () => {
    const notes = await loaded();
    notes.editAnnotation(annotation(2));
    notes.write({ note: 'new', tags: ['energy', 'gas'] });
    await notes.save();
    expect(engine.requests('update_annotation')).toEqual([
      { id: 2, note: 'new', color: 'yellow', tags: ['energy', 'gas'] },
    ]);
    expect(notes.rows[1]?.annotation.note).toBe('new');
    expect(notes.draft).toBeNull();
  });

  it('lose nothing that was written when it cannot be kept', async () => {
    const notes = await loaded();
    engine.handlers.update_annotation = () => Promise.reject(new Error('The disk is full.'));
    notes.editAnnotation(annotation(2));
    notes.write({ note: 'precious' });
    await expect(notes.save()).rejects.toThrow('The disk is full.');
    expect(notes.draft).toMatchObject({ note: 'precious' });
    expect(notes.isSaving).toBe(false);
  });

  it('keep a draft while the list is read again', async () => {
    const notes = await loaded();
    notes.editAnnotation(annotation(2));
    const stop = notes.follow();
    engine.emit({ type: 'annotationsChanged', document: 1 });
    await notes.loadAnnotations();
    stop();
    expect(notes.isEditing('annotation', 2)).toBe(true);
  });

  it('delete at once, and take it back', async () => {
    const notes = await loaded();
    await notes.deleteAnnotation(annotation(2));
    expect(ids(notes)).toEqual([1, 3]);
    await notes.undo();
    expect(ids(notes)).toContain(2);
  });

  it('write a new free note', async () => {
    const notes = await loaded();
    notes.beginNote();
    expect(notes.shows).toBe('notes');
    notes.write({ title: '  Outline ' });
    await notes.save();
    expect(notes.shownNotes.map(({ title }) => title)).toEqual(['Outline']);
  });

  it('forget a draft with its library', async () => {
    const notes = await loaded();
    const stop = notes.follow();
    notes.beginNote();
    engine.emit({ type: 'libraryOpened' });
    stop();
    expect(notes.draft).toBeNull();
  });
});
