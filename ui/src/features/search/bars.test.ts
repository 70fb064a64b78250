import { expect, test } from 'vitest';
import { barAt, barHeight, describeRun, endLabels, runBetween, runSpan } from './bars';

const bars = [
  { from: '2023-05-01', to: '2023-06-01', count: 2 },
  { from: '2023-06-01', to: '2023-07-01', count: 0 },
  { from: '2023-07-01', to: '2023-08-01', count: 10 },
];

test('a run of bars covers the days from its first to its last', () => {
  expect(runSpan(bars, runBetween(2, 1))).toEqual({ from: '2023-06-01', to: '2023-08-01' });
  expect(runSpan(bars, { first: 0, last: 9 })).toBeNull();
});

test('a run is said in words', () => {
  expect(describeRun(bars, { first: 0, last: 0 })).toBe('May 2023: 2 documents');
  expect(describeRun(bars, { first: 0, last: 2 })).toBe('May–July 2023: 12 documents');
});

test('a bar that counts anything can be seen', () => {
  expect(barHeight(1, 1000)).toBeGreaterThan(0.05);
  expect(barHeight(0, 1000)).toBe(0);
  expect(barHeight(10, 10)).toBe(1);
});

test('every place across falls into a bar', () => {
  expect(barAt(-0.1, 3)).toBe(0);
  expect(barAt(0.34, 3)).toBe(1);
  expect(barAt(1, 3)).toBe(2);
});

test('the ends are labelled by months where the bars cover few years', () => {
  expect(endLabels(bars)).toEqual(['May 2023', 'Jul 2023']);
  const [first] = bars;
  if (first) expect(endLabels([{ ...first, from: '2010-01-01' }, first])).toEqual(['2010', '2023']);
});
