import type { Clause } from '../../api/generated/Clause';
import type { Range } from '../../api/generated/Range';

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
      .replace(/(^|\s)(?:OR|AND)\s+(?=(?:OR|AND)(?:\s|$))/, '$1')
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

/** A filter by a whole value, which finds just the documents that have it. */
export function wholeFilterText(field: string, value: string): string {
  return filterText(field, value).replace(':', ':=');
}

/** Whether alternatives stand in a query outside of parentheses. */
function hasAlternatives(query: string): boolean {
  let rest = query.replace(/["“„][^"”]*["”]?|«[^»]*»?/g, ' ');
  for (let before = ''; before !== rest;) {
    before = rest;
    rest = rest.replace(/\([^()]*\)/g, ' ');
  }
  return /(?:^|\s)(?:OR|\|)(?=\s|$)/.test(rest);
}

/** A query with one more condition, which holds for each of its alternatives. */
export function addCondition(query: string, condition: string): string {
  const rest = query.trim();
  const whole = hasAlternatives(rest) ? `(${rest})` : rest;
  return `${whole} ${condition}`.trim();
}

/** A query with one more filter. */
export function addFilter(query: string, field: string, value: string): string {
  return addCondition(query, filterText(field, value));
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
  const old = clauses.filter((clause) =>
    DATE_FIELDS.includes(clause.field ?? alternativesOf(clause)?.field ?? ''),
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
  return clauses.filter((clause) => clause.kind !== 'word' || clause.isNegated);
}

/** Which clauses narrow what the words of the query find. */
export function filterClauses(clauses: readonly Clause[]): Clause[] {
  return clauses.filter(
    (clause) => clause.kind === 'field' || clause.isNegated || alternativesOf(clause),
  );
}

/** Alternative values of one field. */
export interface Alternatives {
  field: string;
  values: string[];
  /** Whether they are whole values, as facets have them. */
  isWhole: boolean;
}

/** A parenthesis that holds alternative values of one field and nothing else: `(by:a OR by:b)`. */
export function alternativesOf(clause: Clause): Alternatives | null {
  if (clause.kind !== 'group') return null;
  const parts = clause.value.split(/\s+OR\s+(?=\p{L}+:)/u);
  const read = parts.map((part) =>
    /^(?<field>\p{L}+):(?<whole>=?)(?:"(?<quoted>[^"]*)"|(?<word>[^\s"()=]+))$/u.exec(part.trim()),
  );
  const field = read[0]?.groups?.field?.toLowerCase();
  const isWhole = read[0]?.groups?.whole === '=';
  const isOne = read.every(
    (match) =>
      match?.groups?.field?.toLowerCase() === field && (match?.groups?.whole === '=') === isWhole,
  );
  if (!field || !isOne) return null;
  const values = read.map((match) => match?.groups?.quoted ?? match?.groups?.word ?? '');
  return { field, values, isWhole };
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
  like: 'like',
  note: 'noted',
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
