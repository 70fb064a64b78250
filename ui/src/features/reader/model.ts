import type { Annotation } from '../../api/generated/Annotation';
import type { Color } from '../../api/generated/Color';
import type { DateMark } from '../../api/generated/DateMark';
import type { DocumentView } from '../../api/generated/DocumentView';
import type { QuotationMark } from '../../api/generated/QuotationMark';
import type { SpanView } from '../../api/generated/SpanView';
import { speakerHue, type SpeakerHue } from '../../lib/speaker';
import { lastStartingAtOrBefore, type Extent } from '../../lib/utf16';

/** The eight colours of annotations in the order of their keys and of their tokens. */
export const COLORS: readonly Color[] = [
  'yellow',
  'red',
  'green',
  'blue',
  'purple',
  'magenta',
  'orange',
  'gray',
];

/** Number of a colour's token, from 1 to 8. */
export function colorNumber(color: Color): number {
  return COLORS.indexOf(color) + 1;
}

/** Which part of a quotation a mark is. */
export type QuotationPart = 'content' | 'cue' | 'source';

/** Something that is drawn on the text. */
export type Mark =
  | (Extent & { readonly kind: 'emphasis' | 'strong' })
  | (Extent & { readonly kind: 'link'; readonly href: string })
  | (Extent & {
      readonly kind: 'quotation';
      readonly id: number;
      readonly part: QuotationPart;
      /** 0 where the speaker is not known. */
      readonly hue: SpeakerHue | 0;
      readonly isUncertain: boolean;
    })
  | (Extent & {
      readonly kind: 'date';
      readonly id: number;
      /** Whether no day of the calendar is meant: “recently”, “some years”. */
      readonly isVague: boolean;
    })
  | (Extent & { readonly kind: 'annotation'; readonly id: number; readonly color: Color });

/** A stretch of a leaf on which the same marks lie from its beginning to its end. */
export interface Segment extends Extent {
  readonly marks: readonly Mark[];
}

/** Below this confidence a quotation is drawn as uncertain. */
const CERTAIN = 0.5;

/** The marks that change only with the text. */
export function fixedMarks(
  view: Pick<DocumentView, 'spans' | 'quotations' | 'dates'>,
): readonly Mark[] {
  return [
    ...view.spans.flatMap(spanMark),
    ...view.quotations.flatMap(quotationMarks),
    ...view.dates.map(dateMark),
  ];
}

/** The marks of annotations; orphans have none. */
export function annotationMarks(annotations: readonly Annotation[]): readonly Mark[] {
  return annotations.flatMap(({ id, color, range }) =>
    range && range.end > range.start
      ? [{ kind: 'annotation' as const, id, color, start: range.start, end: range.end }]
      : [],
  );
}

function spanMark({ kind, href, start, end }: SpanView): Mark[] {
  if (kind === 'link') return href === null ? [] : [{ kind, href, start, end }];
  return kind === 'emphasis' || kind === 'strong' ? [{ kind, start, end }] : [];
}

function quotationMarks(quotation: QuotationMark): Mark[] {
  const { id, speaker } = quotation;
  const hue = speaker === null ? 0 : speakerHue(speaker);
  const isUncertain = quotation.confidence < CERTAIN;
  const mark = (part: QuotationPart, { start, end }: Extent): Mark => ({
    kind: 'quotation',
    id,
    part,
    hue,
    isUncertain,
    start,
    end,
  });
  return [
    ...quotation.content.map((range) => mark('content', range)),
    ...quotation.cue.map((range) => mark('cue', range)),
    ...(quotation.source ? [mark('source', quotation.source)] : []),
  ];
}

function dateMark({ id, range, interval }: DateMark): Mark {
  return { kind: 'date', id, isVague: interval === null, start: range.start, end: range.end };
}

/**
 * Deals marks out to the leaves that they touch.
 *
 * Where the marks of a leaf are the same as in `before`, the same list is given back, so that only
 * leaves that changed are drawn anew.
 */
export function dealMarks(
  leaves: readonly Extent[],
  marks: readonly Mark[],
  before: ReadonlyMap<number, readonly Mark[]> = new Map(),
): ReadonlyMap<number, readonly Mark[]> {
  const dealt = new Map<number, Mark[]>();
  for (const mark of marks) {
    if (mark.end <= mark.start) continue;
    let at = Math.max(0, lastStartingAtOrBefore(leaves, mark.start));
    for (; at < leaves.length; at += 1) {
      const leaf = leaves[at];
      if (!leaf || leaf.start >= mark.end) break;
      if (leaf.end <= mark.start) continue;
      const list = dealt.get(at);
      if (list) list.push(mark);
      else dealt.set(at, [mark]);
    }
  }
  if (before.size === 0) return dealt;
  const kept = new Map<number, readonly Mark[]>(dealt);
  for (const [leaf, list] of dealt) {
    const old = before.get(leaf);
    if (old && areSame(old, list)) kept.set(leaf, old);
  }
  return kept;
}

function areSame(one: readonly Mark[], other: readonly Mark[]): boolean {
  return one.length === other.length && one.every((mark, index) => isSame(mark, other[index]));
}

function isSame(one: Mark, other: Mark | undefined): boolean {
  if (other === undefined) return false;
  const values = new Map(Object.entries(other));
  const own = Object.entries(one);
  return own.length === values.size && own.every(([name, value]) => values.get(name) === value);
}

/** Cuts a leaf wherever a mark begins or ends; the segments cover it without gap or overlap. */
export function cutSegments(leaf: Extent, marks: readonly Mark[]): Segment[] {
  if (leaf.end <= leaf.start) return [];
  const cuts = new Set([leaf.start, leaf.end]);
  for (const mark of marks) {
    if (mark.start > leaf.start && mark.start < leaf.end) cuts.add(mark.start);
    if (mark.end > leaf.start && mark.end < leaf.end) cuts.add(mark.end);
  }
  const borders = [...cuts].sort((a, b) => a - b);
  const ordered = [...marks].sort((a, b) => a.start - b.start || b.end - a.end);

  const segments: Segment[] = [];
  let open: Mark[] = [];
  let next = 0;
  for (let at = 0; at + 1 < borders.length; at += 1) {
    const start = borders[at] ?? 0;
    const end = borders[at + 1] ?? 0;
    open = open.filter((mark) => mark.end > start);
    for (; next < ordered.length; next += 1) {
      const mark = ordered[next];
      if (!mark || mark.start > start) break;
      if (mark.end > start) open.push(mark);
    }
    segments.push({ start, end, marks: [...open] });
  }
  return segments;
}

/** A stop on the way through a document's quotations, dates or annotations. */
export interface Stop extends Extent {
  readonly id: number;
}

/** Quotations in text order, each at the beginning of its words. */
export function quotationStops(quotations: readonly QuotationMark[]): Stop[] {
  return quotations
    .flatMap(({ id, content }) => {
      const first = content[0];
      const last = content[content.length - 1];
      return first && last ? [{ id, start: first.start, end: last.end }] : [];
    })
    .sort(byPlace);
}

/** Dates in text order. */
export function dateStops(dates: readonly DateMark[]): Stop[] {
  return dates.map(({ id, range }) => ({ id, start: range.start, end: range.end })).sort(byPlace);
}

/** Annotations of a passage in text order. */
export function annotationStops(annotations: readonly Annotation[]): Stop[] {
  return annotations
    .flatMap(({ id, range }) => (range ? [{ id, start: range.start, end: range.end }] : []))
    .sort(byPlace);
}

function byPlace(a: Stop, b: Stop): number {
  return a.start - b.start || a.end - b.end || a.id - b.id;
}

/**
 * The stop after (or before) a place; beyond the last one comes the first.
 *
 * `current` is the stop that the person is at: several may begin at the same place.
 */
export function nextStop(
  stops: readonly Stop[],
  place: number,
  direction: 1 | -1,
  current: number | null,
): Stop | null {
  if (stops.length === 0) return null;
  const at = current === null ? -1 : stops.findIndex((stop) => stop.id === current);
  if (at >= 0 && stops[at]?.start === place) {
    return stops[(at + direction + stops.length) % stops.length] ?? null;
  }
  if (direction > 0) return stops.find((stop) => stop.start > place) ?? stops[0] ?? null;
  return stops.findLast((stop) => stop.start < place) ?? stops[stops.length - 1] ?? null;
}

/** The innermost of the things that lie at a place: the shortest one. */
export function innermostAt<T extends Extent>(items: readonly T[], offset: number): T | null {
  let best: T | null = null;
  for (const item of items) {
    if (item.start > offset || item.end <= offset) continue;
    if (!best || item.end - item.start < best.end - best.start) best = item;
  }
  return best;
}
