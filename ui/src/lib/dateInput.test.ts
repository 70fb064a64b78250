import { describe, expect, it } from 'vitest';
import { readDays } from './dateInput';

describe('reading days', () => {
  it.each([
    ['2023', '2023-01-01', '2024-01-01'],
    ['2023-06', '2023-06-01', '2023-07-01'],
    ['2023-12', '2023-12-01', '2024-01-01'],
    ['2023-06-02', '2023-06-02', '2023-06-03'],
    [' 2 June  2023 ', '2023-06-02', '2023-06-03'],
    ['Jun 2023', '2023-06-01', '2023-07-01'],
    ['2.6.2023', '2023-06-02', '2023-06-03'],
    ['29 February 2024', '2024-02-29', '2024-03-01'],
  ])('takes “%s” for the days from %s until before %s', (text, from, to) => {
    expect(readDays(text)).toEqual({ from, to });
  });

  it.each(['', 'June', '2023-13', '2023-02-30', '31 June 2023', 'yesterday', '23'])(
    'takes “%s” for no days',
    (text) => {
      expect(readDays(text)).toBeNull();
    },
  );
});
