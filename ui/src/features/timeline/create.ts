import { numberOf } from '../../lib/dates';
import { frameGlide } from './glide';
import { TimelineState } from './timeline.svelte';

/** A timeline as the window shows it: with today on it, and moving smoothly. */
export function createTimeline(): TimelineState {
  const now = new Date();
  const today = { year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() };
  return new TimelineState(numberOf(today), frameGlide());
}
