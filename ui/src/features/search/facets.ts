/** The facets, and how choosing their values is written into the query. */
import type { Clause } from '../../api/generated/Clause';
import type { Facets } from '../../api/generated/Facets';
import { capitalised, languageName } from '../../lib/text';
import { addCondition, alternativesOf, cutRanges, filterText, wholeFilterText } from './query';

/** A property of documents by whose values hits can be narrowed. */
export interface Facet {
  name: keyof Facets;
  label: string;
  /** What its values are, where the label does not say enough. */
  values?: string;
  /** The field of the query that filters by a value. */
  field: string;
  /** Other names that the query language has for the field. */
  aliases?: readonly string[];
  /** Whether the query has to name a value whole: otherwise its words would find others too. */
  isWhole?: boolean;
  /** Whether its values are counted only when somebody looks at them. */
  isOnDemand?: boolean;
  /** What a value is called, where that differs from how it is written in a query. */
  display?: (value: string) => string;
}

export const FACETS: readonly Facet[] = [
  { name: 'publisher', label: 'Publisher', field: 'publisher', isWhole: true },
  { name: 'author', label: 'Author', field: 'by', aliases: ['author'], isWhole: true },
  { name: 'speaker', label: 'Speaker', field: 'speaker', isWhole: true, isOnDemand: true },
  {
    name: 'entity',
    label: 'Names',
    values: 'people, organisations and places',
    field: 'entity',
    isWhole: true,
    isOnDemand: true,
  },
  { name: 'tag', label: 'Tag', field: 'tag', isWhole: true, isOnDemand: true },
  {
    name: 'language',
    label: 'Language',
    field: 'lang',
    aliases: ['language'],
    display: languageName,
  },
  { name: 'kind', label: 'Kind', field: 'type', aliases: ['kind'], display: capitalised },
  { name: 'year', label: 'Year', field: 'date' },
];

/** Which values of a facet are asked for and which are not wanted. */
export interface FacetChoice {
  included: readonly string[];
  excluded: readonly string[];
}

function isOf(facet: Facet, field: string): boolean {
  return field === facet.field || (facet.aliases?.includes(field) ?? false);
}

/** The clauses that choose values of a facet; words of a value, written by hand, choose none. */
export function facetClauses(clauses: readonly Clause[], facet: Facet): Clause[] {
  return clauses.filter((clause) => {
    const { field, isWhole } = alternativesOf(clause) ?? clause;
    return field !== null && isOf(facet, field) && isWhole === (facet.isWhole ?? false);
  });
}

/** What a query's clauses choose of a facet. */
export function facetChoice(clauses: readonly Clause[], facet: Facet): FacetChoice {
  const included: string[] = [];
  const excluded: string[] = [];
  for (const clause of facetClauses(clauses, facet)) {
    const values = alternativesOf(clause)?.values ?? [clause.value];
    (clause.isNegated ? excluded : included).push(...values);
  }
  return { included, excluded };
}

/** Whether a value is among those named, in whatever case it is written. */
export function isAmong(values: readonly string[], value: string): boolean {
  const wanted = value.toLocaleLowerCase();
  return values.some((one) => one.toLocaleLowerCase() === wanted);
}

/** A choice with a value asked for, not wanted, or left alone where it was so already. */
export function toggled(
  choice: FacetChoice,
  value: string,
  side: 'included' | 'excluded',
): FacetChoice {
  const without = (values: readonly string[]) =>
    values.filter((one) => one.toLocaleLowerCase() !== value.toLocaleLowerCase());
  const rest = { included: without(choice.included), excluded: without(choice.excluded) };
  return isAmong(choice[side], value) ? rest : { ...rest, [side]: [...rest[side], value] };
}

/** A query that makes another choice of a facet's values; several that are asked for are alternatives. */
export function withChoice(
  query: string,
  clauses: readonly Clause[],
  facet: Facet,
  { included, excluded }: FacetChoice,
): string {
  const write = (value: string) =>
    facet.isWhole ? wholeFilterText(facet.field, value) : filterText(facet.field, value);
  const ranges = facetClauses(clauses, facet).map((clause) => clause.range);
  let rest = cutRanges(query, ranges);
  const filters = included.map(write);
  if (filters.length === 1) rest = addCondition(rest, filters[0] ?? '');
  else if (filters.length > 1) rest = addCondition(rest, `(${filters.join(' OR ')})`);
  for (const value of excluded) rest = addCondition(rest, `-${write(value)}`);
  return rest;
}
