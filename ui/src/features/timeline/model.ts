/** What the timeline shows: the engine's answers with their days turned into numbers. */
import type { Lane } from '../../api/generated/Lane';
import type { TimelineEntry } from '../../api/generated/TimelineEntry';
import type { TimelineView } from '../../api/generated/TimelineView';
import { dayNumber, formatInterval, isoOf } from '../../lib/dates';
import { speakerHue } from '../../lib/speaker';
import type { Target } from '../../lib/target';
import { counted } from '../../lib/text';
import type { Span } from './axis';
import type { Placeable } from './layout';
import { bucketLength, type FetchWindow } from './window';

/** Every lane, in the order in which they are shown. */
export const LANES: readonly Lane[] = ['publications', 'dates', 'quotations', 'annotations'];

/** What a lane is called, and what one and many of its entries are. */
export const LANE_WORDS: Readonly<Record<Lane, { name: string; one: string; many: string }>> = {
  publications: { name: 'Publications', one: 'publication', many: 'publications' },
  dates: { name: 'Dated passages', one: 'dated passage', many: 'dated passages' },
  quotations: { name: 'Quotations', one: 'quotation', many: 'quotations' },
  annotations: { name: 'Annotations', one: 'annotation', many: 'annotations' },
};

/** An entry with its days as numbers. */
export interface DatedEntry extends Placeable {
  readonly kind: 'entry';
  readonly key: string;
  readonly entry: TimelineEntry;
  /** Index of the speaker's colour; 0 where nobody is named. */
  readonly hue: number;
}

/** How many entries touch a stretch of days. */
export interface Bar {
  readonly kind: 'bar';
  readonly key: string;
  readonly lane: Lane;
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

/** What a person can stop at in a lane. */
export type Stop = DatedEntry | Bar;

/** A lane of a window. */
export type LaneData =
  | { readonly kind: 'entries'; readonly stops: readonly DatedEntry[] }
  | { readonly kind: 'bars'; readonly stops: readonly Bar[]; readonly highest: number };

/** A window with what the engine said about it. */
export interface LoadedWindow {
  readonly window: FetchWindow;
  readonly lanes: ReadonlyMap<Lane, LaneData>;
}

/** Takes the engine's answer for a window; `isOneSpeaker`: whether it was asked for one speaker's. */
export function load(window: FetchWindow, view: TimelineView, isOneSpeaker = false): LoadedWindow {
  const lanes = new Map<Lane, LaneData>();
  const part = bucketLength(window);
  for (const { lane, content } of view.lanes) {
    if (content.type === 'entries') {
      const stops = content.entries
        .map((entry) => dated(entry, isOneSpeaker))
        .filter((stop) => stop !== null)
        .sort((one, other) => one.from - other.from || one.to - other.to || byId(one, other));
      lanes.set(lane, { kind: 'entries', stops });
    } else {
      const stops = content.buckets.map(({ index, count }): Bar => {
        const from = window.from + index * part;
        return { kind: 'bar', key: `${lane}:${from}+${part}`, lane, from, to: from + part, count };
      });
      const highest = stops.reduce((most, bar) => Math.max(most, bar.count), 1);
      lanes.set(lane, { kind: 'bars', stops, highest });
    }
  }
  return { window, lanes };
}

function dated(entry: TimelineEntry, isOneSpeaker: boolean): DatedEntry | null {
  const from = dayNumber(entry.from);
  const to = dayNumber(entry.to);
  if (from === null || to === null) return null;
  const key = `${entry.lane}:${entry.id}`;
  const hue = entry.speaker === null ? 0 : speakerHue(entry.speaker);
  const label = labelOf(entry, isOneSpeaker);
  return { kind: 'entry', key, entry, from, to: Math.max(to, from + 1), label, hue };
}

/** What stands beside a mark: of a quotation also the words, and not a name that all share. */
function labelOf({ lane, label, speaker, excerpt }: TimelineEntry, isOneSpeaker: boolean): string {
  const [said] = excerpt.highlights;
  if (lane !== 'quotations' || !said) return label;
  const words = excerpt.text.slice(said.start, said.end);
  return isOneSpeaker || speaker === null ? words : `${speaker}: ${words}`;
}

function byId(one: DatedEntry, other: DatedEntry): number {
  return one.entry.id - other.entry.id;
}

/** The lane of a stop. */
export function laneOf(stop: Stop): Lane {
  return stop.kind === 'entry' ? stop.entry.lane : stop.lane;
}

/** The stops of a lane that touch a span, in order. */
export function stopsWithin(data: LaneData | undefined, span: Span): readonly Stop[] {
  const stops: readonly Stop[] = data?.stops ?? [];
  return stops.filter((stop) => stop.to > span.from && stop.from < span.to);
}

/** Everything within a span, lane by lane merged into one list in order of time. */
export function listWithin(
  loaded: LoadedWindow | null,
  lanes: readonly Lane[],
  span: Span,
): readonly Stop[] {
  const all = lanes.flatMap((lane) => stopsWithin(loaded?.lanes.get(lane), span));
  return all.sort((one, other) => one.from - other.from || one.to - other.to);
}

/** What a lane has within a span, in words for a screen reader; `all` is what it has at any time. */
export function laneInWords(
  lane: Lane,
  data: LaneData | undefined,
  span: Span,
  all: number | null,
): string {
  const { name, one, many } = LANE_WORDS[lane];
  // A long interval stands in many bars: what they hold cannot be added up.
  if (data?.kind === 'bars') return `${name}: ${counted(all ?? 0, one, many)}, drawn as bars`;
  return `${name}: ${counted(stopsWithin(data, span).length, one, many)} in sight`;
}

/** When a stop is, in words. */
export function whenInWords(stop: Stop): string {
  const words = formatInterval(isoOf(stop.from), isoOf(stop.to));
  return stop.kind === 'entry' && stop.entry.isApproximate ? `around ${words}` : words;
}

/** What a stop is, in words for a screen reader. */
export function stopInWords(stop: Stop): string {
  const words = LANE_WORDS[laneOf(stop)];
  if (stop.kind === 'bar') {
    return `${whenInWords(stop)}: ${counted(stop.count, words.one, words.many)}`;
  }
  const { entry } = stop;
  const label = entry.label === entry.documentTitle ? '' : `${entry.label}, `;
  return `${whenInWords(stop)}: ${label}${entry.documentTitle}`;
}

/** Where in its document an entry is. */
export function targetOf(entry: TimelineEntry): Target | undefined {
  switch (entry.lane) {
    case 'publications':
      return undefined;
    case 'dates':
      return { kind: 'date', id: entry.id };
    case 'quotations':
      return { kind: 'quotation', id: entry.id };
    case 'annotations':
      return { kind: 'annotation', id: entry.id };
  }
}
