import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { filesBelow } from '../exports/kept.ts';

/** All HTML files below a folder, sorted: path below the folder, and text. */
export const builtPages = (folder: string): { path: string; html: string }[] =>
  filesBelow(folder)
    .filter((path) => path.endsWith('.html'))
    .map((path) => ({
      path: relative(folder, path).replaceAll('\\', '/'),
      html: readFileSync(path, 'utf8'),
    }));
