import { getContext, setContext } from 'svelte';

/** A passing message. */
export interface Toast {
  id: number;
  kind: 'info' | 'success' | 'warning' | 'error';
  text: string;
  /** What can be done about it. */
  hint: string | null;
  /** Shown on demand and for copying: what a maintainer would want to know. */
  details: string | null;
  action: { label: string; run: () => void } | null;
  /** A newer message of the same topic takes the place of the older one. */
  topic: string | null;
}

/** What a message may say beyond its text. */
export type ToastOptions = Partial<Omit<Toast, 'id' | 'text'>>;

const SECONDS_SHOWN = 6;
/** For what has to be read: what failed, and what can be done. */
const SECONDS_SHOWN_TROUBLE = 15;
const MOST_AT_ONCE = 4;

/** The passing messages of the window. */
export class Toasts {
  list: readonly Toast[] = $state.raw([]);
  #next = 1;
  #timers = new Map<number, ReturnType<typeof setTimeout>>();

  /** Shows a message for a while and gives its id. */
  show(text: string, options: ToastOptions = {}): number {
    const toast: Toast = {
      kind: 'info',
      hint: null,
      details: null,
      action: null,
      topic: null,
      ...options,
      text,
      id: this.#next++,
    };
    const others = this.list.filter(
      (shown) => shown.text !== text && (toast.topic === null || shown.topic !== toast.topic),
    );
    this.list = [...others, toast].slice(-MOST_AT_ONCE);
    this.resume(toast.id);
    return toast.id;
  }

  /**
   * Shows what could not be done. A refusal of the engine, which says so by `isRefusal`, is a
   * notice; anything else is a fault, with details to copy.
   */
  showError(error: unknown): void {
    const message = error instanceof Error ? error.message : String(error);
    const hint = has(error, 'hint') && typeof error.hint === 'string' ? error.hint : null;
    if (has(error, 'isRefusal') && error.isRefusal === true) {
      this.show(message, { kind: 'warning', hint });
      return;
    }
    const details = error instanceof Error ? (error.stack ?? error.message) : String(error);
    this.show(message, { kind: 'error', hint, details });
  }

  dismiss(id: number): void {
    this.pause(id);
    this.list = this.list.filter((toast) => toast.id !== id);
  }

  /** Keeps a message for as long as it is being read. */
  pause(id: number): void {
    clearTimeout(this.#timers.get(id));
    this.#timers.delete(id);
  }

  resume(id: number): void {
    const toast = this.list.find((shown) => shown.id === id);
    if (!toast) return;
    const isTrouble = toast.kind === 'error' || toast.kind === 'warning';
    const seconds = isTrouble ? SECONDS_SHOWN_TROUBLE : SECONDS_SHOWN;
    this.pause(id);
    this.#timers.set(
      id,
      setTimeout(() => this.dismiss(id), seconds * 1000),
    );
  }
}

function has<K extends string>(value: unknown, name: K): value is Record<K, unknown> {
  return typeof value === 'object' && value !== null && name in value;
}

const KEY = Symbol('toasts');

/** Hands the messages down to every component below. */
export function setToasts(toasts: Toasts): Toasts {
  return setContext(KEY, toasts);
}

/** The messages of the window. */
export function getToasts(): Toasts {
  return getContext<Toasts>(KEY);
}
