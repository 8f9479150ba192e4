import { cpSync, globSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { putAside } from './measure.ts';

/** The project without the files that no other generator of sites makes: pictures, documents, data, twins. Its pages and its search stay. */
export const BARE = '.cache/scale/bare';

/** Files of a site that any generator makes. */
const USUAL = /^src\/pages\/(?:search\/|sitemap|robots)/;

/** Copies the project to `BARE` and takes the extras out. @param content the folder of the guide's content */
export function writeBare(content: string): void {
  putAside(BARE);
  mkdirSync(BARE, { recursive: true });
  for (const path of ['src', 'public', 'package.json', 'package-lock.json', 'tsconfig.json'])
    cpSync(path, `${BARE}/${path}`, { recursive: true });
  const config = readFileSync('astro.config.mjs', 'utf8');
  const bare = config.replace(/^ *filesAhead\(\),\n/m, '');
  if (bare === config) throw new Error('astro.config.mjs names no filesAhead() that could be taken out.');
  writeFileSync(`${BARE}/astro.config.mjs`, bare);
  for (const path of globSync('src/pages/**/*.ts')) if (!USUAL.test(path)) rmSync(`${BARE}/${path}`);
  // the guide on one page, and the page that weighs it and the books
  for (const page of ['all', 'take-along']) rmSync(`${BARE}/src/pages/${page}.astro`);
  cpSync(content, `${BARE}/content`, { recursive: true });
  symlinkSync(resolve('node_modules'), `${BARE}/node_modules`);
}
