import { escapeMarkdown } from '../../lib/markdown.ts';
import type { Addresses } from '../addresses.ts';
import type { Block, Inline, Line, Linked } from '../edition/blocks.ts';

/** A link in Markdown. */
export const anchor = (text: string, address: string): string =>
  `[${escapeMarkdown(text)}](${/[()\s]/.test(address) ? `<${address}>` : address})`;

const BLANK = '\\_\\_\\_\\_\\_\\_\\_\\_';

/**
 * Blocks as Markdown, each a paragraph of its own. What is said keeps in one paragraph the words of its mark and what it rests
 * on: cut out, it still has both. A figure that has no words of its own leaves none: no Markdown draws it.
 */
export const markdownOf = (blocks: readonly Block[], addresses: Addresses): string =>
  blocks
    .map((block) => paragraph(block, addresses))
    .filter(Boolean)
    .join('\n\n');

function paragraph(block: Block, addresses: Addresses): string {
  const write = (line: Line): string => line.map((part) => inline(part, addresses)).join('');
  switch (block.type) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${escapeMarkdown(block.text)}`;
    case 'facts':
      return bullets(block.facts.map(({ name, value }) => (name ? `${name}: ` : '') + write(value)));
    case 'said':
      return marked(block.label, [block.text, ...block.under].map(write));
    case 'direction':
      return marked(
        block.label,
        block.parts.map(({ text }) => escapeMarkdown(text)),
      );
    case 'list':
      return bullets(block.items.map((item) => paragraph(item, addresses)));
    case 'table':
      return [block.head.map(write), block.head.map(() => '---'), ...block.rows.map((cells) => cells.map(write))]
        .map((cells) => `| ${cells.join(' | ')} |`)
        .join('\n');
    case 'line':
      return write(block.line);
    case 'figure':
      return block.instead ? paragraph(block.instead, addresses) : '';
    case 'rule':
      return '---';
  }
}

/** A text with the words of its mark in front and what it rests on under it, all in one paragraph. */
const marked = (label: string, lines: readonly string[]): string => `**${escapeMarkdown(label)}.** ${lines.join('\\\n')}`;

const bullets = (items: readonly string[]): string => items.map((item) => `- ${item.replaceAll('\n', '\n  ')}`).join('\n');

function inline(part: Inline, addresses: Addresses): string {
  if (typeof part === 'string') {
    // a part keeps the space around it, which a line of its own would not
    const [, before = '', text = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(part) ?? [];
    return (before && ' ') + escapeMarkdown(text) + (after && ' ');
  }
  if ('strong' in part) return `**${escapeMarkdown(part.strong)}**`;
  if ('open' in part) return part.open === 'box' ? '[ ]' : BLANK;
  const address = addressOf(part, addresses);
  if (part.text !== undefined) return anchor(part.text, address);
  return 'href' in part ? `<${address}>` : anchor(address, address);
}

function addressOf(link: Linked, { addressFor, fileFor }: Addresses): string {
  if ('href' in link) return link.href;
  return 'file' in link ? fileFor(link.file) : addressFor(link.to, link.fragment);
}
