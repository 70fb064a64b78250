import { expect, test } from 'vitest';
import type { Clause } from '../../api/generated/Clause';
import {
  addFilter,
  chipClauses,
  cutRanges,
  daySpan,
  exactly,
  filtersOf,
  filterText,
  withDaySpan,
} from './query';

function clause(query: string, text: string, parts: Partial<Clause> = {}): Clause {
  const start = query.indexOf(text);
  const [field, value] = text.includes(':') ? text.split(':') : [null, text];
  return {
    kind: field ? 'field' : 'word',
    field: field ?? null,
    value: (value ?? '').replace(/"/g, ''),
    isNegated: false,
    range: { start, end: start + text.length },
    ...parts,
  };
}

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

test('a filter is found among the clauses whatever its case', () => {
  const query = 'publisher:"The Times" gas';
  const clauses = [clause(query, 'publisher:"The Times"')];
  expect(filtersOf(clauses, 'publisher', 'the times')).toHaveLength(1);
  expect(filtersOf(clauses, 'publisher', 'Times')).toHaveLength(0);
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

test('plain words need no chip', () => {
  const query = 'gas -oil by:Ann';
  const clauses = [
    clause(query, 'gas'),
    clause(query, '-oil', { isNegated: true }),
    clause(query, 'by:Ann'),
  ];
  expect(chipClauses(clauses).map((chip) => chip.value)).toEqual(['-oil', 'Ann']);
});

test('a name is searched as it is written where a person wants that', () => {
  const query = 'gas Aliyev lang:en';
  const clauses = [clause(query, 'gas'), clause(query, 'Aliyev'), clause(query, 'lang:en')];
  expect(exactly(query, clauses, 'Aliyev')).toBe('gas =Aliyev lang:en');
  expect(exactly(query, clauses, 'Kestov')).toBeNull();
});
