import { expect, test } from 'vitest';
import { fuzzyFilter, fuzzyMatch } from './fuzzy';

test('letters match in order, in any case and without their marks', () => {
  expect(fuzzyMatch('gt', 'Go to timeline')).not.toBeNull();
  expect(fuzzyMatch('éli', 'Elias')).not.toBeNull();
  expect(fuzzyMatch('tg', 'Go to')).toBeNull();
  expect(fuzzyMatch('', 'Anything')).toEqual({ score: 0, positions: [] });
});

test('beginnings of words count for more than letters within', () => {
  const found = fuzzyFilter(
    'im',
    ['Open timeline', 'Import files', 'Show import report'],
    (x) => x,
  );
  expect(found.map((entry) => entry.item)).toEqual([
    'Import files',
    'Show import report',
    'Open timeline',
  ]);
});

test('positions point at the letters that matched', () => {
  expect(fuzzyMatch('tl', 'Go to timeline')?.positions).toEqual([6, 10]);
});
