/** Puts together what is drawn, doing again only what a change asks for. */
import { lengthOf, type Span, type Ticks, ticksOf } from './axis';
import type { DrawnLane, Scene } from './draw';
import type { LaneBox } from './lanes';
import { type LaneLayout, layOut, type Measure } from './layout';
import type { LaneData, LoadedWindow } from './model';

/** What of the timeline's state is drawn. */
export interface Seen {
  readonly width: number;
  readonly height: number;
  readonly span: Span;
  readonly boxes: readonly LaneBox[];
  readonly loaded: LoadedWindow | null;
  readonly today: number;
  readonly pointed: string | null;
  readonly brush: Span | null;
}

interface KeptLayout {
  readonly data: LaneData;
  readonly pixelsPerDay: number;
  readonly rows: number;
  readonly labelRoom: number;
  readonly layout: LaneLayout;
}

interface KeptTicks {
  readonly pixelsPerDay: number;
  readonly covers: Span;
  readonly ticks: Ticks;
}

/** A label may take this share of the width, within limits, in pixels. */
const LABEL_SHARE = 0.17;
const LABEL_ROOM = 200;
const LABEL_ROOM_LEAST = 96;

/** Texts measured before they are forgotten. */
const TEXTS_KEPT = 4000;

/** Makes scenes; layouts and ticks are kept while panning, which changes neither. */
export class SceneMaker {
  readonly #measure: Measure;
  readonly #layouts = new Map<string, KeptLayout>();
  #ticks: KeptTicks | null = null;

  constructor(measure: Measure) {
    this.#measure = remembering(measure);
  }

  make(seen: Seen): Scene {
    const pixelsPerDay = seen.width / lengthOf(seen.span);
    return {
      width: seen.width,
      height: seen.height,
      span: seen.span,
      ticks: this.#ticksFor(seen.span, pixelsPerDay),
      lanes: seen.boxes.map((box) => this.#lane(box, seen, pixelsPerDay)),
      today: seen.today,
      pointed: seen.pointed,
      brush: seen.brush,
    };
  }

  #lane(box: LaneBox, { loaded, width }: Seen, pixelsPerDay: number): DrawnLane {
    const data = loaded?.lanes.get(box.lane);
    if (!loaded || !data || box.rows === 0) return { kind: 'none', box };
    if (data.kind === 'bars')
      return { kind: 'bars', box, stops: data.stops, highest: data.highest };
    const kept = this.#layouts.get(box.lane);
    const labelRoom = Math.min(LABEL_ROOM, Math.max(LABEL_ROOM_LEAST, width * LABEL_SHARE));
    const isSame =
      kept?.data === data &&
      kept.rows === box.rows &&
      kept.labelRoom === labelRoom &&
      isClose(kept.pixelsPerDay, pixelsPerDay);
    const layout = isSame
      ? kept.layout
      : layOut(data.stops, loaded.window, pixelsPerDay, box.rows, labelRoom, this.#measure);
    if (!isSame) {
      const { rows } = box;
      this.#layouts.set(box.lane, { data, pixelsPerDay, rows, labelRoom, layout });
    }
    return { kind: 'entries', box, stops: data.stops, layout, origin: loaded.window.from };
  }

  #ticksFor(span: Span, pixelsPerDay: number): Ticks {
    const kept = this.#ticks;
    if (
      kept &&
      isClose(kept.pixelsPerDay, pixelsPerDay) &&
      kept.covers.from <= span.from &&
      kept.covers.to >= span.to
    ) {
      return kept.ticks;
    }
    const spare = lengthOf(span) / 2;
    const covers = { from: span.from - spare, to: span.to + spare };
    const ticks = ticksOf(covers, pixelsPerDay);
    this.#ticks = { pixelsPerDay, covers, ticks };
    return ticks;
  }
}

/** Equal but for the rounding errors of panning. */
function isClose(one: number, other: number): boolean {
  return Math.abs(one - other) <= one * 1e-9;
}

function remembering(measure: Measure): Measure {
  const widths = new Map<string, number>();
  return (text) => {
    let width = widths.get(text);
    if (width === undefined) {
      if (widths.size >= TEXTS_KEPT) widths.clear();
      width = measure(text);
      widths.set(text, width);
    }
    return width;
  };
}
