import type { BlockView } from '../../api/generated/BlockView';
import type { PageView } from '../../api/generated/PageView';
import type { Extent } from '../../lib/utf16';

/**
 * A stretch of text that is drawn as one run of lines: a whole block, or one cell of a row.
 *
 * Leaves stand in text order and do not touch; what lies between them (line ends, the tabs between
 * cells) is in the document's text but not on the page.
 */
export interface Leaf extends Extent {
  /** Place among all leaves of the document. */
  readonly index: number;
  /** Label of the page that begins here. */
  readonly page: string | null;
}

/** An item of a list with the lists inside it. */
export interface ListItem {
  readonly leaf: Leaf;
  readonly children: readonly ListNode[];
}

/** Items of one kind that follow each other. */
export interface ListNode {
  readonly type: 'list';
  readonly isOrdered: boolean;
  readonly items: readonly ListItem[];
}

/** A row of a table. */
export interface TableRow {
  readonly isHeader: boolean;
  readonly cells: readonly Leaf[];
}

/** Something that the reader draws below something else. */
export type ReaderNode =
  | {
      readonly type: 'heading';
      /** How many headings it stands under, itself included: levels that a text leaves out count not. */
      readonly depth: number;
      readonly leaf: Leaf;
    }
  | { readonly type: 'paragraph' | 'caption' | 'note' | 'code'; readonly leaf: Leaf }
  | { readonly type: 'quote'; readonly leaves: readonly Leaf[] }
  | ListNode
  | { readonly type: 'table'; readonly rows: readonly TableRow[] };

/** A part of a document that is put on the page at once. */
export interface Chunk {
  readonly index: number;
  readonly nodes: readonly ReaderNode[];
  /** Indices of its leaves: the first, and the first after. */
  readonly firstLeaf: number;
  readonly endLeaf: number;
  /** Roughly how much there is to lay out, for an estimate of its height. */
  readonly characters: number;
}

/** A heading, for the outline. */
export interface OutlineEntry {
  readonly depth: number;
  readonly text: string;
  readonly start: number;
}

/** A document's text in the form in which it is drawn. */
export interface Structure {
  readonly text: string;
  readonly leaves: readonly Leaf[];
  readonly chunks: readonly Chunk[];
  readonly outline: readonly OutlineEntry[];
}

/** Characters of a chunk: some screens of text, quick enough to be drawn between two frames. */
const CHUNK_CHARACTERS = 12_000;
/** A longer list or table is drawn as several, so that a chunk stays quick to draw. */
const MOST_ROWS = 250;
/** Headings that stand deeper than this look alike. */
const DEEPEST = 5;

/** Groups blocks into what is drawn; first lines that only repeat the title are left out. */
export function buildStructure(
  text: string,
  blocks: readonly BlockView[],
  pages: readonly PageView[],
  title: string,
): Structure {
  const leaves: Leaf[] = [];
  const pageOf = pageMarks(blocks, pages);
  const addLeaf = (start: number, end: number, page: string | null): Leaf => {
    const leaf = { index: leaves.length, start, end, page };
    leaves.push(leaf);
    return leaf;
  };

  const nodes: ReaderNode[] = [];
  const outline: OutlineEntry[] = [];
  /** Levels of the headings that the place at hand stands under. */
  const above: number[] = [];
  let skipped = 0;
  while (repeatsTitle(text, blocks[skipped], title)) skipped += 1;
  const used = blocks.slice(skipped);

  let at = 0;
  while (at < used.length) {
    const block = used[at];
    if (!block) break;
    const page = pageOf.get(at + skipped) ?? null;
    const run = runLength(used, at, block.kind);
    if (block.kind === 'heading') {
      while ((above[above.length - 1] ?? 0) >= block.level) above.pop();
      above.push(block.level);
      const depth = Math.min(above.length, DEEPEST);
      const words = text.slice(block.start, block.end).replace(/\s+/g, ' ').trim();
      if (words) outline.push({ depth, text: words, start: block.start });
      nodes.push({ type: 'heading', depth, leaf: addLeaf(block.start, block.end, page) });
      at += 1;
    } else if (block.kind === 'block-quote') {
      const quoted = used.slice(at, at + run).map((one, index) => {
        return addLeaf(one.start, one.end, pageOf.get(at + index + skipped) ?? null);
      });
      nodes.push({ type: 'quote', leaves: quoted });
      at += run;
    } else if (block.kind === 'list-item') {
      const items = used.slice(at, at + run).map((one, index) => ({
        level: one.level,
        isOrdered: one.flag,
        leaf: addLeaf(one.start, one.end, pageOf.get(at + index + skipped) ?? null),
      }));
      nodes.push(...listsOf(items));
      at += run;
    } else if (block.kind === 'table-row') {
      const rows = used.slice(at, at + run).map((row, index) => ({
        isHeader: row.flag,
        cells: cellsOf(text, row).map((cell, column) =>
          addLeaf(
            cell.start,
            cell.end,
            column === 0 ? (pageOf.get(at + index + skipped) ?? null) : null,
          ),
        ),
      }));
      nodes.push({ type: 'table', rows });
      at += run;
    } else {
      const leaf = addLeaf(block.start, block.end, page);
      const kind = block.kind;
      const type = kind === 'caption' || kind === 'note' || kind === 'code' ? kind : 'paragraph';
      nodes.push({ type, leaf });
      at += 1;
    }
  }
  return { text, leaves, chunks: chunksOf(nodes), outline };
}

/** How many blocks of one kind follow each other, up to what one node takes. */
function runLength(blocks: readonly BlockView[], from: number, kind: string): number {
  let count = 1;
  while (count < MOST_ROWS && blocks[from + count]?.kind === kind) count += 1;
  return count;
}

/** Cells of a row are separated by tabs. */
function cellsOf(text: string, row: Extent): Extent[] {
  const cells: Extent[] = [];
  let start = row.start;
  for (let at = row.start; at < row.end; at += 1) {
    if (text.charCodeAt(at) !== 9) continue;
    cells.push({ start, end: at });
    start = at + 1;
  }
  cells.push({ start, end: row.end });
  return cells;
}

interface FlatItem {
  readonly level: number;
  readonly isOrdered: boolean;
  readonly leaf: Leaf;
}

/** Builds lists within lists from items that say how deep they stand. */
function listsOf(items: readonly FlatItem[]): ListNode[] {
  const lists: ListNode[] = [];
  let at = 0;
  while (at < items.length) {
    const first = items[at];
    if (!first) break;
    const members: ListItem[] = [];
    while (at < items.length) {
      const item = items[at];
      if (!item || (item.level <= first.level && item.isOrdered !== first.isOrdered)) break;
      let after = at + 1;
      while ((items[after]?.level ?? -1) > first.level) after += 1;
      members.push({ leaf: item.leaf, children: listsOf(items.slice(at + 1, after)) });
      at = after;
    }
    lists.push({ type: 'list', isOrdered: first.isOrdered, items: members });
  }
  return lists;
}

/** Which block each page begins in; a page that begins in the middle counts for its block. */
function pageMarks(
  blocks: readonly BlockView[],
  pages: readonly PageView[],
): ReadonlyMap<number, string> {
  const marks = new Map<number, string>();
  let block = 0;
  for (const page of pages) {
    while (block < blocks.length && (blocks[block]?.end ?? 0) <= page.start) block += 1;
    if (block >= blocks.length) break;
    if (page.label && !marks.has(block)) marks.set(block, page.label);
  }
  return marks;
}

function repeatsTitle(text: string, first: BlockView | undefined, title: string): boolean {
  if (first?.kind !== 'heading' && first?.kind !== 'paragraph') return false;
  const plain = (words: string) =>
    words
      .normalize('NFKC')
      .toLocaleLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  const words = plain(text.slice(first.start, first.end));
  return words !== '' && words === plain(title);
}

/** The leaves of a node in text order. */
export function leavesOf(node: ReaderNode): readonly Leaf[] {
  switch (node.type) {
    case 'quote':
      return node.leaves;
    case 'list':
      return node.items.flatMap((item) => [item.leaf, ...item.children.flatMap(leavesOf)]);
    case 'table':
      return node.rows.flatMap((row) => row.cells);
    default:
      return [node.leaf];
  }
}

function chunksOf(nodes: readonly ReaderNode[]): Chunk[] {
  const chunks: Chunk[] = [];
  let current: ReaderNode[] = [];
  let characters = 0;
  let firstLeaf = 0;
  let endLeaf = 0;
  const finish = () => {
    if (current.length === 0) return;
    chunks.push({ index: chunks.length, nodes: current, firstLeaf, endLeaf, characters });
    current = [];
    characters = 0;
    firstLeaf = endLeaf;
  };
  for (const node of nodes) {
    current.push(node);
    for (const leaf of leavesOf(node)) {
      // A short line takes a whole line and the space after it.
      characters += Math.max(leaf.end - leaf.start, 60);
      endLeaf = leaf.index + 1;
    }
    if (characters >= CHUNK_CHARACTERS) finish();
  }
  finish();
  return chunks;
}
