import { beforeEach, describe, expect, it } from 'vitest';
import { installTransport } from '../../api/client';
import { FakeTransport } from '../../api/fake';
import { EVERYTHING, ExportState, isNarrowed } from './export.svelte';

let engine: FakeTransport;

beforeEach(() => {
  engine = new FakeTransport({
    preview_export: ({ annotations, withNotes }) => ({
      text: '# Notes',
      isCut: false,
      annotations: annotations.tag === 'empty' ? 0 : 4,
      notes: withNotes ? 2 : 0,
      warnings: [],
      fileName: 'notes.md',
    }),
    write_export: ({ path }) => ({ path, bytes: 7, annotations: 4, notes: 0, warnings: [] }),
  });
  installTransport(engine);
});

const narrowed = {
  format: 'markdown' as const,
  annotations: { ...EVERYTHING, tag: 'energy/gas', limit: 100, offset: 300 },
  withNotes: false,
};

describe('an export', () => {
  it('takes everything, free notes too, where no list was narrowed', async () => {
    const draft = new ExportState();
    expect(draft.isFilterOffered).toBe(false);
    await draft.look();
    expect(engine.requests('preview_export')).toEqual([
      { format: 'markdown', annotations: EVERYTHING, withNotes: true },
    ]);
  });

  it('takes what is listed, or everything at will', () => {
    const draft = new ExportState(narrowed);
    expect(draft.request.annotations.tag).toBe('energy/gas');
    draft.scope = 'everything';
    expect(isNarrowed(draft.request.annotations)).toBe(false);
  });

  it('knows when there is nothing to export', async () => {
    const draft = new ExportState({
      ...narrowed,
      annotations: { ...narrowed.annotations, tag: 'empty' },
    });
    await draft.look();
    expect(draft.isEmpty).toBe(true);
    draft.withNotes = true;
    await draft.look();
    expect(draft.isEmpty).toBe(false);
  });

  it('writes what was shown', async () => {
    const draft = new ExportState(narrowed);
    await draft.look();
    const written = await draft.write('/home/person/notes.md');
    expect(written.path).toBe('/home/person/notes.md');
    expect(engine.requests('write_export')[0]?.request).toEqual(
      engine.requests('preview_export')[0],
    );
    expect(draft.isWriting).toBe(false);
  });

  it('says why there is no preview', async () => {
    engine.handlers.preview_export = () => Promise.reject(new Error('The library is locked.'));
    const draft = new ExportState();
    await draft.look();
    expect(draft.preview).toMatchObject({ status: 'failed' });
  });
});
