import { readFileSync } from 'node:fs';
import CSL, { type StyleNode } from 'citeproc';
import type { Source } from '../guide/types.ts';
import { itemAt } from '../lib/items.ts';
import { doiAddress } from '../lib/urls.ts';
import { type CslItem, cslOf, nameOf } from './csl.ts';
import { filesBelow, kept } from './kept.ts';

/** The styles a source is cited in: the name readers know and the name of the style file. */
const STYLES = [
  { name: 'AMA', file: 'american-medical-association' },
  { name: 'APA', file: 'apa' },
  { name: 'Vancouver', file: 'vancouver' },
] as const;

export type StyleName = (typeof STYLES)[number]['name'];

/** The style files and their English words, as the Citation Style Language project has them (docs/dependencies.md). */
const FOLDER = 'src/exports/csl';
/** What decides how a record is cited, beside the record. */
const CODE = ['src/exports/citation-styles.ts', ...filesBelow(FOLDER)];
const readFile = (name: string): StyleNode => CSL.parseXml(readFileSync(`${FOLDER}/${name}`, 'utf8'));

/** Attributes that a list of one has no use for. */
const UNUSED = /^second-field-align$|^disambiguate-/;

/**
 * The style for a list of one: without the number in front, and without "Published online", which a record that lacks a
 * volume does not say. Where a record names its first authors only, the style writes its own "et al." after those known.
 */
function styleFor(style: StyleNode, known?: number): StyleNode {
  const cut = known !== undefined;
  const walk = (node: StyleNode, inList: boolean): StyleNode => {
    const list = node.name === 'bibliography';
    const attrs = Object.fromEntries(Object.entries(node.attrs).filter(([name]) => !UNUSED.test(name)));
    if (cut && list) {
      const few = known + 1 < Number(attrs['et-al-min'] ?? Number.POSITIVE_INFINITY);
      Object.assign(attrs, few && { 'et-al-min': String(known + 1), 'et-al-use-first': String(known) });
      attrs['delimiter-precedes-et-al'] = 'always';
      delete attrs['et-al-use-last'];
    }
    const unsaid = (child: StyleNode | string): boolean =>
      typeof child !== 'string' &&
      (child.attrs['value'] === 'Published online' || ((inList || list) && child.attrs['variable'] === 'citation-number'));
    return {
      ...node,
      attrs,
      children: node.children
        .filter((child) => !unsaid(child))
        .map((child) => (typeof child === 'string' ? child : walk(child, inList || list))),
    };
  };
  return walk(style, false);
}

let current: CslItem;
const engines = new Map<string, InstanceType<typeof CSL.Engine>>();

function engineFor(file: string, known: number | undefined) {
  const key = `${file} ${known}`;
  const ready = engines.get(key);
  if (ready) return ready;
  const system = { retrieveLocale: () => readFile('locales-en-US.xml'), retrieveItem: () => ({ ...current }) };
  const engine = new CSL.Engine(system, styleFor(readFile(`${file}.csl`), known), 'en-US', true);
  engine.setOutputFormat('text');
  engines.set(key, engine);
  return engine;
}

/** What is cited: the DOI as address where there is one, and no site that has the author's name. */
function citedOf(source: Source): CslItem {
  const { note: _, 'container-title': place, ...item } = cslOf(source);
  const author = source.data.authors.map(nameOf);
  const same = author.some((name) => 'literal' in name && name.literal === place);
  return {
    ...item,
    // styles date a page by its address: one without is only a document for whoever looks for it
    ...(!item.URL && ['webpage', 'post-weblog'].includes(item.type) && { type: 'document' }),
    ...(author.length && { author }),
    ...(place && !same && { 'container-title': place }),
    ...(item.DOI && { URL: doiAddress(item.DOI) }),
  };
}

/**
 * A source as AMA, APA and Vancouver cite it, in plain text. The same record always gives the same text: no day of access
 * is written. For the build only: the processor and the styles are large.
 */
export function citationsOf(source: Source): { name: StyleName; text: string }[] {
  const item = citedOf(source);
  const known = source.data['et-al'] ? item.author?.length : undefined;
  // the one too many only makes the style write "et al."
  current = known ? { ...item, author: [...(item.author ?? []), { family: 'Others' }] } : item;
  return STYLES.map(({ name, file }) => {
    const engine = engineFor(file, known);
    engine.updateItems([]);
    engine.updateItems([item.id]);
    const text = itemAt(engine.makeBibliography()[1], 0).replace(/\s+/g, ' ').trim();
    // Vancouver leaves the semicolon that stands before a volume
    return { name, text: text.replace(/;(?= Available from:|$)/, '.') };
  });
}

/** The same, made once, then kept by what is cited and by the style files. */
export async function keptCitationsOf(source: Source): Promise<{ name: StyleName; text: string }[]> {
  const lines = await kept([JSON.stringify([citedOf(source), source.data['et-al']])], CODE, async () =>
    new TextEncoder().encode(
      citationsOf(source)
        .map(({ text }) => text)
        .join('\n'),
    ),
  );
  const texts = new TextDecoder().decode(lines).split('\n');
  return STYLES.map(({ name }, i) => ({ name, text: itemAt(texts, i) }));
}
