import { escapeMarkdown } from '../../lib/markdown.ts';
import { type Addresses, type AddressFor, isWhole } from '../addresses.ts';
import { type Block, type Inline, type Line, type Linked, lineOf } from '../edition/blocks.ts';

/** A link in Markdown; to what stands elsewhere in words, the words (see `addressesAt`). */
export const anchor = (text: string, address: string): string =>
  isWhole(address)
    ? `[${escapeMarkdown(text)}](${/[()\s]/.test(address) ? `<${address}>` : address})`
    : escapeMarkdown(text === address ? address : `${text} (${address})`);

/** Addresses for Markdown: a link with words of its own may lead to another edition than the address that is told. */
export interface LinkAddresses extends Addresses {
  linkFor?: AddressFor;
}

const BLANK = '\\_\\_\\_\\_\\_\\_\\_\\_';

/**
 * Blocks as Markdown, each a paragraph of its own. What is said keeps in one paragraph the words of its mark and what it rests
 * on: cut out, it still has both. A figure that has no words of its own leaves none: no Markdown draws it.
 */
export const markdownOf = (blocks: readonly Block[], addresses: LinkAddresses): string =>
  blocks
    .map((block) => paragraph(block, addresses))
    .filter(Boolean)
    .join('\n\n');

function paragraph(block: Block, addresses: LinkAddresses): string {
  const write = (line: Line): string => line.map((part) => inline(part, addresses)).join('');
  // an address in words would stand in the way of a sentence
  const sentence = (line: Line): string =>
    write(
      line.map((part) => (typeof part === 'object' && 'to' in part && !isWhole(addressOf(part, addresses)) ? (part.text ?? '') : part)),
    );
  switch (block.type) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${escapeMarkdown(block.text)}`;
    case 'facts':
      return bullets(block.facts.map(({ name, value }) => (name ? `${name}: ` : '') + write(value)));
    case 'said':
      return marked(block.label, [block.parts ? sentence(block.text) : write(block.text), ...block.under.map(write)]);
    case 'direction':
      return marked(
        block.label,
        block.parts.map((part) => sentence(lineOf(part))),
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

function inline(part: Inline, addresses: LinkAddresses): string {
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

function addressOf(link: Linked, { addressFor, fileFor, linkFor = addressFor }: LinkAddresses): string {
  if ('href' in link) return link.href;
  if ('file' in link) return fileFor(link.file);
  return (link.text === undefined ? addressFor : linkFor)(link.to, link.fragment);
}
