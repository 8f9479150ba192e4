import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

/** The programs by what they are for: a person's browser, and the shell without a window that opens pages in half the time. */
const PLACES = {
  browser: [
    process.env.CHROMIUM_PATH,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ],
  shell: [process.env.CHROMIUM_PATH, '/usr/bin/chromium-headless-shell'],
};

/** Chromium of Playwright's own installer, if it was used before. */
function installed(): string | undefined {
  const path = chromium.executablePath();
  if (existsSync(path)) return path;
  const cache = join(homedir(), '.cache/ms-playwright');
  if (!existsSync(cache)) return undefined;
  return readdirSync(cache)
    .filter((name) => name.startsWith('chromium-'))
    .map((name) => join(cache, name, 'chrome-linux/chrome'))
    .find(existsSync);
}

/** The first of some places where there is something. */
export const firstThere = (places: readonly (string | undefined)[]): string | undefined => places.find((path) => path && existsSync(path));

const found = (): string | undefined => firstThere(PLACES.browser) ?? installed();

/**
 * The path of a Chromium. Where there is none it gets one: from Debian's packages as root, else by Playwright's installer.
 *
 * @throws Error with one sentence that says how to get one
 */
export function chromiumPath(): string {
  const there = found();
  if (there) return there;
  const run = (command: string, ...args: string[]) => spawnSync(command, args, { stdio: 'inherit' }).status === 0;
  if (existsSync('/etc/debian_version') && process.getuid?.() === 0) {
    console.log('No Chromium found; installing it from the packages of the system.');
    run('apt-get', 'update', '-qq') && run('apt-get', 'install', '-y', '-qq', 'chromium');
  } else {
    console.log("No Chromium found; installing it with Playwright's installer.");
    run('npx', 'playwright-core', 'install', 'chromium');
  }
  const now = found();
  if (!now)
    throw new Error(
      'The site tests need Chromium: install it (Debian: apt-get install chromium; elsewhere: npx playwright-core install chromium), or name one in CHROMIUM_PATH.',
    );
  return now;
}

export const ARGUMENTS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A browser to look at pages with: the shell, where it is installed; letters stand in it as wide as in the browser. */
export const launch = (): Promise<Browser> =>
  chromium.launch({
    executablePath: firstThere(PLACES.shell) ?? chromiumPath(),
    args: [...ARGUMENTS, '--font-render-hinting=none'],
  });
