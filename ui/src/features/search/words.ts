import type { Clause } from '../../api/generated/Clause';
import { wordRanges } from '../../lib/emphasis';
import type { Found } from './search.svelte';

/** The words that a query looks for, with their other spellings, to be marked where they stand. */
export function wantedWords(found: Pick<Found, 'clauses' | 'also'>): string[] {
  const spellings = found.also.flatMap((also) => also.spellings);
  return [...found.clauses.flatMap(wordsOf), ...spellings];
}

function wordsOf(clause: Clause): string[] {
  if (clause.isNegated) return [];
  switch (clause.kind) {
    case 'word':
    case 'exact':
    case 'phrase':
    case 'fuzzy':
      return [clause.value];
    case 'near':
      return [clause.value.replace(/\bNEAR(?:\/\d+)?\b|~\d*$/g, ' ')];
    case 'prefix':
      return [clause.value.endsWith('*') ? clause.value : `${clause.value}*`];
    case 'group':
      // What stands in parentheses is not told apart; fields and what is not wanted are left out.
      return [
        clause.value.replace(
          /(?:-|NOT\s+)?\p{L}+:(?:"[^"]*"|\S+)|(?:^|\s)(?:-\S+|OR|AND|NOT)(?=\s|$)/gu,
          ' ',
        ),
      ];
    case 'field':
      return clause.field === 'said' ? [clause.value] : [];
  }
}

/** A text with the words that a query looks for marked. */
export function marked(text: string, words: readonly string[]) {
  return { text, highlights: wordRanges(text, words) };
}
