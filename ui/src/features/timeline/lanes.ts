/** How the lanes share the height of the timeline. */
import type { LaneKey } from './model';

/** Height of the axis above the lanes. */
export const AXIS_HEIGHT = 46;
/** Height of a row of marks with labels. */
export const ROW_HEIGHT = 20;
/** Above the first row. */
export const LANE_PADDING = 8;
/** The strip below the rows, for marks that found no room, with the air around it. */
export const CROWD_HEIGHT = 16;
/** A lane that is hidden or has nothing in it. */
export const FOLDED_HEIGHT = 30;
const LEAST_HEIGHT = LANE_PADDING + ROW_HEIGHT + CROWD_HEIGHT;

/** Where a lane is drawn. */
export interface LaneBox {
  readonly lane: LaneKey;
  readonly top: number;
  readonly height: number;
  /** How many rows of labels fit; none in a folded lane. */
  readonly rows: number;
}

/**
 * Divides the height below the axis: folded lanes take a line, the others share what is left, to the
 * last pixel.
 */
export function boxesOf(
  lanes: readonly { readonly lane: LaneKey; readonly isFolded: boolean }[],
  height: number,
): LaneBox[] {
  const open = lanes.filter(({ isFolded }) => !isFolded).length;
  const left = height - AXIS_HEIGHT - (lanes.length - open) * FOLDED_HEIGHT;
  const share = open > 0 ? Math.max(LEAST_HEIGHT, Math.floor(left / open)) : 0;
  /** Lanes that are a pixel higher, so that no strip is left below the last one. */
  let higher = Math.max(0, left - share * open);
  let top = AXIS_HEIGHT;
  return lanes.map(({ lane, isFolded }) => {
    const extra = !isFolded && higher-- > 0 ? 1 : 0;
    const box: LaneBox = {
      lane,
      top,
      height: isFolded ? FOLDED_HEIGHT : share + extra,
      rows: isFolded
        ? 0
        : Math.max(1, Math.floor((share - LANE_PADDING - CROWD_HEIGHT) / ROW_HEIGHT)),
    };
    top += box.height;
    return box;
  });
}

/** The least height at which every lane has a row. */
export function leastHeight(lanes: readonly { readonly isFolded: boolean }[]): number {
  return lanes.reduce(
    (sum, { isFolded }) => sum + (isFolded ? FOLDED_HEIGHT : LEAST_HEIGHT),
    AXIS_HEIGHT,
  );
}

/** The lane at a height, if there is one that is not folded. */
export function boxAt(boxes: readonly LaneBox[], y: number): LaneBox | undefined {
  return boxes.find((box) => box.rows > 0 && y >= box.top && y < box.top + box.height);
}

/** The row of a lane at a height; beyond the last row is the crowd, -1. */
export function rowAt(box: LaneBox, y: number): number {
  const row = Math.floor((y - box.top - LANE_PADDING) / ROW_HEIGHT);
  return row >= box.rows ? -1 : Math.max(0, row);
}

/** The top of a row of a lane. */
export function rowTop(box: LaneBox, row: number): number {
  return row < 0
    ? box.top + box.height - CROWD_HEIGHT + 4
    : box.top + LANE_PADDING + row * ROW_HEIGHT;
}
