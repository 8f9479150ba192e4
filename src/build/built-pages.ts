import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** All HTML files below a folder, sorted: path below the folder, and text. */
export const builtPages = (folder: string): { path: string; html: string }[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile() && item.name.endsWith('.html'))
    .map((item) => join(item.parentPath, item.name))
    .sort()
    .map((path) => ({
      path: relative(folder, path).replaceAll('\\', '/'),
      html: readFileSync(path, 'utf8'),
    }));
