import { expect, test } from 'vitest';
import { RowHeights } from './virtual';

test('offsets are the sums of the heights before', () => {
  const rows = new RowHeights(5, 10);
  rows.set(1, 30);
  rows.set(3, 5);
  expect([0, 1, 2, 3, 4, 5].map((row) => rows.offset(row))).toEqual([0, 10, 40, 50, 55, 65]);
  expect(rows.total).toBe(65);
});

test('the row at an offset is the one that covers it', () => {
  const rows = new RowHeights(7, 10);
  rows.set(2, 45);
  for (let row = 0; row < 7; row++) {
    expect(rows.at(rows.offset(row))).toBe(row);
    expect(rows.at(rows.offset(row) + rows.height(row) - 0.5)).toBe(row);
  }
  expect(rows.at(-20)).toBe(0);
  expect(rows.at(10_000)).toBe(6);
});

test('a list of another length keeps what was measured', () => {
  const rows = new RowHeights(4, 10);
  rows.set(0, 25);
  const longer = rows.resized(6, 12);
  expect(longer.offset(1)).toBe(25);
  expect(longer.isMeasured(1)).toBe(false);
  expect(longer.total).toBe(25 + 5 * 12);
});

test('a million rows are answered for at once', () => {
  const rows = new RowHeights(1_000_000, 60);
  rows.set(999_999, 100);
  expect(rows.total).toBe(999_999 * 60 + 100);
  expect(rows.at(30_000_001)).toBe(500_000);
});

test('an empty list has no height', () => {
  const rows = new RowHeights(0, 10);
  expect(rows.total).toBe(0);
  expect(rows.at(5)).toBe(0);
});

test('rows stand where adding up all heights puts them', () => {
  // A small generator of numbers, so that a failure can be repeated.
  let seed = 7;
  const random = (most: number) => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % most;
  };
  for (let round = 0; round < 40; round++) {
    const count = 1 + random(90);
    const heights = new Array<number>(count).fill(20);
    const rows = new RowHeights(count, 20);
    for (let times = random(60); times > 0; times--) {
      const row = random(count);
      const height = 1 + random(80);
      const change = height - (heights[row] ?? 0);
      heights[row] = height;
      expect(rows.set(row, height)).toBe(change);
    }
    let top = 0;
    for (const [row, height] of heights.entries()) {
      expect(rows.offset(row)).toBe(top);
      expect(rows.at(top)).toBe(row);
      top += height;
    }
    expect(rows.total).toBe(top);
  }
});
