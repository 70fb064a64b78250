import type { IconName } from '../components/icons';

/** One line of the palette. */
export interface PaletteEntry {
  id: string;
  icon: IconName;
  text: string;
  highlights: { start: number; end: number }[];
  /** Set small at the end of the line: keys, or where a document was published. */
  aside: string;
  run: () => void;
}

/**
 * The query that finds titles with the typed words, the last of which may be unfinished.
 *
 * The beginning of a word is looked for in titles and texts alike; what matched in the text only is
 * left out by {@link titled}.
 */
export function titleQuery(typed: string): string | null {
  const words = typed.match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.join('').length < 2) return null;
  return words
    .map((word, index) => (index === words.length - 1 ? `${word}*` : `title:${word}`))
    .join(' ');
}

/** Keeps the hits that matched in their title, at most `most` of them. */
export function titled<T extends { titleHighlights: readonly unknown[] }>(
  hits: readonly T[],
  most: number,
): T[] {
  return hits.filter((hit) => hit.titleHighlights.length > 0).slice(0, most);
}
