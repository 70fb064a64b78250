/** How far the pointer must go with the button down before rows come along, in pixels. */
const THRESHOLD = 6;

/** Documents that are pulled out of a list, to be let go over a collection. */
export class DocumentDrag {
  /** What is being pulled; `null` while nothing is. */
  documents: readonly number[] | null = $state.raw(null);
  x = $state(0);
  y = $state(0);
  /** The collection under the pointer. */
  over: number | null = $state(null);

  #ondrop: (collection: number, documents: readonly number[]) => void;

  constructor(ondrop: (collection: number, documents: readonly number[]) => void) {
    this.#ondrop = ondrop;
  }

  /** Takes a press on a row; nothing happens unless the pointer goes some way. */
  start(documents: readonly number[], press: PointerEvent): void {
    const stop = new AbortController();
    const { signal } = stop;
    const end = () => {
      stop.abort();
      this.documents = null;
      this.over = null;
    };
    const move = (event: PointerEvent) => {
      const distance = Math.hypot(event.clientX - press.clientX, event.clientY - press.clientY);
      if (this.documents === null && distance < THRESHOLD) return;
      this.documents = documents;
      this.x = event.clientX;
      this.y = event.clientY;
      this.over = collectionAt(event.clientX, event.clientY);
    };
    const drop = () => {
      const { over, documents: pulled } = this;
      end();
      if (pulled === null) return;
      // Letting go is no click on the row under it.
      window.addEventListener('click', swallow, { capture: true, once: true });
      setTimeout(() => window.removeEventListener('click', swallow, { capture: true }));
      if (over !== null) this.#ondrop(over, pulled);
    };
    const key = (event: KeyboardEvent) => {
      if (event.key === 'Escape') end();
    };
    window.addEventListener('pointermove', move, { signal });
    window.addEventListener('pointerup', drop, { signal });
    window.addEventListener('pointercancel', end, { signal });
    window.addEventListener('keydown', key, { signal, capture: true });
  }
}

function swallow(event: MouseEvent): void {
  event.stopPropagation();
  event.preventDefault();
}

function collectionAt(x: number, y: number): number | null {
  const element = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-collection]');
  return element ? Number(element.dataset.collection) : null;
}
