import type { Nodes, Parents } from 'mdast';
import { curly } from '../../lib/typography.ts';
import type { Part, Run } from '../types.ts';
import { INLINE } from './components.ts';

/** Components that show a name or a number of their own, for which something else stands until the guide is whole. */
const NAMING = new Set(['Ref', 'Cite', 'Count']);
const standIn = (name: string, value: string): string => `\uE000${name} ${value}\uE001`;

/** Gives the words for a stand-in: for the name of its component and the value. */
export type Show = (name: string, value: string) => string;

/** A text with its stand-ins replaced. */
export const fillIn = (text: string, show: Show): string =>
  text.replace(/\uE000(\w+) ([^\uE001]*)\uE001/g, (_, name: string, value: string) => show(name, value));

const BREAKS = new Set(['paragraph', 'listItem', 'heading', 'break', 'list']);
/** Of the components inside a text, those that lead to an entry. */
const LEADING = new Set(['Ref', 'Term', 'Cite']);

/** The text of a node in pieces, each with the entry or the address that it leads to: texts joined, blocks kept apart by one space. */
function piecesOf(node: Nodes | Parents): { text: string; to: string }[] {
  const pieces: { text: string; to: string }[] = [];
  const put = (text: string, to: string): void => {
    const last = pieces.at(-1);
    // a space stands once
    const own = last === undefined || last.text.endsWith(' ') ? text.replace(/^ /, '') : text;
    if (own === '') return;
    if (last?.to === to) last.text += own;
    else pieces.push({ text: own, to });
  };
  const add = (text: string, to: string): void => {
    const [, before = '', own = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(text) ?? [];
    // spaces at the edges of a link stand beside it
    put(before && ' ', '');
    put(own.replace(/\s+/g, ' '), to);
    put(after && ' ', '');
  };
  const walk = (n: Nodes, to: string): void => {
    let inside = to;
    if (n.type === 'text') add(n.value, to);
    if (n.type === 'link') inside = n.url;
    if (n.type === 'mdxJsxTextElement' || n.type === 'mdxJsxFlowElement') {
      const name = n.name ?? '';
      const inline = INLINE.get(name);
      const value = n.attributes.find((a) => a.type === 'mdxJsxAttribute' && a.name === inline?.attribute)?.value;
      if (inline && typeof value === 'string') {
        if (LEADING.has(name)) inside = inline.prefix + value.trim();
        if (n.children.length === 0 && NAMING.has(name)) add(standIn(name, value), inside);
      }
    }
    if ('children' in n) for (const child of n.children) walk(child as Nodes, inside);
    if (BREAKS.has(n.type)) add(' ', '');
  };
  walk(node as Nodes, '');
  const last = pieces.at(-1);
  if (last) last.text = last.text.trimEnd();
  return pieces.filter(({ text }) => text !== '');
}

/** The plain text of a node: texts joined, blocks kept apart by one space. */
export const plainText = (node: Nodes | Parents): string =>
  piecesOf(node)
    .map(({ text }) => text)
    .join('');

/** A paragraph or a list item, with its links where it has some. */
export function partOf(node: Nodes, item: boolean): Part {
  const pieces = piecesOf(node);
  const text = pieces.map((piece) => piece.text).join('');
  const line = pieces.map(({ text: own, to }): Run => (to === '' ? own : to.includes('://') ? { text: own, href: to } : { text: own, to }));
  return { text, item, ...(pieces.some(({ to }) => to) && { line }) };
}

/** Replaces the stand-ins of a part, and sets its quotes as print has them. */
export function finishPart(part: Part, show: Show): void {
  part.text = curly(fillIn(part.text, show));
  if (!part.line) return;
  let at = 0;
  // quotes are set by what stands around them, which may be in another run
  const own = (text: string): string => {
    const from = at;
    at += fillIn(text, show).length;
    return part.text.slice(from, at);
  };
  part.line = part.line.map((run) => (typeof run === 'string' ? own(run) : { ...run, text: own(run.text) }));
}
