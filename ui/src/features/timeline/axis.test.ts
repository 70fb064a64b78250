import { describe, expect, it } from 'vitest';
import {
  dayAt,
  fitTo,
  floorTo,
  keepNear,
  lengthOf,
  LONGEST_SPAN,
  positionOf,
  SHORTEST_SPAN,
  ticksOf,
  unitAt,
  zoomAt,
} from './axis';

const day = (iso: string): number => Date.parse(`${iso}T00:00:00Z`) / 86_400_000;

describe('the time scale', () => {
  it('keeps the instant under the pointer where it is while zooming', () => {
    const span = { from: day('2020-01-01'), to: day('2024-01-01') };
    const anchor = day('2023-06-02');
    for (const factor of [0.001, 0.5, 0.9, 1, 1.3, 4, 1000]) {
      const zoomed = zoomAt(span, factor, anchor);
      expect(positionOf(anchor, zoomed, 1000)).toBeCloseTo(positionOf(anchor, span, 1000), 6);
    }
  });

  it('zooms no closer than a day and no further than two centuries', () => {
    const span = { from: 0, to: 100 };
    expect(lengthOf(zoomAt(span, 1e-9, 50))).toBeCloseTo(SHORTEST_SPAN);
    expect(lengthOf(zoomAt(span, 1e9, 50))).toBeCloseTo(LONGEST_SPAN);
  });

  it('turns positions into instants and back', () => {
    const span = { from: -20_000.5, to: 33.25 };
    for (const position of [-50, 0, 1, 499.5, 1000]) {
      expect(positionOf(dayAt(position, span, 1000), span, 1000)).toBeCloseTo(position, 6);
    }
  });

  it('fits days with a margin, and never shows less than two weeks of them', () => {
    const fitted = fitTo(0, 1000);
    expect(fitted.from).toBeLessThan(0);
    expect(fitted.to).toBeGreaterThan(1000);
    expect(lengthOf(fitTo(10, 11))).toBe(14);
  });

  it('keeps the middle of the span near what there is', () => {
    const all = { from: 100, to: 200 };
    expect(keepNear({ from: 120, to: 140 }, all)).toEqual({ from: 120, to: 140 });
    expect(keepNear({ from: 300, to: 340 }, all)).toEqual({ from: 180, to: 220 });
    expect(keepNear({ from: -40, to: 0 }, all)).toEqual({ from: 80, to: 120 });
  });
});

describe('ticks', () => {
  it.each([
    [100, 'day'],
    [6, 'week'],
    [2, 'month'],
    [0.5, 'quarter'],
    [0.2, 'year'],
    [0.04, 'lustrum'],
    [0.02, 'decade'],
    [0.004, 'half-century'],
    [0.001, 'century'],
  ])('at %d pixels a day are of the unit %s', (pixelsPerDay, unit) => {
    expect(unitAt(pixelsPerDay)).toBe(unit);
  });

  it.each([
    ['2023-06-02', 'week', '2023-05-29'],
    ['2023-06-05', 'week', '2023-06-05'],
    ['1969-12-31', 'week', '1969-12-29'],
    ['2023-06-02', 'month', '2023-06-01'],
    ['2023-06-02', 'quarter', '2023-04-01'],
    ['2023-06-02', 'year', '2023-01-01'],
    ['2023-06-02', 'decade', '2020-01-01'],
    ['1999-12-31', 'century', '1900-01-01'],
    ['0099-05-05', 'century', '0000-01-01'],
  ] as const)('before %s the last %s begins on %s', (from, unit, expected) => {
    expect(floorTo(day(from) + 0.4, unit)).toBe(day(expected));
  });

  it('cover the span without gaps, in order, and never crowd', () => {
    for (const length of [1, 5, 30, 200, 900, 5000, 40_000, 73_000]) {
      const span = { from: 12_345.6, to: 12_345.6 + length };
      const width = 1000;
      const pixelsPerDay = width / length;
      const { fine } = ticksOf(span, pixelsPerDay);
      expect(fine[0]?.day).toBeLessThanOrEqual(span.from);
      expect(fine.length).toBeLessThan(45);
      for (const [at, tick] of fine.entries()) {
        const before = fine[at - 1];
        if (before) expect((tick.day - before.day) * pixelsPerDay).toBeGreaterThan(20);
      }
    }
  });

  it('say the larger span above and the smaller below', () => {
    const span = { from: day('2022-11-15'), to: day('2023-03-10') };
    const { fine, coarse } = ticksOf(span, 2);
    expect(fine.map((tick) => tick.label)).toEqual(['Nov', 'Dec', 'Jan', 'Feb', 'Mar']);
    expect(coarse.map((tick) => tick.label)).toEqual(['2022', '2023']);
    const near = ticksOf({ from: day('2023-06-01'), to: day('2023-06-04') }, 200);
    expect(near.fine.map((tick) => tick.label)).toEqual(['Thursday 1', 'Friday 2', 'Saturday 3']);
    expect(near.coarse.map((tick) => tick.label)).toEqual(['June 2023']);
  });
});
