import { numbered } from '../../lib/text.ts';
import { element, linkTo } from '../shared/dom.ts';
import type { DrawnEdge, DrawnGraph, DrawnNode } from './drawn-graph.ts';

/** More paths than this nobody reads. */
const MOST = 60;

/** "11 paths run through Timetables, and 2 links that go no further"; none, where the reader's choice leaves none. */
export function countOf(paths: readonly (readonly unknown[])[], label: string): string {
  const whole = paths.filter(({ length }) => length > 1).length;
  const rest = paths.length - whole;
  const links = numbered(rest, 'link that goes no further', 'links that go no further');
  if (paths.length === 0) return `Nothing shown leads to ${label} or on from it`;
  if (whole === 0) return `${label} has ${links}`;
  const runs = `${numbered(whole, 'path runs', 'paths run')} through ${label}`;
  return rest > 0 ? `${runs}, and ${links}` : runs;
}

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
    element('p', `${countOf(paths, label)}${paths.length > MOST ? `; the first ${MOST}` : ''}${paths.length > 0 ? ':' : '.'}`),
    ...(paths.length > 0 ? [list] : []),
  );
}
