import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { AstroIntegration } from 'astro';
import { build } from 'vite';
import {
  EDITION,
  type Edition,
  type FileList,
  LIST,
  type Listed,
  nameOf,
  PARTS,
  type Part,
  PLACE,
  WORKER,
} from '../documents/guide-copy/list.ts';
import { filesBelow } from '../exports/kept.ts';
import { isText } from '../lib/media-types.ts';

/** What nobody reads: files for hosts, search engines and other sites, what keeps copies itself, and parts of the index that no page loads. */
const NOT_KEPT =
  /^(_headers|robots\.txt|sitemap\.xml|sw\.js|offline\/|og\/|embed\/|pagefind\/(pagefind-(component-ui|highlight|modular-ui|ui|worker)\.|wasm\.unknown))/;
/** What pages are and load; all else is a file to take away, the guide on one page among them. */
const GUIDE =
  /^(_astro|pagefind|search)\/|^(?!all\/).*\.html$|^(?!data\/)(?!.*\.(csl|schema)\.json$).*\.(json|webmanifest)$|^icon\.svg$|^icons\//;

const gzipped = promisify(gzip);

/**
 * What there is to keep of a build.
 *
 * @param folder where it lies
 * @param day of its edition
 * @returns the list, and the same in short
 */
export async function copyOf(folder: string, day: string): Promise<{ list: FileList; edition: Edition }> {
  const kept: Record<Part, Listed[]> = { guide: [], files: [] };
  const sent: Record<Part, number> = { guide: 0, files: 0 };
  const listed = async (path: string): Promise<{ one: Listed; weight: number }> => {
    const bytes = await readFile(join(folder, path));
    const [name, { length }] = await Promise.all([nameOf(bytes), isText(path) ? gzipped(bytes, { level: 1 }) : bytes]);
    return { one: [path, bytes.length, name], weight: length };
  };
  const paths = filesBelow(folder)
    .map((file) => relative(folder, file).replaceAll('\\', '/'))
    .filter((path) => !NOT_KEPT.test(path));
  // some at a time: threads hash and pack them
  for (let at = 0; at < paths.length; at += 64)
    for (const { one, weight } of await Promise.all(paths.slice(at, at + 64).map(listed))) {
      const part: Part = GUIDE.test(one[0]) ? 'guide' : 'files';
      kept[part].push(one);
      sent[part] += weight;
    }
  const list = { build: await nameOf(new TextEncoder().encode(JSON.stringify(kept))), day, ...kept };
  const parts = Object.fromEntries(
    PARTS.map((part) => {
      const bytes = kept[part].reduce((sum, [, size]) => sum + size, 0);
      return [part, { files: kept[part].length, bytes, sent: sent[part] }];
    }),
  ) as Edition['parts'];
  return { list, edition: { build: list.build, day, parts, first: firstOf(folder, list) } };
}

/** What stands in for a page that is not there, and the page that speaks of copies, with all that these two load. */
function firstOf(folder: string, { guide }: FileList): string[] {
  const paths = new Set(guide.map(([path]) => path));
  const first = new Set(['404.html', PLACE.replace(/#.*/, 'index.html'), 'a-to-z.json', 'icon.svg'].filter((path) => paths.has(path)));
  // a set grows while it is walked
  for (const path of first)
    if (/\.(html|js)$/.test(path))
      for (const [name] of readFileSync(join(folder, path), 'utf8').matchAll(/[\w.-]+\.(?:js|woff2)\b/g))
        if (paths.has(`_astro/${name}`)) first.add(`_astro/${name}`);
  return [...first].sort();
}

/** The program of a worker, in one file that every browser takes: `gone` is the one that takes copies back. */
export async function workerFile(name: 'worker' | 'gone'): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'warn',
    define: { 'import.meta.env': 'undefined' },
    build: {
      write: false,
      target: 'es2022',
      rolldownOptions: { input: `src/elements/guide-copy/${name}.ts`, output: { format: 'iife', entryFileNames: WORKER } },
    },
  });
  const [{ output } = { output: [] }] = [result].flat().filter((one) => 'output' in one);
  const [chunk] = output;
  if (chunk?.type !== 'chunk' || output.length !== 1) throw new Error(`${WORKER} must be one file.`);
  return chunk.code;
}

/**
 * Writes beside the pages what keeps the guide on a device: the worker and the list of all files. Where it is not offered, a
 * worker that removes what was kept, and itself.
 *
 * @param offered see `isWanted`
 */
export function guideCopy(offered: boolean): AstroIntegration {
  return {
    name: 'guide-copy',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const folder = fileURLToPath(dir);
        writeFileSync(join(folder, WORKER), await workerFile(offered ? 'worker' : 'gone'));
        if (!offered) {
          rmSync(join(folder, EDITION), { force: true });
          logger.info('no copies are offered: what readers kept is removed at their next visit');
          return;
        }
        const { day }: Edition = JSON.parse(readFileSync(join(folder, EDITION), 'utf8'));
        const { list, edition } = await copyOf(folder, day);
        writeFileSync(join(folder, LIST), JSON.stringify(list));
        writeFileSync(join(folder, EDITION), JSON.stringify(edition));
        logger.info(`${list.guide.length + list.files.length} files can be kept on a device`);
      },
    },
  };
}
