/** Turns wheel, pointer and pinch into zooming, panning, brushing and pressing. */

/** What gestures ask for; positions are pixels from the element's top left corner. */
export interface GestureHandlers {
  /** Whether dragging from here draws a stretch of days instead of moving the view. */
  readonly isBrush: (x: number, y: number) => boolean;
  readonly onzoom: (factor: number, x: number) => void;
  /** Moves what is seen by pixels: positive brings later days into sight. */
  readonly onpan: (pixels: number) => void;
  readonly onbrush: (from: number, to: number, isDone: boolean) => void;
  readonly onpress: (x: number, y: number) => void;
  readonly onpoint: (x: number, y: number) => void;
  readonly onleave: () => void;
}

/** A hand trembles; less than this is a press, not a drag. */
const DRAG_LEAST = 4;
const PIXELS_PER_LINE = 16;
const ZOOM_PER_PIXEL = 0.0016;
/** Pinching on a touchpad gives small steps. */
const PINCH_PER_PIXEL = 0.01;

interface Held {
  x: number;
  y: number;
}

/** Listens on an element until the function given back is called. */
export function attachGestures(element: HTMLElement, handlers: GestureHandlers): () => void {
  const held = new Map<number, Held>();
  let start: Held | null = null;
  let isDragging = false;
  let isBrushing = false;

  function placeOf(event: MouseEvent): Held {
    const box = element.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  }

  function wheel(event: WheelEvent): void {
    event.preventDefault();
    const scale = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? PIXELS_PER_LINE : 1;
    const across = event.deltaX * scale;
    const down = event.deltaY * scale;
    if (event.ctrlKey) handlers.onzoom(Math.exp(down * PINCH_PER_PIXEL), placeOf(event).x);
    else if (event.shiftKey) handlers.onpan(down || across);
    else if (Math.abs(across) > Math.abs(down)) handlers.onpan(across);
    else handlers.onzoom(Math.exp(down * ZOOM_PER_PIXEL), placeOf(event).x);
  }

  function pressed(event: PointerEvent): void {
    if (event.button !== 0) return;
    const place = placeOf(event);
    held.set(event.pointerId, place);
    if (held.size > 1) {
      // The second finger makes it a pinch.
      start = null;
      return;
    }
    start = place;
    isDragging = false;
    isBrushing = handlers.isBrush(place.x, place.y);
  }

  function moved(event: PointerEvent): void {
    const place = placeOf(event);
    const before = held.get(event.pointerId);
    if (!before) {
      handlers.onpoint(place.x, place.y);
      return;
    }
    held.set(event.pointerId, place);
    if (held.size === 2) {
      pinch(event.pointerId, before, place);
      return;
    }
    if (!start) return;
    if (!isDragging) {
      if (Math.hypot(place.x - start.x, place.y - start.y) < DRAG_LEAST) return;
      isDragging = true;
      element.setPointerCapture(event.pointerId);
      handlers.onleave();
    }
    if (isBrushing) handlers.onbrush(start.x, place.x, false);
    else handlers.onpan(before.x - place.x);
  }

  function pinch(id: number, before: Held, place: Held): void {
    for (const [other, at] of held) {
      if (other === id) continue;
      const middle = (at.x + place.x) / 2;
      const apart = Math.max(20, Math.abs(at.x - place.x));
      handlers.onzoom(Math.max(20, Math.abs(at.x - before.x)) / apart, middle);
      handlers.onpan((before.x - place.x) / 2);
    }
  }

  function released(event: PointerEvent): void {
    if (!held.delete(event.pointerId) || !start) return;
    const place = placeOf(event);
    if (isDragging && isBrushing) handlers.onbrush(start.x, place.x, true);
    start = null;
  }

  /** Comes after the release; whatever opens on a press must not be shut by it. */
  function clicked(event: MouseEvent): void {
    if (isDragging) return;
    const place = placeOf(event);
    handlers.onpress(place.x, place.y);
  }

  const listeners = new AbortController();
  const { signal } = listeners;
  element.addEventListener('wheel', wheel, { passive: false, signal });
  element.addEventListener('pointerdown', pressed, { signal });
  element.addEventListener('pointermove', moved, { signal });
  element.addEventListener('pointerup', released, { signal });
  element.addEventListener('pointercancel', released, { signal });
  element.addEventListener('click', clicked, { signal });
  element.addEventListener('pointerleave', () => handlers.onleave(), { signal });
  return () => listeners.abort();
}
