import type { Passage } from '../../api/generated/Passage';
import type { Target } from '../../lib/target';

/** A row that is merely passed by the keyboard is not worth opening; so long it must be rested on. */
const PAUSE = 90;

/** Shows what the keyboard rests on. */
export class Preview {
  #resting: ReturnType<typeof setTimeout> | undefined;

  /** Shows at once what was pressed, else what is rested on. */
  show(show: () => void, isPressed: boolean): void {
    clearTimeout(this.#resting);
    if (isPressed) show();
    else this.#resting = setTimeout(show, PAUSE);
  }

  /** Shows nothing more of what was passed. */
  stop(): void {
    clearTimeout(this.#resting);
  }
}

/** Where a passage's first match stands; nowhere in particular for a document's beginning. */
export function targetOf(passage: Passage | undefined): Target | undefined {
  const place = passage?.place;
  return place ? { kind: 'range', start: place.start, end: place.end } : undefined;
}
