/**
 * The time scale of the timeline and its ticks.
 *
 * Time is counted in days since 1 January 1970, UTC, as a number that may have a fraction. Nothing
 * here draws or knows of pixels beyond "how many a day has".
 */

import { dayOf, monthName, numberOf } from '../../lib/dates';

/** The visible span: first instant and first instant after, in days. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Closer than one day there is nothing to see: dates in texts have no hours. */
export const SHORTEST_SPAN = 1;
/** Two centuries: enough for any policy text, and short enough to find the way back. */
export const LONGEST_SPAN = 73_049;

export function lengthOf(span: Span): number {
  return span.to - span.from;
}

/** Multiplies the length of a span by `factor`, keeping the instant `anchor` where it is. */
export function zoomAt(span: Span, factor: number, anchor: number): Span {
  const before = lengthOf(span);
  const after = clamp(before * factor, SHORTEST_SPAN, LONGEST_SPAN);
  const from = anchor - ((anchor - span.from) * after) / before;
  return { from, to: from + after };
}

/** Moves a span by a number of days. */
export function panBy(span: Span, days: number): Span {
  return { from: span.from + days, to: span.to + days };
}

/** A span that shows the given days with a margin on both sides. */
export function fitTo(from: number, to: number, margin = 0.04): Span {
  const length = clamp((to - from) * (1 + 2 * margin), 14, LONGEST_SPAN);
  const middle = (from + to) / 2;
  return { from: middle - length / 2, to: middle + length / 2 };
}

/**
 * Keeps the middle of the span within the given days, so that nobody scrolls into emptiness.
 * Spans longer than these days are centred on them only as far as needed.
 */
export function keepNear(span: Span, days: Span): Span {
  const middle = (span.from + span.to) / 2;
  const kept = clamp(middle, days.from, days.to);
  return kept === middle ? span : panBy(span, kept - middle);
}

/** Where an instant stands on a line of the given width. */
export function positionOf(day: number, span: Span, width: number): number {
  return ((day - span.from) / lengthOf(span)) * width;
}

/** The instant that stands at a position. */
export function dayAt(position: number, span: Span, width: number): number {
  return span.from + (position / width) * lengthOf(span);
}

export type TickUnit =
  'day' | 'week' | 'month' | 'quarter' | 'year' | 'lustrum' | 'decade' | 'half-century' | 'century';

/** A boundary of the calendar and what is written at it. */
export interface Tick {
  readonly day: number;
  readonly label: string;
}

/** Ticks of a stretch of time: labelled boundaries, and above them the larger spans they lie in. */
export interface Ticks {
  readonly unit: TickUnit;
  readonly fine: readonly Tick[];
  /** Each holds until the next one. */
  readonly coarse: readonly Tick[];
}

/** Each unit with its usual length in days and the width that its label needs. */
const UNITS: readonly (readonly [TickUnit, number, number])[] = [
  ['day', 1, 26],
  ['week', 7, 34],
  ['month', 30.44, 36],
  ['quarter', 91.3, 34],
  ['year', 365.25, 48],
  ['lustrum', 1826, 48],
  ['decade', 3652.5, 52],
  ['half-century', 18_262, 52],
  ['century', 36_525, 0],
];

/** Wide enough for "Friday 2" with air around it. */
const WIDE_DAY = 96;

const WEEKDAYS = [
  'Sunday',
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
] as const;

/** The finest unit whose labels fit at this scale. */
export function unitAt(pixelsPerDay: number): TickUnit {
  for (const [unit, days, width] of UNITS) {
    if (days * pixelsPerDay >= width) return unit;
  }
  return 'century';
}

/** The ticks of a stretch of time at a scale. */
export function ticksOf(span: Span, pixelsPerDay: number): Ticks {
  const unit = unitAt(pixelsPerDay);
  const fine: Tick[] = [];
  for (let day = floorTo(span.from, unit); day < span.to; day = next(day, unit)) {
    fine.push({ day, label: fineLabel(day, unit, pixelsPerDay) });
  }
  const outer = outerUnit(unit);
  const coarse: Tick[] = [];
  if (outer) {
    for (let day = floorTo(span.from, outer); day < span.to; day = next(day, outer)) {
      coarse.push({ day, label: coarseLabel(day, outer) });
    }
  }
  return { unit, fine, coarse };
}

/** The last boundary of a unit at or before an instant. */
export function floorTo(instant: number, unit: TickUnit): number {
  const day = Math.floor(instant);
  if (unit === 'day') return day;
  // Day 0 was a Thursday; weeks begin on Mondays.
  if (unit === 'week') return day - modulo(day + 3, 7);
  const { year, month } = dayOf(day);
  switch (unit) {
    case 'month':
      return firstOf(year, month);
    case 'quarter':
      return firstOf(year, month - ((month - 1) % 3));
    default:
      return firstOf(year - modulo(year, yearsIn(unit)), 1);
  }
}

function next(day: number, unit: TickUnit): number {
  if (unit === 'day') return day + 1;
  if (unit === 'week') return day + 7;
  const { year, month } = dayOf(day);
  switch (unit) {
    case 'month':
      return firstOf(year, month + 1);
    case 'quarter':
      return firstOf(year, month + 3);
    default:
      return firstOf(year + yearsIn(unit), 1);
  }
}

function yearsIn(unit: TickUnit): number {
  switch (unit) {
    case 'lustrum':
      return 5;
    case 'decade':
      return 10;
    case 'half-century':
      return 50;
    case 'century':
      return 100;
    default:
      return 1;
  }
}

function outerUnit(unit: TickUnit): TickUnit | null {
  switch (unit) {
    case 'day':
    case 'week':
      return 'month';
    case 'month':
    case 'quarter':
      return 'year';
    default:
      return null;
  }
}

function fineLabel(day: number, unit: TickUnit, pixelsPerDay: number): string {
  const date = dayOf(day);
  switch (unit) {
    case 'day':
      return pixelsPerDay >= WIDE_DAY
        ? `${WEEKDAYS[modulo(day + 4, 7)] ?? ''} ${date.day}`
        : String(date.day);
    case 'week':
      return String(date.day);
    case 'month':
      return monthName(date.month, 'short');
    case 'quarter':
      return `Q${(date.month - 1) / 3 + 1}`;
    default:
      return String(date.year);
  }
}

function coarseLabel(day: number, unit: TickUnit): string {
  const date = dayOf(day);
  return unit === 'month' ? `${monthName(date.month)} ${date.year}` : String(date.year);
}

/** Day number of the first of a month; months beyond 12 run into the next year. */
function firstOf(year: number, month: number): number {
  return numberOf({ year, month, day: 1 });
}

function modulo(value: number, by: number): number {
  return ((value % by) + by) % by;
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}
