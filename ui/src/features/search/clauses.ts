/** Changing one clause of a query where it stands. */
import type { Clause } from '../../api/generated/Clause';
import type { Range } from '../../api/generated/Range';
import { cutRanges } from './query';

const NEGATION = /^(?:-\s*|NOT\s+)+/;
const QUOTED = /^(?:"([^"]*)"?|[“„”]([^“”"]*)[“”"]?|«([^»]*)»?)$/;

/** A clause as it stands in a query, taken apart. */
interface Written {
  /** The field's name with its colon, as it was typed; empty where there is none. */
  name: string;
  /** What is behind it, with the quotation marks that it may have. */
  value: string;
}

function written(query: string, clause: Clause): Written {
  const bare = query.slice(clause.range.start, clause.range.end).replace(NEGATION, '');
  const name = clause.kind === 'field' ? (/^\p{L}+:\s*/u.exec(bare)?.[0] ?? '') : '';
  return { name: name.trimEnd(), value: bare.slice(name.length) };
}

function withRange(query: string, { start, end }: Range, text: string): string {
  return query.slice(0, start) + text + query.slice(end);
}

/** What of a clause is offered to be edited: the value of a field, or all that is not its negation. */
export function editableText(query: string, clause: Clause): string {
  const { name, value } = written(query, clause);
  if (name === '') return value;
  const bare = clause.isWhole ? value.replace(/^=\s*/, '') : value;
  const quoted = QUOTED.exec(bare);
  return quoted ? (quoted[1] ?? quoted[2] ?? quoted[3] ?? '') : bare;
}

/**
 * The query with a clause written anew: with another value, asked for or not wanted. A clause that is
 * left without a value is cut; another value than a whole one is words again.
 */
export function withClause(
  query: string,
  clause: Clause,
  edited: string,
  isNegated = clause.isNegated,
): string {
  const text = edited.trim();
  if (text === '') return cutRanges(query, [clause.range]);
  const { name, value } = written(query, clause);
  const isSame = text === editableText(query, clause);
  const isOne = !isNegated && !/(?:^|\s)(?:OR|\|)(?:\s|$)/.test(text);
  const plain = name ? quotedIfNeeded(text) : isOne ? text : asOne(text);
  const whole = name + (isSame ? value : plain);
  return withRange(query, clause.range, isNegated ? negated(whole) : whole);
}

/** The query with a clause asked for where it was not wanted, or the other way about. */
export function withNegation(query: string, clause: Clause): string {
  return withClause(query, clause, editableText(query, clause), !clause.isNegated);
}

function negated(text: string): string {
  return /^[\p{L}\p{N}"“„”«(=]/u.test(text) ? `-${text}` : `NOT ${text}`;
}

function quotedIfNeeded(value: string): string {
  const plain = value.replace(/"/g, ' ').trim();
  return /[\s()]/.test(plain) ? `"${plain}"` : plain;
}

/** Several words in the place of one clause are held together by parentheses. */
function asOne(value: string): string {
  const isOne = !/\s/.test(value) || QUOTED.test(value) || /\sNEAR(?:\/\d+)?\s/.test(value);
  return isOne || /^\(.*\)$/s.test(value) ? value : `(${value})`;
}
