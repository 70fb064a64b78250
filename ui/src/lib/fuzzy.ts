/** How well a text answers what was typed, and which of its letters did. */
export interface FuzzyMatch {
  score: number;
  /** UTF-16 positions of the letters that matched, in order. */
  positions: number[];
}

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/**
 * Looks for the typed letters in a text, in order but not necessarily together. Letters at the
 * beginnings of words and runs of letters count for more.
 */
export function fuzzyMatch(typed: string, text: string): FuzzyMatch | null {
  const wanted = plain(typed).replace(/\s+/g, '');
  if (wanted === '') return { score: 0, positions: [] };
  const letters = [...text].flatMap((letter) => {
    const folded = plain(letter);
    return Array.from({ length: letter.length }, (_, unit) => (unit === 0 ? folded : ''));
  });
  const whole = matchFrom(wanted, letters, 0);
  if (!whole) return null;
  // The first letter may stand in several places; the best beginning counts.
  let best = whole;
  for (let from = (whole.positions[0] ?? 0) + 1; from < letters.length; from++) {
    if (letters[from]?.[0] !== wanted[0]) continue;
    const other = matchFrom(wanted, letters, from);
    if (!other) break;
    if (other.score > best.score) best = other;
  }
  return best;
}

function matchFrom(wanted: string, letters: string[], from: number): FuzzyMatch | null {
  const positions: number[] = [];
  let score = 0;
  let at = from;
  for (const letter of wanted) {
    while (at < letters.length && letters[at] !== letter) at++;
    if (at >= letters.length) return null;
    const before = letters[at - 1];
    const isWordStart = before === undefined || !/[\p{L}\p{N}]/u.test(before);
    const isRun = positions[positions.length - 1] === at - 1;
    score += 1 + (isWordStart ? 6 : 0) + (isRun ? 4 : 0);
    positions.push(at);
    at++;
  }
  const spread = (positions[positions.length - 1] ?? 0) - (positions[0] ?? 0) + 1 - wanted.length;
  return { score: score - spread * 0.2 - letters.length * 0.01, positions };
}

/** Keeps what matches, best first; what was given first wins a tie. */
export function fuzzyFilter<T>(
  typed: string,
  items: readonly T[],
  text: (item: T) => string,
): { item: T; match: FuzzyMatch }[] {
  return items
    .map((item) => ({ item, match: fuzzyMatch(typed, text(item)) }))
    .filter((found): found is { item: T; match: FuzzyMatch } => found.match !== null)
    .sort((a, b) => b.match.score - a.match.score);
}
