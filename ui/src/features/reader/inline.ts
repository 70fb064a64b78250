import { isWebAddress } from '../../api/platform';
import { colorNumber, type Mark, type Segment } from './model';

/*
 * Draws the segments of a leaf. Marks that a person can point at (quotations, dates, annotations,
 * links) are elements: they then look the same in every web view, are found under the pointer
 * without geometry, are read out by screen readers, and may overlap in any way, because each segment
 * says itself what lies on it. Passing marks are drawn by `highlights.ts` without elements.
 */

/** Most annotations whose colours are shown on the same words. */
const MOST_COLORS = 3;

/** Puts the text of a leaf with its marks into an element, in the place of what was there. */
export function fillLeaf(element: Element, text: string, segments: readonly Segment[]): void {
  const nodes: Node[] = [];
  let link = null as { href: string; element: HTMLElement } | null;
  for (const segment of segments) {
    const drawn = drawSegment(text, segment);
    const href = segment.marks.find((mark) => mark.kind === 'link')?.href ?? null;
    if (href === null || !isWebAddress(href)) {
      link = null;
      nodes.push(drawn);
    } else if (link?.href === href) {
      link.element.append(drawn);
    } else {
      link = { href, element: drawLink(href) };
      link.element.append(drawn);
      nodes.push(link.element);
    }
  }
  element.replaceChildren(...nodes);
}

function drawLink(href: string): HTMLElement {
  const link = document.createElement('a');
  link.setAttribute('href', href);
  link.setAttribute('title', href);
  // A link that can be dragged makes the words in it hard to select.
  link.setAttribute('draggable', 'false');
  link.setAttribute('rel', 'noreferrer noopener');
  return link;
}

function drawSegment(text: string, segment: Segment): HTMLElement {
  const has = (kind: Mark['kind']) => segment.marks.some((mark) => mark.kind === kind);
  const isStrong = has('strong');
  const isEmphasis = has('emphasis');
  const annotations = segment.marks.filter((mark) => mark.kind === 'annotation');
  const element = document.createElement(
    annotations.length > 0 ? 'mark' : isStrong ? 'strong' : isEmphasis ? 'em' : 'span',
  );
  element.dataset.s = String(segment.start);
  element.textContent = text.slice(segment.start, segment.end);
  if (isStrong) element.classList.add('strong');
  if (isEmphasis) element.classList.add('emphasis');

  for (const mark of segment.marks) {
    if (mark.kind === 'quotation') {
      element.classList.add(mark.part, `speaker-${mark.hue}`);
      if (mark.isUncertain) element.classList.add('uncertain');
      addId(element, 'q', mark.id);
    } else if (mark.kind === 'date') {
      element.classList.add('date');
      if (mark.isVague) element.classList.add('vague');
      addId(element, 'd', mark.id);
    } else if (mark.kind === 'annotation') {
      addId(element, 'a', mark.id);
    }
  }
  if (annotations.length > 0) {
    const shown = annotations.slice(0, MOST_COLORS);
    element.classList.add('annotation', `layers-${shown.length}`);
    shown.forEach((mark, index) => {
      element.style.setProperty(`--layer-${index + 1}`, `var(--mark-${colorNumber(mark.color)})`);
    });
  }
  return element;
}

type IdAttribute = 'q' | 'd' | 'a';

function addId(element: HTMLElement, name: IdAttribute, id: number): void {
  const before = element.dataset[name];
  element.dataset[name] = before === undefined ? String(id) : `${before} ${id}`;
}

/** The ids of the quotations, dates or annotations on the element under the pointer. */
export function idsAt(target: EventTarget | null, name: IdAttribute): number[] {
  const element = target instanceof Element ? target.closest<HTMLElement>('[data-s]') : null;
  const ids = element?.dataset[name];
  return ids ? ids.split(' ').map(Number) : [];
}

/** Every element that draws a quotation, date or annotation. */
export function elementsOf(root: Element, name: IdAttribute, id: number): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>(`[data-${name}~="${id}"]`)];
}
