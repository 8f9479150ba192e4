import { spawn } from 'node:child_process';

/** A build that the site tests look at. */
export interface Build {
  folder: string;
  base: string;
  env: Record<string, string>;
}

export const SITE = 'https://guide.example';

/** The guide at a root, twice, the second time elsewhere and otherwise; in a deep folder and with long names; and another study's guide. */
export const BUILDS = {
  root: { folder: '.cache/site/root', base: '/', env: { SITE_URL: SITE } },
  again: { folder: '.cache/site/again', base: '/', env: { SITE_URL: SITE, TZ: 'Pacific/Kiritimati', LANG: 'de_DE.UTF-8' } },
  other: { folder: '.cache/site/other', base: '/', env: { CONTENT_DIR: 'tests/fixtures/guide' } },
  // every name of a finding twice as long: labels of figures must find room (see setup.ts)
  wordy: {
    folder: '.cache/site/wordy',
    base: '/a/b/~c/',
    env: { SITE_URL: SITE, BASE_PATH: 'a/b/~c', CONTENT_DIR: '.cache/site/wordy-content' },
  },
} satisfies Record<string, Build>;

/** Runs a build, unless it would give what is there; the environment's own settings of the address stay out. */
export function build({ folder, env }: Build): Promise<{ status: number; output: string }> {
  // the runner of the tests sets variables of its own that would reach the pages as import.meta.env
  const own = /^(SITE_URL|BASE_PATH|CONTENT_DIR|BASE_URL|MODE|DEV|PROD|SSR|TEST|VITEST.*)$/;
  const rest = Object.fromEntries(Object.entries(process.env).filter(([name]) => !own.test(name)));
  const run = spawn(process.execPath, ['src/build/cli/build.ts'], {
    env: {
      ...rest,
      NODE_ENV: 'production',
      ASTRO_TELEMETRY_DISABLED: '1',
      OUT_DIR: folder,
      CACHE_DIR: `${folder}-cache`,
      ...env,
    },
  });
  let output = '';
  for (const stream of [run.stdout, run.stderr]) stream.on('data', (chunk) => (output += chunk));
  return new Promise((ended) => run.on('close', (status) => ended({ status: status ?? 1, output })));
}
