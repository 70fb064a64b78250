/**
 * Places a floating element under (or, where there is no room, above) another one and keeps it
 * within the window.
 */
export function placeBeside(floating: HTMLElement, anchor: Element, gap = 4): void {
  const target = anchor.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = floating;
  const margin = 8;
  const fitsBelow = target.bottom + gap + height <= window.innerHeight - margin;
  const fitsAbove = target.top - gap - height >= margin;
  const top =
    fitsBelow || !fitsAbove
      ? Math.min(target.bottom + gap, window.innerHeight - margin - height)
      : target.top - gap - height;
  const left = Math.min(target.left, window.innerWidth - margin - width);
  floating.style.top = `${Math.max(margin, top)}px`;
  floating.style.left = `${Math.max(margin, left)}px`;
}
