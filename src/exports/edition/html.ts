import type { Element, ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import type { Part } from '../../guide/types.ts';
import type { Voice } from '../../lib/voices.ts';
import { type Block, type Inline, inSteps, type Line, type Linked, lineOf, type Said } from './blocks.ts';

/** What decides where links of a text lead and how it is set. */
export interface Setting {
  /** the address of a target; where it has none, its words stand without a link */
  addressFor(link: Linked): string | undefined;
  /** the address that stands for itself, as the page of an entry does; where there is none, the line is left out */
  shownFor(link: Linked): { href: string; text: string } | undefined;
  /** the sign of a voice, which stands before its words */
  sign(voice: Voice): ElementContent[];
  /** the attributes of the picture of a figure */
  picture(figure: string): Readonly<Record<string, string | number>>;
  /** the id of a fragment of the entry that is written */
  idFor(fragment: string): string;
  /** wide tables scroll by themselves: then keys must reach them */
  scrolls?: boolean;
  /** how deep headings lie: 0 where the title of an entry is the first heading */
  depth: number;
}

/** HTML text of some nodes, which XML reads too. */
export const markup = (nodes: readonly ElementContent[]): string =>
  toHtml([...nodes], { closeSelfClosing: true, characterReferences: { useNamedReferences: false } });

/** Blocks as HTML: each statement with the words and the sign of its mark, and what it rests on under it. */
export const blocksHtml = (blocks: readonly Block[], setting: Setting): ElementContent[] =>
  inSteps(blocks).flatMap((block) => blockHtml(block, setting));

function blockHtml(block: Block, setting: Setting): ElementContent[] {
  const write = (line: Line): ElementContent[] => line.flatMap((part) => inline(part, setting));
  const id = (fragment: string | undefined) => (fragment ? { id: setting.idFor(fragment) } : {});
  switch (block.type) {
    case 'heading':
      return [h(`h${Math.min(6, block.level + setting.depth)}`, id(block.id), block.text)];
    case 'facts': {
      // files that cannot be reached from here are not named
      const reached = block.facts.filter(
        ({ value }) => !value.some((part) => typeof part === 'object' && 'file' in part && !setting.addressFor(part)),
      );
      const facts = reached.map(({ name, value }) => ({ name, value: write(value) })).filter(({ value }) => value.length > 0);
      return facts.length === 0
        ? []
        : [
            h(
              'ul',
              { className: 'facts' },
              facts.map(({ name, value }) => h('li', name ? [h('b', `${name}: `), ...value] : value)),
            ),
          ];
    }
    case 'said':
      return [saidHtml(block, setting, id(block.id))];
    case 'direction':
      return [
        h(
          'div',
          { className: ['direction'], ...id(block.id) },
          h('p', { className: 'mark' }, h('b', block.label)),
          ...partsHtml(block.parts, setting),
        ),
      ];
    case 'list':
      return [
        h(
          'ul',
          { className: 'items' },
          block.items.map((item) => h('li', blockHtml(item, setting))),
        ),
      ];
    case 'table':
      return [
        h('div', { className: ['scroll'], ...(setting.scrolls && { tabIndex: 0 }) }, [
          h('table', [
            h(
              'thead',
              h(
                'tr',
                block.head.map((cell) => (cell.length > 0 ? h('th', { scope: 'col' }, write(cell)) : h('td'))),
              ),
            ),
            h(
              'tbody',
              block.rows.map((cells) =>
                h(
                  'tr',
                  cells.map((cell) => h('td', write(cell))),
                ),
              ),
            ),
          ]),
        ]),
      ];
    case 'line': {
      const words = write(block.line);
      return words.length > 0 ? [h('p', words)] : [];
    }
    case 'figure': {
      const instead = block.instead ? [h('figcaption', saidHtml(block.instead, setting, {}))] : [];
      return [h('figure', [h('img', setting.picture(block.figure)), ...instead])];
    }
    case 'rule':
      return [h('hr')];
  }
}

function saidHtml({ voice, label, text, parts, under }: Said, setting: Setting, id: { id?: string }): Element {
  const write = (line: Line): ElementContent[] => line.flatMap((part) => inline(part, setting));
  const notes = under.map(write).filter((words) => words.length > 0);
  return h('div', { className: ['voice', ...(voice ? [voice] : [])], ...id }, [
    h('div', { className: 'body' }, [
      h('p', { className: 'mark' }, [...(voice ? setting.sign(voice) : []), h('b', label)]),
      h('div', { className: 'said' }, parts ? partsHtml(parts, setting) : [h('p', write(text))]),
    ]),
    ...(notes.length > 0
      ? [
          h(
            'div',
            { className: 'note' },
            notes.map((words) => h('p', words)),
          ),
        ]
      : []),
  ]);
}

/** Paragraphs, and items in a row as one list. */
function partsHtml(parts: readonly Part[], setting: Setting): Element[] {
  const out: Element[] = [];
  for (const part of parts) {
    const last = out.at(-1);
    const words = lineOf(part).flatMap((run) => inline(run, setting));
    if (!part.item) out.push(h('p', words));
    else if (last?.tagName === 'ul') last.children.push(h('li', words));
    else out.push(h('ul', h('li', words)));
  }
  return out;
}

const BLANK = '________';

function inline(part: Inline, setting: Setting): ElementContent[] {
  if (typeof part === 'string') return [{ type: 'text', value: part }];
  if ('strong' in part) return [h('strong', part.strong)];
  if ('open' in part) return [{ type: 'text', value: part.open === 'box' ? '☐' : BLANK }];
  if (part.text === undefined) {
    const shown = 'href' in part ? { href: part.href, text: part.href } : setting.shownFor(part);
    return shown ? [h('a', { href: shown.href }, shown.text)] : [];
  }
  const address = setting.addressFor(part);
  return address === undefined ? [{ type: 'text', value: part.text }] : [h('a', { href: address }, part.text)];
}
