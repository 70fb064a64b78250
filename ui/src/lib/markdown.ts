/**
 * A small part of Markdown, read into a tree that is drawn as nodes: paragraphs, headings, lists,
 * block quotes, code, rules, emphasis, strong, code in the line and links.
 *
 * HTML in a note is text like any other, and an address other than of the web or of mail makes no
 * link, so a note that came from somewhere else can do nothing.
 */

/** A run of text in a line. */
export type Inline =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'code'; readonly text: string }
  | { readonly type: 'break' }
  | { readonly type: 'emphasis'; readonly children: readonly Inline[] }
  | { readonly type: 'strong'; readonly children: readonly Inline[] }
  | { readonly type: 'link'; readonly href: string; readonly children: readonly Inline[] };

/** A block of a note. */
export type MarkdownBlock =
  | { readonly type: 'paragraph'; readonly children: readonly Inline[] }
  | { readonly type: 'heading'; readonly level: number; readonly children: readonly Inline[] }
  | { readonly type: 'quote'; readonly blocks: readonly MarkdownBlock[] }
  | { readonly type: 'code'; readonly text: string }
  | { readonly type: 'rule' }
  | {
      readonly type: 'list';
      readonly isOrdered: boolean;
      readonly first: number;
      readonly items: readonly (readonly MarkdownBlock[])[];
    };

/** Deeper nesting of quotes and lists than this is read as plain text. */
const DEEPEST = 8;

/** Reads Markdown; every text can be read. */
export function parseMarkdown(source: string): MarkdownBlock[] {
  return blocksOf(source.replace(/\r\n?/g, '\n').split('\n'), 0);
}

const FENCE = /^\s{0,3}(`{3,}|~{3,})/;
const HEADING = /^\s{0,3}(#{1,6})\s+(.*?)\s*#*\s*$/;
const RULE = /^\s{0,3}(?:(?:\*\s*){3,}|(?:-\s*){3,}|(?:_\s*){3,})$/;
const QUOTE = /^\s{0,3}>\s?/;
const ITEM = /^(\s{0,3})([-*+]|\d{1,9}[.)])\s+(.*)$/;

function blocksOf(lines: readonly string[], depth: number): MarkdownBlock[] {
  const blocks: MarkdownBlock[] = [];
  let paragraph: string[] = [];
  const finish = () => {
    if (paragraph.length > 0) {
      blocks.push({ type: 'paragraph', children: parseInline(paragraph.join('\n')) });
    }
    paragraph = [];
  };

  let at = 0;
  while (at < lines.length) {
    const line = lines[at] ?? '';
    const fence = FENCE.exec(line)?.[1];
    const heading = HEADING.exec(line);
    if (line.trim() === '') {
      finish();
      at += 1;
    } else if (fence !== undefined) {
      finish();
      const end = lines.findIndex((other, index) => index > at && other.trim().startsWith(fence));
      const last = end < 0 ? lines.length : end;
      blocks.push({ type: 'code', text: lines.slice(at + 1, last).join('\n') });
      at = last + 1;
    } else if (heading) {
      finish();
      blocks.push({
        type: 'heading',
        level: heading[1]?.length ?? 1,
        children: parseInline(heading[2] ?? ''),
      });
      at += 1;
    } else if (RULE.test(line)) {
      finish();
      blocks.push({ type: 'rule' });
      at += 1;
    } else if (QUOTE.test(line) && depth < DEEPEST) {
      finish();
      const inner: string[] = [];
      for (; at < lines.length && QUOTE.test(lines[at] ?? ''); at += 1) {
        inner.push((lines[at] ?? '').replace(QUOTE, ''));
      }
      blocks.push({ type: 'quote', blocks: blocksOf(inner, depth + 1) });
    } else if (ITEM.test(line) && depth < DEEPEST && canBeginList(line, paragraph)) {
      finish();
      const list = listAt(lines, at, depth);
      blocks.push(list.block);
      at = list.next;
    } else {
      paragraph.push(line.trim() === line ? line : line.replace(/^\s+/, ''));
      at += 1;
    }
  }
  finish();
  return blocks;
}

/** A number in the middle of a paragraph (“… in\n1994. The …”) begins no list unless it is 1. */
function canBeginList(line: string, paragraph: readonly string[]): boolean {
  if (paragraph.length === 0) return true;
  const sign = ITEM.exec(line)?.[2] ?? '';
  return !/\d/.test(sign) || Number.parseInt(sign, 10) === 1;
}

function listAt(
  lines: readonly string[],
  from: number,
  depth: number,
): { block: MarkdownBlock; next: number } {
  const sign = ITEM.exec(lines[from] ?? '')?.[2] ?? '-';
  const isOrdered = /\d/.test(sign);
  const items: MarkdownBlock[][] = [];
  let at = from;
  while (at < lines.length) {
    const match = ITEM.exec(lines[at] ?? '');
    if (!match || /\d/.test(match[2] ?? '') !== isOrdered) break;
    const inner = [match[3] ?? ''];
    at += 1;
    for (; at < lines.length; at += 1) {
      const line = lines[at] ?? '';
      const isIndented = /^(?: {2,}|\t)/.test(line);
      const continues = line.trim() === '' && /^(?: {2,}|\t)\S/.test(lines[at + 1] ?? '');
      if (isIndented) inner.push(line.replace(/^(?: {1,4}|\t)/, ''));
      else if (continues) inner.push('');
      else if (line.trim() !== '' && !ITEM.test(line) && !startsBlock(line)) inner.push(line);
      else break;
    }
    items.push(blocksOf(inner, depth + 1));
    // One empty line between two items does not end the list.
    if ((lines[at] ?? '').trim() === '' && ITEM.test(lines[at + 1] ?? '')) at += 1;
  }
  const first = isOrdered ? Number.parseInt(sign, 10) : 1;
  return { block: { type: 'list', isOrdered, first, items }, next: at };
}

function startsBlock(line: string): boolean {
  return FENCE.test(line) || HEADING.test(line) || RULE.test(line) || QUOTE.test(line);
}

/** Reads the marks within a line. */
export function parseInline(source: string): Inline[] {
  return inlineOf(source, 0);
}

function inlineOf(source: string, depth: number): Inline[] {
  const found: Inline[] = [];
  let plain = '';
  const add = (node: Inline) => {
    if (plain) found.push({ type: 'text', text: plain });
    plain = '';
    found.push(node);
  };

  let at = 0;
  while (at < source.length) {
    const rest = source.slice(at, at + 2000);
    const match = depth < DEEPEST ? matchInline(rest, source[at - 1] ?? '', depth) : null;
    if (match) {
      if (match.node) add(match.node);
      else plain += match.text;
      at += match.length;
    } else {
      plain += source[at] ?? '';
      at += 1;
    }
  }
  if (plain) found.push({ type: 'text', text: plain });
  return found;
}

interface InlineMatch {
  readonly length: number;
  readonly node: Inline | null;
  /** What to write where there is no node. */
  readonly text: string;
}

function matchInline(rest: string, before: string, depth: number): InlineMatch | null {
  const sign = rest[0] ?? '';
  if (sign === '\\') {
    const escaped = /^\\([!-/:-@[-`{-~])/.exec(rest);
    return escaped ? { length: 2, node: null, text: escaped[1] ?? '' } : null;
  }
  if (sign === '\n') return { length: 1, node: { type: 'break' }, text: '' };
  if (sign === '`') {
    const code = /^(`+)(?!`)([\s\S]*?[^`])\1(?!`)/.exec(rest);
    return code && matched(code, { type: 'code', text: (code[2] ?? '').trim() });
  }
  if (sign === '*' || (sign === '_' && !/[\p{L}\p{N}]/u.test(before))) {
    const strong = /^(\*\*|__)(?=\S)([\s\S]*?\S)\1/.exec(rest);
    if (strong) {
      return matched(strong, { type: 'strong', children: inlineOf(strong[2] ?? '', depth + 1) });
    }
    const emphasis = /^([*_])(?=[^\s*_])([\s\S]*?[^\s*_])\1(?![\p{L}\p{N}])/u.exec(rest);
    return (
      emphasis &&
      matched(emphasis, { type: 'emphasis', children: inlineOf(emphasis[2] ?? '', depth + 1) })
    );
  }
  if (sign === '[') {
    const link = /^\[([^\]\n]+)\]\((\S+?)\)/.exec(rest);
    const href = link?.[2] ?? '';
    if (!link || !isSafe(href)) return null;
    return matched(link, { type: 'link', href, children: inlineOf(link[1] ?? '', depth + 1) });
  }
  if (sign === '<' || sign === 'h') {
    const bare = /^<((?:https?:\/\/|mailto:)[^\s<>]+)>/.exec(rest) ?? bareAddress(rest, before);
    const href = bare?.[1];
    if (!bare || href === undefined) return null;
    return matched(bare, { type: 'link', href, children: [{ type: 'text', text: href }] });
  }
  return null;
}

function bareAddress(rest: string, before: string): RegExpExecArray | null {
  if (/[\p{L}\p{N}]/u.test(before)) return null;
  return /^(https?:\/\/[^\s<>]*[^\s<>.,;:!?'")\]}»”])/.exec(rest);
}

function matched(match: RegExpExecArray, node: Inline): InlineMatch {
  return { length: match[0].length, node, text: '' };
}

function isSafe(href: string): boolean {
  return /^(https?|mailto):/i.test(href);
}

/** The words of a text in Markdown without its marks, a line for each block. */
export function plainText(source: string): string {
  return parseMarkdown(source).map(blockText).filter(Boolean).join('\n');
}

function blockText(block: MarkdownBlock): string {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return block.children.map(inlineText).join('');
    case 'quote':
      return block.blocks.map(blockText).join('\n');
    case 'code':
      return block.text;
    case 'rule':
      return '';
    case 'list':
      return block.items.map((item) => `• ${item.map(blockText).join('\n')}`).join('\n');
  }
}

function inlineText(inline: Inline): string {
  if (inline.type === 'text' || inline.type === 'code') return inline.text;
  return inline.type === 'break' ? '\n' : inline.children.map(inlineText).join('');
}
