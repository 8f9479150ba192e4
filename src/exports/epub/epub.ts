import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import { entryIn, openingOf } from '../../guide/entries.ts';
import { editionOf } from '../../guide/responses.ts';
import type { Entry, Guide } from '../../guide/types.ts';
import { keepText } from '../../guide/words.ts';
import { longDate } from '../../lib/dates.ts';
import { hashOf } from '../../lib/hash.ts';
import { doiAddress, href } from '../../lib/urls.ts';
import { VOICE_SIGNS, VOICES } from '../../lib/voices.ts';
import { addressesAt } from '../addresses.ts';
import { reference } from '../citation.ts';
import { blocksHtml, markup, type Setting } from '../edition/html.ts';
import { type Laid, wholeOf } from '../edition/whole.ts';
import { figureSvg, type Sheets } from '../figure-files.ts';
import { keptOfAll } from '../kept.ts';
import { documentOf, el, type Xml } from '../xml.ts';
import { zipOf } from '../zip.ts';
import { COVER, coverPicture } from './cover.ts';
import { BOOK_CSS } from './style.ts';

/** Where the book stands in the site. */
export const EPUB_PATH = '/guide.epub';

/** A file of the text holds about so many characters: readers open it as a whole, on small devices too. */
const FULL = 120_000;

/** A file of the text. */
interface Sheet {
  name: string;
  title: string;
  nodes: ElementContent[];
}

/** Entries of a chapter in files of a bearable size, in their order. */
function packed(entries: readonly Laid[]): Laid[][] {
  const packs: Laid[][] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const one of entries) {
    const length = JSON.stringify(one.blocks).length;
    if (size + length > FULL) {
      packs.push([]);
      size = 0;
    }
    packs.at(-1)?.push(one);
    size += length;
  }
  return packs;
}

const xhtml = ({ about }: Guide, { title, nodes }: Sheet, body: Record<string, string> = {}): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n${markup([
    h(
      'html',
      {
        xmlns: 'http://www.w3.org/1999/xhtml',
        'xmlns:epub': 'http://www.idpf.org/2007/ops',
        lang: about.language,
        'xml:lang': about.language,
      },
      [h('head', [h('title', title), h('link', { rel: 'stylesheet', type: 'text/css', href: 'style.css' })]), h('body', body, nodes)],
    ),
  ])}\n`;

/** A name for the book that each edition of the same guide has: a UUID of its study and its name (RFC 9562, version 8). */
function uuidOf({ about, study }: Guide): string {
  const hex = hashOf([study.data.doi ?? study.id, about.name]).toString('hex');
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 3) | 8).toString(16);
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, variant + hex.slice(17, 20), hex.slice(20, 32)].join('-');
}

/** Before the text: what this is, what the marks mean, and how to quote it. */
function frontNodes(guide: Guide, site: URL | undefined): ElementContent[] {
  const { about, study } = guide;
  const address = site && new URL(href('/'), site).href;
  const studyAddress = study.data.doi && doiAddress(study.data.doi);
  return [
    h('section', { 'epub:type': 'titlepage' }, [
      h('p', { className: 'kicker' }, about.kicker),
      h('h1', about.name),
      h('p', about.description),
      h('p', `Edition of ${longDate(editionOf(guide))}. ${about.disclaimer} ${about['rests-on']}`),
      h('p', [`The study: ${reference(study)} `, ...(studyAddress ? [h('a', { href: studyAddress }, studyAddress)] : [])]),
      ...(address ? [h('p', ['On the web: ', h('a', { href: address }, address)])] : []),
      h('h2', 'Whose each statement is'),
      h(
        'ul',
        VOICES.map((voice) =>
          h('li', { className: ['key', voice] }, [
            `${VOICE_SIGNS[voice]} `,
            h('b', about.voices[voice].label),
            `: ${about.voices[voice].meaning}`,
          ]),
        ),
      ),
      h('p', keepText(guide)),
      h('p', [
        'License of the text: ',
        h('a', { href: about.licences['text-address'] }, about.licences.text),
        '. The study is not included.',
      ]),
    ]),
  ];
}

/**
 * The whole guide as a book, EPUB 3: the same bytes each time it is made.
 *
 * @param site where the site stands; where that is not known the book leads only to its own pages and to publications
 * @param sheets see `figureSvg`
 */
export async function epub(guide: Guide, site: URL | undefined, sheets: Sheets): Promise<Uint8Array> {
  const { about } = guide;
  const whole = wholeOf(guide);
  const { addressFor, fileFor } = addressesAt(site);
  const figures = guide.figures.filter(({ id }) => whole.placeOf({ to: `figures/${id}` }));

  // which file holds what, before any link is written
  const parts = whole.chapters.flatMap((chapter) => packed(chapter.entries).map((entries, i) => ({ chapter, entries, isFirst: i === 0 })));
  const nameOf = (n: number): string => `text-${String(n + 1).padStart(3, '0')}.xhtml`;
  const fileOf = new Map(
    parts.flatMap(({ chapter, entries, isFirst }, n) => [
      ...(isFirst ? [[chapter.id, nameOf(n)] as const] : []),
      ...entries.map(({ id }) => [id, nameOf(n)] as const),
    ]),
  );
  const addressOfId = (id: string): string => `${fileOf.get(id.replace(/__.*/, ''))}#${id}`;

  const settingOf = (entry: Entry, depth: number): Setting => ({
    depth,
    idFor: (fragment) => whole.idIn(entry, fragment),
    addressFor: (target) => {
      if ('href' in target) return target.href;
      if ('file' in target) return site && fileFor(target.file);
      const id = whole.placeOf(target);
      return id ? addressOfId(id) : site && addressFor(target.to, target.fragment);
    },
    shownFor: (target) => {
      const address =
        site && ('to' in target ? addressFor(target.to, target.fragment) : 'file' in target ? fileFor(target.file) : undefined);
      return address ? { href: address, text: address } : undefined;
    },
    sign: (voice) => [h('span', { ariaHidden: 'true' }, VOICE_SIGNS[voice]), { type: 'text', value: ' ' }],
    picture: (id) => {
      const { answer } = entryIn(guide, 'figures', id).data;
      return { src: `figures/${id}.svg`, alt: `${about.voices[answer.voice].label}: ${openingOf(entryIn(guide, 'figures', id)).text}` };
    },
  });

  const text: Sheet[] = parts.map(({ chapter, entries, isFirst }, n) => {
    // a chapter of one entry is called as that one
    const isOne = chapter.entries.length === 1 && chapter.entries[0]?.title === chapter.title;
    return {
      name: nameOf(n),
      title: chapter.title,
      nodes: [
        h('section', { 'epub:type': 'chapter', ...(isFirst && { id: chapter.id }), ariaLabel: chapter.title }, [
          ...(isFirst && !isOne ? [h('h1', chapter.title)] : []),
          ...entries.map(({ entry, id, blocks }) =>
            h('section', { id, className: ['entry'] }, blocksHtml(blocks, settingOf(entry, isOne ? 0 : 1))),
          ),
        ]),
      ],
    };
  });
  const front: Sheet = { name: 'front.xhtml', title: about.name, nodes: frontNodes(guide, site) };
  const cover: Sheet = {
    name: 'cover.xhtml',
    title: about.name,
    nodes: [
      h(
        'section',
        { 'epub:type': 'cover', className: 'cover' },
        h('img', { src: 'cover.png', alt: `${about.name}. ${about.kicker}.`, width: COVER.width, height: COVER.height }),
      ),
    ],
  };
  const firstText = text[0]?.name ?? front.name;
  const nav: Sheet = {
    name: 'nav.xhtml',
    title: 'Contents',
    nodes: [
      h('nav', { 'epub:type': 'toc', id: 'toc', role: 'doc-toc' }, [
        h('h1', 'Contents'),
        h('ol', [
          h('li', h('a', { href: front.name }, about.name)),
          ...whole.chapters.map(({ title, id, entries }) =>
            h('li', [
              h('a', { href: addressOfId(id) }, title),
              ...(entries.length > 1
                ? [
                    h(
                      'ol',
                      entries.map((one) => h('li', h('a', { href: addressOfId(one.id) }, one.title))),
                    ),
                  ]
                : []),
            ]),
          ),
        ]),
      ]),
      h('nav', { 'epub:type': 'landmarks', id: 'landmarks' }, [
        h('h2', 'Landmarks'),
        h('ol', [
          h('li', h('a', { 'epub:type': 'cover', href: cover.name }, 'Cover')),
          h('li', h('a', { 'epub:type': 'toc', href: 'nav.xhtml' }, 'Contents')),
          h('li', h('a', { 'epub:type': 'bodymatter', href: firstText }, 'Text')),
        ]),
      ]),
    ],
  };

  const sheetsOf = [cover, front, nav, ...text];
  const picture = (id: string): string => `figures/${id}.svg`;
  const entries: Xml[] = [
    ...sheetsOf.map(({ name }) => item(name, 'application/xhtml+xml', name === nav.name ? 'nav' : undefined)),
    item('style.css', 'text/css'),
    item('cover.png', 'image/png', 'cover-image'),
    ...figures.map(({ id }) => item(picture(id), 'image/svg+xml')),
  ];
  const day = editionOf(guide);
  const files: Record<string, Uint8Array | string> = {
    mimetype: 'application/epub+zip',
    'META-INF/container.xml': documentOf(
      el(
        'container',
        { version: '1.0', xmlns: 'urn:oasis:names:tc:opendocument:xmlns:container' },
        el('rootfiles', {}, el('rootfile', { 'full-path': 'EPUB/package.opf', 'media-type': 'application/oebps-package+xml' })),
      ),
    ),
    'EPUB/package.opf': documentOf(
      packageOf(
        guide,
        day,
        entries,
        sheetsOf.map(({ name }) => name),
      ),
    ),
    'EPUB/style.css': BOOK_CSS,
    'EPUB/cover.png': await coverPicture(guide),
    ...Object.fromEntries(sheetsOf.map((sheet) => [`EPUB/${sheet.name}`, xhtml(guide, sheet)])),
    // as narrow as on a phone: most books are read on small pages
    ...Object.fromEntries(
      figures.map((figure) => [`EPUB/${picture(figure.id)}`, figureSvg(guide, figure, site ? addressFor : () => '', sheets, 'narrow')]),
    ),
  };
  return zipOf(files, ['mimetype']);
}

const idOfFile = (name: string): string => `file-${name.replace(/[^a-z0-9-]/g, '-')}`;
const item = (name: string, type: string, properties?: string): Xml =>
  el('item', { id: idOfFile(name), href: name, 'media-type': type, properties });

/** What the book says of itself. No conformance to a standard of accessibility is claimed: nobody has judged it by one. */
function packageOf(guide: Guide, day: string, items: readonly Xml[], spine: readonly string[]): Xml {
  const { about, study } = guide;
  const meta = (property: string, text: string): Xml => el('meta', { property }, text);
  const features = ['structuralNavigation', 'tableOfContents', 'readingOrder', 'alternativeText', 'longDescription'];
  return el(
    'package',
    { xmlns: 'http://www.idpf.org/2007/opf', version: '3.0', 'unique-identifier': 'book', 'xml:lang': about.language },
    el(
      'metadata',
      { 'xmlns:dc': 'http://purl.org/dc/elements/1.1/' },
      el('dc:identifier', { id: 'book' }, `urn:uuid:${uuidOf(guide)}`),
      el('dc:title', {}, about.name),
      el('dc:language', {}, about.language),
      el('dc:creator', {}, about.editors),
      el('dc:date', {}, day),
      el('dc:description', {}, about.description),
      el('dc:rights', {}, `Text: ${about.licences.text}, ${about.licences['text-address']}. The study is not included.`),
      el('dc:source', {}, study.data.doi ? doiAddress(study.data.doi) : reference(study)),
      meta('dcterms:modified', `${day}T00:00:00Z`),
      meta('schema:accessMode', 'textual'),
      meta('schema:accessMode', 'visual'),
      meta('schema:accessModeSufficient', 'textual'),
      meta('schema:accessModeSufficient', 'textual,visual'),
      ...features.map((feature) => meta('schema:accessibilityFeature', feature)),
      meta('schema:accessibilityHazard', 'none'),
      meta(
        'schema:accessibilitySummary',
        'Text with headings, lists and tables. Each statement begins with words that say whose it is. Each figure has an alternative text, and its rows stand as a table under its own heading. Nobody has tested this book with a screen reader.',
      ),
    ),
    el('manifest', {}, ...items),
    el('spine', {}, ...spine.map((name) => el('itemref', { idref: idOfFile(name) }))),
  );
}

/** The book, made once and kept by all that content and code hold. */
export const keptEpub = (guide: Guide, site: URL | undefined, sheets: Sheets): Promise<Uint8Array<ArrayBuffer>> =>
  keptOfAll(guide, 'epub', site, () => epub(guide, site, sheets));
