import { describe, expect, it } from 'vitest';
import { CROWD, entriesAt, layOut, MARK_WIDTH, type Placeable, shorten } from './layout';
import type { FetchWindow } from './window';

const window: FetchWindow = { level: 8, from: 0, to: 768, buckets: 768 };
const measure = (text: string): number => text.length * 6;

function entry(from: number, to = from + 1, label = 'President of Israel'): Placeable {
  return { from, to, label };
}

/** Entries that lie close, of all lengths, in order of their first days. */
function crowd(count: number): Placeable[] {
  return Array.from({ length: count }, (_, at) => {
    const from = Math.floor((at * 760) / count);
    const length = [1, 1, 1, 30, 1, 7, 365][at % 7] ?? 1;
    return entry(from, from + length, 'x'.repeat(3 + ((at * 7) % 40)));
  });
}

describe('the layout of a lane', () => {
  it.each([0.5, 2, 20, 400])(
    'keeps marks and labels of a row apart at %d pixels a day',
    (scale) => {
      const layout = layOut(crowd(300), window, scale, 4, 190, measure);
      for (let row = 0; row < 4; row += 1) {
        const inRow = [...layout.left.keys()]
          .filter((at) => layout.row[at] === row)
          .sort((one, other) => (layout.left[one] ?? 0) - (layout.left[other] ?? 0));
        for (const [place, at] of inRow.entries()) {
          const before = inRow[place - 1];
          if (before !== undefined) {
            expect(layout.left[at]).toBeGreaterThan(layout.end[before] ?? 0);
          }
        }
      }
    },
  );

  it('drops nothing: what finds no row is in the crowd', () => {
    const entries = Array.from({ length: 10 }, () => entry(5));
    const layout = layOut(entries, window, 1, 3, 190, measure);
    expect([...layout.row].filter((row) => row !== CROWD)).toHaveLength(3);
    expect(layout.crowded).toBe(7);
    expect(entriesAt(layout, 5, CROWD)).toHaveLength(7);
  });

  it('gives precise entries their rows before long intervals', () => {
    const layout = layOut([entry(0, 365), entry(10)], window, 3, 1, 190, measure);
    expect([...layout.row]).toEqual([CROWD, 0]);
  });

  it('writes the label of a long interval inside it', () => {
    const layout = layOut([entry(0, 365, 'in 2023')], window, 3, 1, 190, measure);
    expect(layout.end[0]).toBe(layout.right[0]);
    expect(layout.labels[0]).toBe('in 2023');
  });

  it('writes a label as far as its row has room, within reason', () => {
    const words = 'The twelve words of a sentence that nobody would want to be cut'.repeat(3);
    const lengths = (gap: number) => {
      const entries = [entry(0, 1, words), entry(gap, gap + 1, words)];
      return layOut(entries, window, 1, 1, 60, measure).labels.map((label) => label.length);
    };
    expect(lengths(100)).toEqual([13, 60]);
    expect(lengths(300)).toEqual([46, 60]);
    expect(lengths(600)).toEqual([60, 60]);
  });

  it('keeps marks wide enough to hit', () => {
    const layout = layOut([entry(3)], window, 0.01, 1, 190, measure);
    expect((layout.right[0] ?? 0) - (layout.left[0] ?? 0)).toBe(MARK_WIDTH);
  });
});

describe('finding the entry under a point', () => {
  const layout = layOut(
    [entry(0, 400, 'in 2023'), entry(100, 101, 'Friday'), entry(300, 301, 'Monday')],
    window,
    2,
    2,
    190,
    measure,
  );

  it('finds a mark and its label', () => {
    const row = layout.row[1] ?? 0;
    expect(entriesAt(layout, 203, row)).toEqual([1]);
    expect(entriesAt(layout, 230, row)).toEqual([1]);
    expect(entriesAt(layout, 300, row)).toEqual([]);
  });

  it('finds an interval that began long before', () => {
    expect(entriesAt(layout, 790, layout.row[0] ?? 0)).toEqual([0]);
    expect(entriesAt(layout, 820, layout.row[0] ?? 0)).toEqual([]);
  });

  it('agrees with looking at every entry', () => {
    const entries = crowd(200);
    const busy = layOut(entries, window, 3, 3, 190, measure);
    for (let x = 0; x < 2300; x += 7) {
      for (const row of [CROWD, 0, 1, 2]) {
        const expected = [...entries.keys()].filter((at) => {
          const end = row === CROWD ? busy.right[at] : busy.end[at];
          return busy.row[at] === row && (busy.left[at] ?? 0) <= x + 3 && (end ?? 0) >= x - 3;
        });
        expect(entriesAt(busy, x, row)).toEqual(expected);
      }
    }
  });
});

describe('shortening a label', () => {
  it('leaves what fits and cuts what does not', () => {
    expect(shorten('Isaac Herzog', 100, measure)).toBe('Isaac Herzog');
    expect(shorten('Isaac Herzog', 50, measure)).toBe('Isaac H…');
  });

  it('does not cut a surrogate pair', () => {
    const cut = shorten('a😀😀😀', 18, measure);
    expect(cut).toBe('a…');
  });
});
