import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cacheFolder, filesBelow, hashOfFiles } from '../exports/kept.ts';
import { contentFolder } from '../guide/read/files.ts';
import { hashOf } from '../lib/hash.ts';

/** Files beside `src` and the content that decide what a build gives. */
const BESIDE = ['astro.config.mjs', 'package-lock.json', 'package.json', 'tsconfig.json'];
/** Settings that decide it; see docs/deploy.md. */
const SETTINGS = ['SITE_URL', 'BASE_PATH', 'CONTENT_DIR', 'OFFLINE', 'PDF', 'LIST_PART', 'NODE_ENV'];

/** Where a build goes: the pages, and beside them files for hosts. */
const outFolder = (): string => process.env.OUT_DIR || './dist';
const outFolders = (): string[] => [outFolder(), `${outFolder().replace(/\/$/, '')}-headers`];

/** What a build came from, and what it gave: a hash of each. */
interface Note {
  from: string;
  gave: string;
}

const noteOf = (note: Note): string => JSON.stringify(note);

const noteFile = (): string => join(cacheFolder(), 'built.json');

/** One text for all that decides what a build gives: code, content, versions, settings. */
export function buildsFrom(): string {
  const files = ['src', 'public', contentFolder()].filter((path) => existsSync(path)).flatMap(filesBelow);
  const settings = SETTINGS.map((name) => `${name}=${process.env[name] ?? ''}`);
  return hashOf([
    process.version,
    outFolder(),
    ...settings,
    hashOfFiles([...BESIDE.filter((path) => existsSync(path)), ...files]),
  ]).toString('hex');
}

/** One text for all that stands where a build goes; none where something of it is missing. */
const gave = (): string | undefined =>
  outFolders().every((path) => existsSync(path)) ? hashOfFiles(outFolders().flatMap(filesBelow)) : undefined;

/**
 * Whether a build would give what is there: nothing that decides it has changed since the last one, and nobody touched its files.
 *
 * @param from what `buildsFrom` gives now
 */
export function builtBefore(from: string): boolean {
  const note = existsSync(noteFile()) ? readFileSync(noteFile(), 'utf8') : '';
  // what was built is read only where the rest has not changed
  if (!note.includes(from)) return false;
  const now = gave();
  // one written to the letter: a note that was cut says nothing
  return now !== undefined && note === noteOf({ from, gave: now });
}

/**
 * Notes a build that has just ended.
 *
 * @param from what `buildsFrom` gave before it: a file that changed meanwhile gets another build
 */
export function noteBuild(from: string): void {
  const now = gave();
  if (!now) return;
  mkdirSync(dirname(noteFile()), { recursive: true });
  writeFileSync(noteFile(), noteOf({ from, gave: now }));
}
