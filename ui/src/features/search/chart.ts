/** Where the lines of a trend are drawn, and what stands beside them. */
import type { Trend } from '../../api/generated/Trend';
import type { TrendSeries } from '../../api/generated/TrendSeries';
import { formatEdtf, formatInterval } from '../../lib/dates';
import type { TrendMeasure } from './trend.svelte';

/** The room of a chart within its drawing, in pixels. */
export interface Room {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** A mark on an axis. */
export interface Tick {
  at: number;
  label: string;
}

/** How the lines differ without their colours. */
export const DASHES = ['', '7 4', '2 3', '10 3 2 3', '4 2', '1 4', '12 4', '6 2 2 2 2 2'] as const;

/** What a series counts in each span: documents, or their share of the library's, from 0 to 1. */
export function valuesOf(trend: Trend, series: TrendSeries, measure: TrendMeasure): number[] {
  return trend.spans.map((span, index) => {
    const count = series.counts[index] ?? 0;
    if (measure === 'count') return count;
    return span.documents > 0 ? count / span.documents : 0;
  });
}

/** The next higher of 1, 2 and 5 times a power of ten. */
function roundStep(step: number): number {
  const power = 10 ** Math.floor(Math.log10(step));
  const factor = [1, 2, 5, 10].find((one) => one * power >= step * 0.999_999) ?? 10;
  return factor * power;
}

/** Values for the marks of the upright axis, from 0 to at least the greatest value. */
export function scaleTo(most: number, measure: TrendMeasure, marks = 4): number[] {
  const least = measure === 'count' ? 1 : 0.001;
  const step = Math.max(least, roundStep(Math.max(most, least) / marks));
  const count = Math.max(1, Math.ceil(most / step - 1e-9));
  return Array.from({ length: count + 1 }, (_, index) => index * step);
}

/** Writes a value of the upright axis: a number, or a share in per cent. */
export function formatValue(value: number, measure: TrendMeasure): string {
  if (measure === 'count') return value.toLocaleString('en-GB');
  const percent = value * 100;
  return `${percent.toLocaleString('en-GB', { maximumFractionDigits: percent < 10 ? 1 : 0 })} %`;
}

/** The middle of a span across the chart. */
export function middleOf(index: number, count: number, room: Room): number {
  return room.left + ((index + 0.5) / count) * room.width;
}

/** The height at which a value stands. */
export function heightOf(value: number, top: number, room: Room): number {
  return room.top + room.height * (1 - (top > 0 ? value / top : 0));
}

/** The path through all values. */
export function linePath(values: readonly number[], top: number, room: Room): string {
  return values
    .map((value, index) => {
      const x = middleOf(index, values.length, room).toFixed(1);
      return `${index === 0 ? 'M' : 'L'}${x} ${heightOf(value, top, room).toFixed(1)}`;
    })
    .join('');
}

/** The span at a place across the chart. */
export function spanAt(x: number, count: number, room: Room): number {
  const at = Math.floor(((x - room.left) / room.width) * count);
  return Math.max(0, Math.min(count - 1, at));
}

/** Marks of the calendar under the chart, as many as have room: first spans of years, or months. */
export function calendarTicks(trend: Trend, room: Room): Tick[] {
  const { spans } = trend;
  const firsts = spans
    .map((span, index) => ({ index, from: span.from }))
    .filter(({ index, from }) => index === 0 || from.endsWith('-01-01'));
  const isShort = firsts.length < 3;
  const marked = isShort ? spans.map((span, index) => ({ index, from: span.from })) : firsts;
  const most = Math.max(1, Math.floor(room.width / (isShort ? 64 : 44)));
  const every = Math.ceil(marked.length / most);
  return marked
    .filter((_, at) => at % every === 0)
    .map(({ index, from }) => ({
      at: middleOf(index, spans.length, room),
      label: formatEdtf(from.slice(0, isShort ? 7 : 4), 'short'),
    }));
}

/** Moves labels apart that would stand on each other; they keep their order. */
export function spread(heights: readonly number[], gap: number, low: number): number[] {
  const order = heights.map((height, index) => ({ height, index }));
  order.sort((a, b) => a.height - b.height);
  let above = -Infinity;
  for (const one of order) {
    one.height = Math.max(one.height, above + gap);
    above = one.height;
  }
  let below = low + gap;
  for (const one of order.reverse()) {
    one.height = Math.min(one.height, below - gap);
    below = one.height;
  }
  const placed: number[] = [];
  for (const { height, index } of order) placed[index] = height;
  return placed;
}

/** Says what a span stands for: “June 2023”. */
export function spanWords(trend: Trend, index: number): string {
  const span = trend.spans[index];
  return span ? formatInterval(span.from, span.to) : '';
}
