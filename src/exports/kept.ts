import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Guide } from '../guide/types.ts';
import { hashOf } from '../lib/hash.ts';
import { madeOnce } from '../lib/items.ts';
import { href } from '../lib/urls.ts';

/** Where builds keep what the next one can use again: Astro's own folder for that. */
export const cacheFolder = (): string => process.env.CACHE_DIR || './.cache/astro';

const folder = (): string => join(cacheFolder(), 'kept');

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

/** A file as it is kept: first the hash of its bytes, so that one that was cut or changed is made again. */
const HASH_BYTES = 32;

let tidied = false;

/** The bytes that are kept under a name, where they are whole. */
function found(path: string): Uint8Array<ArrayBuffer> | undefined {
  if (!existsSync(path)) return undefined;
  const file = readFileSync(path);
  const bytes = file.subarray(HASH_BYTES);
  if (!hashOf([bytes]).equals(file.subarray(0, HASH_BYTES))) return undefined;
  const now = new Date();
  utimesSync(path, now, now);
  return new Uint8Array(bytes);
}

/** How long, in milliseconds, a file is left to a process that lives: another one may have got its number. */
const PATIENCE = 600_000;

const codeOf = (error: unknown): string | undefined => (error as NodeJS.ErrnoException).code;

/** Claims a file for this process. @returns false where somebody else has claimed it: then it is time to ask again */
function isOurs(claim: string): boolean {
  try {
    writeFileSync(claim, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  }
  if (isOver(claim)) rmSync(claim, { force: true });
  return false;
}

/** Whether nobody makes what was claimed: who claimed it has ended. In this process `making` keeps one from another. */
function isOver(claim: string): boolean {
  const age = Date.now() - (statSync(claim, { throwIfNoEntry: false })?.mtimeMs ?? 0);
  if (age > PATIENCE) return true;
  try {
    const pid = Number(readFileSync(claim, 'utf8'));
    if (pid === process.pid) return true;
    // a claim is empty only in the moment in which it is written
    if (!pid) return age > 1000;
    process.kill(pid, 0);
    return false;
  } catch (error) {
    // a process of another user lives, too
    return codeOf(error) !== 'EPERM';
  }
}

/** What this process makes now, by path. */
const making = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();

/**
 * A file that is slow to make: made once, then kept by everything it is made of. One that another build, or another process of
 * this one, is making now is waited for.
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
  return madeOnce(making, path, () => keep(path, make).finally(() => making.delete(path)));
}

async function keep(path: string, make: () => Promise<Uint8Array>): Promise<Uint8Array<ArrayBuffer>> {
  const before = found(path);
  if (before) return before;
  if (!existsSync(folder())) mkdirSync(folder(), { recursive: true });
  else if (!tidied) forgetUnused();
  tidied = true;
  const claim = `${path}.claim`;
  while (!isOurs(claim)) await new Promise((done) => setTimeout(done, 20));
  try {
    const theirs = found(path);
    if (theirs) return theirs;
    const bytes = new Uint8Array(await make());
    const draft = `${path}.${process.pid}`;
    writeFileSync(draft, Buffer.concat([hashOf([bytes]), bytes]));
    renameSync(draft, path);
    return bytes;
  } finally {
    rmSync(claim, { force: true });
  }
}

/**
 * As `kept`, for a file that is made of nearly everything: kept by all that was read as the guide, all code, and where the site
 * will stand.
 *
 * @param name of the file: another one for each that is made of the same
 */
export const keptOfAll = (
  { digest }: Pick<Guide, 'digest'>,
  name: string,
  site: URL | undefined,
  make: () => Promise<Uint8Array>,
): Promise<Uint8Array<ArrayBuffer>> => kept([digest, name, String(site), href('/')], filesBelow('src'), make);

const DAYS = 30;

/** Takes away what no build has used for a month. */
export function forgetUnused(now = Date.now()): void {
  for (const name of readdirSync(folder())) {
    const path = join(folder(), name);
    const used = statSync(path, { throwIfNoEntry: false })?.mtimeMs;
    // what another process has just removed is gone
    if (used !== undefined && now - used > DAYS * 86_400_000) rmSync(path, { force: true });
  }
}
