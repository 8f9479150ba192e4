import { element, linkTo } from '../explore/details-panel.ts';
import type { DrawnEdge, DrawnGraph, DrawnNode } from './drawn-graph.ts';

/** More paths than this nobody reads. */
const MOST = 60;

/** "5 paths run through Internal funding". */
export const countOf = (paths: number, label: string): string =>
  paths === 1 ? `1 path runs through ${label}` : `${paths} paths run through ${label}`;

/** A node and the paths through it, in words. */
export function pathsArticle(
  { nodes }: DrawnGraph,
  { id, label, kind, counts, address }: DrawnNode,
  paths: readonly (readonly DrawnEdge[])[],
): HTMLElement {
  const named = (node: string): Node => {
    const text = nodes.find((other) => other.id === node)?.label ?? '';
    return node === id ? element('b', text) : document.createTextNode(text);
  };
  const mark = element('p', `${kind}. ${counts}.`);
  mark.className = 'mark';
  const list = element('ol');
  list.className = 'paths';
  for (const path of paths.slice(0, MOST)) {
    const line = element('li', '', named(path[0]?.from ?? id));
    for (const { to, name, words, address } of path) {
      const link = linkTo(address, words);
      link.setAttribute('aria-label', name);
      line.append(' → ', named(to), ' (', link, ')');
    }
    list.append(line);
  }
  return element(
    'article',
    '',
    element('h3', '', linkTo(address, label)),
    mark,
    element('p', `${countOf(paths.length, label)}${paths.length > MOST ? `; the first ${MOST}` : ''}:`),
    list,
  );
}
