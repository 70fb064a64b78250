import type { IconName } from '../components/icons';
import { isText, KeySequence, matches, type Keys, type Press } from './keys';

/** Something that a person can do from anywhere: by a key, from the palette. */
export interface Action {
  id: string;
  label: string;
  group: 'Go to' | 'Library' | 'Edit' | 'Window' | 'Collections' | 'Searches' | 'Tags';
  icon?: IconName;
  /** All the keys for it; the first is the one that is shown. A sequence is written `g t`. */
  keys?: readonly Keys[];
  isEnabled?: boolean;
  run: () => void;
}

/** Finds the action that keys are for. */
export class Shortcuts {
  #sequence = new KeySequence();

  /**
   * The action whose sequence a press completes. Asked before anything else hears the press: the
   * second letter may mean something else where the keyboard is.
   */
  complete(press: Press, actions: readonly Action[], now: number): Action | null {
    const sequence = isPlain(press) ? this.#sequence.press(press.key, now) : null;
    if (sequence === null) return null;
    return actions.find((action) => isEnabled(action) && action.keys?.includes(sequence)) ?? null;
  }

  /** The action of a press, if any; `isInTextBox`: keys that are text do not count. */
  find(press: Press, actions: readonly Action[], isInTextBox: boolean, now: number): Action | null {
    const enabled = actions.filter(isEnabled);
    const begins = enabled.some((action) =>
      action.keys?.some((keys) => keys.startsWith(`${press.key} `)),
    );
    if (begins && isPlain(press) && !isInTextBox) this.#sequence.begin(press.key, now);
    return (
      enabled.find((action) =>
        action.keys?.some(
          (keys) => !keys.includes(' ') && !(isInTextBox && isText(keys)) && matches(press, keys),
        ),
      ) ?? null
    );
  }
}

function isPlain(press: Press): boolean {
  return !press.ctrlKey && !press.metaKey && !press.altKey;
}

function isEnabled(action: Action): boolean {
  return action.isEnabled !== false;
}

/** Whether what has the keyboard takes text. */
export function isTextBox(element: Element | null): boolean {
  if (!(element instanceof HTMLElement)) return false;
  if (element.isContentEditable || element instanceof HTMLTextAreaElement) return true;
  if (element instanceof HTMLSelectElement) return true;
  return (
    element instanceof HTMLInputElement &&
    !['checkbox', 'radio', 'button', 'range', 'submit'].includes(element.type)
  );
}
