const NUMBERS = new Intl.NumberFormat('en-GB');

/** Writes a whole number with thousands separated: “12,480”. */
export function formatNumber(value: number): string {
  return NUMBERS.format(value);
}

/** A number with its noun: “1 document”, “12,480 documents”. */
export function counted(value: number, one: string, many = `${one}s`): string {
  return `${formatNumber(value)} ${value === 1 ? one : many}`;
}

/** Joins names as a sentence does, and says how many more there are beyond `most`. */
export function joinNames(names: readonly string[], most = 3): string {
  if (names.length > most) {
    return `${names.slice(0, most - 1).join(', ')} and ${names.length - most + 1} more`;
  }
  if (names.length <= 1) return names[0] ?? '';
  return `${names.slice(0, -1).join(', ')} and ${names[names.length - 1] ?? ''}`;
}

/** The last part of a path, whichever way its separators lean. */
export function fileName(path: string): string {
  return path.split(/[/\\]/).filter(Boolean).pop() ?? path;
}

const LANGUAGES = new Intl.DisplayNames(['en-GB'], { type: 'language' });

/** The name of a language by its BCP 47 tag: “en” is “English”. */
export function languageName(tag: string): string {
  try {
    return LANGUAGES.of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** Makes the first letter of a word upper case. */
export function capitalised(word: string): string {
  return word.charAt(0).toLocaleUpperCase('en-GB') + word.slice(1);
}

/** Whether a passage plainly begins in the middle of a sentence. */
export function startsWithin(text: string): boolean {
  return /^[\p{Ll},;:)]/u.test(text);
}

/** Whether a passage ends before its sentence does. */
export function endsWithin(text: string): boolean {
  return text !== '' && !/[.!?…؟。][\p{Pf}\p{Pe}"'”]*\s*$/u.test(text);
}

/** The direction of a text's first strong letter, for runs that may be Arabic or Hebrew. */
export function isRightToLeft(text: string): boolean {
  const strong = /\p{L}/u.exec(text)?.[0];
  return strong !== undefined && /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/.test(strong);
}
