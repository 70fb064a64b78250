import type { Clause } from '../../api/generated/Clause';
import type { Range } from '../../api/generated/Range';

/** The facets, by the field of the query that filters by them. */
export const FACET_FIELDS = {
  publisher: 'publisher',
  author: 'by',
  language: 'lang',
  kind: 'type',
} as const;

export type FacetName = keyof typeof FACET_FIELDS;

const DATE_FIELDS: readonly string[] = ['after', 'before', 'since', 'date'];

/** Cuts ranges out of a query and closes the gaps. */
export function cutRanges(query: string, ranges: readonly Range[]): string {
  const fromEnd = [...ranges].sort((a, b) => b.start - a.start);
  let rest = query;
  for (const { start, end } of fromEnd) rest = `${rest.slice(0, start)} ${rest.slice(end)}`;
  return tidy(rest);
}

/** Drops what joins nothing any more, and doubled spaces outside of quotation marks. */
function tidy(query: string): string {
  let rest = query
    .split(/("[^"]*"?)/)
    .map((part, index) => (index % 2 === 0 ? part.replace(/\s+/g, ' ') : part))
    .join('')
    .trim();
  for (let before = ''; before !== rest;) {
    before = rest;
    rest = rest
      .replace(/^(?:OR|AND)(?=\s|$)/, '')
      .replace(/(?:^|\s)(?:OR|AND|NOT)$/, '')
      .trim();
  }
  return rest;
}

/** A filter as it is written in a query. */
export function filterText(field: string, value: string): string {
  const plain = value.replace(/"/g, ' ').trim();
  return /^[\p{L}\p{N}_-]+$/u.test(plain) ? `${field}:${plain}` : `${field}:"${plain}"`;
}

/** A query with one more filter. */
export function addFilter(query: string, field: string, value: string): string {
  return `${query.trim()} ${filterText(field, value)}`.trim();
}

/** The clauses that filter by a value of a field. */
export function filtersOf(clauses: readonly Clause[], field: string, value: string): Clause[] {
  const wanted = value.toLocaleLowerCase();
  return clauses.filter(
    (clause) =>
      clause.kind === 'field' &&
      !clause.isNegated &&
      clause.field === field &&
      clause.value.toLocaleLowerCase() === wanted,
  );
}

/** A span of days that a query is limited to; either end may be open. */
export interface DaySpan {
  /** First day, `YYYY-MM-DD`. */
  from: string | null;
  /** First day after. */
  to: string | null;
}

/** The span of days that the query's clauses limit it to, if they do so plainly. */
export function daySpan(clauses: readonly Clause[]): DaySpan | null {
  const value = (field: string) =>
    clauses.find((clause) => clause.field === field && !clause.isNegated)?.value ?? null;
  const from = value('after') ?? value('since');
  const to = value('before');
  return from === null && to === null ? null : { from, to };
}

/** A query limited to a span of days, instead of whatever span it was limited to. */
export function withDaySpan(
  query: string,
  clauses: readonly Clause[],
  span: DaySpan | null,
): string {
  const old = clauses.filter(
    (clause) => clause.field !== null && DATE_FIELDS.includes(clause.field),
  );
  let rest = cutRanges(
    query,
    old.map((clause) => clause.range),
  );
  if (span?.from) rest = addFilter(rest, 'after', span.from);
  if (span?.to) rest = addFilter(rest, 'before', span.to);
  return rest;
}

/** Which clauses are worth a chip: all that say more than a plain word in the box does. */
export function chipClauses(clauses: readonly Clause[]): Clause[] {
  return clauses.filter((clause) => clause.kind === 'field' || clause.isNegated);
}

const FIELD_WORDS: Record<string, string> = {
  by: 'by',
  author: 'by',
  publisher: 'publisher',
  lang: 'language',
  language: 'language',
  type: 'kind',
  kind: 'kind',
  in: 'in',
  tag: 'tagged',
  color: 'coloured',
  entity: 'naming',
  speaker: 'speaker',
  said: 'said',
  when: 'states',
  title: 'title',
  after: 'from',
  since: 'from',
  before: 'before',
  date: 'date',
  has: 'with',
};

/** What a field is called on a chip. */
export function fieldWord(field: string): string {
  return FIELD_WORDS[field] ?? field;
}

/** The query with a word of it taken as it is written, or `null` where it has no such word. */
export function exactly(query: string, clauses: readonly Clause[], word: string): string | null {
  const clause = clauses.find((one) => one.kind === 'word' && one.value.startsWith(word));
  if (!clause) return null;
  const at = query.indexOf(word, clause.range.start);
  return at < 0 ? null : `${query.slice(0, at)}=${query.slice(at)}`;
}
