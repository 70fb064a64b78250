/** The drawing of quotations by year. */
import type { YearCount } from '../../api/generated/YearCount';

/** A year's bar, in pixels from the top left corner. */
export interface Bar {
  readonly year: number;
  readonly count: number;
  readonly left: number;
  readonly width: number;
  readonly top: number;
  readonly height: number;
}

/** The least that can be seen of a year in which something was said, in pixels. */
const LEAST = 3;
/** The widest that a bar gets, in pixels. */
const WIDEST = 36;

/** The bars of the years within a width and height in pixels. */
export function barsOf(years: readonly YearCount[], width: number, height: number): Bar[] {
  if (years.length === 0 || width <= 0) return [];
  const most = Math.max(1, ...years.map(({ count }) => count));
  const step = Math.min(WIDEST, width / years.length);
  const gap = step > 4 ? Math.min(3, step / 4) : 0;
  return years.map(({ year, count }, at) => {
    const tall = count === 0 ? 0 : Math.max(LEAST, (count / most) * height);
    return {
      year,
      count,
      left: at * step,
      width: step - gap,
      top: height - tall,
      height: tall,
    };
  });
}

/** The year at a distance from the left edge; `null` beside the bars. */
export function yearAt(bars: readonly Bar[], x: number): number | null {
  const [first, second] = bars;
  if (!first) return null;
  const step = second ? second.left - first.left : first.width;
  return bars[Math.floor(x / step)]?.year ?? null;
}
