import { describe, expect, it } from 'vitest';
import { SPEAKER_HUES, speakerHue } from './speaker';

describe('the colour of a speaker', () => {
  it('is the same for every way of writing the same name', () => {
    const hue = speakerHue('Ilham Əliyev');
    expect(speakerHue('  ilham   əliyev ')).toBe(hue);
    expect(speakerHue('Jose\u0301 Manuel')).toBe(speakerHue('Jos\u00e9 Manuel'));
  });

  it('is one of the eight', () => {
    for (const name of ['', 'A', 'Исаак Герцог', 'إلهام علييف']) {
      expect(speakerHue(name)).toBeGreaterThanOrEqual(1);
      expect(speakerHue(name)).toBeLessThanOrEqual(SPEAKER_HUES);
    }
  });

  it('spreads names evenly over the eight', () => {
    const counts = new Array<number>(SPEAKER_HUES).fill(0);
    for (let at = 0; at < 4000; at += 1) {
      const hue = speakerHue(`Speaker number ${at}`) - 1;
      counts[hue] = (counts[hue] ?? 0) + 1;
    }
    for (const count of counts) {
      expect(count).toBeGreaterThan(400);
      expect(count).toBeLessThan(600);
    }
  });
});
