import { lastStartingAtOrBefore } from '../../lib/utf16';
import type { Leaf } from './structure';

/*
 * Every text node of the drawn text is the only child of an element with `data-s`, the offset of its
 * first code unit in the document's text; every leaf is an element with `data-leaf`, its index, and
 * `data-start`, its offset. A place in the
 * page and a place in the text are so found from each other by looking at one element.
 */

/** A place in the page. */
export interface DomPoint {
  readonly node: Node;
  readonly offset: number;
}

/** The offset in the document's text of a place in the page; `null` for one outside the text. */
export function offsetOfPoint(root: Element, node: Node, offset: number): number | null {
  if (!root.contains(node)) return null;
  if (node.nodeType === Node.TEXT_NODE) {
    const start = startOf(node.parentElement);
    if (start !== null) return start + offset;
  }
  return offsetOfBorder(root, node, offset);
}

/** A place between two elements counts for the text that follows, within its leaf if it is in one. */
function offsetOfBorder(root: Element, node: Node, offset: number): number | null {
  const element = node instanceof Element ? node : node.parentElement;
  const inSegment = element?.closest('[data-s]');
  if (inSegment) {
    const start = startOf(inSegment) ?? 0;
    return offset === 0 ? start : start + (inSegment.textContent?.length ?? 0);
  }
  const leaf = element?.closest('[data-leaf]');
  const within = leaf && root.contains(leaf) ? leaf : root;
  const follows = segmentAfter(within, node, offset);
  if (follows) return startOf(follows);
  const segments = within.querySelectorAll('[data-s]');
  const last = segments[segments.length - 1];
  if (last) return (startOf(last) ?? 0) + (last.textContent?.length ?? 0);
  const start = within.getAttribute('data-start');
  return start === null ? null : Number(start);
}

function segmentAfter(root: Element, node: Node, offset: number): Element | null {
  const child = node.childNodes[offset];
  for (const segment of root.querySelectorAll('[data-s]')) {
    if (child) {
      const place = child.compareDocumentPosition(segment);
      if (
        child === segment ||
        place & (Node.DOCUMENT_POSITION_FOLLOWING | Node.DOCUMENT_POSITION_CONTAINED_BY)
      ) {
        return segment;
      }
    } else {
      const place = node.compareDocumentPosition(segment);
      const isInside = (place & Node.DOCUMENT_POSITION_CONTAINED_BY) !== 0;
      if (!isInside && (place & Node.DOCUMENT_POSITION_FOLLOWING) !== 0) return segment;
    }
  }
  return null;
}

/** The element that a leaf is drawn as; `null` while its part of the document is not on the page. */
export function leafElement(root: Element, leaf: Leaf): HTMLElement | null {
  return root.querySelector<HTMLElement>(`[data-leaf="${leaf.index}"]`);
}

/** The leaf at an offset; for one between two leaves the one that follows, or the last. */
export function leafAtOffset(leaves: readonly Leaf[], offset: number): Leaf | null {
  const at = lastStartingAtOrBefore(leaves, offset);
  const leaf = leaves[Math.max(0, at)] ?? null;
  if (leaf && at >= 0 && offset > leaf.end) return leaves[at + 1] ?? leaf;
  return leaf;
}

/**
 * The place in the page of an offset.
 *
 * At a border between two segments `bias` says which side is meant: the text that begins there
 * (`start`), or the text that ends there (`end`). The nearest place on the page is given for an
 * offset between leaves.
 */
export function pointOfOffset(
  root: Element,
  leaves: readonly Leaf[],
  offset: number,
  bias: 'start' | 'end' = 'start',
): DomPoint | null {
  let leaf = leafAtOffset(leaves, offset);
  if (!leaf) return null;
  if (bias === 'end' && offset < leaf.start) leaf = leaves[leaf.index - 1] ?? leaf;
  const element = leafElement(root, leaf);
  if (!element) return null;
  const segments = [...element.querySelectorAll('[data-s]')];
  let chosen = segments[0] ?? null;
  for (const segment of segments) {
    const start = startOf(segment) ?? 0;
    if (bias === 'start' ? start > offset : start >= offset) break;
    chosen = segment;
  }
  if (!chosen) return { node: element, offset: 0 };
  const node = chosen.firstChild;
  const length = chosen.textContent?.length ?? 0;
  const inside = Math.min(Math.max(0, offset - (startOf(chosen) ?? 0)), length);
  return node ? { node, offset: inside } : { node: chosen, offset: 0 };
}

/** A range of the page for a range of the text; `null` while it is not on the page. */
export function rangeOfOffsets(
  root: Element,
  leaves: readonly Leaf[],
  start: number,
  end: number,
): Range | null {
  const from = pointOfOffset(root, leaves, start, 'start');
  const to = pointOfOffset(root, leaves, end, end > start ? 'end' : 'start');
  if (!from || !to) return null;
  const range = document.createRange();
  range.setStart(from.node, from.offset);
  range.setEnd(to.node, to.offset);
  return range;
}

/** The offset of the text under a point of the window. */
export function offsetAtPosition(root: Element, x: number, y: number): number | null {
  const range = document.caretRangeFromPoint?.(x, y);
  if (range) return offsetOfPoint(root, range.startContainer, range.startOffset);
  const position = document.caretPositionFromPoint?.(x, y);
  return position ? offsetOfPoint(root, position.offsetNode, position.offset) : null;
}

function startOf(element: Element | null): number | null {
  const value = element?.getAttribute('data-s');
  return value === null || value === undefined ? null : Number(value);
}
