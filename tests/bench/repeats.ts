/**
 * `npm run bench:repeats`: how much of the built text stands more than once. Needs a build in dist (npm run build).
 *
 * An instance is a sentence of eight words or more on a page, once a page; a text that fields and components join counts as
 * one. Written words are those of content/ that readers are to read: no ids, addresses, dates, search phrases or spellings of
 * sums. Pages that only lead on are left out.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { checkedGuide } from '../../src/guide/check.ts';
import { LEAST } from './sized.ts';

const DIST = process.env.OUT_DIR ?? 'dist';
/** A sentence on more pages than these is a repeat. */
const OFTEN = 3;
const LONG = 8;
const SHOWN = 25;
const BLOCKS = 'p, li, dt, dd, h1, h2, h3, h4, td, th, summary, figcaption, caption, legend, label, option, blockquote';
const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
const wordsIn = (text: string): number => text.match(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu)?.length ?? 0;

/** Texts of the innermost blocks of a page's main part; a block that holds others gives what stands outside them. */
function textsOf(document: Document): string[] {
  const main = document.querySelector('main');
  if (!main) return [];
  for (const hidden of main.querySelectorAll('script, style, template, noscript, svg')) hidden.remove();
  const texts: string[] = [];
  const walk = (element: Element): string => {
    let own = '';
    for (const node of element.childNodes) {
      if (node.nodeType === 3) own += node.textContent;
      else if (node.nodeType === 1) {
        const said = walk(node as Element);
        if (
          !(node as Element).matches(BLOCKS) &&
          !/^(DIV|SECTION|UL|OL|DL|TABLE|FIGURE|DETAILS|NAV|ARTICLE)$/.test((node as Element).tagName)
        )
          own += said;
        else own += ' ';
      }
    }
    const text = own.replace(/\s+/g, ' ').trim();
    if (element.matches(`${BLOCKS}, div, section, main, article, figure, details, nav, ul, ol`)) {
      if (text) texts.push(text);
      return '';
    }
    return own;
  };
  walk(main);
  return texts;
}

/** Words of a page that no reader reads through: the tables under figures, and references in the styles of citation. */
function inTables(document: Document): number {
  return [...document.querySelectorAll('main table, main .cite')].reduce((sum, { textContent }) => sum + wordsIn(textContent ?? ''), 0);
}

const NOT_READ =
  /^(id|ids|aliases|formerly|from|to|at|source|fact|facts|url|doi|pmid|reviewed|judged|dated|own|sums|kind|state|stance|voice|order|read|sentence|group|payers|chooses|pages?)$/;
/** Words of all texts in a value that readers are to read. */
function written(value: unknown, key = ''): number {
  if (NOT_READ.test(key) || value instanceof Date) return 0;
  if (typeof value === 'string') return /^(https?:\/\/|[\w-]+(\/[\w-]+)*$)/.test(value) && !value.includes(' ') ? 0 : wordsIn(value);
  if (Array.isArray(value)) return value.reduce((sum: number, one) => sum + written(one, key), 0);
  return value && typeof value === 'object' ? Object.entries(value).reduce((sum, [name, one]) => sum + written(one, name), 0) : 0;
}

const guide = checkedGuide();
const inFields = [...guide.entries.values()].reduce((sum, { data }) => sum + written(data), 0);
const inBodies = [...guide.entries.values()].reduce(
  (sum, { statements, prose }) =>
    sum +
    wordsIn(prose) +
    // a statement without an id of its own is made of fields, which are counted already
    statements
      .filter(({ attributes }) => attributes.id)
      .reduce((words, one) => words + wordsIn([one.text, one.because, one.where].join(' ')), 0),
  0,
);

const pages = readdirSync(DIST, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('index.html') && !path.startsWith('embed/'))
  .slice(0, LEAST ? 40 : undefined);
const on = new Map<string, Set<string>>();
let built = 0;
let shown = 0;
let apart = 0;
const longest: [number, string][] = [];
for (const path of pages) {
  const html = readFileSync(join(DIST, path), 'utf8');
  if (/<meta http-equiv="refresh"/i.test(html) || html.includes('<moved-page')) continue;
  shown++;
  const { document } = parseHTML(html);
  apart += inTables(document);
  const texts = textsOf(document);
  const words = texts.reduce((sum, text) => sum + wordsIn(text), 0);
  built += words;
  longest.push([words, path]);
  const sentences = new Set(texts.flatMap((text) => [...segmenter.segment(text)].map(({ segment }) => segment.trim())));
  // the slides, the handout and the cards of a lesson are its forms, each to be used alone
  const page = path.replace(/^(teach\/[^/]+\/).+/, '$1');
  for (const sentence of sentences) if (wordsIn(sentence) >= LONG) on.set(sentence, (on.get(sentence) ?? new Set()).add(page));
}
const instances = [...on.values()].reduce((sum, { size }) => sum + size, 0);
const repeats = [...on].filter(([, { size }]) => size > OFTEN);
const repeated = repeats.reduce((sum, [, { size }]) => sum + size, 0);
console.log(
  `${shown} pages; words written ${inFields + inBodies} (fields ${inFields}, bodies ${inBodies}), built ${built}: ${(built / (inFields + inBodies)).toFixed(2)} times; without tables and references in styles ${built - apart}: ${((built - apart) / (inFields + inBodies)).toFixed(2)} times`,
);
console.log(
  `sentences of ${LONG} words or more: ${instances} instances of ${on.size}; on more than ${OFTEN} pages ${repeated} of ${repeats.length}: ${((100 * repeated) / instances).toFixed(1)} %`,
);
if (process.argv.includes('--which')) {
  console.log(
    repeats
      .sort(([, a], [, b]) => b.size - a.size)
      .slice(0, 200)
      .map(([text, { size }]) => `${size}\t${text.slice(0, 160)}`)
      .join('\n'),
  );
} else
  console.log(
    repeats
      .sort(([, a], [, b]) => b.size - a.size)
      .slice(0, LEAST ? 3 : SHOWN)
      .map(([text, { size }]) => `${String(size).padStart(5)}  ${text.slice(0, 110)}`)
      .join('\n'),
  );
if (process.argv.includes('--where')) {
  const words = Map.groupBy(longest, ([, path]) =>
    path
      .split('/')
      .slice(0, 2)
      .join('/')
      .replace(/^((?:sources|links|cases|gaps|strategies|recommendations|practices|teach|figures|evidence))\/.+/, '$1'),
  );
  console.log(
    [...words]
      .map(([name, all]) => [all.reduce((sum, [n]) => sum + n, 0), name, all.length] as const)
      .sort(([a], [b]) => b - a)
      .slice(0, 16)
      .join(' '),
  );
  const byTemplate = new Map<string, [number, number]>();
  for (const [, places] of on)
    for (const path of places) {
      const parts = path.split('/');
      const name = parts.length > 2 ? `${parts[0]}/${parts.length > 3 ? '…/' : ''}` : path;
      const [all, again] = byTemplate.get(name) ?? [0, 0];
      byTemplate.set(name, [all + 1, again + (places.size > OFTEN ? 1 : 0)]);
    }
  console.log(
    [...byTemplate]
      .sort(([, [, a]], [, [, b]]) => b - a)
      .map(([name, [all, again]]) => `${name} ${again} of ${all}`)
      .join('\n'),
  );
}
console.log(
  `longest: ${longest
    .sort(([a], [b]) => b - a)
    .slice(0, 8)
    .map(([words, path]) => `${path.replace('index.html', '')} ${words}`)
    .join(', ')}`,
);
