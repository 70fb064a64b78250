import { describe, expect, it } from 'vitest';
import type { BlockView } from '../../api/generated/BlockView';
import { buildStructure, leavesOf, type ListNode, type ReaderNode } from './structure';

interface Line {
  kind: string;
  text: string;
  level?: number;
  flag?: boolean;
}

/** Puts lines one below the other as the engine does, with a blank line between. */
function laid(lines: readonly Line[]): { text: string; blocks: BlockView[] } {
  let text = '';
  const blocks = lines.map((line) => {
    if (text) text += '\n\n';
    const start = text.length;
    text += line.text;
    return {
      kind: line.kind,
      level: line.level ?? 0,
      flag: line.flag ?? false,
      start,
      end: text.length,
    };
  });
  return { text, blocks };
}

function build(lines: readonly Line[], title = 'Title') {
  const { text, blocks } = laid(lines);
  return buildStructure(text, blocks, [], title);
}

/** Writes nodes briefly, so that a test reads like what it expects. */
function brief(text: string, nodes: readonly ReaderNode[]): string {
  const words = (leaf: { start: number; end: number }) => text.slice(leaf.start, leaf.end);
  const list = (node: ListNode): string =>
    `${node.isOrdered ? 'ol' : 'ul'}(${node.items
      .map((item) => [words(item.leaf), ...item.children.map(list)].join(' '))
      .join(', ')})`;
  return nodes
    .map((node) => {
      if (node.type === 'list') return list(node);
      if (node.type === 'quote') return `quote(${node.leaves.map(words).join(', ')})`;
      if (node.type === 'table') {
        const rows = node.rows.map(
          (row) => (row.isHeader ? '#' : '') + row.cells.map(words).join('|'),
        );
        return `table(${rows.join(', ')})`;
      }
      return `${node.type === 'heading' ? `h${node.depth}` : node.type}(${words(node.leaf)})`;
    })
    .join(' ');
}

function check(lines: readonly Line[], expected: string) {
  const structure = build(lines);
  const nodes = structure.chunks.flatMap((chunk) => chunk.nodes);
  expect(brief(structure.text, nodes)).toBe(expected);
}

describe('the structure of a text', () => {
  it('draws headings, paragraphs, captions, notes and code each for itself', () => {
    check(
      [
        { kind: 'heading', text: 'Part', level: 2 },
        { kind: 'paragraph', text: 'One' },
        { kind: 'caption', text: 'Picture' },
        { kind: 'note', text: '1 Ibid.' },
        { kind: 'code', text: 'x = 1' },
        { kind: 'unheard-of', text: 'Rest' },
      ],
      'h1(Part) paragraph(One) caption(Picture) note(1 Ibid.) code(x = 1) paragraph(Rest)',
    );
  });

  it('counts how deep headings stand, whatever levels the text uses', () => {
    check(
      [2, 4, 4, 6, 2, 1, 3].map((level) => ({ kind: 'heading', text: String(level), level })),
      'h1(2) h2(4) h2(4) h3(6) h1(2) h1(1) h2(3)',
    );
  });

  it('gathers the paragraphs of a block quote', () => {
    check(
      [
        { kind: 'block-quote', text: 'a' },
        { kind: 'block-quote', text: 'b' },
        { kind: 'paragraph', text: 'c' },
      ],
      'quote(a, b) paragraph(c)',
    );
  });

  it('builds lists within lists', () => {
    check(
      [
        { kind: 'list-item', text: 'a' },
        { kind: 'list-item', text: 'a1', level: 1, flag: true },
        { kind: 'list-item', text: 'a2', level: 1, flag: true },
        { kind: 'list-item', text: 'b' },
        { kind: 'list-item', text: 'b1', level: 3 },
      ],
      'ul(a ol(a1, a2), b ul(b1))',
    );
  });

  it('begins another list where numbered items follow unnumbered ones', () => {
    check(
      [
        { kind: 'list-item', text: 'a' },
        { kind: 'list-item', text: 'b', flag: true },
      ],
      'ul(a) ol(b)',
    );
  });

  it('starts a list also with an item that stands deeper than the next', () => {
    check(
      [
        { kind: 'list-item', text: 'a', level: 2 },
        { kind: 'list-item', text: 'b', level: 0 },
      ],
      'ul(a, b)',
    );
  });

  it('cuts rows into cells at tabs, and keeps empty cells', () => {
    check(
      [
        { kind: 'table-row', text: 'Year\tGas', flag: true },
        { kind: 'table-row', text: '2023\t' },
      ],
      'table(#Year|Gas, 2023|)',
    );
  });

  it('leaves first lines out that only repeat the title', () => {
    const lines = [
      { kind: 'paragraph', text: 'a friendship made public: herzog’s visit' },
      { kind: 'heading', text: 'A friendship made public: Herzog’s visit', level: 1 },
      { kind: 'paragraph', text: 'Text' },
    ];
    const same = build(lines, 'A Friendship Made Public: Herzog’s Visit');
    expect(same.leaves.map((leaf) => same.text.slice(leaf.start, leaf.end))).toEqual(['Text']);
    expect(same.outline).toEqual([]);
    expect(build(lines, 'Another').leaves).toHaveLength(3);
  });

  it('numbers leaves in text order, without gaps between chunks', () => {
    const lines = Array.from({ length: 400 }, (_, at) => ({
      kind: 'paragraph',
      text: `${at} ${'word '.repeat(40)}`,
    }));
    const { chunks, leaves } = build(lines);
    expect(chunks.length).toBeGreaterThan(3);
    let next = 0;
    for (const chunk of chunks) {
      expect(chunk.firstLeaf).toBe(next);
      for (const leaf of chunk.nodes.flatMap(leavesOf)) expect(leaf.index).toBe(next++);
      expect(chunk.endLeaf).toBe(next);
    }
    expect(next).toBe(leaves.length);
  });

  it('draws a very long table as several', () => {
    const lines = Array.from({ length: 600 }, () => ({ kind: 'table-row', text: 'a\tb' }));
    const nodes = build(lines).chunks.flatMap((chunk) => chunk.nodes);
    expect(nodes).toHaveLength(3);
  });

  it('marks where a page begins, also in the middle of a block', () => {
    const { text, blocks } = laid([
      { kind: 'paragraph', text: 'aaaa' },
      { kind: 'paragraph', text: 'bbbb' },
      { kind: 'paragraph', text: 'cccc' },
    ]);
    const pages = [
      { label: '1', start: 0, end: 8 },
      { label: '2', start: 8, end: 12 },
      { label: '3', start: 12, end: 16 },
    ];
    const { leaves } = buildStructure(text, blocks, pages, '');
    expect(leaves.map((leaf) => leaf.page)).toEqual(['1', '2', '3']);
  });

  it('takes an empty document', () => {
    expect(build([])).toEqual({ text: '', leaves: [], chunks: [], outline: [] });
  });
});
