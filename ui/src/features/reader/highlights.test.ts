// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { HighlightPainter, LAYERS } from './highlights';
import { fillLeaf } from './inline';
import { cutSegments } from './model';
import type { Leaf } from './structure';

const TEXT = 'The tide tables were corrected.';
const LEAF: Leaf = { index: 0, start: 0, end: TEXT.length, page: null };

class FakeHighlight {
  ranges: readonly Range[];
  priority = 0;

  constructor(...ranges: Range[]) {
    this.ranges = ranges;
  }

  clear(): void {
    this.ranges = [];
  }

  [Symbol.iterator]() {
    return this.ranges[Symbol.iterator]();
  }
}

let registry: Map<string, FakeHighlight>;
let painter: HighlightPainter;

beforeEach(() => {
  registry = new Map();
  vi.stubGlobal('Highlight', FakeHighlight);
  vi.stubGlobal('CSS', { highlights: registry });
  const root = document.createElement('div');
  root.innerHTML = '<p data-leaf="0"></p>';
  const element = root.querySelector('p');
  if (!element) throw new Error('There is a paragraph.');
  fillLeaf(element, TEXT, cutSegments(LEAF, []));
  painter = new HighlightPainter(root);
  painter.setLeaves([LEAF]);
});

afterEach(() => vi.unstubAllGlobals());

const names = () => [...registry.keys()];

it('registers layers in the order in which they lie, whatever comes last', () => {
  for (const layer of [...LAYERS].reverse()) painter.set(layer, [{ start: 4, end: 8 }]);
  painter.set('hit', [{ start: 9, end: 15 }]);
  expect(names()).toEqual(LAYERS.map((layer) => `reader-${layer}`));
  expect(registry.get('reader-hit')?.ranges.map(String)).toEqual(['tables']);
});

it('leaves priorities alone, which end a web view where they fall', () => {
  for (const layer of LAYERS) painter.set(layer, [{ start: 4, end: 8 }]);
  expect([...registry.values()].map(({ priority }) => priority)).toEqual(LAYERS.map(() => 0));
});

it('takes a layer away, letting go of its words first, and leaves the others', () => {
  painter.set('hit', [{ start: 4, end: 8 }]);
  painter.set('flash', [{ start: 4, end: 8 }]);
  const hit = registry.get('reader-hit');
  painter.set('hit', []);
  expect(hit?.ranges).toEqual([]);
  expect(registry.get('reader-flash')?.ranges).toHaveLength(1);
  expect(names()).toEqual(['reader-flash']);
  painter.clear();
  expect(names()).toEqual([]);
});
