import { expect, test } from 'vitest';
import { titled, titleQuery } from './palette';

test('typed words are looked for in titles, the last one as a beginning', () => {
  expect(titleQuery('gas pri')).toBe('title:gas pri*');
  expect(titleQuery('Əliyev: “x”')).toBe('title:Əliyev x*');
});

test('a single letter finds too much to be worth asking', () => {
  expect(titleQuery('g')).toBeNull();
  expect(titleQuery(' - ')).toBeNull();
});

test('what matched in its text only is left out', () => {
  const hits = [{ titleHighlights: [] }, { titleHighlights: [1] }, { titleHighlights: [2] }];
  expect(titled(hits, 1)).toEqual([{ titleHighlights: [1] }]);
});
