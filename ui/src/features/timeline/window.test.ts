import { describe, expect, it } from 'vitest';
import { LONGEST_SPAN, lengthOf, panBy, type Span, zoomAt } from './axis';
import { bucketLength, keyOf, levelOf, nextWindow, serves, WindowCache, windowFor } from './window';

/** A seeded generator (mulberry32), so that a failing case can be run again. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Checks a law on many spans: from a day to centuries long, before and after 1970. */
function forManySpans(law: (span: Span, random: () => number) => void): void {
  const random = seeded(20_230_602);
  for (let run = 0; run < 2000; run += 1) {
    const length = Math.exp(random() * Math.log(LONGEST_SPAN));
    const from = (random() - 0.5) * 200_000;
    law({ from, to: from + length }, random);
  }
}

describe('the quantised window', () => {
  it('holds its span with half a length to spare on both sides', () => {
    forManySpans((span) => {
      const window = windowFor(span);
      const length = 2 ** window.level;
      expect(span.from - window.from).toBeGreaterThanOrEqual(length / 2 - 1e-6);
      expect(window.to - span.to).toBeGreaterThanOrEqual(length / 2 - 1e-6);
      expect(serves(window, span)).toBe(true);
    });
  });

  it('is three lengths of whole days and the span fills more than half of one', () => {
    forManySpans((span) => {
      const window = windowFor(span);
      const length = 2 ** window.level;
      expect(window.to - window.from).toBe(3 * length);
      expect(Number.isInteger(window.from)).toBe(true);
      expect(window.from / length).toBe(Math.round(window.from / length));
      expect(lengthOf(span)).toBeGreaterThan(length / 2 - 1e-6);
      expect(lengthOf(span)).toBeLessThanOrEqual(length + 1e-6);
    });
  });

  it('is the same, key and all, for spans whose middles lie in the same length', () => {
    forManySpans((span, random) => {
      const window = windowFor(span);
      const length = 2 ** window.level;
      const start = window.from + length;
      const middle = start + random() * length * 0.999;
      const other = panBy(span, middle - (span.from + span.to) / 2);
      expect(windowFor(other)).toEqual(window);
      expect(keyOf(windowFor(other))).toBe(keyOf(window));
    });
  });

  it('has a key of its own for every level and alignment', () => {
    const windows = new Map<string, string>();
    forManySpans((span) => {
      const window = windowFor(span);
      const text = JSON.stringify(window);
      expect(windows.get(keyOf(window)) ?? text).toBe(text);
      windows.set(keyOf(window), text);
    });
  });

  it('is kept while the span stays in it at its level, and replaced as soon as it does not', () => {
    forManySpans((span, random) => {
      let at = span;
      let window = windowFor(at);
      for (let step = 0; step < 12; step += 1) {
        at =
          random() < 0.5
            ? panBy(at, (random() - 0.5) * lengthOf(at))
            : zoomAt(at, 0.7 + random() * 0.7, at.from + random() * lengthOf(at));
        const next = nextWindow(window, at);
        if (serves(window, at)) expect(next).toBe(window);
        else expect(next).toEqual(windowFor(at));
        expect(next.from).toBeLessThanOrEqual(at.from);
        expect(next.to).toBeGreaterThanOrEqual(at.to);
        expect(next.level).toBe(levelOf(at));
        window = next;
      }
    });
  });

  it('needs no new fetch for a pan of less than half a length in either direction', () => {
    forManySpans((span, random) => {
      const window = windowFor(span);
      const length = 2 ** window.level;
      const moved = panBy(span, (random() - 0.5) * length * 0.999);
      expect(nextWindow(window, moved)).toBe(window);
    });
  });

  it('keeps its level under the rounding errors of panning', () => {
    const span = { from: 0.1, to: 64.1 };
    let at = span;
    for (let step = 0; step < 1000; step += 1) at = panBy(at, step % 2 ? 0.3 : -0.3);
    expect(levelOf(at)).toBe(levelOf(span));
  });

  it('is divided into whole days, or into parts of at least a day', () => {
    forManySpans((span) => {
      const part = bucketLength(windowFor(span));
      expect(part).toBeGreaterThanOrEqual(1);
      expect(Number.isInteger(part)).toBe(true);
    });
  });
});

describe('the cache of windows', () => {
  it('forgets what was not used for longest', () => {
    const cache = new WindowCache<number>(2);
    cache.set('a', 1);
    cache.set('b', 2);
    expect(cache.get('a')).toBe(1);
    cache.set('c', 3);
    expect(cache.get('b')).toBeUndefined();
    expect(cache.get('a')).toBe(1);
    expect(cache.get('c')).toBe(3);
    expect(cache.size).toBe(2);
  });

  it('holds one value a key', () => {
    const cache = new WindowCache<number>(2);
    cache.set('a', 1);
    cache.set('a', 2);
    expect(cache.get('a')).toBe(2);
    expect(cache.size).toBe(1);
  });
});
