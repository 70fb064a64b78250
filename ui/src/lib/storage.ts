/**
 * Keeps small things that a person would not want to set again: widths, the theme. Never anything
 * of a document. A window without storage simply forgets.
 */
export function remember(key: string, value: unknown): void {
  try {
    localStorage.setItem(`dossier.${key}`, JSON.stringify(value));
  } catch {
    // Storage may be full or forbidden; the window works without.
  }
}

/** Gives back what was kept under a key, if it is still of the expected form. */
export function recall<T>(key: string, isExpected: (value: unknown) => value is T): T | null {
  try {
    const kept = localStorage.getItem(`dossier.${key}`);
    if (kept === null) return null;
    const value: unknown = JSON.parse(kept);
    return isExpected(value) ? value : null;
  } catch {
    return null;
  }
}

/** Whether a value is a finite number. */
export function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

export function isBoolean(value: unknown): value is boolean {
  return typeof value === 'boolean';
}

/** Whether a value is a list of strings. */
export function isStrings(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}
