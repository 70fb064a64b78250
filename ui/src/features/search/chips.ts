/** What the parts of a query are called on their chips. */
import type { Clause } from '../../api/generated/Clause';
import { formatEdtf } from '../../lib/dates';
import { languageName } from '../../lib/text';
import { editableText } from './clauses';
import { alternativesOf, fieldWord } from './query';

const DATES: readonly string[] = ['after', 'before', 'since', 'date', 'when'];

function valueWord(field: string, value: string): string {
  if (field === 'lang' || field === 'language') return languageName(value);
  if (DATES.includes(field))
    return value
      .split('..')
      .map((date) => formatEdtf(date))
      .join(' – ');
  return value;
}

/** A chip's words: what is asked for, in the words of a person where the query has signs. */
export function chipLabel(query: string, clause: Clause): string {
  if (clause.label !== null) return clause.label;
  if (clause.field !== null) return valueWord(clause.field, clause.value);
  const alternatives = alternativesOf(clause);
  if (alternatives) {
    const words = alternatives.values.map((value) => valueWord(alternatives.field, value));
    return words.join(' or ');
  }
  return editableText(query, clause);
}

/** What stands before a chip's words: the field, and whether it is not wanted. */
export function chipPrefix(clause: Clause): string | null {
  const field = clause.field ?? alternativesOf(clause)?.field ?? null;
  const parts = [clause.isNegated ? 'not' : null, field === null ? null : fieldWord(field)];
  return parts.filter((part) => part !== null).join(' ') || null;
}
