import type { Speaker } from '../api/generated/Speaker';
import { speakerHue } from './speaker';
import { formatNumber } from './text';

/** What a quotation says of a speaker who could not be told. */
export const UNNAMED_SPEAKER = 'Speaker not named';

/** Speakers as what a combobox offers: the unnamed last, under the empty name the engine knows. */
export function speakerOptions(
  speakers: readonly Speaker[],
): { value: string; label: string; detail: string }[] {
  const options = speakers.map((speaker) => ({
    value: speaker.name ?? '',
    label: speaker.name ?? UNNAMED_SPEAKER,
    detail: formatNumber(speaker.quotations),
  }));
  return [
    ...options.filter((option) => option.value),
    ...options.filter((option) => !option.value),
  ];
}

/**
 * What may be said of who speaks: the names that fit the letters typed, these letters as a name of
 * their own, and that nobody is named, under the empty name.
 */
export function speakerChoices(
  speakers: readonly Speaker[],
  typed: string,
): { value: string; label: string; detail?: string }[] {
  const name = typed.trim().replace(/\s+/g, ' ');
  const known = speakerOptions(speakers).filter((option) => option.value);
  const isNew = name !== '' && !known.some((option) => option.value === name);
  return [
    ...known,
    ...(isNew ? [{ value: name, label: name, detail: 'another name' }] : []),
    { value: '', label: UNNAMED_SPEAKER },
  ];
}

/** The colour of a speaker, as a value for CSS; none for those who are not named. */
export function speakerColor(name: string | null): string {
  return name === null ? 'transparent' : `var(--speaker-${speakerHue(name)})`;
}
