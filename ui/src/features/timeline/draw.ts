/** Draws the timeline on a canvas. Knows nothing of input, fetching or the document. */
import { speakerHue } from '../../lib/speaker';
import { positionOf, type Span, type Ticks } from './axis';
import type { Colours } from './colours';
import { AXIS_HEIGHT, CROWD_HEIGHT, type LaneBox, LANE_PADDING, ROW_HEIGHT, rowTop } from './lanes';
import { CROWD, LABEL_GAP, type LaneLayout, MARK_WIDTH } from './layout';
import { type Bar, contentOfLane, type DatedEntry, type LaneKey, speakerOfLane } from './model';

/** A lane ready to be drawn. */
export type DrawnLane =
  | {
      readonly kind: 'entries';
      readonly box: LaneBox;
      readonly stops: readonly DatedEntry[];
      readonly layout: LaneLayout;
      /** First day of the window that the layout counts from. */
      readonly origin: number;
    }
  | {
      readonly kind: 'bars';
      readonly box: LaneBox;
      readonly stops: readonly Bar[];
      readonly highest: number;
    }
  | { readonly kind: 'none'; readonly box: LaneBox };

/** Everything that is on the canvas. */
export interface Scene {
  readonly width: number;
  readonly height: number;
  readonly span: Span;
  readonly ticks: Ticks;
  readonly lanes: readonly DrawnLane[];
  readonly today: number;
  /** Key of the stop under the pointer or the keyboard. */
  readonly pointed: string | null;
  readonly brush: Span | null;
}

export const LABEL_FONT_SIZE = 12;
const SMALL_FONT_SIZE = 11;
/** Intervals longer than this, in pixels, are many and say little: they stay in the background. */
const CROWD_LONG = 160;
const BAR_HEIGHT = ROW_HEIGHT - 4;

/** Draws a scene; the context's units are CSS pixels. */
export function draw(context: CanvasRenderingContext2D, scene: Scene, colours: Colours): void {
  context.fillStyle = colours.surface;
  context.fillRect(0, 0, scene.width, scene.height);
  drawGrid(context, scene, colours);
  for (const lane of scene.lanes) {
    context.fillStyle = colours.line;
    context.fillRect(0, lane.box.top + lane.box.height - 1, scene.width, 1);
    if (lane.kind === 'entries') drawEntries(context, scene, lane, colours);
    else if (lane.kind === 'bars') drawBars(context, scene, lane, colours);
  }
  drawToday(context, scene, colours);
  drawBrush(context, scene, colours);
  drawAxis(context, scene, colours);
  context.globalAlpha = 1;
}

function drawGrid(context: CanvasRenderingContext2D, scene: Scene, colours: Colours): void {
  context.fillStyle = colours.line;
  context.globalAlpha = 0.5;
  for (const tick of scene.ticks.fine) {
    const x = Math.round(positionOf(tick.day, scene.span, scene.width));
    context.fillRect(x, AXIS_HEIGHT, 1, scene.height - AXIS_HEIGHT);
  }
  context.globalAlpha = 1;
  for (const tick of scene.ticks.coarse) {
    const x = Math.round(positionOf(tick.day, scene.span, scene.width));
    context.fillRect(x, AXIS_HEIGHT, 1, scene.height - AXIS_HEIGHT);
  }
}

/** The axis: larger spans above, held at the left edge while they last; smaller ones below. */
function drawAxis(context: CanvasRenderingContext2D, scene: Scene, colours: Colours): void {
  const { coarse, fine } = scene.ticks;
  context.fillStyle = colours.raised;
  context.fillRect(0, 0, scene.width, AXIS_HEIGHT);
  context.fillStyle = colours.line;
  context.fillRect(0, AXIS_HEIGHT - 1, scene.width, 1);
  context.textBaseline = 'middle';
  context.textAlign = 'left';
  context.font = `600 ${LABEL_FONT_SIZE}px ${colours.font}`;
  for (const [at, tick] of coarse.entries()) {
    const begin = positionOf(tick.day, scene.span, scene.width);
    const next = coarse[at + 1];
    const end = next ? positionOf(next.day, scene.span, scene.width) : scene.width + 400;
    const width = context.measureText(tick.label).width;
    context.fillStyle = colours.line;
    context.fillRect(Math.round(begin), 0, 1, AXIS_HEIGHT);
    const x = Math.max(begin, 0) + 6;
    if (x + width + 6 > end) continue;
    context.fillStyle = colours.ink;
    context.fillText(tick.label, x, 13);
  }
  const hasCoarse = coarse.length > 0;
  context.font = `${hasCoarse ? 400 : 600} ${SMALL_FONT_SIZE}px ${colours.font}`;
  for (const tick of fine) {
    const x = positionOf(tick.day, scene.span, scene.width);
    // Half a number at the edge would be read as another number.
    if (x < -5) continue;
    context.fillStyle = colours.line;
    const height = hasCoarse ? 20 : AXIS_HEIGHT;
    context.fillRect(Math.round(x), AXIS_HEIGHT - height, 1, height);
    context.fillStyle = hasCoarse ? colours.muted : colours.ink;
    context.fillText(tick.label, x + 5, hasCoarse ? AXIS_HEIGHT - 12 : AXIS_HEIGHT / 2);
  }
}

function drawToday(context: CanvasRenderingContext2D, scene: Scene, colours: Colours): void {
  const x = Math.round(positionOf(scene.today, scene.span, scene.width));
  if (x < 0 || x > scene.width) return;
  context.fillStyle = colours.accent;
  context.fillRect(x, AXIS_HEIGHT, 1, scene.height - AXIS_HEIGHT);
  context.beginPath();
  context.moveTo(x - 4, AXIS_HEIGHT);
  context.lineTo(x + 5, AXIS_HEIGHT);
  context.lineTo(x + 0.5, AXIS_HEIGHT + 6);
  context.fill();
}

function drawBrush(context: CanvasRenderingContext2D, scene: Scene, colours: Colours): void {
  if (!scene.brush) return;
  const left = positionOf(scene.brush.from, scene.span, scene.width);
  const right = positionOf(scene.brush.to, scene.span, scene.width);
  context.fillStyle = colours.accent;
  context.globalAlpha = 0.12;
  context.fillRect(left, AXIS_HEIGHT, right - left, scene.height - AXIS_HEIGHT);
  context.globalAlpha = 1;
  context.fillRect(Math.round(left), AXIS_HEIGHT, 1, scene.height - AXIS_HEIGHT);
  context.fillRect(Math.round(right), AXIS_HEIGHT, 1, scene.height - AXIS_HEIGHT);
}

function drawBars(
  context: CanvasRenderingContext2D,
  scene: Scene,
  lane: Extract<DrawnLane, { kind: 'bars' }>,
  colours: Colours,
): void {
  const { box } = lane;
  const bottom = box.top + box.height - 1;
  const room = box.height - LANE_PADDING - 4;
  context.fillStyle = colourOfLane(box.lane, colours);
  for (const bar of lane.stops) {
    if (bar.to < scene.span.from || bar.from > scene.span.to) continue;
    const left = positionOf(bar.from, scene.span, scene.width);
    const right = positionOf(bar.to, scene.span, scene.width);
    const width = Math.max(1, right - left - (right - left > 3 ? 1 : 0));
    const height = Math.max(2, (bar.count / lane.highest) * room);
    context.globalAlpha = bar.key === scene.pointed ? 1 : 0.55;
    context.fillRect(left, bottom - height, width, height);
  }
  context.globalAlpha = 1;
}

function drawEntries(
  context: CanvasRenderingContext2D,
  scene: Scene,
  lane: Extract<DrawnLane, { kind: 'entries' }>,
  colours: Colours,
): void {
  const { box, layout, stops } = lane;
  const shift = positionOf(lane.origin, scene.span, scene.width);
  context.font = `${LABEL_FONT_SIZE}px ${colours.font}`;
  context.textBaseline = 'middle';
  context.textAlign = 'left';
  for (let at = 0; at < layout.count; at += 1) {
    const stop = stops[at];
    const left = (layout.left[at] ?? 0) + shift;
    const end = (layout.end[at] ?? 0) + shift;
    if (!stop || end < 0) continue;
    if (left > scene.width) break;
    const right = (layout.right[at] ?? 0) + shift;
    const row = layout.row[at] ?? CROWD;
    const isPointed = stop.key === scene.pointed;
    context.fillStyle = colourOf(stop, colours);
    if (row === CROWD) {
      drawCrowded(context, box, left, right, isPointed);
      continue;
    }
    const top = rowTop(box, row);
    const isWide = right - left > MARK_WIDTH * 2;
    if (isWide)
      drawInterval(context, left, right, top, stop.entry.isApproximate, isPointed, scene.width);
    else drawPoint(context, left, top, stop.entry.isApproximate, isPointed);
    const label = layout.labels[at];
    if (!label) continue;
    const width = layout.labelWidths[at] ?? 0;
    const inside = end === right;
    // The label of an interval that began before the edge stays in sight as long as it fits.
    const x = inside
      ? Math.min(Math.max(left, 0) + LABEL_GAP, right - width - LABEL_GAP)
      : right + LABEL_GAP;
    context.fillStyle = colours.ink;
    context.fillText(label, x, top + ROW_HEIGHT / 2);
    if (isPointed) context.fillRect(x, top + ROW_HEIGHT - 3, width, 1);
  }
  context.globalAlpha = 1;
}

function colourOfLane(lane: LaneKey, colours: Colours): string {
  const speaker = speakerOfLane(lane);
  if (speaker === null) return colours.lanes[contentOfLane(lane)];
  return colours.speakers[speakerHue(speaker)] ?? colours.muted;
}

function colourOf(stop: DatedEntry, colours: Colours): string {
  if (stop.entry.lane !== 'quotations') return colours.lanes[stop.entry.lane];
  return colours.speakers[stop.hue] ?? colours.muted;
}

/** A day: a disc; a point in a halo where the day is only about right. */
function drawPoint(
  context: CanvasRenderingContext2D,
  left: number,
  top: number,
  isApproximate: boolean,
  isPointed: boolean,
): void {
  const x = left + MARK_WIDTH / 2;
  const y = top + ROW_HEIGHT / 2;
  context.globalAlpha = isApproximate ? 0.35 : 1;
  context.beginPath();
  context.arc(x, y, isPointed ? MARK_WIDTH / 2 + 1 : MARK_WIDTH / 2, 0, 2 * Math.PI);
  context.fill();
  context.globalAlpha = 1;
  if (!isApproximate) return;
  context.beginPath();
  context.arc(x, y, 1.5, 0, 2 * Math.PI);
  context.fill();
}

/** Steps of a soft end: width in pixels and opacity, from outside in. */
const SOFT_STEPS = [0.2, 0.45, 0.7] as const;
const SOFT_STEP = 4;

/** An interval: a bar with firm ends, or with ends that fade where it is only about right. */
function drawInterval(
  context: CanvasRenderingContext2D,
  left: number,
  right: number,
  top: number,
  isSoft: boolean,
  isPointed: boolean,
  width: number,
): void {
  const strength = isPointed ? 0.4 : 0.2;
  const y = top + (ROW_HEIGHT - BAR_HEIGHT) / 2;
  // Far beyond the edges the numbers would only cost precision.
  const begin = Math.max(left, -50);
  const end = Math.min(right, width + 50);
  if (!isSoft) {
    context.globalAlpha = strength;
    context.fillRect(begin, y, end - begin, BAR_HEIGHT);
    context.globalAlpha = 1;
    context.fillRect(left, y, 2, BAR_HEIGHT);
    context.fillRect(right - 2, y, 1, BAR_HEIGHT);
    return;
  }
  const step = Math.min(SOFT_STEP, (right - left) / 8);
  const soft = step * SOFT_STEPS.length;
  for (const [at, share] of SOFT_STEPS.entries()) {
    context.globalAlpha = strength * share;
    context.fillRect(left + at * step, y, step, BAR_HEIGHT);
    context.fillRect(right - (at + 1) * step, y, step, BAR_HEIGHT);
  }
  context.globalAlpha = strength;
  const inner = Math.max(left + soft, -50);
  context.fillRect(inner, y, Math.min(right - soft, width + 50) - inner, BAR_HEIGHT);
  context.globalAlpha = 1;
}

function drawCrowded(
  context: CanvasRenderingContext2D,
  box: LaneBox,
  left: number,
  right: number,
  isPointed: boolean,
): void {
  const top = rowTop(box, CROWD);
  const height = CROWD_HEIGHT - 8;
  const width = right - left;
  if (width <= MARK_WIDTH * 2) {
    context.globalAlpha = isPointed ? 1 : 0.5;
    context.fillRect(left, top, 2, height);
  } else {
    // Many long intervals lie on one another; faint and thin, they do not drown the days.
    context.globalAlpha = isPointed ? 0.8 : width > CROWD_LONG ? 0.08 : 0.35;
    context.fillRect(left, top + height - 3, width, 3);
  }
  context.globalAlpha = 1;
}
