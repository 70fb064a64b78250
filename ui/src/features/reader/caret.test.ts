import { describe, expect, it } from 'vitest';
import { CaretMap, type Step } from './caret';

/** Paragraphs with a blank line between, as the engine lays them. */
function map(paragraphs: readonly string[], language = 'en'): CaretMap {
  let text = '';
  const leaves = paragraphs.map((words) => {
    if (text) text += '\n\n';
    const start = text.length;
    text += words;
    return { start, end: text.length };
  });
  return new CaretMap(text, leaves, language);
}

/** Moves from the place of `|` and shows where it led. */
function check(paragraphs: readonly string[], step: Step, direction: 1 | -1, expected: string) {
  const joined = paragraphs.join('\n\n');
  const from = joined.indexOf('|');
  const caret = map(paragraphs.map((words) => words.replace('|', '')));
  const to = caret.move(from, step, direction);
  expect(`${caret.text.slice(0, to)}|${caret.text.slice(to)}`).toBe(expected);
}

function sentence(paragraph: string, language = 'en'): string {
  const at = paragraph.indexOf('|');
  const caret = map([paragraph.replace('|', '')], language);
  const found = caret.sentenceAt(at);
  return found ? caret.text.slice(found.start, found.end) : '';
}

describe('the caret', () => {
  it('moves by characters as a person sees them', () => {
    check(['a|👩‍👩‍👧b'], 'character', 1, 'a👩‍👩‍👧|b');
    check(['a👩‍👩‍👧|b'], 'character', -1, 'a|👩‍👩‍👧b');
    check(['e\u0301|x'], 'character', -1, '|e\u0301x');
    check(['|कि'], 'character', 1, 'कि|');
  });

  it('steps over what lies between paragraphs', () => {
    check(['one|', 'two'], 'character', 1, 'one\n\n|two');
    check(['one', '|two'], 'character', -1, 'one|\n\ntwo');
  });

  it('stays at the ends of the document', () => {
    check(['|one'], 'character', -1, '|one');
    check(['one|'], 'character', 1, 'one|');
    check(['|one'], 'word', -1, '|one');
  });

  it('moves to the end of the next word and the beginning of the last', () => {
    check(['|one, two'], 'word', 1, 'one|, two');
    check(['one|, two'], 'word', 1, 'one, two|');
    check(['one, tw|o'], 'word', -1, 'one, |two');
    check(['one.|', 'two'], 'word', 1, 'one.\n\ntwo|');
    check(['one', '|two'], 'word', -1, '|one\n\ntwo');
  });

  it('moves by paragraphs and to both ends', () => {
    check(['on|e', 'two'], 'paragraph', 1, 'one|\n\ntwo');
    check(['one|', 'two'], 'paragraph', 1, 'one\n\ntwo|');
    check(['one', 't|wo'], 'paragraph', -1, 'one\n\n|two');
    check(['one', '|two'], 'paragraph', -1, '|one\n\ntwo');
    check(['o|ne', 'two'], 'document', 1, 'one\n\ntwo|');
    check(['one', 't|wo'], 'document', -1, '|one\n\ntwo');
  });

  it('brings a place between paragraphs onto the next', () => {
    expect(map(['one', 'two']).normalise(4)).toBe(5);
    expect(map(['one', 'two']).normalise(99)).toBe(8);
    expect(map([]).normalise(3)).toBe(0);
  });

  it('reaches every place of a text and comes back the same way', () => {
    const caret = map(['Əliyev 👩‍👩‍👧 said', 'é', 'to Иран']);
    const forth: number[] = [];
    for (let at = caret.first; ;) {
      forth.push(at);
      const next = caret.move(at, 'character', 1);
      if (next === at) break;
      at = next;
    }
    const back: number[] = [];
    for (let at = caret.last; ;) {
      back.push(at);
      const next = caret.move(at, 'character', -1);
      if (next === at) break;
      at = next;
    }
    expect(back.reverse()).toEqual(forth);
  });
});

describe('sentences', () => {
  it('are found where the caret is', () => {
    expect(sentence('One went. Two ca|me! Three.')).toBe('Two came!');
    expect(sentence('One went. Two came.|')).toBe('Two came.');
  });

  it('do not end with an abbreviation or an initial', () => {
    expect(sentence('On Monday Mr. Herzog met J. F. Kenn|edy in Baku. They spoke.')).toBe(
      'On Monday Mr. Herzog met J. F. Kennedy in Baku.',
    );
  });

  it('keep the closing quotation mark', () => {
    expect(sentence('He said: “We w|ill go.” Then he left.')).toBe('He said: “We will go.”');
  });

  it('follow each other over paragraphs', () => {
    const caret = map(['One.', 'Two. Three.']);
    const after = caret.sentenceAfter(4);
    expect(after && caret.text.slice(after.start, after.end)).toBe('Two.');
    expect(caret.sentenceAfter(caret.last)).toBeNull();
  });

  it('are found in a language whose tag cannot be read', () => {
    expect(sentence('One. Tw|o.', 'not_a_tag')).toBe('Two.');
  });
});
