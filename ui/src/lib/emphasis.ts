/** Where words stand in a text, in whatever form, so that they can be marked. */

/** A half-open range of UTF-16 code units. */
export interface WordRange {
  start: number;
  end: number;
}

const WORD = /[\p{L}\p{N}\p{M}]+/gu;
/** Letters at the start that two forms of a word share at least. */
const STEM = 4;
/** Letters at the end by which two forms of a word may differ at most. */
const ENDING = 3;

/** A word without case and accents. */
function folded(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Whether two folded words are likely forms of one: they differ in a short ending only. */
function isFormOf(a: string, b: string): boolean {
  if (a === b) return true;
  let shared = 0;
  while (shared < Math.min(a.length, b.length) && a[shared] === b[shared]) shared++;
  return shared >= STEM && a.length - shared <= ENDING && b.length - shared <= ENDING;
}

/** The words of a text that are forms of one of those given; what ends in `*` is the beginning of one. */
export function wordRanges(text: string, words: readonly string[]): WordRange[] {
  const wanted = words.flatMap((word) => {
    const isPrefix = word.endsWith('*');
    return [...word.matchAll(WORD)].map(([letters]) => ({ word: folded(letters), isPrefix }));
  });
  const ranges: WordRange[] = [];
  for (const match of text.matchAll(WORD)) {
    const word = folded(match[0]);
    const isWanted = wanted.some((one) =>
      one.isPrefix ? word.startsWith(one.word) : isFormOf(word, one.word),
    );
    if (isWanted) ranges.push({ start: match.index, end: match.index + match[0].length });
  }
  return ranges;
}
