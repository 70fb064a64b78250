import { type ApiFailure, call, toFailure } from '../../api/client';
import { onEvents } from '../../api/events';
import type { LaneExtent } from '../../api/generated/LaneExtent';
import type { TimelineExtentView } from '../../api/generated/TimelineExtentView';
import type { TimelineWindow } from '../../api/generated/TimelineWindow';
import { dayNumber, isoOf } from '../../lib/dates';
import { LatestRequest } from '../../lib/latest';
import type { Loading } from '../../lib/loading';
import { isBoolean, recall, remember } from '../../lib/storage';
import { fitTo, keepNear, lengthOf, panBy, SHORTEST_SPAN, type Span, zoomAt } from './axis';
import {
  type Bar,
  contentOfLane,
  type LaneKey,
  LANES,
  load,
  type LoadedWindow,
  speakerLane,
  speakerOfLane,
  type Stop,
} from './model';
import { type FetchWindow, keyOf, nextWindow, WindowCache } from './window';

/** Moves the view from one span to another, giving every span on the way to `show`. */
export type Glide = (from: Span, to: Span, show: (span: Span) => void) => void;

/** More entries than this in three screens are shown as bars. */
const ENTRIES_FAR = 300;
/** Near days a person wants every entry, and there is nothing closer to go to. */
const ENTRIES_NEAR = 1500;
const NEAR_LEVEL = 2;
const WINDOWS_KEPT = 24;
/** More lanes than these and the others would be too low to be read. */
const MOST_SPEAKERS = 5;
const BY_SPEAKER = 'timeline.bySpeaker';
/** Years 800 to 9000: windows then stay within the years that a date can be written in. */
const WORLD: Span = { from: -427_342, to: 2_567_620 };
/** Shown before anything is known: the last ten years. */
const TEN_YEARS = 3652;

/** The timeline: what is seen, what is known of it, and the ways to move. */
export class TimelineState {
  span = $state.raw<Span>({ from: 0, to: 1 });
  extent = $state.raw<Loading<TimelineExtentView>>({ status: 'idle' });
  /** The window on the screen; stays until the next one is there. */
  loaded = $state.raw<LoadedWindow | null>(null);
  failure = $state.raw<ApiFailure | null>(null);
  isFetching = $state(false);
  hidden = $state.raw<readonly LaneKey[]>([]);
  /** Whether those quoted most have a lane each, below that of all quotations. */
  bySpeaker = $state(recall(BY_SPEAKER, isBoolean) ?? true);
  /** Under the pointer or the keyboard. */
  pointed = $state.raw<Stop | null>(null);
  /** A stretch of days that the person drew. */
  brush = $state.raw<Span | null>(null);
  query = $state<string | null>(null);
  speaker = $state<string | null>(null);

  /** Those who have a lane, and how often they are quoted. */
  #speakers = $state.raw<ReadonlyMap<string, number>>(new Map());
  readonly #today: number;
  readonly #glide: Glide;
  readonly #cache = new WindowCache<LoadedWindow>(WINDOWS_KEPT);
  readonly #extents = new LatestRequest();
  readonly #windows = new LatestRequest();
  #wanted: FetchWindow | null = null;
  #hasView = false;

  constructor(today: number, glide: Glide = (_from, to, show) => show(to)) {
    this.#today = today;
    this.#glide = glide;
    this.span = { from: today - TEN_YEARS, to: today };
  }

  get today(): number {
    return this.#today;
  }

  /** Every lane, in the order in which they are drawn. */
  readonly lanes: readonly LaneKey[] = $derived(
    LANES.flatMap((lane) =>
      lane === 'quotations' ? [lane, ...[...this.#speakers.keys()].map(speakerLane)] : [lane],
    ),
  );

  /** The lanes that are shown and have something in them. */
  readonly open = $derived(this.lanes.filter((lane) => !this.isFolded(lane)));

  readonly undated = $derived(this.extent.status === 'ready' ? this.extent.value.undated : 0);

  /** Whether it is known that there is nothing to show at all. */
  readonly isEmpty = $derived(
    this.extent.status === 'ready' && this.extent.value.lanes.every((lane) => lane.count === 0),
  );

  /** Follows the engine's changes until the function given back is called. */
  follow(): () => void {
    return onEvents({
      documentsChanged: () => void this.reload(),
      annotationsChanged: () => void this.reload(),
      libraryOpened: () => {
        this.#hasView = false;
        void this.reload();
      },
    });
  }

  /** Narrows everything to what a search finds and to a speaker. */
  async filter(query: string | null, speaker: string | null): Promise<void> {
    this.query = query?.trim() ? query : null;
    this.speaker = speaker;
    await this.reload();
  }

  /** Asks for everything again; what is on the screen stays until the answers are there. */
  async reload(): Promise<void> {
    this.#cache.clear();
    this.#wanted = null;
    this.#windows.cancel();
    if (this.extent.status !== 'ready') this.extent = { status: 'loading' };
    try {
      const { query, speaker } = this;
      const answer = await this.#extents.run(() =>
        Promise.all([call('timeline_extent', { query, speaker }), this.#mostQuoted()]),
      );
      if (!answer.isLatest) return;
      const [extent, speakers] = answer.value;
      this.#speakers = speakers;
      this.extent = { status: 'ready', value: extent };
      if (!this.#hasView || !this.#isSomethingSeen()) this.#show(this.#home());
      else await this.#fetch();
      this.#hasView = true;
    } catch (thrown) {
      this.extent = { status: 'failed', failure: toFailure(thrown) };
    }
  }

  /** Gives those quoted most a lane each, or takes these lanes away. */
  async divide(bySpeaker: boolean): Promise<void> {
    this.bySpeaker = bySpeaker;
    remember(BY_SPEAKER, bySpeaker);
    await this.reload();
  }

  async #mostQuoted(): Promise<ReadonlyMap<string, number>> {
    if (!this.bySpeaker || this.speaker !== null) return new Map();
    const request = { text: '', query: this.query, limit: MOST_SPEAKERS + 1 };
    const named = (await call('list_speakers', request)).flatMap(({ name, quotations }) =>
      name === null ? [] : [[name, quotations] as const],
    );
    return new Map(named.slice(0, MOST_SPEAKERS));
  }

  isFolded(lane: LaneKey): boolean {
    return this.hidden.includes(lane) || this.countOf(lane) === 0;
  }

  /** How many entries a lane has at all; `null` before it is known. */
  countOf(lane: LaneKey): number | null {
    if (this.extent.status !== 'ready') return null;
    const speaker = speakerOfLane(lane);
    if (speaker !== null) return this.#speakers.get(speaker) ?? 0;
    return this.extent.value.lanes.find((extent) => extent.lane === lane)?.count ?? 0;
  }

  toggle(lane: LaneKey): void {
    const isHidden = this.hidden.includes(lane);
    this.hidden = isHidden ? this.hidden.filter((other) => other !== lane) : [...this.hidden, lane];
    if (this.pointed && this.hidden.includes(this.pointed.lane)) this.pointed = null;
  }

  /** Multiplies the length of the span; at the pointer, or else in the middle. */
  zoom(factor: number, anchor?: number): void {
    this.#show(zoomAt(this.span, factor, anchor ?? (this.span.from + this.span.to) / 2));
  }

  /** Zooms as `zoom` does, in a glide: for keys and buttons. */
  stepZoom(factor: number): void {
    this.glideTo(zoomAt(this.span, factor, (this.span.from + this.span.to) / 2));
  }

  pan(days: number): void {
    this.#show(panBy(this.span, days));
  }

  /** Pans by a part of what is seen, in a glide. */
  stepPan(share: number): void {
    this.glideTo(panBy(this.span, share * lengthOf(this.span)));
  }

  glideTo(span: Span): void {
    this.#glide(this.span, this.#kept(span), (on) => this.#show(on));
  }

  /** Shows everything in the open lanes. */
  fit(): void {
    const days = this.#daysOf(this.open) ?? this.#daysOf(LANES);
    if (days) this.glideTo(fitTo(days.from, days.to));
  }

  /** Shows today in the middle. */
  goToToday(): void {
    const half = lengthOf(this.span) / 2;
    this.glideTo({ from: this.#today - half, to: this.#today + half });
  }

  /** Goes to the first or the last entry. */
  goToEnd(end: 'first' | 'last'): void {
    const days = this.#daysOf(this.open);
    if (!days) return;
    const length = lengthOf(this.span);
    const from = end === 'first' ? days.from - length * 0.1 : days.to - length * 0.9;
    this.glideTo({ from, to: from + length });
  }

  /** Whether zooming into a bar would show more of it. */
  canZoomInto(bar: Bar): boolean {
    return bar.to - bar.from > SHORTEST_SPAN || lengthOf(this.span) > SHORTEST_SPAN * 1.01;
  }

  /** Zooms so that a bar takes a third of the width; a day that already does fills it. */
  zoomInto(bar: Bar): void {
    const length = bar.to - bar.from;
    const around = { from: bar.from - length, to: bar.to + length };
    const isNear = lengthOf(this.span) <= lengthOf(around) * 1.01;
    this.pointed = null;
    this.glideTo(isNear ? { from: bar.from, to: bar.to } : around);
  }

  /** Moves to the stop before or after the one pointed at, bringing it into sight. */
  step(lane: LaneKey, by: 1 | -1): void {
    const stops = this.loaded?.lanes.get(lane)?.stops;
    // Nothing is known of the lane yet: to go on would be to go past what is there.
    if (!stops) return;
    const key = this.pointed?.key;
    const at = stops.findIndex((stop) => stop.key === key);
    const next = at < 0 ? this.#firstSeen(stops, by) : stops[at + by];
    if (!next) {
      this.stepPan(by * 0.8);
      return;
    }
    this.pointed = next;
    this.#reveal(next);
  }

  /** Points at the first stop in sight, for a lane that the keyboard comes to. */
  enter(lane: LaneKey): void {
    if (this.pointed?.lane === lane) return;
    const stops = this.loaded?.lanes.get(lane)?.stops ?? [];
    this.pointed = this.#firstSeen(stops, 1) ?? null;
  }

  #firstSeen(stops: readonly Stop[], by: 1 | -1): Stop | undefined {
    const isSeen = (stop: Stop): boolean => stop.from >= this.span.from && stop.from < this.span.to;
    return by > 0 ? stops.find(isSeen) : stops.findLast(isSeen);
  }

  #reveal(stop: Stop): void {
    const length = lengthOf(this.span);
    if (stop.from < this.span.from)
      this.glideTo(panBy(this.span, stop.from - this.span.from - length / 4));
    else if (stop.from > this.span.to - length / 50) {
      this.glideTo(panBy(this.span, stop.from - this.span.to + length / 4));
    }
  }

  #show(span: Span): void {
    this.span = this.#kept(span);
    void this.#fetch();
  }

  /** Nobody scrolls beyond what there is, today included. */
  #kept(span: Span): Span {
    const days = this.#daysOf(LANES);
    if (!days) return keepNear(span, WORLD);
    return keepNear(span, {
      from: Math.max(WORLD.from, Math.min(days.from, this.#today)),
      to: Math.min(WORLD.to, Math.max(days.to, this.#today)),
    });
  }

  async #fetch(): Promise<void> {
    const next = nextWindow(this.#wanted, this.span);
    if (next === this.#wanted) return;
    this.#wanted = next;
    const kept = this.#cache.get(keyOf(next));
    if (kept) {
      this.#windows.cancel();
      this.#take(kept);
      return;
    }
    this.isFetching = true;
    try {
      const answer = await this.#windows.run(() => this.#ask(next));
      if (!answer.isLatest) return;
      this.#cache.set(keyOf(next), answer.value);
      this.#take(answer.value);
    } catch (thrown) {
      this.failure = toFailure(thrown);
      this.isFetching = false;
      // So that the next move, or another try, asks again.
      this.#wanted = null;
    }
  }

  async #ask(window: FetchWindow): Promise<LoadedWindow> {
    const request = this.#request(window);
    const [view, ...own] = await Promise.all([
      call('timeline_window', { ...request, lanes: [...LANES] }),
      ...[...this.#speakers.keys()].map(async (speaker) => ({
        speaker,
        view: await call('timeline_window', { ...request, lanes: ['quotations'], speaker }),
      })),
    ]);
    return load(window, view, this.speaker !== null, own);
  }

  #request(window: FetchWindow): Omit<TimelineWindow, 'lanes'> {
    return {
      from: isoOf(window.from),
      to: isoOf(window.to),
      buckets: window.buckets,
      limit: window.level <= NEAR_LEVEL ? ENTRIES_NEAR : ENTRIES_FAR,
      query: this.query,
      speaker: this.speaker,
    };
  }

  #take(loaded: LoadedWindow): void {
    this.loaded = loaded;
    this.failure = null;
    this.isFetching = false;
    const { pointed } = this;
    if (!pointed) return;
    const stops: readonly Stop[] = loaded.lanes.get(pointed.lane)?.stops ?? [];
    this.pointed = stops.find((stop) => stop.key === pointed.key) ?? null;
  }

  /**
   * What a person wants to see first: when the library's documents were published. Passages may
   * speak of centuries ago; one of them must not squeeze everything else into a line.
   */
  #home(): Span {
    const days =
      this.#daysOf(['publications', 'quotations', 'annotations']) ?? this.#daysOf(['dates']);
    return days
      ? fitTo(days.from, days.to)
      : { from: this.#today - TEN_YEARS, to: this.#today + TEN_YEARS / 20 };
  }

  #isSomethingSeen(): boolean {
    const days = this.#daysOf(LANES);
    return !days || (days.to > this.span.from && days.from < this.span.to);
  }

  /** The days that some lanes cover together. */
  #daysOf(lanes: readonly LaneKey[]): Span | null {
    if (this.extent.status !== 'ready') return null;
    const spans = this.extent.value.lanes
      .filter(({ lane }) => lanes.some((one) => contentOfLane(one) === lane))
      .map(daysOfExtent)
      .filter((span) => span !== null);
    if (spans.length === 0) return null;
    return {
      from: Math.min(...spans.map((span) => span.from)),
      to: Math.max(...spans.map((span) => span.to)),
    };
  }
}

function daysOfExtent(extent: LaneExtent): Span | null {
  const from = extent.from === null ? null : dayNumber(extent.from);
  const to = extent.to === null ? null : dayNumber(extent.to);
  return from === null || to === null ? null : { from, to };
}
