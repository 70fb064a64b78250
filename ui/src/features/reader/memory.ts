import { COLORS } from './model';
import { recall, remember } from '../../lib/storage';
import type { Color } from '../../api/generated/Color';

/** How the text is set. */
export interface TextSettings {
  /** Size of the text in pixels. */
  readonly size: number;
  readonly measure: Measure;
}

/** Length of a line. */
export type Measure = 'narrow' | 'medium' | 'wide';

/** Which marks are drawn. */
export interface ShownMarks {
  readonly quotations: boolean;
  readonly dates: boolean;
  readonly annotations: boolean;
}

export const SIZES: readonly number[] = [14, 15, 16, 17, 18, 20, 22, 24, 28, 32];
export const USUAL_SETTINGS: TextSettings = { size: 17, measure: 'medium' };
const ALL_SHOWN: ShownMarks = { quotations: true, dates: true, annotations: true };
/** Places of more documents than this are not remembered; the oldest go first. */
const MOST_PLACES = 300;

const SETTINGS = 'reader.text';
const MARKS = 'reader.marks';
const COLOR = 'reader.color';
const PLACES = 'reader.places';

/** The next size up or down. */
export function stepSize(size: number, direction: 1 | -1): number {
  const next =
    direction > 0 ? SIZES.find((one) => one > size) : SIZES.findLast((one) => one < size);
  return next ?? size;
}

export function recallSettings(): TextSettings {
  return recall(SETTINGS, isSettings) ?? USUAL_SETTINGS;
}

export function rememberSettings(settings: TextSettings): void {
  remember(SETTINGS, settings);
}

export function recallShown(): ShownMarks {
  return recall(MARKS, isShown) ?? ALL_SHOWN;
}

export function rememberShown(shown: ShownMarks): void {
  remember(MARKS, shown);
}

/** The colour that was used last. */
export function recallColor(): Color {
  return recall(COLOR, isColor) ?? 'yellow';
}

export function rememberColor(color: Color): void {
  remember(COLOR, color);
}

/** Where a person was in a document: `[document, length of the text, offset]`. */
type Place = [document: number, length: number, offset: number];

/**
 * Where the person was in a document. The length of the text tells documents of several libraries,
 * and versions of a document, apart.
 */
export function recallPlace(document: number, length: number): number | null {
  const places = recall(PLACES, isPlaces) ?? [];
  return places.find((place) => place[0] === document && place[1] === length)?.[2] ?? null;
}

export function rememberPlace(document: number, length: number, offset: number): void {
  const others = (recall(PLACES, isPlaces) ?? []).filter(
    (place) => place[0] !== document || place[1] !== length,
  );
  if (offset > 0) others.push([document, length, offset]);
  remember(PLACES, others.slice(-MOST_PLACES));
}

function isSettings(value: unknown): value is TextSettings {
  return (
    isRecord(value) &&
    typeof value.size === 'number' &&
    SIZES.includes(value.size) &&
    (value.measure === 'narrow' || value.measure === 'medium' || value.measure === 'wide')
  );
}

function isShown(value: unknown): value is ShownMarks {
  return (
    isRecord(value) &&
    [value.quotations, value.dates, value.annotations].every((shown) => typeof shown === 'boolean')
  );
}

function isColor(value: unknown): value is Color {
  return COLORS.some((color) => color === value);
}

function isPlaces(value: unknown): value is Place[] {
  return (
    Array.isArray(value) &&
    value.every(
      (place) =>
        Array.isArray(place) &&
        place.length === 3 &&
        place.every((number) => typeof number === 'number'),
    )
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
