/**
 * Where the marks and labels of a lane stand.
 *
 * Positions are pixels from the first instant of the fetched window, not from the edge of the
 * screen, so that panning moves everything together and nothing changes its row. The law: within a
 * row, no mark or label touches another. What finds no room goes without a label into the crowd, a
 * strip below the rows where marks may lie on one another.
 */
import type { FetchWindow } from './window';

/** What the layout needs to know of an entry. */
export interface Placeable {
  /** First day. */
  readonly from: number;
  /** First day after. */
  readonly to: number;
  readonly label: string;
}

/** The row of the crowd. */
export const CROWD = -1;

/** A mark is never narrower than this, or it could be neither seen nor hit. */
export const MARK_WIDTH = 7;
/** Between a mark and its label. */
export const LABEL_GAP = 5;
/** Kept free after a mark and its label. */
const AIR = 10;
/** Marks at most this wide take their rows first: they are the precise ones. */
const NARROW = 48;
/** Shorter labels say nothing. */
const LABEL_WIDTH_LEAST = 36;
/** Labels do not grow longer than this, even where their row is empty. */
const LABEL_WIDTH_MOST = 360;

/** A lane laid out; the arrays run parallel to its entries, which are in order of `from`. */
export interface LaneLayout {
  readonly count: number;
  readonly left: Float64Array;
  /** Where the mark ends. */
  readonly right: Float64Array;
  /** Where mark and label end. */
  readonly end: Float64Array;
  readonly row: Int16Array;
  /** The label as drawn; empty where there is no room for one. */
  readonly labels: readonly string[];
  readonly labelWidths: Float64Array;
  /** The largest `end` so far, which tells a search where to stop. */
  readonly reach: Float64Array;
  readonly crowded: number;
}

/** Gives the width of a text in the font of labels. */
export type Measure = (text: string) => number;

/**
 * Places the entries of a lane into rows. A label claims `labelRoom` at most; what the row then has
 * left before the next mark is its own too.
 */
export function layOut(
  entries: readonly Placeable[],
  window: FetchWindow,
  pixelsPerDay: number,
  rows: number,
  labelRoom: number,
  measure: Measure,
): LaneLayout {
  const count = entries.length;
  const layout = {
    count,
    left: new Float64Array(count),
    right: new Float64Array(count),
    end: new Float64Array(count),
    row: new Int16Array(count).fill(CROWD),
    labels: new Array<string>(count).fill(''),
    labelWidths: new Float64Array(count),
    reach: new Float64Array(count),
    crowded: 0,
  };
  const taken: Row[] = Array.from({ length: rows }, () => new Row());
  for (const [at, entry] of entries.entries()) {
    const left = (entry.from - window.from) * pixelsPerDay;
    layout.left[at] = left;
    layout.right[at] = Math.max((entry.to - window.from) * pixelsPerDay, left + MARK_WIDTH);
  }
  place(true);
  place(false);
  lengthen();
  let reach = -Infinity;
  for (let at = 0; at < count; at += 1) {
    reach = Math.max(reach, layout.end[at] ?? 0);
    layout.reach[at] = reach;
  }
  return layout;

  /** Narrow marks fill the rows from the top, then wide ones from the bottom. */
  function place(narrow: boolean): void {
    for (let at = 0; at < count; at += 1) {
      const left = layout.left[at] ?? 0;
      const right = layout.right[at] ?? 0;
      const width = right - left;
      if (width <= NARROW !== narrow) continue;
      const label = entries[at]?.label ?? '';
      // A wide mark carries its label inside, so the label costs it no room of its own.
      const inside = width >= LABEL_WIDTH_LEAST + 2 * LABEL_GAP;
      const room = inside ? Math.min(labelRoom, width - 2 * LABEL_GAP) : labelRoom;
      const text = shorten(label, room, measure);
      const textWidth = measure(text);
      const end = inside ? right : right + LABEL_GAP + textWidth;
      const row = freeRow(taken, left, end + AIR, narrow);
      if (row === CROWD) {
        layout.end[at] = right;
        layout.crowded += 1;
        continue;
      }
      taken[row]?.take(left, end + AIR);
      layout.row[at] = row;
      layout.labels[at] = text;
      layout.labelWidths[at] = textWidth;
      layout.end[at] = end;
    }
  }

  /** Writes labels that were cut as far as their rows allow. */
  function lengthen(): void {
    /** Where the next mark of each row begins. */
    const next = new Float64Array(rows).fill(Infinity);
    for (let at = count - 1; at >= 0; at -= 1) {
      const row = layout.row[at] ?? CROWD;
      if (row === CROWD) continue;
      const right = layout.right[at] ?? 0;
      const label = entries[at]?.label ?? '';
      const isBeside = (layout.end[at] ?? 0) > right;
      if (isBeside && layout.labels[at] !== label) {
        const free = (next[row] ?? Infinity) - AIR - right - LABEL_GAP;
        const text = shorten(label, Math.min(LABEL_WIDTH_MOST, free), measure);
        const textWidth = measure(text);
        if (textWidth > (layout.labelWidths[at] ?? 0)) {
          layout.labels[at] = text;
          layout.labelWidths[at] = textWidth;
          layout.end[at] = right + LABEL_GAP + textWidth;
        }
      }
      next[row] = layout.left[at] ?? 0;
    }
  }
}

function freeRow(rows: readonly Row[], left: number, right: number, fromTop: boolean): number {
  for (let step = 0; step < rows.length; step += 1) {
    const row = fromTop ? step : rows.length - 1 - step;
    if (rows[row]?.isFree(left, right)) return row;
  }
  return CROWD;
}

/** The stretches of a row that are taken, in order. */
class Row {
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];

  isFree(left: number, right: number): boolean {
    const at = this.#after(left);
    return (this.#ends[at - 1] ?? -Infinity) <= left && (this.#starts[at] ?? Infinity) >= right;
  }

  take(left: number, right: number): void {
    const at = this.#after(left);
    this.#starts.splice(at, 0, left);
    this.#ends.splice(at, 0, right);
  }

  /** Index of the first stretch that starts after `left`. */
  #after(left: number): number {
    let low = 0;
    let high = this.#starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#starts[middle] ?? 0) <= left) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** Cuts a text to a width, with an ellipsis, never within a surrogate pair. */
export function shorten(text: string, width: number, measure: Measure): string {
  if (measure(text) <= width) return text;
  let low = 0;
  let high = text.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (measure(`${text.slice(0, middle)}…`) <= width) low = middle;
    else high = middle - 1;
  }
  const last = text.charCodeAt(low - 1);
  const end = last >= 0xd800 && last <= 0xdbff ? low - 1 : low;
  return `${text.slice(0, end).trimEnd()}…`;
}

/**
 * The entries under a point, in order: `x` in the layout's pixels, `row` a row or the crowd.
 * `slack` widens every mark, for pointers that are not exact.
 */
export function entriesAt(layout: LaneLayout, x: number, row: number, slack = 3): number[] {
  const found: number[] = [];
  for (let at = lastStartingBefore(layout, x + slack); at >= 0; at -= 1) {
    if ((layout.reach[at] ?? 0) < x - slack) break;
    if (layout.row[at] !== row) continue;
    const end = row === CROWD ? layout.right[at] : layout.end[at];
    if ((end ?? 0) >= x - slack) found.push(at);
  }
  return found.reverse();
}

function lastStartingBefore(layout: LaneLayout, x: number): number {
  let low = 0;
  let high = layout.count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((layout.left[middle] ?? 0) <= x) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
