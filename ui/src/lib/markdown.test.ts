import { describe, expect, it } from 'vitest';
import { parseInline, parseMarkdown, plainText, type Inline, type MarkdownBlock } from './markdown';

/** Writes the tree briefly, so that a test reads like what it expects. */
function brief(blocks: readonly MarkdownBlock[]): string {
  return blocks
    .map((block) => {
      switch (block.type) {
        case 'paragraph':
          return `p(${inline(block.children)})`;
        case 'heading':
          return `h${block.level}(${inline(block.children)})`;
        case 'quote':
          return `q(${brief(block.blocks)})`;
        case 'code':
          return `code(${block.text})`;
        case 'rule':
          return 'rule';
        case 'list': {
          const items = block.items.map((item) => brief(item)).join(' | ');
          return `${block.isOrdered ? `ol${block.first}` : 'ul'}(${items})`;
        }
      }
    })
    .join(' ');
}

function inline(children: readonly Inline[]): string {
  return children
    .map((child) => {
      switch (child.type) {
        case 'text':
          return child.text;
        case 'code':
          return `\`${child.text}\``;
        case 'break':
          return '/';
        case 'emphasis':
          return `*${inline(child.children)}*`;
        case 'strong':
          return `**${inline(child.children)}**`;
        case 'link':
          return `[${inline(child.children)}](${child.href})`;
      }
    })
    .join('');
}

const check = (source: string, expected: string) => {
  expect(brief(parseMarkdown(source))).toBe(expected);
};

describe('reading Markdown', () => {
  it('reads paragraphs and keeps line ends', () => {
    check('One\ntwo\n\nThree', 'p(One/two) p(Three)');
    check('', '');
  });

  it('reads headings, rules, quotes and code', () => {
    check(
      '## Gas ##\n---\n> said *he*\n> twice\n\n```\n<b>\n```',
      'h2(Gas) rule q(p(said *he*/twice)) code(<b>)',
    );
  });

  it('reads lists, also nested and numbered from elsewhere than one', () => {
    check('- one\n- two\n  - three\n\nAfter', 'ul(p(one) | p(two) ul(p(three))) p(After)');
    check('3. three\n4. four', 'ol3(p(three) | p(four))');
  });

  it('takes a year at the beginning of a line for no list', () => {
    check('It began in\n1994. It ended in', 'p(It began in/1994. It ended in)');
  });

  it('reads emphasis, strong, code and escapes', () => {
    check('**a *b* c** and `x*y*`', 'p(**a *b* c** and `x*y*`)');
    check('\\*not\\* snake_case_name 2 * 3 * 4', 'p(*not* snake_case_name 2 * 3 * 4)');
  });

  it('makes links of addresses of the web only', () => {
    check(
      '[a](https://x.org/b) and https://y.org/c.',
      'p([a](https://x.org/b) and [https://y.org/c](https://y.org/c).)',
    );
    check('[a](javascript:alert(1))', 'p([a](javascript:alert(1)))');
  });

  it('takes HTML for text', () => {
    check('<script>x</script>', 'p(<script>x</script>)');
  });

  it('reads unbalanced and deeply nested marks without end', () => {
    check('**open', 'p(**open)');
    expect(parseMarkdown('>'.repeat(5000)).length).toBe(1);
    expect(parseInline('*'.repeat(20_000)).length).toBeGreaterThan(0);
    expect(parseInline('['.repeat(20_000)).length).toBe(1);
  });
});

describe('the words without the marks', () => {
  it('are those of every block, a line each', () => {
    expect(
      plainText('# Gas\n\nAsk **Ilia** about `this`.\n\n- one\n- [two](https://a.example)'),
    ).toBe('Gas\nAsk Ilia about this.\n• one\n• two');
  });
});
