// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { elementsOf, fillLeaf, idsAt } from './inline';
import { cutSegments, type Mark } from './model';
import { leafAtOffset, offsetOfPoint, pointOfOffset, rangeOfOffsets } from './offsets';
import type { Leaf } from './structure';

const TEXT = 'Gas 😀 flows\n\nHe said “no” in 2023.\n\na\tb\n\nEnd';
const quotation = { kind: 'quotation' as const, id: 1, hue: 3 as const, isUncertain: false };
const MARKS: Mark[] = [
  { kind: 'annotation', id: 7, color: 'green', start: 4, end: 25 },
  { kind: 'annotation', id: 8, color: 'red', start: 20, end: 28 },
  { ...quotation, part: 'content', start: TEXT.indexOf('“'), end: TEXT.indexOf('”') + 1 },
  {
    kind: 'date',
    id: 2,
    isVague: false,
    start: TEXT.indexOf('2023'),
    end: TEXT.indexOf('2023') + 4,
  },
  { kind: 'link', href: 'https://x.org/', start: 14, end: 21 },
  { kind: 'strong', start: 16, end: 18 },
];

let root: HTMLElement;
let leaves: Leaf[];

/** Draws the text as the reader does: two paragraphs, a row of two cells, a paragraph. */
beforeEach(() => {
  const cell = TEXT.indexOf('a\tb');
  const extents = [
    [0, TEXT.indexOf('\n')],
    [TEXT.indexOf('He'), TEXT.indexOf('\n\na')],
    [cell, cell + 1],
    [cell + 2, cell + 3],
    [TEXT.indexOf('End'), TEXT.length],
  ];
  leaves = extents.map(([start = 0, end = 0], index) => ({ index, start, end, page: null }));
  root = document.createElement('div');
  root.innerHTML =
    '<div><!--x--><p data-leaf="0"></p> <p data-leaf="1"></p></div>' +
    '<table><tbody><tr><td data-leaf="2"></td><td data-leaf="3"></td></tr></tbody></table>' +
    '<p data-leaf="4"></p><!--y-->';
  document.body.replaceChildren(root);
  for (const leaf of leaves) {
    const element = root.querySelector(`[data-leaf="${leaf.index}"]`);
    if (element) fillLeaf(element, TEXT, cutSegments(leaf, MARKS));
  }
});

describe('places in the page and in the text', () => {
  it('draw the text exactly', () => {
    for (const leaf of leaves) {
      const drawn = root.querySelector(`[data-leaf="${leaf.index}"]`)?.textContent;
      expect(drawn).toBe(TEXT.slice(leaf.start, leaf.end));
    }
  });

  it('lead to each other for every place of every leaf, from both sides', () => {
    for (const leaf of leaves) {
      for (let offset = leaf.start; offset <= leaf.end; offset += 1) {
        for (const bias of ['start', 'end'] as const) {
          const point = pointOfOffset(root, leaves, offset, bias);
          expect(point?.node.nodeType).toBe(Node.TEXT_NODE);
          expect(point && offsetOfPoint(root, point.node, point.offset)).toBe(offset);
        }
      }
    }
  });

  it('lead from every text node to its place', () => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.textContent?.trim() === '') continue;
      const length = node.textContent?.length ?? 0;
      for (let at = 0; at < length; at += 1) {
        const offset = offsetOfPoint(root, node, at) ?? -1;
        expect(TEXT[offset]).toBe(node.textContent?.[at]);
      }
    }
  });

  it('select exactly the words between two offsets, also across blocks and cells', () => {
    for (let start = 0; start < TEXT.length; start += 3) {
      for (let end = start + 1; end <= TEXT.length; end += 4) {
        const range = rangeOfOffsets(root, leaves, start, end);
        const drawn = leaves
          .map((leaf) => TEXT.slice(Math.max(start, leaf.start), Math.min(end, leaf.end)))
          .join('');
        expect(range?.toString().replace(/\s/g, '')).toBe(drawn.replace(/\s/g, ''));
      }
    }
  });

  it('count a place between elements for the text that follows in its leaf', () => {
    const second = root.querySelector('[data-leaf="1"]');
    if (!second) throw new Error('The second paragraph is not drawn.');
    expect(offsetOfPoint(root, second, 0)).toBe(leaves[1]?.start);
    expect(offsetOfPoint(root, second, second.childNodes.length)).toBe(leaves[1]?.end);
    expect(offsetOfPoint(root, root, 0)).toBe(0);
    expect(offsetOfPoint(root, root, 1)).toBe(leaves[2]?.start);
    expect(offsetOfPoint(root, root, root.childNodes.length)).toBe(TEXT.length);
    const comment = root.firstElementChild?.firstChild;
    expect(comment && offsetOfPoint(root, comment, 0)).toBe(0);
  });

  it('are none outside the text', () => {
    expect(offsetOfPoint(root, document.body, 0)).toBeNull();
    expect(pointOfOffset(root, [], 3)).toBeNull();
  });

  it('of an offset between two leaves are the nearest ones', () => {
    const gap = (leaves[0]?.end ?? 0) + 1;
    expect(leafAtOffset(leaves, gap)?.index).toBe(1);
    expect(pointOfOffset(root, leaves, gap, 'start')?.offset).toBe(0);
    const before = pointOfOffset(root, leaves, gap, 'end');
    expect(before && offsetOfPoint(root, before.node, before.offset)).toBe(leaves[0]?.end);
  });

  it('exist for a leaf without text', () => {
    const empty: Leaf = { index: 0, start: 0, end: 0, page: null };
    root.innerHTML = '<p data-leaf="0" data-start="0"></p>';
    const point = pointOfOffset(root, [empty], 0);
    expect(point && offsetOfPoint(root, point.node, point.offset)).toBe(0);
  });
});

describe('drawn segments', () => {
  it('say what lies on them', () => {
    const [first] = elementsOf(root, 'd', 2);
    expect(first?.textContent).toBe('2023');
    expect(
      elementsOf(root, 'q', 1)
        .map((element) => element.textContent)
        .join(''),
    ).toBe('“no”');
    expect(idsAt(elementsOf(root, 'a', 8)[0] ?? null, 'a')).toEqual([7, 8]);
    expect(idsAt(document.body, 'a')).toEqual([]);
  });

  it('make one link of all segments of it', () => {
    const links = root.querySelectorAll('a');
    expect(links).toHaveLength(1);
    expect(links[0]?.textContent).toBe(TEXT.slice(14, 21));
  });

  it('make no link of an address that is not of the web', () => {
    const element = document.createElement('p');
    const marks: Mark[] = [{ kind: 'link', href: 'javascript:alert(1)', start: 0, end: 3 }];
    fillLeaf(element, TEXT, cutSegments({ start: 0, end: 5 }, marks));
    expect(element.querySelector('a')).toBeNull();
    expect(element.textContent).toBe(TEXT.slice(0, 5));
  });

  it('show text that looks like HTML as text', () => {
    const element = document.createElement('p');
    const text = '<img src=x onerror=alert(1)>';
    fillLeaf(element, text, cutSegments({ start: 0, end: text.length }, []));
    expect(element.querySelector('img')).toBeNull();
    expect(element.textContent).toBe(text);
  });
});
