import { describe, expect, it } from 'vitest';
import {
  clampOffset,
  lastStartingAtOrBefore,
  orderedExtent,
  overlaps,
  splitsCharacter,
  trimExtent,
} from './utf16';

describe('offsets in UTF-16 code units', () => {
  const text = 'a😀b';

  it('knows the middle of a character outside the basic plane', () => {
    expect([0, 1, 2, 3, 4].map((at) => splitsCharacter(text, at))).toEqual([
      false,
      false,
      true,
      false,
      false,
    ]);
  });

  it('brings an offset into the text and out of a character', () => {
    expect([-3, 1, 2, 3, 99].map((at) => clampOffset(text, at))).toEqual([0, 1, 1, 3, 4]);
  });

  it('orders a selection made backwards', () => {
    expect(orderedExtent(9, 2)).toEqual({ start: 2, end: 9 });
  });

  it('does not count touching stretches as overlapping', () => {
    expect(overlaps({ start: 0, end: 3 }, { start: 3, end: 5 })).toBe(false);
    expect(overlaps({ start: 0, end: 4 }, { start: 3, end: 5 })).toBe(true);
  });

  it('takes white space off both ends, also no-break space and line ends', () => {
    expect(trimExtent('\n\u00a0 word \n', { start: 0, end: 9 })).toEqual({ start: 3, end: 7 });
    expect(trimExtent(' \n\n ', { start: 0, end: 4 })).toBeNull();
  });

  it('finds the last item that starts at or before an offset', () => {
    const items = [
      { start: 2, end: 4 },
      { start: 6, end: 9 },
    ];
    expect([0, 2, 5, 6, 20].map((at) => lastStartingAtOrBefore(items, at))).toEqual([
      -1, 0, 0, 1, 1,
    ]);
  });
});
