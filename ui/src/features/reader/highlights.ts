import type { Extent } from '../../lib/utf16';
import { rangeOfOffsets } from './offsets';
import type { Leaf } from './structure';

/*
 * Draws passing marks on the text: what a search or the find bar found, the place that was jumped
 * to, the passage of a note that is being written. They change while a person types and nobody
 * points at them, so they are drawn by the CSS Custom Highlight API and leave the page's elements,
 * and with them the selection, alone. A web view without it shows the text without these marks.
 */

/** The passing marks; what lies on the same words is drawn in this order. */
export const LAYERS = ['hit', 'found', 'draft', 'flash', 'current'] as const;

/** The name of a passing mark; in CSS it is `::highlight(reader-…)`. */
export type Layer = (typeof LAYERS)[number];

/** Paints passing marks on a text that may be only partly on the page. */
export class HighlightPainter {
  #root: Element;
  #leaves: readonly Leaf[] = [];
  #ranges = new Map<Layer, readonly Extent[]>();
  #painted = new Map<Layer, Highlight>();

  constructor(root: Element) {
    this.#root = root;
  }

  /** Takes another text; what was painted is forgotten. */
  setLeaves(leaves: readonly Leaf[]): void {
    this.#leaves = leaves;
    this.#ranges.clear();
    this.repaint();
  }

  /** Says what a layer covers from now on. */
  set(layer: Layer, ranges: readonly Extent[]): void {
    if (ranges.length === 0 && !this.#ranges.has(layer)) return;
    this.#ranges.set(layer, ranges);
    this.#paint(layer, ranges);
  }

  /** Paints everything again: after elements of the text were replaced or added. */
  repaint(): void {
    for (const layer of LAYERS) this.#paint(layer, this.#ranges.get(layer) ?? []);
  }

  /** Takes every mark away. */
  clear(): void {
    this.#ranges.clear();
    this.repaint();
  }

  #paint(layer: Layer, ranges: readonly Extent[]): void {
    if (!('highlights' in CSS)) return;
    const drawn = ranges.flatMap(({ start, end }) => {
      const range = rangeOfOffsets(this.#root, this.#leaves, start, end);
      return range ? [range] : [];
    });
    this.#letGo(this.#painted.get(layer));
    if (drawn.length > 0) this.#painted.set(layer, new Highlight(...drawn));
    else if (!this.#painted.delete(layer)) return;
    this.#register(layer);
  }

  /**
   * Takes a highlight from its words. WebKit draws words anew that a highlight lets go of, but not
   * those of one that is taken away; and of them the letters only, where a mark is as high as its
   * line. So their paragraphs are hidden and shown between two frames.
   */
  #letGo(highlight: Highlight | undefined): void {
    if (!highlight) return;
    const leaves = new Set<HTMLElement>();
    for (const { startContainer, endContainer } of highlight) {
      for (const { parentElement } of [startContainer, endContainer]) {
        const leaf = parentElement?.closest<HTMLElement>('[data-leaf]');
        if (leaf) leaves.add(leaf);
      }
    }
    highlight.clear();
    for (const leaf of leaves) leaf.style.visibility = 'hidden';
    void this.#root.clientHeight;
    for (const leaf of leaves) leaf.style.removeProperty('visibility');
  }

  /**
   * Registers a layer and those above it anew: of several on the same words the one registered last
   * lies on top. Priorities would say the same, but WebKitGTK 2.50 ends when one with a lower
   * priority is registered after one with a higher.
   */
  #register(changed: Layer): void {
    const above = LAYERS.slice(LAYERS.indexOf(changed));
    for (const layer of above) CSS.highlights.delete(nameOf(layer));
    for (const layer of above) {
      const highlight = this.#painted.get(layer);
      if (highlight) CSS.highlights.set(nameOf(layer), highlight);
    }
  }
}

function nameOf(layer: Layer): string {
  return `reader-${layer}`;
}
