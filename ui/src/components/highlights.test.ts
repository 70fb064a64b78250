import { expect, test } from 'vitest';
import { splitHighlights } from './highlights';

const written = (text: string, ranges: [number, number][]) =>
  splitHighlights(
    text,
    ranges.map(([start, end]) => ({ start, end })),
  )
    .map((run) => (run.isHighlighted ? `[${run.text}]` : run.text))
    .join('');

test('a text is cut where its highlights begin and end', () => {
  expect(
    written('gas to Europe', [
      [0, 3],
      [7, 13],
    ]),
  ).toBe('[gas] to [Europe]');
  expect(written('gas', [])).toBe('gas');
});

test('ranges that overlap or reach beyond the text lose nothing and repeat nothing', () => {
  expect(
    written('abcdef', [
      [1, 4],
      [2, 5],
      [5, 90],
    ]),
  ).toBe('a[bcd][e][f]');
  expect(written('abc', [[7, 9]])).toBe('abc');
});
