import { flushSync, tick } from 'svelte';
import { lastStartingAtOrBefore, type Extent } from '../../lib/utf16';
import { HighlightPainter } from './highlights';
import {
  leafAtOffset,
  leafElement,
  offsetAtPosition,
  offsetOfPoint,
  pointOfOffset,
  rangeOfOffsets,
} from './offsets';
import type { Selected } from './reader.svelte';
import type { Structure } from './structure';

/** Where words stand, in pixels from the top left corner of the element that holds the text. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Chunks put on the page before the first frame; the others follow between frames. */
const FIRST_CHUNKS = 2;
/** How long putting chunks on the page may hold a frame up, in milliseconds. */
const SLICE_MS = 8;
/** Frames after which a place that is jumped to is taken as settled. */
const MOST_FRAMES = 8;
/** How long the place that was jumped to stays marked, in milliseconds. */
const FLASH_MS = 2200;

/**
 * The text as it stands on the page: what is drawn of it, where its words are, the selection and
 * the way to a passage.
 *
 * A long document is put on the page in chunks, the ones in sight first, and the web view lays out
 * only those near the window (`content-visibility`), so that opening does not wait for the rest.
 */
export class Surface {
  /** Chunks that are on the page. */
  mounted: ReadonlySet<number> = $state.raw(new Set());
  /** Grows with every change of where words stand. */
  layout = $state(0);

  readonly root: HTMLElement;
  readonly scroller: HTMLElement;
  readonly painter: HighlightPainter;
  #structure: Structure;
  #mounting: ReturnType<typeof setTimeout> | undefined;
  #flashing: ReturnType<typeof setTimeout> | undefined;
  #journey = 0;
  #heights = new WeakMap<Element, number>();
  #observer: ResizeObserver | null = null;

  constructor(root: HTMLElement, scroller: HTMLElement, structure: Structure) {
    this.root = root;
    this.scroller = scroller;
    this.#structure = structure;
    this.painter = new HighlightPainter(root);
    this.painter.setLeaves(structure.leaves);
    this.mounted = new Set(structure.chunks.slice(0, FIRST_CHUNKS).map((chunk) => chunk.index));
    this.#mountRest();
    if (!CSS.supports('overflow-anchor', 'auto')) this.#holdStill();
  }

  destroy(): void {
    this.#observer?.disconnect();
    clearTimeout(this.#mounting);
    clearTimeout(this.#flashing);
    this.#journey += 1;
    this.painter.clear();
  }

  /** Says that elements of the text were replaced or moved. */
  changed(): void {
    this.layout += 1;
    this.painter.repaint();
  }

  /** Puts the chunks of a passage on the page at once. */
  mountPassage({ start, end }: Extent): void {
    const first = this.#chunkAt(start);
    const last = this.#chunkAt(Math.max(start, end - 1));
    const wanted: number[] = [];
    for (let chunk = Math.max(0, first - 1); chunk <= last + 1; chunk += 1) {
      if (chunk < this.#structure.chunks.length) wanted.push(chunk);
    }
    this.#mount(wanted);
  }

  /** Where a passage stands: the boxes of its lines, none while it is not on the page. */
  boxesOf({ start, end }: Extent): Box[] {
    const range = rangeOfOffsets(this.root, this.#structure.leaves, start, end);
    if (!range) return [];
    const origin = this.root.getBoundingClientRect();
    const rects = [...range.getClientRects()].filter((rect) => rect.height > 0);
    return rects.map((rect) => ({
      left: rect.left - origin.left,
      top: rect.top - origin.top,
      right: rect.right - origin.left,
      bottom: rect.bottom - origin.top,
    }));
  }

  /** Where the line of a place begins, without laying out every line of a passage. */
  topOf(offset: number): number | null {
    return this.boxesOf({ start: offset, end: offset + 1 })[0]?.top ?? this.#leafTop(offset);
  }

  /** Where a caret before the character at `offset` stands. */
  caretBox(offset: number): Box | null {
    const collapsed = this.boxesOf({ start: offset, end: offset })[0];
    if (collapsed) return { ...collapsed, right: collapsed.left };
    const leaf = leafAtOffset(this.#structure.leaves, offset);
    if (!leaf || leaf.end === leaf.start) return null;
    const isAtEnd = offset >= leaf.end;
    const beside = isAtEnd
      ? { start: leaf.end - 1, end: leaf.end }
      : { start: offset, end: offset + 1 };
    const box = this.boxesOf(beside)[0];
    if (!box) return null;
    const x = isAtEnd !== this.isRightToLeft(offset) ? box.right : box.left;
    return { ...box, left: x, right: x };
  }

  /** Whether the paragraph of a place is written from right to left. */
  isRightToLeft(offset: number): boolean {
    const leaf = leafAtOffset(this.#structure.leaves, offset);
    const element = leaf && leafElement(this.root, leaf);
    return element ? getComputedStyle(element).direction === 'rtl' : false;
  }

  /** The offset of the text under a point of the window. */
  offsetAt(x: number, y: number): number | null {
    return offsetAtPosition(this.root, x, y);
  }

  /** The offset of the first words in sight. */
  firstInSight(): number | null {
    const top = this.scroller.getBoundingClientRect().top;
    for (const { firstLeaf, endLeaf, index } of this.#structure.chunks) {
      const chunk = this.root.querySelector(`[data-chunk="${index}"]`);
      if (!chunk || chunk.getBoundingClientRect().bottom <= top) continue;
      for (const leaf of this.#structure.leaves.slice(firstLeaf, endLeaf)) {
        const box = leafElement(this.root, leaf)?.getBoundingClientRect();
        if (!box || box.bottom <= top + 4) continue;
        if (box.top >= top) return leaf.start;
        const x = box.left + 2;
        return this.offsetAt(x, top + 6) ?? leaf.start;
      }
    }
    return null;
  }

  /** Whether a place is within the window. */
  isInSight(offset: number): boolean {
    const box = this.caretBox(offset);
    if (!box) return false;
    const origin = this.root.getBoundingClientRect();
    const window = this.scroller.getBoundingClientRect();
    return box.bottom + origin.top > window.top && box.top + origin.top < window.bottom;
  }

  /** Scrolls no further than is needed to have a place in sight with some lines around it. */
  keepInSight(offset: number): void {
    if (offset <= (this.#structure.leaves[0]?.start ?? 0)) {
      // Above the first line stand the title and the citation.
      this.scroller.scrollTop = 0;
    }
    const box = this.caretBox(offset);
    if (!box) return;
    const origin = this.root.getBoundingClientRect();
    const window = this.scroller.getBoundingClientRect();
    const margin = Math.min(72, window.height / 5);
    const above = box.top + origin.top - (window.top + margin);
    const below = box.bottom + origin.top - (window.bottom - margin);
    if (above < 0) this.scroller.scrollTop += above;
    else if (below > 0) this.scroller.scrollTop += below;
  }

  /**
   * Goes to a passage and marks it for a moment.
   *
   * Text above it may still grow as it is laid out for the first time, so the way is corrected for
   * some frames, until the passage stays where it was put.
   */
  async goTo(passage: Extent, options: { isMarked?: boolean; part?: number } = {}): Promise<void> {
    const { isMarked = true, part = 0.3 } = options;
    const journey = ++this.#journey;
    await tick();
    if (journey !== this.#journey) return;
    this.mountPassage(passage);
    for (let frame = 0, settled = 0; frame < MOST_FRAMES && settled < 2; frame += 1) {
      const moved = this.#bringTo(passage.start, part);
      settled = moved < 1 ? settled + 1 : 0;
      await new Promise((resolve) => requestAnimationFrame(resolve));
      if (journey !== this.#journey) return;
    }
    if (isMarked && passage.end > passage.start) this.flash(passage);
  }

  /** Marks a passage for a moment. */
  flash(passage: Extent): void {
    clearTimeout(this.#flashing);
    this.painter.set('flash', [passage]);
    this.#flashing = setTimeout(() => this.painter.set('flash', []), FLASH_MS);
  }

  /** The selection of the page as offsets; `null` where it is not in the text. */
  readSelection(): Selected | null {
    const selection = document.getSelection();
    if (!selection?.anchorNode || !selection.focusNode) return null;
    const { anchorNode, focusNode } = selection;
    const anchor = offsetOfPoint(this.root, anchorNode, selection.anchorOffset);
    const focus = offsetOfPoint(this.root, focusNode, selection.focusOffset);
    if (anchor === null && focus === null) return null;
    // A selection that was drawn out of the text ends where the text does.
    return {
      anchor: anchor ?? this.#endTowards(anchorNode),
      focus: focus ?? this.#endTowards(focusNode),
    };
  }

  #endTowards(node: Node): number {
    const { leaves } = this.#structure;
    const isBefore =
      (this.root.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_PRECEDING) !== 0;
    return (isBefore ? leaves[0]?.start : leaves[leaves.length - 1]?.end) ?? 0;
  }

  /** Puts the selection of the page where the offsets say. */
  writeSelection({ anchor, focus }: Selected): void {
    const before = this.readSelection();
    if (before?.anchor === anchor && before.focus === focus) return;
    this.mountPassage({ start: Math.min(anchor, focus), end: Math.max(anchor, focus) });
    const { leaves } = this.#structure;
    const from = pointOfOffset(this.root, leaves, anchor, anchor > focus ? 'end' : 'start');
    const to = pointOfOffset(this.root, leaves, focus, focus > anchor ? 'end' : 'start');
    if (!from || !to) return;
    document.getSelection()?.setBaseAndExtent(from.node, from.offset, to.node, to.offset);
  }

  clearSelection(): void {
    if (this.readSelection()) document.getSelection()?.removeAllRanges();
  }

  /** Moves the selection's end by a line as it is laid out, which only the web view knows. */
  moveByLine(
    how: 'move' | 'extend',
    direction: 'forward' | 'backward',
    to: 'line' | 'lineboundary',
  ): Selected | null {
    const selection = document.getSelection();
    if (!selection) return null;
    selection.modify(how, direction, to);
    return this.readSelection();
  }

  /** Keeps the text in its place when chunks above it turn out higher or lower than was thought. */
  #holdStill(): void {
    this.#observer = new ResizeObserver((entries) => {
      const top = this.scroller.getBoundingClientRect().top;
      let moved = 0;
      for (const { target } of entries) {
        const { bottom, height } = target.getBoundingClientRect();
        const before = this.#heights.get(target);
        this.#heights.set(target, height);
        if (before !== undefined && bottom - (height - before) <= top) moved += height - before;
      }
      if (moved !== 0) this.scroller.scrollTop += moved;
    });
    for (const chunk of this.root.querySelectorAll('[data-chunk]')) this.#observer.observe(chunk);
  }

  #bringTo(offset: number, part: number): number {
    const top = this.topOf(offset);
    if (top === null) return 0;
    const origin = this.root.getBoundingClientRect().top;
    const window = this.scroller.getBoundingClientRect();
    const before = this.scroller.scrollTop;
    this.scroller.scrollTop = before + top + origin - (window.top + window.height * part);
    return Math.abs(this.scroller.scrollTop - before);
  }

  #leafTop(offset: number): number | null {
    const leaf = leafAtOffset(this.#structure.leaves, offset);
    const element = leaf && leafElement(this.root, leaf);
    if (!element) return null;
    return element.getBoundingClientRect().top - this.root.getBoundingClientRect().top;
  }

  #chunkAt(offset: number): number {
    const leaf = leafAtOffset(this.#structure.leaves, offset)?.index ?? 0;
    const starts = this.#structure.chunks.map(({ firstLeaf, endLeaf }) => ({
      start: firstLeaf,
      end: endLeaf,
    }));
    return Math.max(0, lastStartingAtOrBefore(starts, leaf));
  }

  /** Puts chunks on the page now: what is asked next is where they are. */
  #mount(chunks: readonly number[]): void {
    const missing = chunks.filter((chunk) => !this.mounted.has(chunk));
    if (missing.length === 0) return;
    flushSync(() => {
      this.mounted = new Set([...this.mounted, ...missing]);
    });
  }

  #mountRest(): void {
    this.#mounting = setTimeout(() => {
      const began = performance.now();
      for (const { index } of this.#structure.chunks) {
        if (this.mounted.has(index)) continue;
        this.#mount([index]);
        if (performance.now() - began > SLICE_MS) break;
      }
      if (this.mounted.size < this.#structure.chunks.length) this.#mountRest();
    }, 16);
  }
}
