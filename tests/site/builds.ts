import { spawn } from 'node:child_process';
import { cpSync, existsSync, rmSync } from 'node:fs';

/** A build that the site tests look at. */
export interface Build {
  folder: string;
  base: string;
  env: Record<string, string>;
  /** it takes nothing that an earlier build kept */
  cold?: boolean;
  /** it begins with what this other build kept */
  after?: string;
  /** at first it takes the files that this other build kept, not what it knows of its content */
  takes?: string;
}

export const SITE = 'https://guide.example';

// its lists are short, and stand in parts all the same
const FIXTURE = { CONTENT_DIR: 'tests/fixtures/guide', LIST_PART: '1' };
const ELSEWHERE: Record<string, string> = process.env.EVERYTHING === '1' ? { SITE_URL: SITE } : FIXTURE;

/** The guide at a root, in a deep folder and with long names; and another study's guide, from nothing, elsewhere and otherwise, and warm. */
export const BUILDS = {
  root: { folder: '.cache/site/root', base: '/', env: { SITE_URL: SITE } },
  other: { folder: '.cache/site/other', base: '/', env: FIXTURE, cold: true },
  // the same once more, elsewhere; of this guide itself where everything is tried
  again: { folder: '.cache/site/again', base: '/', env: { ...ELSEWHERE, TZ: 'Pacific/Kiritimati', LANG: 'de_DE.UTF-8' }, cold: true },
  warm: { folder: '.cache/site/warm', base: '/', env: FIXTURE, after: '.cache/site/other' },
  // every name of a finding twice as long: labels of figures must find room (see setup.ts)
  wordy: {
    folder: '.cache/site/wordy',
    base: '/a/b/~c/',
    // and it is built without PDFs, as where their program has no binary
    env: { SITE_URL: SITE, BASE_PATH: 'a/b/~c', CONTENT_DIR: '.cache/site/wordy-content', PDF: 'no' },
    // its sources are cited as those of the guide are
    takes: '.cache/site/root',
  },
} satisfies Record<string, Build>;

const cacheOf = (folder: string): string => `${folder}-cache`;

/** Where a build keeps files that are slow to make. */
export const keptBy = (folder: string): string => `${cacheOf(folder)}/kept`;

/** Runs a build, unless it would give what is there; the environment's own settings of the address stay out. */
export function build({ folder, env, cold, after, takes }: Build): Promise<{ status: number; output: string }> {
  // the runner of the tests sets variables of its own that would reach the pages as import.meta.env
  const own = /^(SITE_URL|BASE_PATH|CONTENT_DIR|BASE_URL|MODE|DEV|PROD|SSR|TEST|PDF|LIST_PART|VITEST.*)$/;
  const rest = Object.fromEntries(Object.entries(process.env).filter(([name]) => !own.test(name)));
  // but not its note, which names another folder
  if (after) rmSync(cacheOf(folder), { recursive: true, force: true });
  if (after) cpSync(cacheOf(after), cacheOf(folder), { recursive: true, filter: (path) => !path.endsWith('built.json') });
  if (takes && !existsSync(keptBy(folder))) cpSync(keptBy(takes), keptBy(folder), { recursive: true });
  const run = spawn(process.execPath, ['src/build/cli/build.ts', ...(cold ? ['--cold'] : [])], {
    env: {
      ...rest,
      NODE_ENV: 'production',
      ASTRO_TELEMETRY_DISABLED: '1',
      OUT_DIR: folder,
      CACHE_DIR: cacheOf(folder),
      ...env,
    },
  });
  let output = '';
  for (const stream of [run.stdout, run.stderr]) stream.on('data', (chunk) => (output += chunk));
  return new Promise((ended) => run.on('close', (status) => ended({ status: status ?? 1, output })));
}
