/**
 * Which windows of the timeline are asked of the engine, and which are kept.
 *
 * The visible span is quantised: its length is rounded up to a power of two of days (its level),
 * and the window asked for is three such lengths, aligned to whole lengths. The laws, which the
 * tests state as properties: the window holds the span with at least half a length to spare on
 * both sides; the same level and alignment give the same key; a span that stays within its window
 * at its level needs no new one.
 */
import { lengthOf, type Span } from './axis';

/** A stretch of time as it is asked for; whole days. */
export interface FetchWindow {
  readonly level: number;
  readonly from: number;
  readonly to: number;
  /** Into how many equal parts a full lane is divided. */
  readonly buckets: number;
}

/** Parts a length; a bar is then four to eight pixels wide on a usual screen. */
const BUCKETS_PER_LENGTH = 256;

/** Panning adds rounding errors far below a second; they must not change the level. */
const ROUNDING = 1e-9;

/** The zoom level of a span: the power of two of days that its length is rounded up to. */
export function levelOf(span: Span): number {
  return Math.max(0, Math.ceil(Math.log2(lengthOf(span)) - ROUNDING));
}

/** The window around a span. */
export function windowFor(span: Span): FetchWindow {
  const level = levelOf(span);
  const length = 2 ** level;
  const index = Math.floor((span.from + span.to) / 2 / length);
  return {
    level,
    from: (index - 1) * length,
    to: (index + 2) * length,
    buckets: 3 * Math.min(length, BUCKETS_PER_LENGTH),
  };
}

/** Whether a window still serves a span: same level, and the span lies within. */
export function serves(window: FetchWindow, span: Span): boolean {
  return window.level === levelOf(span) && window.from <= span.from && span.to <= window.to;
}

/** The window to show for a span: the one at hand while it serves. */
export function nextWindow(current: FetchWindow | null, span: Span): FetchWindow {
  return current && serves(current, span) ? current : windowFor(span);
}

/** Names a window among the windows of the same request parameters. */
export function keyOf(window: FetchWindow): string {
  return `${window.level}:${window.from}`;
}

/** Length of one part of a window, in days. */
export function bucketLength(window: FetchWindow): number {
  return (window.to - window.from) / window.buckets;
}

/** The last windows fetched; the one not used for longest goes first. */
export class WindowCache<T> {
  readonly #kept = new Map<string, T>();
  readonly #capacity: number;

  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  get size(): number {
    return this.#kept.size;
  }

  get(key: string): T | undefined {
    const value = this.#kept.get(key);
    if (value !== undefined) {
      this.#kept.delete(key);
      this.#kept.set(key, value);
    }
    return value;
  }

  set(key: string, value: T): void {
    this.#kept.delete(key);
    this.#kept.set(key, value);
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= this.#capacity) break;
      this.#kept.delete(oldest);
    }
  }

  clear(): void {
    this.#kept.clear();
  }
}
