import type { AnchorState } from '../../api/generated/AnchorState';
import type { DateMark } from '../../api/generated/DateMark';
import type { DocumentSummary } from '../../api/generated/DocumentSummary';
import type { QuotationMark } from '../../api/generated/QuotationMark';
import { formatEdtf, formatInterval, monthName } from '../../lib/dates';
import { counted } from '../../lib/text';

/*
 * What the reader says about marks and metadata, in words for a researcher.
 */

const WEEKDAYS = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
] as const;

const SEASONS: Readonly<Record<string, string>> = {
  SP: 'spring',
  SU: 'summer',
  FA: 'autumn',
  WI: 'winter',
};

const DAY_PARTS: Readonly<Record<string, string>> = {
  MO: 'morning',
  MI: 'midday',
  AF: 'afternoon',
  EV: 'evening',
  NI: 'night',
};

const REFERENCES: Readonly<Record<string, string>> = {
  PRESENT_REF: 'the time of writing',
  PAST_REF: 'some time in the past',
  FUTURE_REF: 'some time in the future',
};

const UNITS: Readonly<Record<string, string>> = {
  Y: 'year',
  Q: 'quarter',
  M: 'month',
  W: 'week',
  WE: 'weekend',
  D: 'day',
  DE: 'decade',
  CE: 'century',
  ML: 'millennium',
  TH: 'hour',
  TM: 'minute',
  TS: 'second',
};

/** A date mark in words: what it means first, then the days that it covers. */
export interface DateWords {
  readonly meaning: string;
  /** The days, where the meaning does not already say them. */
  readonly days: string | null;
}

/** Says what a date expression means. */
export function describeDate(
  mark: Pick<DateMark, 'value' | 'kind' | 'interval' | 'isApproximate'>,
): DateWords {
  const days = mark.interval && formatInterval(...mark.interval);
  const value = describeValue(mark.value, mark.kind) ?? days ?? mark.value;
  const meaning = mark.isApproximate ? `around ${value}` : value;
  return { meaning, days: days === value ? null : days };
}

/** A TIMEX3 value in words; `null` where only the days can say it. */
export function describeValue(value: string, kind: string): string | null {
  const reference = REFERENCES[value];
  if (reference !== undefined) return reference;
  if (kind === 'DURATION') return describeDuration(value);
  if (kind === 'SET') {
    const recurrent = describeWeekday(value, 'every ');
    if (recurrent) return recurrent;
    const span = describeDuration(value);
    return span === null ? null : `every ${span.replace(/^1 /, '')}`;
  }
  return describePoint(value);
}

function describePoint(value: string): string | null {
  const [date = '', clock] = value.split('T');
  const day = date === '' ? null : describeDay(date);
  if (clock === undefined) return day;
  const time = DAY_PARTS[clock] ?? (/^\d\d(?::\d\d)*$/.test(clock) ? hour(clock) : null);
  if (time === null) return day;
  return day === null ? time : `${day}, ${time}`;
}

function hour(clock: string): string {
  return clock.includes(':') ? clock : `${clock}:00`;
}

function describeDay(date: string): string | null {
  if (/^\d{4}(-\d\d){0,2}$/.test(date)) return formatEdtf(date);
  if (/^\d{3}$/.test(date)) return `the ${date}0s`;
  if (/^\d{2}$/.test(date)) return `the ${ordinal(Number(date) + 1)} century`;
  const within = /^(\d{4})-([A-Z]\w)$/.exec(date);
  const [, year = '', part = ''] = within ?? [];
  const season = SEASONS[part];
  if (season !== undefined) return `${season} ${year}`;
  if (/^Q[1-4]$/.test(part)) return `${ordinal(Number(part.charAt(1)))} quarter of ${year}`;
  if (/^H[12]$/.test(part)) return `${part === 'H1' ? 'first' : 'second'} half of ${year}`;
  const week = /^(\d{4})-W(\d\d)(-WE)?$/.exec(date);
  if (week) return `${week[3] ? 'weekend of ' : ''}week ${Number(week[2])} of ${week[1] ?? ''}`;
  const yearless = /^XXXX-(\d\d)(?:-(\d\d))?$/.exec(date);
  if (yearless) {
    const month = monthName(Number(yearless[1]));
    const numbered = yearless[2] ? `${Number(yearless[2])} ${month}` : month;
    return `${numbered}, year unknown`;
  }
  return describeWeekday(date, 'a ');
}

function describeWeekday(value: string, before: string): string | null {
  const match = /^XXXX-WXX-(\d)(?:T(\w\w))?$/.exec(value);
  const weekday = WEEKDAYS[Number(match?.[1] ?? 0) - 1];
  if (!match || weekday === undefined) return null;
  const part = DAY_PARTS[match[2] ?? ''];
  return `${before}${weekday}${part === undefined ? '' : ` ${part}`}`;
}

function describeDuration(value: string): string | null {
  const match = /^P((?:\d+(?:\.\d+)?|X)[A-Z]{1,2})*(?:T((?:\d+(?:\.\d+)?|X)[HMS])+)?$/.exec(value);
  if (!match || value === 'P') return null;
  const parts: string[] = [];
  const [, days = '', clock = ''] = /^P([^T]*)T?(.*)$/.exec(value) ?? [];
  for (const [source, prefix] of [
    [days, ''],
    [clock, 'T'],
  ] as const) {
    for (const [, amount = '', unit = ''] of source.matchAll(/([\d.]+|X)([A-Z]{1,2})/g)) {
      const name = UNITS[prefix + unit];
      if (name === undefined) return null;
      parts.push(measured(amount, name));
    }
  }
  return parts.length > 0 ? parts.join(' and ') : null;
}

const PLURALS: Readonly<Record<string, string>> = {
  century: 'centuries',
  millennium: 'millennia',
};

function measured(amount: string, unit: string): string {
  const many = PLURALS[unit] ?? `${unit}s`;
  return amount === 'X' ? `some ${many}` : counted(Number(amount), unit, many);
}

function ordinal(number: number): string {
  const tens = number % 100;
  if (tens >= 11 && tens <= 13) return `${number}th`;
  return `${number}${['th', 'st', 'nd', 'rd'][number % 10] ?? 'th'}`;
}

/** How a publication date came to be known, where a person ought to know it. */
export function describeOrigin(origin: string | null): string | null {
  switch (origin) {
    case 'byline':
      return 'from the byline';
    case 'address':
      return 'from the web address';
    case 'guess':
      return 'guessed from the text';
    case 'person':
      return 'entered by you';
    default:
      return null;
  }
}

/** Whether a publication date is worth a second look. */
export function isGuessed(origin: string | null): boolean {
  return origin === 'guess' || origin === 'address';
}

/** Kinds of document, in the order in which a person chooses them. */
export const DOCUMENT_KINDS: readonly { value: string; label: string }[] = [
  { value: 'article', label: 'Article' },
  { value: 'report', label: 'Report' },
  { value: 'brief', label: 'Brief' },
  { value: 'speech', label: 'Speech' },
  { value: 'interview', label: 'Interview' },
  { value: 'webpage', label: 'Web page' },
];

/** The name of a kind of document. */
export function kindName(kind: string): string {
  return DOCUMENT_KINDS.find((known) => known.value === kind)?.label ?? kind;
}

/** Who says a quotation, how certainly. */
export function describeQuotation(quotation: QuotationMark): { who: string; how: string } {
  const how =
    quotation.kind === 'indirect'
      ? 'Reported in other words'
      : quotation.kind === 'mixed'
        ? 'Partly in their own words'
        : 'In their own words';
  const doubt = quotation.confidence < 0.5 ? ', uncertain' : '';
  return { who: quotation.speaker ?? 'Speaker not known', how: `${how}${doubt}` };
}

/** What became of an annotation in a new version of the text; `null` where nothing did. */
export function describeAnchor(state: AnchorState): string | null {
  switch (state) {
    case 'moved':
      return 'The passage stands elsewhere in the new version of the text.';
    case 'reworded':
      return 'The passage reads a little differently in the new version of the text.';
    case 'ambiguous':
      return 'These words now stand in several places; this one is the likeliest.';
    case 'orphan':
      return 'The new version of the text no longer has this passage.';
    case 'exact':
      return null;
  }
}

const RIGHT_TO_LEFT = new Set(['ar', 'fa', 'he', 'ur', 'ps', 'ckb', 'yi', 'ug', 'sd', 'dv', 'azb']);

/** The direction of a language; `auto`, by each paragraph's first letter, where it is not known. */
export function directionOf({
  language,
}: Pick<DocumentSummary, 'language'>): 'rtl' | 'ltr' | 'auto' {
  if (language === null || language === '') return 'auto';
  const [base = '', script = ''] = language.toLowerCase().split('-');
  if (script === 'arab' || script === 'hebr') return 'rtl';
  if (RIGHT_TO_LEFT.has(base)) return script === 'latn' || script === 'cyrl' ? 'ltr' : 'rtl';
  return 'ltr';
}
