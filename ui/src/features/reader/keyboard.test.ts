// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { installTransport } from '../../api/client';
import { FakeTransport } from '../../api/fake';
import { Toasts } from '../../components/toasts.svelte';
import { ReaderActions } from './actions.svelte';
import { Finder } from './finder.svelte';
import { pressInText } from './keyboard';
import { Reader } from './reader.svelte';
import { buildStructure } from './structure';

const TEXT = 'One went home. Two stayed here.\n\nThree said so.';
let reader: Reader;
let actions: ReaderActions;
let engine: FakeTransport;

beforeEach(() => {
  engine = new FakeTransport({
    create_annotation: ({ document, start, end, color, note, tags }) => ({
      id: 1,
      document,
      documentTitle: '',
      documentPublished: null,
      range: { start, end },
      exact: '',
      prefix: '',
      suffix: '',
      motivation: 'highlighting',
      color,
      note,
      tags,
      speaker: null,
      state: 'exact',
      createdAt: '',
      modifiedAt: '',
    }),
  });
  installTransport(engine);
  reader = new Reader();
  const gap = TEXT.indexOf('\n\n');
  const block = (start: number, end: number) => ({
    kind: 'paragraph',
    level: 0,
    flag: false,
    start,
    end,
  });
  reader.structure = buildStructure(TEXT, [block(0, gap), block(gap + 2, TEXT.length)], [], '');
  reader.state = { status: 'ready', document: 1 };
  actions = new ReaderActions(reader, new Finder(reader), new Toasts());
});

function press(keys: string): boolean {
  const parts = keys.split('+');
  const key = parts.pop() ?? '';
  return pressInText(
    {
      key,
      ctrlKey: parts.includes('Ctrl'),
      shiftKey: parts.includes('Shift'),
      altKey: parts.includes('Alt'),
      metaKey: false,
      isComposing: false,
    },
    actions,
  );
}

const selected = () =>
  reader.passage ? TEXT.slice(reader.passage.start, reader.passage.end) : null;

describe('keys in the text', () => {
  it('select by characters, words and paragraphs without a mouse', () => {
    press('Shift+Ctrl+ArrowRight');
    expect(selected()).toBe('One');
    press('Shift+ArrowLeft');
    expect(selected()).toBe('On');
    press('Shift+Ctrl+ArrowDown');
    expect(selected()).toBe('One went home. Two stayed here.');
    press('Shift+Ctrl+End');
    expect(selected()).toBe(TEXT);
  });

  it('select a sentence, and with a second press the next one too', () => {
    press('s');
    expect(selected()).toBe('One went home.');
    press('s');
    expect(selected()).toBe('One went home. Two stayed here.');
    press('s');
    expect(selected()).toBe(TEXT);
    press('Escape');
    press('p');
    expect(selected()).toBe('Three said so.');
    press('Ctrl+a');
    expect(selected()).toBe(TEXT);
  });

  it('let go of a selection at the end that an arrow points to', () => {
    press('s');
    press('ArrowLeft');
    expect(reader.selected).toEqual({ anchor: 0, focus: 0 });
    press('s');
    press('ArrowRight');
    expect(reader.selected?.focus).toBe(14);
  });

  it('highlight in the last colour and in a chosen one', async () => {
    press('s');
    press('3');
    await Promise.resolve();
    expect(engine.requests('create_annotation')[0]).toMatchObject({ color: 'green', end: 14 });
    await new Promise((resolve) => setTimeout(resolve));
    expect(reader.selected).toEqual({ anchor: 14, focus: 14 });
    press('p');
    press('h');
    await Promise.resolve();
    expect(engine.requests('create_annotation')[1]?.color).toBe('green');
  });

  it('begin a note or tags on the selection only', () => {
    expect(press('n')).toBe(false);
    press('s');
    expect(press('t')).toBe(true);
    expect(reader.draft).toMatchObject({ id: null, field: 'tags', range: { start: 0, end: 14 } });
  });

  it('step out one thing at a time', () => {
    press('s');
    press('n');
    expect(press('Escape')).toBe(true);
    expect(reader.draft).toBeNull();
    expect(press('Escape')).toBe(true);
    expect(reader.passage).toBeNull();
    expect(press('Escape')).toBe(false);
  });

  it('leave keys of the window alone', () => {
    for (const keys of ['Ctrl+k', 'Alt+ArrowLeft', 'Ctrl+z', '/', '?', 'PageDown', ' ', 'Ctrl+c']) {
      expect(press(keys), keys).toBe(false);
    }
  });
});

describe('who speaks', () => {
  const sample = {
    id: 5,
    kind: 'direct',
    content: [{ start: 0, end: 14 }],
    cue: [],
    source: null,
    speaker: 'Isaac Herzog',
    confidence: 1,
  };

  it('is asked of a selection, which becomes a quotation', async () => {
    engine.handlers.add_quotation = () => Promise.reject(new Error('not here'));
    reader.selected = { anchor: 15, focus: 31 };
    expect(press('w')).toBe(true);
    expect(actions.quoting.asking).toMatchObject({
      quotation: null,
      range: { start: 15, end: 31 },
    });
    await actions.quoting.answer('');
    expect(engine.requests('add_quotation')).toEqual([
      { document: 1, start: 15, end: 31, speaker: null },
    ]);
    expect(actions.quoting.asking).toBeNull();
  });

  it('is asked of the quotation at hand, which may also be none', async () => {
    expect(press('w')).toBe(false);
    reader.quotation = (id) => (id === 5 ? sample : null);
    reader.active = { kind: 'quotation', id: 5 };
    expect(press('w')).toBe(true);
    expect(actions.quoting.asking).toMatchObject({ quotation: 5, speaker: 'Isaac Herzog' });
    await actions.quoting.answer('Ilham Aliyev');
    expect(engine.requests('set_speaker')).toEqual([{ quotation: 5, speaker: 'Ilham Aliyev' }]);
    expect(press('Delete')).toBe(true);
    expect(engine.requests('reject_quotation')).toEqual([{ quotation: 5 }]);
    expect(reader.active).toBeNull();
    expect(press('Delete')).toBe(false);
  });

  it('leads to the same words elsewhere, where the window can show them', () => {
    reader.active = { kind: 'quotation', id: 5 };
    expect(press('v')).toBe(false);
    const shown: number[] = [];
    actions.onstatement = (quotation) => shown.push(quotation);
    expect(press('v')).toBe(true);
    expect(shown).toEqual([5]);
  });
});
