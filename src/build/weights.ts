import { readdirSync, readFileSync, statSync } from 'node:fs';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { SiteAddress } from '../lib/site-address.ts';
import { builtPages } from './built-pages.ts';

/** A page's weight in bytes: what must arrive before it can be read, and what scripts add. */
export interface Weight {
  path: string;
  /** HTML with its styles, brotli; a tenth too much for pages that are far from their limit */
  html: number;
  /** HTML up to the end of a first screen, brotli; of a page that arrives with it, all */
  first: number;
  /** our scripts with all they import, gzip */
  scripts: number;
}

/**
 * At most: the first screen of a page arrives in one window of TCP (about 14.6 kB), scripts only add, fonts arrive once.
 * The tests hold our guide to these; `npm run weights` tells where a build stands.
 */
export const LIMITS = {
  first: 14_600,
  html: 24_000,
  list: 40_000,
  scripts: 7_500,
  figure: 14_000,
  check: 17_500,
  tool: 20_000,
  fonts: 75_000,
};

/** Characters of HTML in `main` that fill a first screen: some 2,500 of text on a wide one. */
const FIRST_SCREEN = 8_000;

/** These may weigh more: long lists, the finder and the record that hold every reason, the quiz and the self-check with what each answer looks like, slides and answers of a lesson, figures with the tables of their rows, and the long read with figures in its text. */
const LISTS =
  /^(find|find\/plan|teach\/(quiz|spot-the-inference|[^/]+\/(handout-with-answers|slides))|self-check|links|sources|cases|money|matrix|story)\/index\.html$|^figures\//;

/** Pages whose scripts do more than fold and filter: figures that can be explored, what keeps the guide on a device, and tools that a reader works with. */
const EXPLORED = /^(figures|matrix|take-along)\//;
const TOOLS = /^find\//;
/** Of what asks, keeps and compares answers; what writes links and files is loaded when it is asked for. */
const CHECKS = /^(self-check|teach\/(quiz|spot-the-inference))\//;

/** The whole guide on one page: its weight is told where it is linked. */
const WHOLE = 'all/index.html';

/** How heavy the HTML of a page may be, in bytes. */
export const limitOf = (path: string): number => (path === WHOLE ? Number.POSITIVE_INFINITY : LISTS.test(path) ? LIMITS.list : LIMITS.html);

/** How heavy the scripts of a page may be, in bytes. Search loads its own on the first key (docs/decisions/0004). */
export const scriptLimitOf = (path: string): number =>
  path.startsWith('search/')
    ? Number.POSITIVE_INFINITY
    : EXPLORED.test(path)
      ? LIMITS.figure
      : TOOLS.test(path)
        ? LIMITS.tool
        : CHECKS.test(path)
          ? LIMITS.check
          : LIMITS.scripts;

/** How many pages the table shows. */
const SHOWN = 8;

/** Brotli in a thirtieth of the time; gives 9 to 17 percent more than brotli at its best. */
const quickly = (html: string): number => brotliCompressSync(html, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).length;
/** Brotli at its best only where it can matter. */
const compressed = (html: string, limit: number): number => {
  const about = quickly(html);
  return about > limit ? brotliCompressSync(html).length : about;
};

/** An address of one length: a guide does not weigh more where its address is long. */
const STAND_IN = 'https://guide.example';

/**
 * Measures the built pages; scripts are followed through their static imports.
 *
 * @param folder where the pages lie, without a slash at its end
 * @param address where they will stand: weights are the same for any
 */
export function weigh(folder: string, { site, base }: SiteAddress): { pages: Weight[]; fonts: number } {
  const cache = new Map<string, { gz: number; imports: string[] }>();
  const script = (path: string) => {
    const known = cache.get(path);
    if (known) return known;
    const code = readFileSync(path, 'utf8');
    const imports = [...code.matchAll(/(?:from|import)\s*["']\.\/([^"']+\.js)["']/g)].map(
      ([, file]) => `${path.replace(/[^/]*$/, '')}${file}`,
    );
    const weight = { gz: gzipSync(code).length, imports };
    cache.set(path, weight);
    return weight;
  };
  const all = (path: string, seen: Set<string>): void => {
    if (seen.has(path)) return;
    seen.add(path);
    for (const next of script(path).imports) all(next, seen);
  };
  const pages = builtPages(folder).map(({ path, html }) => {
    const seen = new Set<string>();
    for (const [, src = ''] of html.matchAll(/<script[^>]*\ssrc="([^"]+)"/g)) all(`${folder}/${src.slice(base.length)}`, seen);
    const text = (site ? html.replaceAll(site, STAND_IN) : html).replaceAll(base, '/');
    const weight = compressed(text, limitOf(path));
    const first = text.slice(0, text.indexOf('<main') + FIRST_SCREEN);
    return {
      path,
      html: weight,
      first: weight > LIMITS.first ? compressed(first, LIMITS.first) : weight,
      scripts: [...seen].reduce((sum, file) => sum + script(file).gz, 0),
    };
  });
  const fonts = readdirSync(`${folder}/_astro`)
    .filter((name) => name.endsWith('.woff2'))
    .reduce((sum, name) => sum + statSync(`${folder}/_astro/${name}`).size, 0);
  return { pages, fonts };
}

const kB = (bytes: number): string => (bytes / 1000).toFixed(1).padStart(6);

/** Lists what is over its limit: a line for each page with its bytes and the cure. */
export function tooHeavy({ pages, fonts }: { pages: readonly Weight[]; fonts: number }): string[] {
  const over = (what: string, bytes: number, limit: number, cure: string) =>
    bytes > limit ? [`${what}: ${kB(bytes).trim()} kB, at most ${limit / 1000}. ${cure}`] : [];
  return [
    ...pages.flatMap(({ path, html, first, scripts }) => [
      ...over(path, html, limitOf(path), 'Say it shorter, or give a part of it a page of its own.'),
      ...over(`${path}, first screen with styles`, first, LIMITS.first, 'Take styles away that this page does not use.'),
      ...over(`${path}, scripts`, scripts, scriptLimitOf(path), 'Load what a reader does not always use by import().'),
    ]),
    ...over('fonts', fonts, LIMITS.fonts, 'Cut the typefaces to fewer characters: npm run fonts.'),
  ];
}

/** The heaviest pages and the fonts as a table, in kB. */
export function weightTable({ pages, fonts }: { pages: readonly Weight[]; fonts: number }): string {
  const heaviest = [...pages].sort((a, b) => b.html - a.html || (a.path < b.path ? -1 : 1)).slice(0, SHOWN);
  return [
    `The heaviest of ${pages.length} pages, in kB (at most ${LIMITS.html / 1000}, a list ${LIMITS.list / 1000}; scripts ${LIMITS.scripts / 1000})`,
    '  page  scripts',
    ...heaviest.map(({ path, html, scripts }) => `${kB(html)}   ${kB(scripts)}  ${path}`),
    `  fonts ${kB(fonts)} (at most ${LIMITS.fonts / 1000})`,
  ].join('\n');
}
