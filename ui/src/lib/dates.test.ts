import { expect, test } from 'vitest';
import { dayNumber, dayOf, formatEdtf, formatInterval, isoOf, numberOf } from './dates';

test.each([
  ['2023-06-02', '2 June 2023'],
  ['2023-06', 'June 2023'],
  ['2023', '2023'],
  ['about 2023', 'about 2023'],
])('%s is written as %s', (date, written) => {
  expect(formatEdtf(date)).toBe(written);
});

test.each([
  ['2023-06-02', '2023-06-03', '2 June 2023'],
  ['2023-06-01', '2023-07-01', 'June 2023'],
  ['2023-04-01', '2023-07-01', 'April–June 2023'],
  ['2023-01-01', '2024-01-01', '2023'],
  ['2010-01-01', '2020-01-01', '2010–2019'],
  ['2022-11-01', '2023-02-01', 'November 2022 – January 2023'],
  ['2023-06-05', '2023-06-12', '5 June 2023 – 11 June 2023'],
])('%s to %s is written as %s', (from, to, written) => {
  expect(formatInterval(from, to)).toBe(written);
});

test('day numbers go there and back', () => {
  for (const date of ['1970-01-01', '2024-02-29', '1899-12-31', '0099-03-01']) {
    const number = dayNumber(date);
    expect(number).not.toBeNull();
    expect(isoOf(number ?? 0)).toBe(date);
    expect(numberOf(dayOf(number ?? 0))).toBe(number);
  }
  expect(dayNumber('2024-02')).toBeNull();
});
