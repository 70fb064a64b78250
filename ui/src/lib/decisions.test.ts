import { beforeEach, describe, expect, it } from 'vitest';
import { installTransport } from '../api/client';
import { FakeTransport } from '../api/fake';
import { sampleQuotation } from '../api/samples';
import { Decisions } from './decisions';

describe('a decision', () => {
  let engine: FakeTransport;
  let said: { text: string; run: () => void }[];
  let errors: unknown[];
  let decisions: Decisions;

  beforeEach(() => {
    said = [];
    errors = [];
    engine = new FakeTransport({
      set_speaker: () => sampleQuotation(),
      reject_quotation: () => ({}),
      add_quotation: () => sampleQuotation(),
      undo: () => ({ undo: null, redo: null, document: null }),
    });
    installTransport(engine);
    decisions = new Decisions({
      show: (text, { action }) => said.push({ text, run: action.run }),
      showError: (error) => errors.push(error),
    });
  });

  it('is kept, said, and taken back from where it is said', async () => {
    expect(await decisions.attribute(7, 'Isaac Herzog')).toBe(true);
    expect(engine.requests('set_speaker')).toEqual([{ quotation: 7, speaker: 'Isaac Herzog' }]);
    expect(said[0]?.text).toContain('Isaac Herzog');
    said[0]?.run();
    expect(engine.requests('undo')).toHaveLength(1);
  });

  it('names nobody where nobody is known', async () => {
    await decisions.add(3, { start: 4, end: 9 }, null);
    expect(engine.requests('add_quotation')).toEqual([
      { document: 3, start: 4, end: 9, speaker: null },
    ]);
    expect(said[0]?.text).toContain('Speaker not named');
  });

  it('that fails is said to have failed, and nothing else is', async () => {
    engine.handlers.reject_quotation = () => Promise.reject(new Error('only for reading'));
    expect(await decisions.reject(7)).toBe(false);
    expect(said).toEqual([]);
    expect(errors).toHaveLength(1);
  });

  it('to merge leaves the name that stays out of those that go', async () => {
    engine.handlers.merge_speakers = () => Promise.reject(new Error('not here'));
    await decisions.merge(['A', 'B', 'C'], 'B');
    expect(engine.requests('merge_speakers')).toEqual([{ aliases: ['A', 'C'], name: 'B' }]);
  });
});
