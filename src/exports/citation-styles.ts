import { readFileSync } from 'node:fs';
import CSL, { type StyleNode } from 'citeproc';
import type { Guide, Source } from '../guide/types.ts';
import { itemAt, madeOnce, valueFor } from '../lib/items.ts';
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

/** Attributes for a list, in which one source stands beside others. */
const UNUSED = /^second-field-align$|^disambiguate-/;

/**
 * The style for a source by itself: without an order, the number in front and what tells it from others, and without "Published online", which a record that lacks a
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
      (child.name === 'sort' ||
        child.attrs['value'] === 'Published online' ||
        ((inList || list) && child.attrs['variable'] === 'citation-number'));
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

/** What is cited now, by id. */
let items: ReadonlyMap<string, CslItem> = new Map();
const engines = new Map<string, InstanceType<typeof CSL.Engine>>();

function engineFor(file: string, known: number | undefined) {
  return madeOnce(engines, `${file} ${known}`, () => newEngine(file, known));
}

function newEngine(file: string, known: number | undefined) {
  const system = { retrieveLocale: () => readFile('locales-en-US.xml'), retrieveItem: (id: string) => ({ ...valueFor(items, id) }) };
  const engine = new CSL.Engine(system, styleFor(readFile(`${file}.csl`), known), 'en-US', true);
  engine.setOutputFormat('text');
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

/** A source in one style. */
export interface StyledCitation {
  name: StyleName;
  text: string;
}

/** How many authors a record names, where it does not name all. */
const knownOf = ({ data }: Source): number | undefined => (data['et-al'] ? data.authors.length || undefined : undefined);

/**
 * Sources as AMA, APA and Vancouver cite each by itself, in plain text, by id. The same record always gives the same text: no
 * day of access is written. For the build only: the processor and the styles are large.
 */
export function citationsOf(sources: readonly Source[]): Map<string, StyledCitation[]> {
  items = new Map(
    sources.map((source) => {
      const item = citedOf(source);
      // the one too many only makes the style write "et al."
      const author = knownOf(source) ? [...(item.author ?? []), { family: 'Others' }] : item.author;
      return [item.id, { ...item, ...(author && { author }) }];
    }),
  );
  const groups = [...Map.groupBy(sources, knownOf)];
  const styled = STYLES.map(({ name, file }) => ({
    name,
    texts: new Map(groups.flatMap(([known, some]) => listed(engineFor(file, known), some))),
  }));
  return new Map(sources.map(({ id }) => [id, styled.map(({ name, texts }) => ({ name, text: valueFor(texts, id) }))]));
}

/** Each source in the words of a style, by id. */
function listed(engine: InstanceType<typeof CSL.Engine>, sources: readonly Source[]): [id: string, text: string][] {
  engine.updateItems([]);
  engine.updateItems(sources.map(({ id }) => id));
  const [{ entry_ids: ids }, texts] = engine.makeBibliography();
  return texts.map((text, i) => {
    const line = text.replace(/\s+/g, ' ').trim();
    // Vancouver leaves the semicolon that stands before a volume
    return [itemAt(itemAt(ids, i), 0), line.replace(/;(?= Available from:|$)/, '.')];
  });
}

const made = new WeakMap<object, Promise<Map<string, StyledCitation[]>>>();

/** The same of all sources of a guide, made once, then kept by what is cited and by the style files: a source that changes has all made anew, in a second for 500. */
export const keptCitations = ({ sources }: Pick<Guide, 'sources'>): Promise<Map<string, StyledCitation[]>> =>
  madeOnce(made, sources, async () => {
    const cited = sources.map((source) => [citedOf(source), source.data['et-al']]);
    const bytes = await kept([JSON.stringify(cited)], CODE, async () =>
      new TextEncoder().encode(JSON.stringify([...citationsOf(sources)])),
    );
    return new Map<string, StyledCitation[]>(JSON.parse(new TextDecoder().decode(bytes)));
  });
