import { expect, test } from 'vitest';
import { chipLabel, chipPrefix } from './chips';
import { editableText, withClause, withNegation } from './clauses';
import { sampleClause as clause } from './sampleClause';

function edit(query: string, text: string, value: string): string {
  return withClause(query, clause(query, text), value);
}

test('of a field the value is edited, without its quotation marks', () => {
  const query = 'gas publisher:"The Times" price';
  expect(editableText(query, clause(query, 'publisher:"The Times"'))).toBe('The Times');
  expect(edit(query, 'publisher:"The Times"', 'Wire')).toBe('gas publisher:Wire price');
  expect(edit(query, 'publisher:"The Times"', 'Basin Wire')).toBe(
    'gas publisher:"Basin Wire" price',
  );
  expect(edit('date:2023..2024', 'date:2023..2024', '2022..2024')).toBe('date:2022..2024');
});

test('a whole value is edited as words, and stays whole where it is only turned', () => {
  const query = 'publisher:="The Times"';
  expect(editableText(query, clause(query, query))).toBe('The Times');
  expect(edit(query, query, 'Times')).toBe('publisher:Times');
  expect(withNegation(query, clause(query, query))).toBe('-publisher:="The Times"');
});

test('of anything else all is edited but its negation', () => {
  const query = '"cold winter" -"warm summer"';
  expect(editableText(query, clause(query, '-"warm summer"'))).toBe('"warm summer"');
  expect(edit(query, '"cold winter"', '"mild winter"')).toBe('"mild winter" -"warm summer"');
  expect(edit(query, '-"warm summer"', 'warm summer')).toBe('"cold winter" -(warm summer)');
  expect(edit(query, '"cold winter"', 'cold OR mild')).toBe('(cold OR mild) -"warm summer"');
});

test('a clause without a value is cut', () => {
  expect(edit('gas by:Ann', 'by:Ann', '  ')).toBe('gas');
});

test('what is asked for is not wanted, and the other way about', () => {
  const turn = (query: string, text: string) => withNegation(query, clause(query, text));
  expect(turn('gas by:"Ann Lee"', 'by:"Ann Lee"')).toBe('gas -by:"Ann Lee"');
  expect(turn('gas -by:"Ann Lee"', '-by:"Ann Lee"')).toBe('gas by:"Ann Lee"');
  const words = 'gas NOT oil';
  const not = clause(words, 'NOT oil', { isNegated: true, value: 'oil', kind: 'word' });
  expect(withNegation(words, not)).toBe('gas oil');
});

test('a chip says in words what the query says in signs', () => {
  const say = (query: string, parts = {}) => {
    const one = clause(query, query, parts);
    return [chipPrefix(one), chipLabel(query, one)];
  };
  expect(say('lang:az')).toEqual(['language', 'Azerbaijani']);
  expect(say('-date:2023-06')).toEqual(['not date', 'June 2023']);
  expect(say('date:2023..2024')).toEqual(['date', '2023 – 2024']);
  expect(say('(lang:az OR lang:tr)')).toEqual(['language', 'Azerbaijani or Turkish']);
  expect(say('like:12', { label: 'A long report' })).toEqual(['like', 'A long report']);
  expect(say('"cold winter"')).toEqual([null, '"cold winter"']);
});
