/** A key with the keys held down with it, as it is written in a table: `Ctrl+Shift+Z`, `/`. */
export type Keys = string;

/** What of a key press matters here; a `KeyboardEvent` has it. */
export interface Press {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
}

/** Whether a press is the one that a table writes; ⌘ counts as Ctrl. */
export function matches(press: Press, keys: Keys): boolean {
  const parts = keys === '+' ? ['+'] : keys.split('+');
  const key = parts[parts.length - 1] ?? '';
  const withControl = parts.includes('Ctrl');
  if ((press.ctrlKey || press.metaKey) !== withControl) return false;
  if (press.altKey !== parts.includes('Alt')) return false;
  // What Shift makes of a sign is part of the sign: `?` is written with or without it.
  const isLetter = /^[a-z]$/i.test(key) || key.length > 1;
  if (isLetter && press.shiftKey !== parts.includes('Shift')) return false;
  return press.key.toLowerCase() === key.toLowerCase();
}

/** Whether keys are plain enough to be meant as text when a text box has the keyboard. */
export function isText(keys: Keys): boolean {
  return !keys.includes('Ctrl+') && !keys.includes('Alt+') && !/^F\d/.test(keys);
}

/** Keys as they stand on this machine's keyboard. */
export function writeKeys(keys: Keys, isMac: boolean): string {
  const names: Record<string, string> = { ArrowLeft: '←', ArrowRight: '→' };
  const parts = keys.split(/\+(?=.)/).map((part) => {
    if (isMac && part === 'Ctrl') return '⌘';
    if (isMac && part === 'Alt') return '⌥';
    if (isMac && part === 'Shift') return '⇧';
    const name = names[part] ?? part;
    return name.length === 1 ? name.toUpperCase() : name;
  });
  return parts.join(isMac ? '' : '+');
}

/** Waits for the second key of a sequence, as in `g` then `t`. */
export class KeySequence {
  #first: { key: string; at: number } | null = null;
  readonly #patience: number;

  /** `patience`: how long the second key may take, in milliseconds. */
  constructor(patience = 1200) {
    this.#patience = patience;
  }

  /** Takes a key at a time and gives the sequence that it completes: `g t`. */
  press(key: string, now: number): string | null {
    const first = this.#first;
    this.#first = null;
    if (first && now - first.at <= this.#patience) return `${first.key} ${key}`;
    return null;
  }

  /** Begins a sequence. */
  begin(key: string, now: number): void {
    this.#first = { key, at: now };
  }
}
