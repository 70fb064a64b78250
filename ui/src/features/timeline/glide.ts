/** Smooth moves of the view. */
import { lengthOf, type Span } from './axis';
import type { Glide } from './timeline.svelte';

const DURATION_MS = 180;

/** A glide by animation frames; jumps where the person prefers less motion. A new glide ends the one before. */
export function frameGlide(): Glide {
  let frame = 0;
  return (from, to, show) => {
    cancelAnimationFrame(frame);
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) {
      show(to);
      return;
    }
    const begun = performance.now();
    const step = (now: number): void => {
      const share = Math.min(1, Math.max(0, (now - begun) / DURATION_MS));
      show(between(from, to, 1 - (1 - share) ** 3));
      if (share < 1) frame = requestAnimationFrame(step);
    };
    frame = requestAnimationFrame(step);
  };
}

/** The span a part of the way from one to another; lengths change by equal factors. */
export function between(from: Span, to: Span, share: number): Span {
  if (share >= 1) return to;
  const first = lengthOf(from);
  const last = lengthOf(to);
  const length = first * (last / first) ** share;
  // The middle moves in step with the length, so that zooming heads for one point.
  const way = Math.abs(last - first) < first * 1e-6 ? share : (length - first) / (last - first);
  const middle = ((from.from + from.to) / 2) * (1 - way) + ((to.from + to.to) / 2) * way;
  return { from: middle - length / 2, to: middle + length / 2 };
}
