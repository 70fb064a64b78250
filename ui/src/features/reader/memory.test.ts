// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import {
  recallColor,
  recallPlace,
  recallSettings,
  rememberColor,
  rememberPlace,
  rememberSettings,
  stepSize,
  USUAL_SETTINGS,
} from './memory';

beforeEach(() => localStorage.clear());

describe('what the reader remembers', () => {
  it('is the usual where nothing, or nothing readable, is kept', () => {
    expect(recallSettings()).toEqual(USUAL_SETTINGS);
    localStorage.setItem('dossier.reader.text', '{"size":3,"measure":"endless"}');
    expect(recallSettings()).toEqual(USUAL_SETTINGS);
    localStorage.setItem('dossier.reader.color', '"beige"');
    expect(recallColor()).toBe('yellow');
  });

  it('comes back', () => {
    rememberSettings({ size: 20, measure: 'wide' });
    rememberColor('blue');
    expect(recallSettings()).toEqual({ size: 20, measure: 'wide' });
    expect(recallColor()).toBe('blue');
  });

  it('is a place for a document of the same text only', () => {
    rememberPlace(4, 1000, 120);
    rememberPlace(5, 1000, 130);
    expect(recallPlace(4, 1000)).toBe(120);
    expect(recallPlace(4, 1001)).toBeNull();
    rememberPlace(4, 1000, 0);
    expect(recallPlace(4, 1000)).toBeNull();
  });

  it('does not grow without end', () => {
    for (let document = 0; document < 400; document += 1) rememberPlace(document, 10, 5);
    expect(recallPlace(0, 10)).toBeNull();
    expect(recallPlace(399, 10)).toBe(5);
  });

  it('steps through the sizes and stops at both ends', () => {
    expect([stepSize(17, 1), stepSize(17, -1), stepSize(32, 1), stepSize(14, -1)]).toEqual([
      18, 16, 32, 14,
    ]);
  });
});
