import { describe, expect, it } from 'vitest';
import { findAll, firstFoundFrom, foldText, MOST_FOUND } from './find';

function check(text: string, words: string, expected: readonly string[]) {
  const found = findAll(foldText(text), words);
  expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(expected);
}

describe('finding words in a text', () => {
  it('ignores letter case and accents', () => {
    check('Əliyev, Aliyev and ALİYEV', 'aliyev', ['Aliyev', 'ALİYEV']);
    check('café CAFE\u0301 cafe', 'cafe', ['café', 'CAFE\u0301', 'cafe']);
    check('Ёлка и елка', 'елка', ['Ёлка', 'елка']);
  });

  it('takes curved marks, dashes and white space for plain ones', () => {
    check('“Israel’s” gas—line', '"israel\'s" gas-line', ['“Israel’s” gas—line']);
    check('natural\n gas', 'natural gas', ['natural\n gas']);
  });

  it('gives exact places after letters that fold to several or to none', () => {
    check('Straße … co\u00adoperation Straße', 'strasse', ['Straße', 'Straße']);
    check('co\u00adoperation', 'cooperation', ['co\u00adoperation']);
    check('😀 gas 😀', 'gas', ['gas']);
    check('😀 gas 😀', '😀', ['😀', '😀']);
  });

  it('finds words that follow each other without overlap', () => {
    check('aaaa', 'aa', ['aa', 'aa']);
  });

  it('finds nothing for nothing', () => {
    check('text', '', []);
    check('text', '   ', []);
    check('', 'x', []);
  });

  it('finds Arabic words with or without their vowel signs', () => {
    check('قَالَ الرئيس', 'قال', ['قَالَ']);
  });

  it('stops at a number that nobody would step through', () => {
    expect(findAll(foldText('e'.repeat(20_000)), 'e')).toHaveLength(MOST_FOUND);
  });

  it('begins at the hit after the place at hand', () => {
    const found = [
      { start: 2, end: 3 },
      { start: 8, end: 9 },
    ];
    expect(firstFoundFrom(found, 5)).toBe(1);
    expect(firstFoundFrom(found, 9)).toBe(0);
    expect(firstFoundFrom([], 9)).toBe(-1);
  });
});
