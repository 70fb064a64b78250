import { expect, test } from 'vitest';
import type { Trend } from '../../api/generated/Trend';
import {
  calendarTicks,
  formatValue,
  heightOf,
  linePath,
  scaleTo,
  spanAt,
  spread,
  valuesOf,
} from './chart';

const room = { left: 40, top: 10, width: 300, height: 100 };

function years(first: number, count: number): Trend {
  const spans = Array.from({ length: count }, (_, at) => ({
    from: `${first + at}-01-01`,
    to: `${first + at + 1}-01-01`,
    documents: 10 * at,
  }));
  const counts = spans.map((_, at) => at);
  return { spans, series: [{ query: 'gas', total: 3, undated: 0, counts, notice: null }] };
}

test('a share is one of the documents of its span, and none where there are none', () => {
  const trend = years(2020, 3);
  const [series] = trend.series;
  if (!series) throw new Error('There is a series.');
  expect(valuesOf(trend, series, 'count')).toEqual([0, 1, 2]);
  expect(valuesOf(trend, series, 'share')).toEqual([0, 0.1, 0.1]);
});

test('the axis has round marks up to the greatest value', () => {
  expect(scaleTo(0, 'count')).toEqual([0, 1]);
  expect(scaleTo(3, 'count')).toEqual([0, 1, 2, 3]);
  expect(scaleTo(87, 'count')).toEqual([0, 50, 100]);
  expect(scaleTo(0.4, 'share').map((mark) => formatValue(mark, 'share'))).toEqual([
    '0 %',
    '10 %',
    '20 %',
    '30 %',
    '40 %',
  ]);
});

test('the drawing stays within its room', () => {
  expect(heightOf(0, 4, room)).toBe(110);
  expect(heightOf(4, 4, room)).toBe(10);
  expect(linePath([0, 4], 4, room)).toBe('M115.0 110.0L265.0 10.0');
  expect(spanAt(-20, 6, room)).toBe(0);
  expect(spanAt(41, 6, room)).toBe(0);
  expect(spanAt(339, 6, room)).toBe(5);
  expect(spanAt(900, 6, room)).toBe(5);
});

test('years are marked as many as there is room for', () => {
  const ticks = calendarTicks(years(1990, 30), room);
  expect(ticks.length).toBeLessThanOrEqual(6);
  expect(ticks[0]?.label).toBe('1990');
  const gaps = ticks.slice(1).map((tick, at) => tick.at - (ticks[at]?.at ?? 0));
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(44);
});

test('labels at the ends of lines do not stand on each other and keep their order', () => {
  const placed = spread([100, 20, 101, 99], 13, 110);
  const sorted = [...placed].sort((a, b) => a - b);
  for (let at = 1; at < sorted.length; at++) {
    expect((sorted[at] ?? 0) - (sorted[at - 1] ?? 0)).toBeGreaterThanOrEqual(13);
  }
  expect(Math.max(...placed)).toBeLessThanOrEqual(110);
  expect(placed[1]).toBe(20);
  expect(placed[3]).toBeLessThan(placed[0] ?? 0);
  expect(placed[0]).toBeLessThan(placed[2] ?? 0);
});
