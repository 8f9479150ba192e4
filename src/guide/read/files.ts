import { type Dirent, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Around, ContentFile } from '../types.ts';
import { ContentError, problem } from './problem.ts';
import { routesOf } from './routes.ts';

/** The folder of content: `content`, unless the environment names another one (another study's, a test's). */
export const contentFolder = (): string => (process.env.CONTENT_DIR || 'content').replace(/^\.\/|\/+$/g, '');

/** What stands below a folder: regular files, and what is none, with the reason why it cannot be read. */
interface Found {
  path: string;
  fault?: string;
}

/** All files below a folder, sorted; names that begin with a dot are left out. Links are told, never followed. */
function filesBelow(folder: string): Found[] {
  let items: Dirent[];
  try {
    items = readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    return [{ path: folder, fault: unreadable('folder', error) }];
  }
  return items
    .filter(({ name }) => !name.startsWith('.'))
    .flatMap((item): Found[] => {
      const path = join(folder, item.name).replaceAll('\\', '/');
      // bytes of a name that are not UTF-8 are lost by now: no path leads to the file any more
      if (item.name.includes('\uFFFD')) return [{ path, fault: 'file name: it is not UTF-8. Rename the file with plain letters.' }];
      if (item.isSymbolicLink())
        return [
          { path, fault: 'file: it is a link to another place, and content holds its files itself. Put a copy of the file here instead.' },
        ];
      if (item.isDirectory()) return filesBelow(path);
      return item.isFile() ? [{ path }] : [{ path, fault: 'file: it is no regular file. Take it out.' }];
    })
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** No file of content comes near it; a larger one is another thing that was put here by mistake. */
const LARGEST_FILE = 5_000_000;

/**
 * All content files as text. What cannot be read is among them, with the reason. Bytes that are not UTF-8 become U+FFFD,
 * which a check refuses.
 *
 * @throws ContentError where the folder itself is not there or is no folder of content
 */
export function readFiles(folder: string): ContentFile[] {
  const refuse = (why: string): never => {
    throw new ContentError([
      problem(
        { file: folder || '/', line: 1, column: 1 },
        `folder: ${why} Run the command in the folder of the project; CONTENT_DIR, where it is set, must name the folder that holds guide.yaml.`,
      ),
    ]);
  };
  if (folder === '') refuse('the whole disk cannot be the folder of content.');
  const kind = statSync(folder, { throwIfNoEntry: false });
  if (!kind) refuse('it is not there.');
  else if (!kind.isDirectory()) refuse('it is a file.');
  // without this file it is another folder, perhaps a very large one
  if (!existsSync(join(folder, 'guide.yaml'))) return [];
  return filesBelow(folder).map(({ path, fault }) => (fault ? { path, text: '', fault } : readFile(path)));
}

function readFile(path: string): ContentFile {
  try {
    const { size } = statSync(path);
    if (size > LARGEST_FILE)
      return { path, text: '', fault: `file: it has ${size} bytes, far more than any entry needs. Is it the right file? Take it out.` };
    return { path, text: readFileSync(path, 'utf8').replace(/^\uFEFF/, '') };
  } catch (error) {
    return { path, text: '', fault: unreadable('file', error) };
  }
}

/** The error of the system about a file, as a sentence with the cure. */
export function unreadable(what: 'file' | 'folder', error: unknown): string {
  const code = (error as { code?: string }).code ?? '';
  const cures: Record<string, string> = {
    EACCES: 'you may not read it. Give yourself the right to (chmod u+r, for a folder u+rx).',
    EPERM: 'you may not read it. Give yourself the right to (chmod u+r, for a folder u+rx).',
    ENOENT: 'it is not there any more. Run the command again.',
    EISDIR: 'it is a folder. Name a file.',
    ENOTDIR: 'it is a file. Name a folder.',
    ELOOP: 'it is a link that leads back to itself. Take it out.',
    EMFILE: 'too many files are open. Close other programs, and run the command again.',
    EIO: 'the disk does not give it. Look at the disk.',
  };
  return `${what}: it cannot be read: ${cures[code] ?? `the system says ${code || String(error)}. Look at the file.`}`;
}

/** Changes whenever a content file does: names, sizes and times. */
export const stamp = (folder: string): string =>
  filesBelow(folder)
    .map(({ path, fault }) => {
      const { size = 0, mtimeMs = 0 } = fault ? {} : (statSync(path, { throwIfNoEntry: false }) ?? {});
      return `${path} ${size} ${mtimeMs}`;
    })
    .join('\n');

/** Names of the MDX files in a folder that have text below their fields; none where the folder is missing. */
export const namesWithBody = (folder: string): string[] =>
  existsSync(folder)
    ? filesBelow(folder)
        .filter(({ path, fault }) => !fault && path.endsWith('.mdx') && !/^---\r?\n[\s\S]*?\n---\s*$/.test(readFileSync(path, 'utf8')))
        .map(({ path }) => path.slice(folder.length + 1))
    : [];

/** Where the sources of the site's pages stand, from the project's root. */
const PAGES = 'src/pages';

/** What the check knows beside the content: the latest day it is anywhere on earth, and the routes of the site. */
export const around = (now = new Date()): Around => ({
  today: new Date(now.getTime() + 14 * 3_600_000).toISOString().slice(0, 10),
  ...(existsSync(PAGES) && {
    routes: routesOf(
      filesBelow(PAGES).map(({ path }) => path.slice(PAGES.length + 1)),
      (path) => (existsSync(path) ? readFileSync(path, 'utf8') : ''),
    ),
  }),
});
