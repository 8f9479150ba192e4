import {
  type ClassSelector,
  type CssNode,
  generate,
  type List,
  parse,
  type Selector,
  type StyleSheet,
  type TypeSelector,
  walk,
} from 'css-tree';
import { madeOnce } from '../lib/items.ts';

/** Whether a class, or an element of the site's own (by its hyphen), may stand in a page. */
type Has = (name: string) => boolean;

/** Pseudo-classes that hold where one of their selectors does; `:not()` holds where it does not. */
const ANY_OF = ['is', 'where', 'has', 'matches'];

/** A class, or an element of the site's own. */
const isNamed = (node: CssNode): node is ClassSelector | TypeSelector =>
  node.type === 'ClassSelector' || (node.type === 'TypeSelector' && node.name.includes('-'));

/** Whether a selector can match in a page that has some classes and elements only. */
const canMatch = (selector: Selector, has: Has): boolean =>
  selector.children.toArray().every((part) => {
    if (isNamed(part)) return has(part.name);
    if (part.type !== 'PseudoClassSelector' || !ANY_OF.includes(part.name) || !part.children) return true;
    return part.children.toArray().some((list) => list.type !== 'SelectorList' || selectorsOf(list).some((one) => canMatch(one, has)));
  });

const selectorsOf = (list: { children: List<CssNode> }): Selector[] => list.children.toArray() as Selector[];

/** Writes what a page can use of a part of a style sheet; nothing where it can use none of it. */
type Writer = (has: Has) => string;

function writerOf(node: CssNode): Writer {
  if (node.type === 'Rule' && node.prelude.type === 'SelectorList') {
    const selectors = selectorsOf(node.prelude).map((selector) => ({ selector, text: generate(selector) }));
    const body = generate(node.block);
    return (has) => {
      const left = selectors.filter(({ selector }) => canMatch(selector, has));
      return left.length > 0 ? left.map(({ text }) => text).join(',') + body : '';
    };
  }
  // a block of rules, such as a layer or a query; places in an animation are no selectors, and a typeface has no rules
  if (node.type === 'Atrule' && node.block && ['layer', 'media', 'supports', 'container'].includes(node.name)) {
    const head = `@${node.name}${node.prelude ? ` ${generate(node.prelude)}` : ''}`;
    const inside = node.block.children.toArray().map(writerOf);
    // a minifier leaves the order of layers to their blocks: one that goes keeps its place by its name
    const place = node.name === 'layer' && node.prelude ? `${head};` : '';
    return (has) => {
      const text = inside.map((write) => write(has)).join('');
      return text ? `${head}{${text}}` : place;
    };
  }
  const text = generate(node);
  return () => text;
}

/** Every class and every element of the site's own that a style sheet names. */
function namesIn(sheet: CssNode): string[] {
  const names = new Set<string>();
  walk(sheet, (node) => {
    if (isNamed(node)) names.add(node.name);
  });
  return [...names];
}

/**
 * A style sheet that can be cut to what a page uses. The order of rules and layers stays.
 *
 * @param css the text of the sheet
 * @returns a function that takes whether a class, or an element with a hyphen in its name, may stand in a page, and gives the rules and
 *   selectors that name no other; pages that share their names share the text
 */
export function usedRules(css: string): (has: Has) => string {
  const sheet = parse(css) as StyleSheet;
  const names = namesIn(sheet);
  const writers = sheet.children.toArray().map(writerOf);
  const known = new Map<string, string>();
  return (has) => {
    const own = new Set(names.filter(has));
    const key = [...own].join(' ');
    return madeOnce(known, key, () => writers.map((write) => write((name) => own.has(name))).join(''));
  };
}
