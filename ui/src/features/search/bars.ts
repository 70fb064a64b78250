import { formatEdtf, formatInterval } from '../../lib/dates';
import { counted } from '../../lib/text';
import type { HistogramBar } from '../../api/generated/HistogramBar';
import type { DaySpan } from './query';

/** A run of bars, both ends included. */
export interface BarRun {
  first: number;
  last: number;
}

/** The run between two bars in either order. */
export function runBetween(a: number, b: number): BarRun {
  return { first: Math.min(a, b), last: Math.max(a, b) };
}

/** The days that a run of bars covers. */
export function runSpan(bars: readonly HistogramBar[], run: BarRun): DaySpan | null {
  const first = bars[run.first];
  const last = bars[run.last];
  return first && last ? { from: first.from, to: last.to } : null;
}

/** Says what a run of bars stands for: “June 2023: 12 documents”. */
export function describeRun(bars: readonly HistogramBar[], run: BarRun): string {
  const span = runSpan(bars, run);
  if (!span?.from || !span.to) return '';
  const count = bars.slice(run.first, run.last + 1).reduce((sum, bar) => sum + bar.count, 0);
  return `${formatInterval(span.from, span.to)}: ${counted(count, 'document')}`;
}

/** The height of a bar in parts of the whole; a bar that counts anything can be seen. */
export function barHeight(count: number, most: number): number {
  if (count === 0 || most === 0) return 0;
  return Math.max(0.06, count / most);
}

/** The bar that a place across the drawing falls into, `at` from 0 to 1. */
export function barAt(at: number, count: number): number {
  return Math.max(0, Math.min(count - 1, Math.floor(at * count)));
}

/** What stands at the two ends of the bars: years, or months where the bars cover few years. */
export function endLabels(bars: readonly HistogramBar[]): [string, string] {
  const first = bars[0]?.from ?? '';
  const last = bars[bars.length - 1]?.from ?? '';
  const isLong = Number(last.slice(0, 4)) - Number(first.slice(0, 4)) > 2;
  const label = (date: string) => formatEdtf(date.slice(0, isLong ? 4 : 7), 'short');
  return [label(first), label(last)];
}
