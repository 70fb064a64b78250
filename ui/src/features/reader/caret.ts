import { clampOffset, lastStartingAtOrBefore, type Extent } from '../../lib/utf16';

/** How far one press of a key moves the caret. */
export type Step = 'character' | 'word' | 'paragraph' | 'document';

/** Words after which a full stop ends no sentence, in lower case and without the stop. */
const ABBREVIATIONS = new Set(
  (
    'mr mrs ms dr prof st sr jr gen col lt sgt capt cmdr adm maj sen rep gov pres hon rev amb min ' +
    'no nos vol art fig eq cf vs al ed eds inc ltd co corp dept est approx ca jan feb mar apr jun ' +
    'jul aug sep sept oct nov dec e.g i.e u.s u.k u.n a.m p.m ph.d г гг ул им т.е т.д т.п др см ' +
    'стр напр bn mn bzw usw z.b d.h m.ö b.k'
  ).split(' '),
);

/**
 * Moves in the text of a document that is drawn in leaves.
 *
 * What lies between leaves is not on the page: a step over it goes from the end of one leaf to the
 * beginning of the next. Steps never stop inside a character as a person sees it.
 */
export class CaretMap {
  readonly text: string;
  readonly leaves: readonly Extent[];
  #graphemes: Intl.Segmenter;
  #words: Intl.Segmenter;
  #sentences: Intl.Segmenter;

  constructor(text: string, leaves: readonly Extent[], language: string | null) {
    this.text = text;
    this.leaves = leaves.filter((leaf) => leaf.end > leaf.start);
    this.#graphemes = segmenter(language, 'grapheme');
    this.#words = segmenter(language, 'word');
    this.#sentences = segmenter(language, 'sentence');
  }

  get first(): number {
    return this.leaves[0]?.start ?? 0;
  }

  get last(): number {
    return this.leaves[this.leaves.length - 1]?.end ?? 0;
  }

  /** Brings an offset onto the page: out of gaps to the beginning of what follows. */
  normalise(offset: number): number {
    const leaf = this.leafAt(offset);
    if (!leaf) return 0;
    if (offset < leaf.start) return leaf.start;
    return offset > leaf.end ? leaf.end : clampOffset(this.text, offset);
  }

  /** The leaf that holds an offset; for a place in a gap the one that follows. */
  leafAt(offset: number): Extent | null {
    const at = lastStartingAtOrBefore(this.leaves, offset);
    const leaf = this.leaves[Math.max(0, at)] ?? null;
    if (leaf && at >= 0 && offset > leaf.end) return this.leaves[at + 1] ?? leaf;
    return leaf;
  }

  /** Where one press of a key leads. */
  move(offset: number, step: Step, direction: 1 | -1): number {
    const place = this.normalise(offset);
    switch (step) {
      case 'character':
        return this.#byCharacter(place, direction);
      case 'word':
        return this.#byWord(place, direction);
      case 'paragraph':
        return this.#byParagraph(place, direction);
      case 'document':
        return direction > 0 ? this.last : this.first;
    }
  }

  /** The sentence at a place; the one before where the place is at the end of its paragraph. */
  sentenceAt(offset: number): Extent | null {
    const place = this.normalise(offset);
    const leaf = this.leafAt(place);
    if (!leaf) return null;
    const sentences = this.#sentencesOf(leaf);
    return sentences.findLast((one) => one.start <= place) ?? sentences[0] ?? null;
  }

  /** The sentence that begins at or after a place, in the next paragraph if need be. */
  sentenceAfter(offset: number): Extent | null {
    let leaf = this.leafAt(offset);
    while (leaf) {
      const found = this.#sentencesOf(leaf).find((one) => one.start >= offset);
      if (found) return found;
      leaf = this.#neighbour(leaf, 1);
    }
    return null;
  }

  /** The paragraph at a place. */
  paragraphAt(offset: number): Extent | null {
    const leaf = this.leafAt(this.normalise(offset));
    return leaf && { start: leaf.start, end: leaf.end };
  }

  #byCharacter(place: number, direction: 1 | -1): number {
    const leaf = this.leafAt(place);
    if (!leaf) return place;
    if (direction > 0) {
      if (place >= leaf.end) return this.#neighbour(leaf, 1)?.start ?? place;
      // A character as seen is rarely longer than this; the segmenter reads it from its beginning.
      const ahead = this.text.slice(place, Math.min(leaf.end, place + 64));
      const [next] = this.#graphemes.segment(ahead);
      return place + (next?.segment.length ?? 1);
    }
    if (place <= leaf.start) return this.#neighbour(leaf, -1)?.end ?? place;
    const from = clampOffset(this.text, Math.max(leaf.start, place - 64));
    const before = this.text.slice(from, place);
    return from + (this.#graphemes.segment(before).containing(before.length - 1)?.index ?? 0);
  }

  #byWord(place: number, direction: 1 | -1): number {
    let leaf = this.leafAt(place);
    while (leaf) {
      const found = this.#wordBorder(leaf, place, direction);
      if (found !== null) return found;
      leaf = this.#neighbour(leaf, direction);
    }
    return direction > 0 ? this.last : this.first;
  }

  /** Forwards the end of the next word, backwards the beginning of the last one. */
  #wordBorder(leaf: Extent, place: number, direction: 1 | -1): number | null {
    const words = [...this.#words.segment(this.text.slice(leaf.start, leaf.end))]
      .filter((word) => word.isWordLike)
      .map((word) => ({
        start: leaf.start + word.index,
        end: leaf.start + word.index + word.segment.length,
      }));
    if (direction > 0) return words.find((word) => word.end > place)?.end ?? null;
    return words.findLast((word) => word.start < place)?.start ?? null;
  }

  #byParagraph(place: number, direction: 1 | -1): number {
    const leaf = this.leafAt(place);
    if (!leaf) return place;
    if (direction > 0) {
      if (place < leaf.end) return leaf.end;
      return this.#neighbour(leaf, 1)?.end ?? place;
    }
    if (place > leaf.start) return leaf.start;
    return this.#neighbour(leaf, -1)?.start ?? place;
  }

  #neighbour(leaf: Extent, direction: 1 | -1): Extent | null {
    const at = lastStartingAtOrBefore(this.leaves, leaf.start);
    return this.leaves[at + direction] ?? null;
  }

  #sentencesOf(leaf: Extent): Extent[] {
    const sentences: { start: number; end: number }[] = [];
    let isOpen = false;
    for (const { index, segment } of this.#sentences.segment(
      this.text.slice(leaf.start, leaf.end),
    )) {
      const trimmed = segment.trimEnd();
      if (trimmed === '') continue;
      const end = leaf.start + index + trimmed.length;
      const last = sentences[sentences.length - 1];
      if (isOpen && last) last.end = end;
      else sentences.push({ start: leaf.start + index, end });
      isOpen = endsOpen(trimmed);
    }
    return sentences;
  }
}

/** Whether a stretch that looks like a sentence ends with an abbreviation or an initial. */
function endsOpen(sentence: string): boolean {
  const word = /([\p{L}.]+)\.$/u.exec(sentence)?.[1];
  if (word === undefined) return false;
  return /^\p{Lu}$/u.test(word) || ABBREVIATIONS.has(word.toLowerCase());
}

function segmenter(
  language: string | null,
  granularity: 'grapheme' | 'word' | 'sentence',
): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language ?? undefined, { granularity });
  } catch {
    // The document's language tag is not one that can be read.
    return new Intl.Segmenter(undefined, { granularity });
  }
}
