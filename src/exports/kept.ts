import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where builds keep what the next one can use again: Astro's own folder for that. */
export const cacheFolder = (): string => process.env.CACHE_DIR || './.cache/astro';

const folder = (): string => join(cacheFolder(), 'kept');

/** SHA-256 over some parts, each with its length, so that none runs into the next. */
export const hashOf = (parts: readonly (string | Uint8Array)[]): Buffer => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${part.length} `).update(part);
  return hash.digest();
};

const known = new Map<string, { changed: number; hash: Buffer }>();
/** The hash of a file of the project, read again when it has changed. */
function hashOfFile(path: string): Buffer {
  const changed = statSync(path).mtimeMs;
  const one = known.get(path);
  if (one?.changed === changed) return one.hash;
  const hash = hashOf([readFileSync(path)]);
  known.set(path, { changed, hash });
  return hash;
}

/** Every file below a folder of the project, by its path from the root. */
export const filesBelow = (path: string): string[] =>
  readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map((item) => join(item.parentPath, item.name))
    .sort();

/** One text for what some files hold and how they are called. */
export const hashOfFiles = (paths: readonly string[]): string => hashOf(paths.flatMap((path) => [path, hashOfFile(path)])).toString('hex');

/** One text for all that content and code hold, for files that are made of nearly everything. */
export const everything = (content: string): string => hashOfFiles(['src', content].flatMap(filesBelow));

/** A file as it is kept: first the hash of its bytes, so that one that was cut or changed is made again. */
const HASH_BYTES = 32;

let tidied = false;

/**
 * A file that is slow to make: made once, then kept by everything it is made of.
 *
 * @param from all that decides what the file holds: texts, pictures, names of faces. A part that is missing here gives an old file.
 * @param code the sources that make it, from the project's root; every version in package-lock.json counts as well
 * @param make makes it; the same parts must give the same bytes
 * @returns the bytes, and in the cache folder of the build a copy for the next one
 */
export async function kept(
  from: readonly (string | Uint8Array)[],
  code: readonly string[],
  make: () => Promise<Uint8Array>,
): Promise<Uint8Array<ArrayBuffer>> {
  const sources = ['package-lock.json', 'src/exports/kept.ts', ...code];
  const name = hashOf([...from, hashOfFiles(sources)]).toString('hex');
  const path = join(folder(), name);
  if (existsSync(path)) {
    const file = readFileSync(path);
    const bytes = file.subarray(HASH_BYTES);
    if (hashOf([bytes]).equals(file.subarray(0, HASH_BYTES))) {
      const now = new Date();
      utimesSync(path, now, now);
      return new Uint8Array(bytes);
    }
  }
  const bytes = new Uint8Array(await make());
  if (!existsSync(folder())) mkdirSync(folder(), { recursive: true });
  else if (!tidied) forgetUnused();
  tidied = true;
  // another build may make the same file now
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, Buffer.concat([hashOf([bytes]), bytes]));
  renameSync(draft, path);
  return bytes;
}

const DAYS = 30;

/** Takes away what no build has used for a month. */
export function forgetUnused(now = Date.now()): void {
  for (const name of readdirSync(folder())) {
    const path = join(folder(), name);
    if (now - statSync(path).mtimeMs > DAYS * 86_400_000) rmSync(path);
  }
}
