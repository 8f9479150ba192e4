import { readdirSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { AstroIntegration } from 'astro';
import { builtPages } from '../lib/built-pages.ts';

/** A page's weight in bytes: what must arrive before it can be read, and what scripts add. */
export interface Weight {
  path: string;
  /** HTML with its styles, brotli; a few percent too much for pages that are neither near a limit nor in the table */
  html: number;
  /** our scripts with all they import, gzip */
  scripts: number;
}

/** At most: a page is read after one window of TCP (about 14.6 kB), scripts only add, fonts arrive once. */
export const LIMITS = { html: 14_600, list: 30_000, scripts: 6_000, figure: 14_000, check: 16_000, tool: 20_000, fonts: 75_000 };

/** These may take two windows: long lists, the finder and the record that hold every reason, the quiz and the self-check with what each answer looks like, slides and answers of a lesson, figures with the tables of their rows, and the long read with figures in its text. */
const LISTS =
  /^(find|find\/plan|teach\/(quiz|spot-the-inference|[^/]+\/(handout-with-answers|slides))|self-check|links|sources|matrix|story)\/index\.html$|^figures\//;

/** Pages whose scripts do more than fold and filter: figures that can be explored, and tools that a reader works with. */
const EXPLORED = /^(figures|matrix)\//;
const TOOLS = /^find\//;
/** Of what asks, keeps and compares answers; what writes links and files is loaded when it is asked for. */
const CHECKS = /^(self-check|teach\/(quiz|spot-the-inference))\//;

/** How heavy the HTML of a page may be, in bytes. */
export const limitOf = (path: string): number => (LISTS.test(path) ? LIMITS.list : LIMITS.html);

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

/** Measures the built pages; scripts are followed through their static imports. */
export function weigh(folder: string, base = '/'): { pages: Weight[]; fonts: number } {
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
  const built = builtPages(folder);
  const pages = built.map(({ path, html }) => {
    const seen = new Set<string>();
    for (const [, src] of html.matchAll(/<script[^>]*\ssrc="([^"]+)"/g)) all(`${folder}/${(src as string).slice(base.length)}`, seen);
    return {
      path,
      html: quickly(html),
      scripts: [...seen].reduce((sum, file) => sum + script(file).gz, 0),
    };
  });
  // brotli at its best only where it can matter: for pages that may be over their limit or in the table, from the heaviest down
  const texts = new Map(built.map(({ path, html }) => [path, html]));
  const best: number[] = [];
  for (const page of [...pages].sort((a, b) => b.html - a.html)) {
    const last = best.sort((a, b) => b - a)[SHOWN - 1];
    if (last !== undefined && page.html / 1.08 < last && page.html <= limitOf(page.path)) continue;
    page.html = brotliCompressSync(texts.get(page.path) as string).length;
    best.push(page.html);
  }
  const fonts = readdirSync(`${folder}/_astro`)
    .filter((name) => name.endsWith('.woff2'))
    .reduce((sum, name) => sum + statSync(`${folder}/_astro/${name}`).size, 0);
  return { pages, fonts };
}

const kB = (bytes: number): string => (bytes / 1000).toFixed(1).padStart(6);

/** Prints the heaviest pages of a build and stops it where one is too heavy. */
export function sizeTable(): AstroIntegration {
  let base = '/';
  return {
    name: 'size-table',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base.replace(/\/*$/, '/');
      },
      'astro:build:done': ({ dir, logger }) => {
        const { pages, fonts } = weigh(fileURLToPath(dir).replace(/\/$/, ''), base);
        const heaviest = [...pages].sort((a, b) => b.html - a.html || (a.path < b.path ? -1 : 1)).slice(0, SHOWN);
        logger.info(
          [
            `the heaviest of ${pages.length} pages, in kB (at most ${LIMITS.html / 1000} and ${LIMITS.scripts / 1000})`,
            '  page  scripts',
            ...heaviest.map(({ path, html, scripts }) => `${kB(html)}   ${kB(scripts)}  ${path}`),
            `  fonts ${kB(fonts)} (at most ${LIMITS.fonts / 1000})`,
          ].join('\n'),
        );
        const over = pages.filter(({ path, html, scripts }) => html > limitOf(path) || scripts > scriptLimitOf(path));
        if (over.length === 0 && fonts <= LIMITS.fonts) return;
        const message = `Too heavy: ${[...over.map(({ path, html, scripts }) => `${path} (${kB(html).trim()} kB, scripts ${kB(scripts).trim()} kB)`), ...(fonts > LIMITS.fonts ? [`fonts (${kB(fonts).trim()} kB)`] : [])].join(', ')}.`;
        // SIZE_LIMITS=warn lets a heavy build pass: tests/bench/scale.ts builds guides whose lists outgrow the limits
        if (process.env.SIZE_LIMITS !== 'warn') throw new Error(message);
        logger.warn(message);
      },
    },
  };
}
