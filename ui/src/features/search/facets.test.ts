import { expect, test } from 'vitest';
import { FACETS, facetChoice, toggled, withChoice, type Facet } from './facets';
import { sampleClause as clause } from './sampleClause';

function facet(name: Facet['name']): Facet {
  const found = FACETS.find((one) => one.name === name);
  if (!found) throw new Error(`There is no facet ${name}.`);
  return found;
}

const publisher = facet('publisher');
const none = { included: [], excluded: [] };

test('one value is a filter, several are alternatives, others can be left out', () => {
  const write = (included: string[], excluded: string[] = []) =>
    withChoice('gas', [], publisher, { included, excluded });
  expect(write(['The Times'])).toBe('gas publisher:="The Times"');
  expect(write(['The Times', 'Wire'])).toBe('gas (publisher:="The Times" OR publisher:=Wire)');
  expect(write(['Wire'], ['The Times', 'Post'])).toBe(
    'gas publisher:=Wire -publisher:="The Times" -publisher:=Post',
  );
});

test('what was written is read again and replaced', () => {
  const query = 'gas (publisher:="The Times" OR publisher:=Wire) lang:en -publisher:=Post';
  const clauses = [
    clause(query, 'gas'),
    clause(query, '(publisher:="The Times" OR publisher:=Wire)'),
    clause(query, 'lang:en'),
    clause(query, '-publisher:=Post'),
  ];
  const choice = facetChoice(clauses, publisher);
  expect(choice).toEqual({ included: ['The Times', 'Wire'], excluded: ['Post'] });
  expect(withChoice(query, clauses, publisher, none)).toBe('gas lang:en');
  const fewer = toggled(choice, 'the times', 'included');
  expect(withChoice(query, clauses, publisher, fewer)).toBe(
    'gas lang:en publisher:=Wire -publisher:=Post',
  );
});

test('a field by another of its names is the same facet', () => {
  const query = 'author:="Ann"';
  expect(facetChoice([clause(query, query)], facet('author')).included).toEqual(['Ann']);
});

test('a value that is not wanted is wanted no more, and the other way about', () => {
  const wanted = toggled(none, 'Wire', 'included');
  expect(wanted).toEqual({ included: ['Wire'], excluded: [] });
  const unwanted = toggled(wanted, 'wire', 'excluded');
  expect(unwanted).toEqual({ included: [], excluded: ['wire'] });
  expect(toggled(unwanted, 'Wire', 'excluded')).toEqual(none);
});

test('words of a value that were written by hand are left as they are', () => {
  const query = 'publisher:times -publisher:=Wire date:2023';
  const clauses = ['publisher:times', '-publisher:=Wire', 'date:2023'].map((text) =>
    clause(query, text),
  );
  expect(facetChoice(clauses, publisher)).toEqual({ included: [], excluded: ['Wire'] });
  expect(withChoice(query, clauses, publisher, none)).toBe('publisher:times date:2023');
  expect(facetChoice(clauses, facet('year')).included).toEqual(['2023']);
});
