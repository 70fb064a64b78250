import { describe, expect, it } from 'vitest';
import { describeDate, describeValue, directionOf, isGuessed, kindName } from './words';

describe('dates in words', () => {
  const check = (value: string, kind: string, expected: string | null) => {
    expect(describeValue(value, kind)).toBe(expected);
  };

  it('say days, months and years', () => {
    check('2023-06-02', 'DATE', '2 June 2023');
    check('2023-06', 'DATE', 'June 2023');
    check('199', 'DATE', 'the 1990s');
    check('19', 'DATE', 'the 20th century');
    check('2023-SU', 'DATE', 'summer 2023');
    check('2023-Q3', 'DATE', '3rd quarter of 2023');
    check('2023-H1', 'DATE', 'first half of 2023');
    check('2023-W22', 'DATE', 'week 22 of 2023');
    check('2023-W22-WE', 'DATE', 'weekend of week 22 of 2023');
  });

  it('say times', () => {
    check('2023-06-02T15', 'TIME', '2 June 2023, 15:00');
    check('2023-06-02TEV', 'TIME', '2 June 2023, evening');
    check('T09:30', 'TIME', '09:30');
    check('TMO', 'TIME', 'morning');
  });

  it('say how long something took', () => {
    check('P3D', 'DURATION', '3 days');
    check('P1Y', 'DURATION', '1 year');
    check('PXDE', 'DURATION', 'some decades');
    check('P1Y6M', 'DURATION', '1 year and 6 months');
    check('PT30M', 'DURATION', '30 minutes');
    check('P2CE', 'DURATION', '2 centuries');
  });

  it('say what comes again', () => {
    check('XXXX-WXX-1', 'SET', 'every Monday');
    check('P1D', 'SET', 'every day');
    check('P2W', 'SET', 'every 2 weeks');
  });

  it('say what is only partly known', () => {
    check('XXXX-06-19', 'DATE', '19 June, year unknown');
    check('XXXX-WXX-2', 'DATE', 'a Tuesday');
    check('PAST_REF', 'DATE', 'some time in the past');
    check('nonsense', 'DATE', null);
  });

  it('add the days where the meaning does not say them', () => {
    expect(
      describeDate({
        value: '2023-Q1',
        kind: 'DATE',
        interval: ['2023-01-01', '2023-04-01'],
        isApproximate: true,
      }),
    ).toEqual({ meaning: 'around 1st quarter of 2023', days: 'January–March 2023' });
    expect(
      describeDate({
        value: '2023',
        kind: 'DATE',
        interval: ['2023-01-01', '2024-01-01'],
        isApproximate: false,
      }),
    ).toEqual({ meaning: '2023', days: null });
    expect(
      describeDate({ value: '?', kind: 'DATE', interval: null, isApproximate: false }),
    ).toEqual({ meaning: '?', days: null });
  });
});

describe('metadata in words', () => {
  it('knows the direction of a language, and leaves it open where there is none', () => {
    const direction = (language: string | null) => directionOf({ language });
    expect(['ar', 'fa-IR', 'he', 'ckb', 'az-Arab'].map(direction)).toEqual(Array(5).fill('rtl'));
    expect(['en', 'az', 'ur-Latn', 'ru-RU'].map(direction)).toEqual(Array(4).fill('ltr'));
    expect(direction(null)).toBe('auto');
  });

  it('warns of guessed dates only', () => {
    expect(['stated', 'byline', 'address', 'guess', 'person', null].map(isGuessed)).toEqual([
      false,
      false,
      true,
      true,
      false,
      false,
    ]);
  });

  it('names kinds', () => {
    expect(kindName('webpage')).toBe('Web page');
    expect(kindName('other')).toBe('other');
  });
});
