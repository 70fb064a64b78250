import { describe, expect, it } from 'vitest';
import { placeNotes, type MarginItem } from './margin';

const GAP = 8;

function check(
  items: readonly [wanted: number, height: number][],
  expected: readonly number[],
  active: number | null = null,
) {
  const list = items.map(([wanted, height], id) => ({ id, wanted, height }));
  const places = placeNotes(list, GAP, active);
  expect(list.map(({ id }) => places.get(id))).toEqual(expected);
}

describe('notes in the margin', () => {
  it('stand at their passages where there is room', () => {
    check(
      [
        [0, 20],
        [100, 20],
        [300, 50],
      ],
      [0, 100, 300],
    );
  });

  it('share the way where two passages are near', () => {
    check(
      [
        [100, 40],
        [100, 40],
      ],
      [76, 124],
    );
  });

  it('are not pushed above the top', () => {
    check(
      [
        [0, 40],
        [0, 40],
        [10, 40],
      ],
      [0, 48, 96],
    );
  });

  it('give way to the active one', () => {
    check(
      [
        [100, 40],
        [110, 40],
        [120, 40],
      ],
      [62, 110, 158],
      1,
    );
  });

  it('keep the order of their passages, whatever order they come in', () => {
    check(
      [
        [200, 40],
        [190, 40],
      ],
      [219, 171],
    );
  });

  it('of no passage are none', () => {
    expect(placeNotes([], GAP, null).size).toBe(0);
  });

  it('never cover each other', () => {
    let seed = 3;
    const random = (below: number) => {
      seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff;
      return seed % below;
    };
    for (let round = 0; round < 200; round += 1) {
      const items: MarginItem[] = Array.from({ length: 1 + random(12) }, (_, id) => ({
        id,
        wanted: random(600),
        height: 20 + random(150),
      }));
      const active = random(2) ? random(items.length) : null;
      const places = placeNotes(items, GAP, active);
      const placed = items
        .map((item) => ({ top: places.get(item.id) ?? -1, height: item.height }))
        .sort((a, b) => a.top - b.top);
      let bottom = -GAP;
      for (const { top, height } of placed) {
        // Places are rounded to whole pixels.
        expect(top).toBeGreaterThanOrEqual(bottom + GAP - 1);
        bottom = top + height;
      }
    }
  });
});
