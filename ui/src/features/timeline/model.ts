/** What the timeline shows: the engine's answers with their days turned into numbers. */
import type { Lane } from '../../api/generated/Lane';
import type { LaneContent } from '../../api/generated/LaneContent';
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

/** A lane as it is drawn: one of the engine's, or what one speaker said. */
export type LaneKey = Lane | `speaker:${string}`;

const SPEAKER = 'speaker:';

/** The lane of what a speaker said. */
export function speakerLane(name: string): LaneKey {
  return `${SPEAKER}${name}`;
}

/** Whose lane it is; `null` for a lane that is nobody's. */
export function speakerOfLane(lane: LaneKey): string | null {
  return lane.startsWith(SPEAKER) ? lane.slice(SPEAKER.length) : null;
}

/** What of the engine's a lane holds. */
export function contentOfLane(lane: LaneKey): Lane {
  return speakerOfLane(lane) === null ? (lane as Lane) : 'quotations';
}

/** What a lane is called, and what one and many of its entries are. */
export function wordsOfLane(lane: LaneKey): { name: string; one: string; many: string } {
  const words = LANE_WORDS[contentOfLane(lane)];
  return { ...words, name: speakerOfLane(lane) ?? words.name };
}

/** An entry with its days as numbers. */
export interface DatedEntry extends Placeable {
  readonly kind: 'entry';
  readonly key: string;
  readonly lane: LaneKey;
  readonly entry: TimelineEntry;
  /** Index of the speaker's colour; 0 where nobody is named. */
  readonly hue: number;
}

/** How many entries touch a stretch of days. */
export interface Bar {
  readonly kind: 'bar';
  readonly key: string;
  readonly lane: LaneKey;
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
  readonly lanes: ReadonlyMap<LaneKey, LaneData>;
}

/** What the engine said of one speaker. */
export interface SpeakerView {
  readonly speaker: string;
  readonly view: TimelineView;
}

/**
 * Takes the engine's answer for a window; `isOneSpeaker`: whether it was asked for one speaker's.
 * Those in `speakers` have lanes of their own.
 */
export function load(
  window: FetchWindow,
  view: TimelineView,
  isOneSpeaker = false,
  speakers: readonly SpeakerView[] = [],
): LoadedWindow {
  const lanes = new Map<LaneKey, LaneData>();
  for (const { lane, content } of view.lanes) {
    lanes.set(lane, laneData(window, lane, content, isOneSpeaker));
  }
  for (const { speaker, view: own } of speakers) {
    const lane = speakerLane(speaker);
    for (const { content } of own.lanes) lanes.set(lane, laneData(window, lane, content, true));
  }
  return { window, lanes };
}

function laneData(
  window: FetchWindow,
  lane: LaneKey,
  content: LaneContent,
  isOneSpeaker: boolean,
): LaneData {
  if (content.type === 'entries') {
    const stops = content.entries
      .map((entry) => dated(entry, lane, isOneSpeaker))
      .filter((stop) => stop !== null)
      .sort((one, other) => one.from - other.from || one.to - other.to || byId(one, other));
    return { kind: 'entries', stops };
  }
  const part = bucketLength(window);
  const stops = content.buckets.map(({ index, count }): Bar => {
    const from = window.from + index * part;
    return { kind: 'bar', key: `${lane}:${from}+${part}`, lane, from, to: from + part, count };
  });
  const highest = stops.reduce((most, bar) => Math.max(most, bar.count), 1);
  return { kind: 'bars', stops, highest };
}

function dated(entry: TimelineEntry, lane: LaneKey, isOneSpeaker: boolean): DatedEntry | null {
  const from = dayNumber(entry.from);
  const to = dayNumber(entry.to);
  if (from === null || to === null) return null;
  const key = `${lane}:${entry.id}`;
  const hue = entry.speaker === null ? 0 : speakerHue(entry.speaker);
  const label = labelOf(entry, isOneSpeaker);
  return { kind: 'entry', key, lane, entry, from, to: Math.max(to, from + 1), label, hue };
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

/** The stops of a lane that touch a span, in order. */
export function stopsWithin(data: LaneData | undefined, span: Span): readonly Stop[] {
  const stops: readonly Stop[] = data?.stops ?? [];
  return stops.filter((stop) => stop.to > span.from && stop.from < span.to);
}

/** Everything within a span, lane by lane merged into one list in order of time. */
export function listWithin(
  loaded: LoadedWindow | null,
  lanes: readonly LaneKey[],
  span: Span,
): readonly Stop[] {
  const all = lanes.flatMap((lane) => stopsWithin(loaded?.lanes.get(lane), span));
  return all.sort((one, other) => one.from - other.from || one.to - other.to);
}

/** What a lane has within a span, in words for a screen reader; `all` is what it has at any time. */
export function laneInWords(
  lane: LaneKey,
  data: LaneData | undefined,
  span: Span,
  all: number | null,
): string {
  const { name, one, many } = wordsOfLane(lane);
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
  const words = wordsOfLane(stop.lane);
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
