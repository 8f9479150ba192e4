import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { ContentFile } from './types.ts';

/** The folder of content: `content`, unless the environment names another one (another study's, a test's). */
export const contentFolder = (): string => (process.env.CONTENT_DIR ?? 'content').replace(/^\.\/|\/+$/g, '');

/** Paths of all files below a folder, sorted; names that begin with a dot are left out. */
function pathsBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile() && !item.name.startsWith('.'))
    .map((item) => join(item.parentPath, item.name))
    .sort();
}

/** All content files as text. Bytes that are not UTF-8 become U+FFFD, which a check refuses. */
export function readFiles(folder: string): ContentFile[] {
  return pathsBelow(folder).map((path) => ({
    path: path.replaceAll('\\', '/'),
    text: readFileSync(path, 'utf8').replace(/^\uFEFF/, ''),
  }));
}

/** Changes whenever a content file does: names, sizes and times. */
export const stamp = (folder: string): string =>
  pathsBelow(folder)
    .map((path) => {
      const { size, mtimeMs } = statSync(path);
      return `${path} ${size} ${mtimeMs}`;
    })
    .join('\n');

/** Names of the MDX files in a folder that have text below their fields; none where the folder is missing. */
export const namesWithBody = (folder: string): string[] =>
  existsSync(folder)
    ? pathsBelow(folder)
        .filter((path) => path.endsWith('.mdx') && !/^---\r?\n[\s\S]*?\n---\s*$/.test(readFileSync(path, 'utf8')))
        .map((path) => path.replaceAll('\\', '/').slice(folder.length + 1))
    : [];
