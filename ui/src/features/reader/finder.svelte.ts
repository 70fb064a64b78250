import type { Extent } from '../../lib/utf16';
import { findAll, firstFoundFrom, foldText, MOST_FOUND, type FoldedText } from './find';
import type { Reader } from './reader.svelte';

/** Finding words in the document at hand, and stepping through what was found. */
export class Finder {
  isOpen = $state(false);
  words = $state('');
  found: readonly Extent[] = $state.raw([]);
  /** Place in the list that is stepped through; -1 before the first step. */
  index = $state(-1);
  readonly #reader: Reader;
  #folded: { text: string; folded: FoldedText } | null = null;

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  /** What is stepped through: what the bar found while it is open, else the search's words. */
  readonly places: readonly Extent[] = $derived.by(() =>
    this.isOpen ? this.found : this.#reader.hits,
  );

  readonly current: Extent | null = $derived(this.places[this.index] ?? null);

  /** Whether there may be more places than were looked for. */
  readonly isCut = $derived(this.places.length >= MOST_FOUND);

  open(words: string): void {
    if (words) this.words = words;
    this.isOpen = true;
    this.index = -1;
  }

  close(): void {
    this.isOpen = false;
    this.found = [];
    this.index = -1;
  }

  /** Looks for what is in the bar; gives the first place from `from` on. */
  search(from: number): Extent | null {
    this.found = this.words.trim() === '' ? [] : findAll(this.#fold(), this.words);
    this.index = firstFoundFrom(this.found, from);
    return this.current;
  }

  /** Goes to the next or previous place, round the ends. */
  step(direction: 1 | -1): Extent | null {
    const { length } = this.places;
    if (length === 0) return null;
    const from = this.index < 0 && direction < 0 ? 0 : this.index;
    this.index = (from + direction + length) % length;
    return this.current;
  }

  /** Forgets where it was: another document, or other words. */
  reset(): void {
    this.index = -1;
    this.found = [];
  }

  #fold(): FoldedText {
    const { text } = this.#reader.structure;
    if (this.#folded?.text !== text) this.#folded = { text, folded: foldText(text) };
    return this.#folded.folded;
  }
}
