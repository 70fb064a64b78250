import { beforeEach, describe, expect, it } from 'vitest';
import { installTransport } from '../../api/client';
import { FakeTransport } from '../../api/fake';
import type { StatementVariant } from '../../api/generated/StatementVariant';
import { sampleQuotation } from '../../api/samples';
import { QuotationsState } from './quotations.svelte';
import { StatementState } from './statement.svelte';
import { drawn, flagsOf, mostNamed, periodOf, relationOf, warningsOf } from './statements';

function variant(id: number, change: Partial<StatementVariant> = {}): StatementVariant {
  return {
    quotation: sampleQuotation({ id }),
    relation: 'verbatim',
    lostNegation: false,
    addedNegation: false,
    pieces: [{ change: 'same', text: 'We do not agree' }],
    ...change,
  };
}

describe('a statement in words', () => {
  it('says what differs, and when it was published', () => {
    expect(flagsOf({ speakersDiffer: true, negationDiffers: true })).toEqual([
      'speakers differ',
      'negation differs',
    ]);
    expect(flagsOf({ speakersDiffer: false, negationDiffers: false })).toEqual([]);
    expect(periodOf({ first: '2022-07-08', last: '2025-06-24' })).toBe('8 Jul 2022 – 24 Jun 2025');
    expect(periodOf({ first: '2022-07-08', last: '2022-07-08' })).toBe('8 Jul 2022');
    expect(periodOf({ first: null, last: null })).toBe('undated');
  });

  it('warns of a lost “not” and of another speaker, but not of one that is unknown', () => {
    expect(warningsOf(variant(1, { lostNegation: true }), 'Isaac Herzog')).toEqual([
      'a “not” is missing here',
    ]);
    expect(warningsOf(variant(1), 'Ilham Aliyev')).toEqual(['another speaker']);
    const nobodys = variant(1, { quotation: sampleQuotation({ speaker: null }) });
    expect(warningsOf(nobodys, 'Ilham Aliyev')).toEqual([]);
  });

  it('is most often given to the name that most quotations have', () => {
    const by = (id: number, speaker: string | null) =>
      variant(id, { quotation: sampleQuotation({ id, speaker }) });
    expect(mostNamed([by(1, 'A'), by(2, 'B'), by(3, 'B'), by(4, null)])).toBe('B');
    expect(mostNamed([by(1, 'A'), by(2, 'B')])).toBe('A');
    expect(mostNamed([by(1, null)])).toBeNull();
  });

  it('says how much of the full wording there is', () => {
    expect(relationOf({ relation: 'verbatim' })).toBe('The full wording');
    expect(relationOf({ relation: 'truncated' })).toBe('A part of it, word for word');
    expect(relationOf({ relation: 'varied' })).toBe('Other words');
  });
});

describe('a comparison as it is drawn', () => {
  const long = `first words ${'and more '.repeat(40)}last words`;
  const pieces: StatementVariant['pieces'] = [
    { change: 'removed', text: long },
    { change: 'same', text: 'We' },
    { change: 'removed', text: long },
    { change: 'added', text: 'agree' },
    { change: 'removed', text: 'at the end' },
  ];
  const texts = (isWhole: boolean, lostNegation = false) =>
    drawn({ pieces, lostNegation }, isWhole).map(({ text }) => text);

  it('folds what stands before and after the wording, and long stretches within', () => {
    const [before, same, within, added, behind] = texts(false);
    expect([before, same, added, behind]).toEqual(['…', 'We', 'agree', '…']);
    expect(within).toMatch(/^first words .* … .* last words$/);
    expect(within?.length).toBeLessThan(100);
  });

  it('shows all of it where that is asked for', () => {
    expect(texts(true)).toEqual(pieces.map(({ text }) => text));
  });

  it('never hides a stretch that may hold a lost “not”', () => {
    expect(texts(false, true)[2]).toBe(long);
  });
});

describe('a statement that is looked at', () => {
  let engine: FakeTransport;
  let state: StatementState;

  beforeEach(() => {
    engine = new FakeTransport({
      get_statement: () => ({ variants: [variant(4), variant(5), variant(6)] }),
    });
    installTransport(engine);
    state = new StatementState();
  });

  it('begins at the quotation that led to it', async () => {
    await state.show(5);
    expect(state.active).toBe(1);
  });

  it('is read again when quotations change, and stays within what is left', async () => {
    const stop = state.follow();
    await state.show(6);
    engine.handlers.get_statement = () => ({ variants: [variant(4)] });
    engine.emit({ type: 'documentsChanged' });
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(state.view.status === 'ready' && state.view.value.variants).toHaveLength(1);
    expect(state.active).toBe(0);
    stop();
  });

  it('says why it could not be read', async () => {
    engine.handlers.get_statement = () => Promise.reject(new Error('The library is locked.'));
    await state.show(5);
    expect(state.view).toMatchObject({
      status: 'failed',
      failure: { message: 'The library is locked.' },
    });
  });
});

describe('the list of statements', () => {
  let engine: FakeTransport;

  beforeEach(() => {
    engine = new FakeTransport({
      list_statements: () => ({ total: 0, statements: [] }),
      list_quotations: () => ({ total: 0, quotations: [] }),
    });
    installTransport(engine);
  });

  it('asks for those that differ, of a speaker who is named', async () => {
    const state = new QuotationsState();
    state.shows = 'statements';
    state.isOnlyDiffering = true;
    state.speaker = '';
    state.text = ' transit ';
    await state.restart();
    expect(engine.requests('list_statements')).toEqual([
      { text: 'transit', speaker: null, onlyDiffering: true, offset: 0, limit: 100 },
    ]);
    expect(engine.requests('list_quotations')).toEqual([]);
  });

  it('is not narrowed by what only quotations are narrowed by', () => {
    const state = new QuotationsState();
    state.shows = 'statements';
    state.kind = 'direct';
    state.since = '2023';
    expect(state.isNarrowed).toBe(false);
    state.isOnlyDiffering = true;
    expect(state.isNarrowed).toBe(true);
    state.clear();
    expect(state.isOnlyDiffering).toBe(false);
  });

  it('keeps the one speaker that it is about when filters are cleared', () => {
    const state = new QuotationsState({ isOfOne: true });
    state.speaker = 'Isaac Herzog';
    expect(state.isNarrowed).toBe(false);
    state.since = '2023';
    expect(state.isNarrowed).toBe(true);
    state.clear();
    expect(state.speaker).toBe('Isaac Herzog');
    expect(state.since).toBe('');
  });
});
