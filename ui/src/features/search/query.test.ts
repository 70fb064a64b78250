import { expect, test } from 'vitest';
import {
  addFilter,
  alternativesOf,
  chipClauses,
  cutRanges,
  daySpan,
  exactly,
  filterText,
  withDaySpan,
} from './query';
import { sampleClause as clause } from './sampleClause';

test('a clause is cut without leaving gaps or joints that join nothing', () => {
  const cut = (query: string, ...texts: string[]) =>
    cutRanges(
      query,
      texts.map((text) => clause(query, text).range),
    );
  expect(cut('gas tag:energy price', 'tag:energy')).toBe('gas price');
  expect(cut('gas OR oil', 'oil')).toBe('gas');
  expect(cut('gas OR oil', 'gas')).toBe('oil');
  expect(cut('gas AND NOT oil', 'oil')).toBe('gas');
  expect(cut('by:a gas lang:en', 'by:a', 'lang:en')).toBe('gas');
  expect(cut('"two  spaces" by:a', 'by:a')).toBe('"two  spaces"');
  expect(cut('ORACLE by:a', 'by:a')).toBe('ORACLE');
});

test('a value is quoted where it must be', () => {
  expect(filterText('lang', 'en')).toBe('lang:en');
  expect(filterText('publisher', 'The Times')).toBe('publisher:"The Times"');
  expect(filterText('by', 'Ann "Nan" Lee')).toBe('by:"Ann  Nan  Lee"');
  expect(addFilter('  gas ', 'by', 'Əli')).toBe('gas by:Əli');
});

test('a span of days takes the place of the one before', () => {
  const query = 'gas after:2020-01-01 before:2021-01-01';
  const clauses = [
    clause(query, 'gas'),
    clause(query, 'after:2020-01-01'),
    clause(query, 'before:2021-01-01'),
  ];
  expect(daySpan(clauses)).toEqual({ from: '2020-01-01', to: '2021-01-01' });
  expect(withDaySpan(query, clauses, { from: '2020-03-01', to: '2020-04-01' })).toBe(
    'gas after:2020-03-01 before:2020-04-01',
  );
  expect(withDaySpan(query, clauses, null)).toBe('gas');
});

test('what is said more than plain words has a chip', () => {
  const query = 'gas -oil by:Ann "cold winter"';
  const clauses = ['gas', '-oil', 'by:Ann', '"cold winter"'].map((text) => clause(query, text));
  expect(chipClauses(clauses).map((chip) => chip.value)).toEqual(['oil', 'Ann', 'cold winter']);
});

test('a filter holds for all alternatives of a query', () => {
  expect(addFilter('gas OR oil', 'lang', 'en')).toBe('(gas OR oil) lang:en');
  expect(addFilter('"gas OR oil"', 'lang', 'en')).toBe('"gas OR oil" lang:en');
  expect(addFilter('(gas OR oil) price', 'lang', 'en')).toBe('(gas OR oil) price lang:en');
});

test('alternatives of one field are read out of their parenthesis', () => {
  const read = (text: string) => alternativesOf(clause(text, text));
  expect(read('(by:Ann OR by:"Bo Ek")')).toEqual({
    field: 'by',
    values: ['Ann', 'Bo Ek'],
    isWhole: false,
  });
  expect(read('(by:="Ann" OR by:="Bo Ek")')?.isWhole).toBe(true);
  expect(read('(by:="Ann" OR by:Bo)')).toBeNull();
  expect(read('(by:Ann OR publisher:Ann)')).toBeNull();
  expect(read('(by:Ann OR gas)')).toBeNull();
  expect(read('(by:Ann by:Bo)')).toBeNull();
});

test('what stood between two alternatives leaves one joint', () => {
  expect(cutRanges('gas OR oil OR coal', [{ start: 7, end: 10 }])).toBe('gas OR coal');
});

test('a name is searched as it is written where a person wants that', () => {
  const query = 'gas Aliyev lang:en';
  const clauses = [clause(query, 'gas'), clause(query, 'Aliyev'), clause(query, 'lang:en')];
  expect(exactly(query, clauses, 'Aliyev')).toBe('gas =Aliyev lang:en');
  expect(exactly(query, clauses, 'Kestov')).toBeNull();
});
