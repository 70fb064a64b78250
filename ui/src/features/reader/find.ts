import type { Extent } from '../../lib/utf16';

/**
 * A text without differences that a person who searches does not mean: letter case, accents,
 * curved and straight quotation marks, kinds of dash and of white space.
 */
export interface FoldedText {
  readonly folded: string;
  /** Place in the original of every code unit of `folded`, and of its end. */
  readonly places: Uint32Array;
}

/** More hits than this are not looked for: nobody steps through them. */
export const MOST_FOUND = 5000;

const ALIKE: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '‚': "'",
  ʼ: "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '‐': '-',
  '‑': '-',
  '–': '-',
  '—': '-',
  '−': '-',
  '…': '...',
  '\u00ad': '',
  '\u200b': '',
  '\u200c': '',
  '\u200d': '',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ł: 'l',
  ı: 'i',
};

/** Folds a text for searching; every unit of the folded text knows where it came from. */
export function foldText(text: string): FoldedText {
  const cache = new Map<string, string>();
  const places: number[] = [];
  const parts: string[] = [];
  let at = 0;
  let wasSpace = false;
  while (at < text.length) {
    const code = text.codePointAt(at) ?? 0;
    const length = code > 0xffff ? 2 : 1;
    let folded: string;
    if (code < 0x80) {
      folded = code <= 0x20 ? ' ' : String.fromCharCode(code).toLowerCase();
    } else {
      const letter = String.fromCodePoint(code);
      const known = cache.get(letter);
      folded = known ?? foldLetter(letter);
      if (known === undefined) cache.set(letter, folded);
    }
    // White space in a row, such as a line end after a blank, counts as one blank.
    const isSpace = folded === ' ';
    if (!(isSpace && wasSpace)) {
      parts.push(folded);
      for (let unit = 0; unit < folded.length; unit += 1) places.push(at);
    }
    if (folded !== '') wasSpace = isSpace;
    at += length;
  }
  places.push(text.length);
  return { folded: parts.join(''), places: Uint32Array.from(places) };
}

function foldLetter(letter: string): string {
  const lower = letter.toLowerCase();
  const alike = ALIKE[lower];
  if (alike !== undefined) return alike;
  const plain = lower.normalize('NFKD').replace(/\p{M}/gu, '');
  return /^\s+$/.test(plain) ? ' ' : plain;
}

/** Finds every place of some words, in text order; none of them overlap. */
export function findAll(text: FoldedText, words: string): Extent[] {
  const wanted = foldText(words).folded;
  if (wanted.trim() === '') return [];
  const found: Extent[] = [];
  let at = text.folded.indexOf(wanted);
  while (at >= 0 && found.length < MOST_FOUND) {
    const last = at + wanted.length - 1;
    const start = text.places[at] ?? 0;
    const end = endOf(text, last);
    if (end > start) found.push({ start, end });
    at = text.folded.indexOf(wanted, last + 1);
  }
  return found;
}

/** End in the original of the unit at an index: accents that follow a letter belong to it. */
function endOf({ places }: FoldedText, index: number): number {
  const place = places[index] ?? 0;
  let next = index + 1;
  while (next < places.length - 1 && places[next] === place) next += 1;
  return places[next] ?? place;
}

/** The first hit at or after a place, else the first of all; -1 where there is none. */
export function firstFoundFrom(found: readonly Extent[], place: number): number {
  if (found.length === 0) return -1;
  return Math.max(
    0,
    found.findIndex((range) => range.start >= place),
  );
}
