/** A calendar day without a clock or a time zone. */
export interface Day {
  year: number;
  /** 1 to 12. */
  month: number;
  /** 1 to 31. */
  day: number;
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

const MS_A_DAY = 86_400_000;

/** The name of a month, 1 to 12. */
export function monthName(month: number, length: 'long' | 'short' = 'long'): string {
  const name = MONTHS[month - 1] ?? '';
  return length === 'short' ? name.slice(0, 3) : name;
}

/**
 * Writes an EDTF date of level 0 for people: `2023-06-02` is “2 June 2023”, `2023-06` is “June
 * 2023”, `2023` is “2023”. What is not such a date is given back as it stands.
 */
export function formatEdtf(date: string, months: 'long' | 'short' = 'long'): string {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(date);
  if (!match) return date;
  const [, year = '', month, day] = match;
  if (!month) return year;
  const name = monthName(Number(month), months);
  return day ? `${Number(day)} ${name} ${year}` : `${name} ${year}`;
}

/** Writes an interval of days for people; `to` is the first day after it. */
export function formatInterval(from: string, to: string): string {
  const first = dayNumber(from);
  const after = dayNumber(to);
  if (first === null || after === null) return from;
  if (after - first <= 1) return formatEdtf(from);
  const start = dayOf(first);
  const end = dayOf(after);
  const last = dayOf(after - 1);
  if (start.day === 1 && end.day === 1) {
    const months = (end.year - start.year) * 12 + end.month - start.month;
    if (start.month === 1 && months === 12) return String(start.year);
    if (start.month === 1 && end.month === 1) return `${start.year}–${last.year}`;
    if (months === 1) return `${monthName(start.month)} ${start.year}`;
    if (start.year === last.year) {
      return `${monthName(start.month)}–${monthName(last.month)} ${start.year}`;
    }
    return `${monthName(start.month)} ${start.year} – ${monthName(last.month)} ${last.year}`;
  }
  return `${formatEdtf(from)} – ${formatEdtf(isoOf(after - 1))}`;
}

/** Days since 1 January 1970 of a `YYYY-MM-DD`, or `null` where it is none. */
export function dayNumber(date: string): number | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  if (!match) return null;
  return numberOf({ year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) });
}

/** Days since 1 January 1970. */
export function numberOf(day: Day): number {
  const date = new Date(0);
  date.setUTCFullYear(day.year, day.month - 1, day.day);
  return Math.round(date.getTime() / MS_A_DAY);
}

/** The calendar day of a day number. */
export function dayOf(number: number): Day {
  const date = new Date(number * MS_A_DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** A day number as `YYYY-MM-DD`. */
export function isoOf(number: number): string {
  const { year, month, day } = dayOf(number);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

/** Writes a moment (RFC 3339) in few letters: “14:05” today, “2 Jun” this year, else “2 Jun 2023”. */
export function formatMomentShort(moment: string, now = new Date()): string {
  const date = new Date(moment);
  if (Number.isNaN(date.getTime())) return moment;
  if (date.toDateString() === now.toDateString()) return formatMoment(moment).split(', ')[1] ?? '';
  const day = `${date.getDate()} ${monthName(date.getMonth() + 1, 'short')}`;
  return date.getFullYear() === now.getFullYear() ? day : `${day} ${date.getFullYear()}`;
}

/** Writes a moment (RFC 3339) for people, in the time of this machine: “2 June 2023, 14:05”. */
export function formatMoment(moment: string): string {
  const date = new Date(moment);
  if (Number.isNaN(date.getTime())) return moment;
  const two = (value: number) => String(value).padStart(2, '0');
  return `${date.getDate()} ${monthName(date.getMonth() + 1)} ${date.getFullYear()}, ${two(date.getHours())}:${two(date.getMinutes())}`;
}
