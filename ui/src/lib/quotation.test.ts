import { describe, expect, it } from 'vitest';
import { sampleQuotation as quotation } from '../api/samples';
import { cited, isUnsure, namedAs, wordsOf } from './quotation';

describe('a quotation in words', () => {
  it('is copied with speaker, title, publisher and date', () => {
    expect(cited(quotation())).toBe(
      '“Our friendship is a source of strength.” — Isaac Herzog, in President Herzog in Baku, Office of the President, 2 June 2023.',
    );
  });

  it('leaves out what is not known', () => {
    const bare = quotation({ speaker: null, source: null, publisher: null, published: null });
    expect(cited(bare)).toBe(
      '“Our friendship is a source of strength.” — Speaker not named, in President Herzog in Baku.',
    );
  });

  it('names the source as the text does where the speaker is unknown', () => {
    expect(cited(quotation({ speaker: null, source: 'officials' }))).toContain('— officials, in');
  });

  it('does not pass an indirect quotation off as the speaker’s own words', () => {
    const indirect = quotation({ kind: 'indirect', text: 'that talks would go on' });
    expect(wordsOf(indirect)).toBe('that talks would go on');
    expect(cited(indirect)).toContain('Isaac Herzog (indirect quotation), in');
  });

  it('keeps the marks that the words have', () => {
    expect(wordsOf(quotation({ text: '«Мы продолжим»' }))).toBe('«Мы продолжим»');
  });

  it('says how the text calls the speaker only where that says more', () => {
    expect(namedAs(quotation({ source: 'Isaac Herzog' }))).toBeNull();
    expect(namedAs(quotation({ source: 'the President' }))).toBe('the President');
  });

  it('is unsure below half', () => {
    expect(isUnsure(quotation({ confidence: 0.49 }))).toBe(true);
    expect(isUnsure(quotation({ confidence: 0.5 }))).toBe(false);
  });
});
