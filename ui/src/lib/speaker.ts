/** How many colours tell speakers apart; the tokens are `--speaker-1` to `--speaker-8`. */
export const SPEAKER_HUES = 8;

/** Number of a speaker's colour, from 1 to 8. */
export type SpeakerHue = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

/**
 * The colour that a speaker has everywhere: in the reader, in lists and on the timeline.
 *
 * It depends on nothing but the name, so it stays the same between documents and between runs.
 * Letter case, composed or decomposed accents and extra spaces do not change it.
 */
export function speakerHue(name: string): SpeakerHue {
  const key = name.normalize('NFC').toLocaleLowerCase('en').replace(/\s+/g, ' ').trim();
  // FNV-1a over code units, then a mixing step: the lowest bits alone are poorly spread.
  let hash = 0x811c9dc5;
  for (let at = 0; at < key.length; at += 1) {
    hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193);
  }
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  hash ^= hash >>> 12;
  return (((hash >>> 0) % SPEAKER_HUES) + 1) as SpeakerHue;
}
