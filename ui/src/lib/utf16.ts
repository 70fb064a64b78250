/**
 * Positions in text counted in UTF-16 code units, the unit of JavaScript strings, of the DOM and
 * of every range that the engine sends.
 */

/** A half-open stretch of UTF-16 code units. */
export interface Extent {
  readonly start: number;
  readonly end: number;
}

/** Says whether an offset stands between the two halves of one character. */
export function splitsCharacter(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return false;
  const before = text.charCodeAt(offset - 1);
  const after = text.charCodeAt(offset);
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff;
}

/** Brings an offset into the text and out of the middle of a character, towards the beginning. */
export function clampOffset(text: string, offset: number): number {
  const inside = Math.min(Math.max(0, Math.trunc(offset)), text.length);
  return splitsCharacter(text, inside) ? inside - 1 : inside;
}

/** Puts two ends in order. */
export function orderedExtent(anchor: number, focus: number): Extent {
  return anchor <= focus ? { start: anchor, end: focus } : { start: focus, end: anchor };
}

/** Says whether two stretches share at least one code unit. */
export function overlaps(a: Extent, b: Extent): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Takes white space off both ends of a stretch; `null` where nothing else is in it. */
export function trimExtent(text: string, extent: Extent): Extent | null {
  let { start, end } = extent;
  while (start < end && isSpace(text.charCodeAt(start))) start += 1;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end -= 1;
  return start < end ? { start, end } : null;
}

/** Index of the last item whose start is at or before `offset`; -1 where there is none. */
export function lastStartingAtOrBefore(items: readonly Extent[], offset: number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item !== undefined && item.start <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function isSpace(unit: number): boolean {
  return (
    unit === 0x20 ||
    (unit >= 0x09 && unit <= 0x0d) ||
    unit === 0xa0 ||
    unit === 0x1680 ||
    (unit >= 0x2000 && unit <= 0x200a) ||
    unit === 0x2028 ||
    unit === 0x2029 ||
    unit === 0x202f ||
    unit === 0x205f ||
    unit === 0x3000
  );
}
