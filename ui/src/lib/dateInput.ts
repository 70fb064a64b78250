import { dayNumber, isoOf, monthName, numberOf } from './dates';

/** Days that a person named: first day, and first day after. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

const MONTHS = Array.from({ length: 12 }, (_, at) => monthName(at + 1).toLowerCase());

/**
 * Reads a year, a month or a day as people write them: `2023`, `2023-06`, `June 2023`,
 * `2023-06-02`, `2 June 2023`, `2.6.2023`. Gives `null` for anything else.
 */
export function readDays(text: string): Days | null {
  const words = text.trim().toLowerCase().replace(/\s+/g, ' ');
  const edtf = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(words);
  if (edtf) return daysOf(edtf[1], edtf[2], edtf[3]);
  const dotted = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/.exec(words);
  if (dotted) return daysOf(dotted[3], dotted[2], dotted[1]);
  const named = /^(?:(\d{1,2}) )?([a-z]{3,})\.? (\d{4})$/.exec(words);
  if (!named) return null;
  const name = named[2] ?? '';
  const month = MONTHS.findIndex((full) => full.startsWith(name)) + 1;
  return month === 0 ? null : daysOf(named[3], String(month), named[1]);
}

function daysOf(yearText = '', monthText?: string, dayText?: string): Days | null {
  const year = Number(yearText);
  if (monthText === undefined)
    return between(numberOf(first(year, 1)), numberOf(first(year + 1, 1)));
  const month = Number(monthText);
  if (month < 1 || month > 12) return null;
  if (dayText === undefined) {
    return between(numberOf(first(year, month)), numberOf(first(year, month + 1)));
  }
  const two = (value: string) => value.padStart(2, '0');
  const iso = `${yearText}-${two(monthText)}-${two(dayText)}`;
  const number = dayNumber(iso);
  // A day that its month has not would run into the next one.
  return number === null || isoOf(number) !== iso ? null : between(number, number + 1);
}

const first = (year: number, month: number) => ({ year, month, day: 1 });

const between = (from: number, to: number): Days => ({ from: isoOf(from), to: isoOf(to) });
