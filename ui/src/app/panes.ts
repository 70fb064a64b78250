/** What can take the keyboard, in the order of the page. */
const FOCUSABLE =
  'a[href], button:not(:disabled), input:not(:disabled), select, textarea, [tabindex="0"]';

function isVisible(element: HTMLElement): boolean {
  return element.offsetParent !== null;
}

/** Gives the keyboard to the most fitting thing within a pane: a list or a text before a button. */
export function focusWithin(pane: HTMLElement): void {
  const all = [...pane.querySelectorAll<HTMLElement>(FOCUSABLE)].filter(isVisible);
  const main =
    pane.querySelector<HTMLElement>('[data-autofocus], [role="listbox"][tabindex="0"]') ??
    all.find((element) => element.getAttribute('tabindex') === '0') ??
    all[0];
  main?.focus({ preventScroll: true });
}

/** Moves the keyboard to the pane beside the one that has it. */
export function nextPane(direction: 1 | -1): void {
  const panes = [...document.querySelectorAll<HTMLElement>('[data-pane]')];
  const at = panes.findIndex((pane) => pane.contains(document.activeElement));
  const from = at < 0 && direction < 0 ? 0 : at;
  const next = panes[(from + direction + panes.length) % panes.length];
  if (next) focusWithin(next);
}
