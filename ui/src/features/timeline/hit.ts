/** What stands where on the canvas, and where on the canvas something stands. */
import { dayAt, positionOf } from './axis';
import type { DrawnLane, Scene } from './draw';
import { boxAt, CROWD_HEIGHT, ROW_HEIGHT, rowAt, rowTop } from './lanes';
import { CROWD, entriesAt } from './layout';
import type { Bar, Stop } from './model';

/** Pointers are not exact: this many pixels beside a bar still mean it. */
const SLACK = 3;

/** Everything under a point; several only where entries found no rows of their own. */
export function stopsAt(scene: Scene, x: number, y: number): readonly Stop[] {
  const box = boxAt(
    scene.lanes.map((lane) => lane.box),
    y,
  );
  const lane = scene.lanes.find((drawn) => drawn.box === box);
  if (!box || !lane || lane.kind === 'none') return [];
  if (lane.kind === 'bars') {
    const bar = barAt(lane.stops, scene, x);
    return bar ? [bar] : [];
  }
  const inLayout = x - positionOf(lane.origin, scene.span, scene.width);
  return entriesAt(lane.layout, inLayout, rowAt(box, y))
    .map((at) => lane.stops[at])
    .filter((stop) => stop !== undefined);
}

/** The bar over a position, or the nearest one within the slack. */
function barAt(bars: readonly Bar[], scene: Scene, x: number): Bar | undefined {
  const before = dayAt(x - SLACK, scene.span, scene.width);
  const after = dayAt(x + SLACK, scene.span, scene.width);
  const day = dayAt(x, scene.span, scene.width);
  let low = 0;
  let high = bars.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((bars[middle]?.to ?? 0) <= before) low = middle + 1;
    else high = middle;
  }
  let nearest: Bar | undefined;
  for (let at = low; at < bars.length; at += 1) {
    const bar = bars[at];
    if (!bar || bar.from >= after) break;
    if (bar.from <= day && day < bar.to) return bar;
    nearest ??= bar;
  }
  return nearest;
}

/** Where a stop's mark is: its left or, of a bar, its middle; and its upper and lower end. */
export function placeOf(
  scene: Scene,
  stop: Stop,
): { readonly x: number; readonly top: number; readonly bottom: number } | null {
  const lane = scene.lanes.find((drawn) => drawn.box.lane === stop.lane);
  if (!lane || lane.kind === 'none') return null;
  if (stop.kind === 'bar') {
    const x = positionOf((stop.from + stop.to) / 2, scene.span, scene.width);
    return { x, top: lane.box.top + 8, bottom: lane.box.top + lane.box.height };
  }
  const row = rowOf(lane, stop.key);
  const top = rowTop(lane.box, row);
  const height = row === CROWD ? CROWD_HEIGHT - 8 : ROW_HEIGHT;
  return { x: positionOf(stop.from, scene.span, scene.width), top, bottom: top + height };
}

function rowOf(lane: DrawnLane, key: string): number {
  if (lane.kind !== 'entries') return CROWD;
  const at = lane.stops.findIndex((stop) => stop.key === key);
  return lane.layout.row[at] ?? CROWD;
}
