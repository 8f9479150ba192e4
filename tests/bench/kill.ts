/**
 * `npm run bench:kill`: how often a save is gone that the page had called kept, when the browser is killed right then. Each
 * try has a profile of its own on the disk. `npm run build` first. A number sets how many tries: `npm run bench:kill -- 5`.
 * Exit code 1 where a save was lost.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { ARGUMENTS, chromiumPath } from '../site/browser.ts';
import { serve } from '../site/serve.ts';
import { sized } from './sized.ts';

const TRIES = Number(process.argv.find((word) => /^\d+$/.test(word)) ?? sized(20, 1));
const PAGES = [
  { path: 'find/plan/', field: '.record-form [name="title"]' },
  { path: 'self-check/', field: '[name="role-words"]' },
];

const { origin, server } = await serve(process.env.OUT_DIR ?? 'dist');

/** A browser that can be killed with all its processes. */
async function start(profile: string): Promise<{ page: Page; kill(): Promise<void> }> {
  const child: ChildProcess = spawn(
    chromiumPath(),
    [...ARGUMENTS, `--user-data-dir=${profile}`, '--remote-debugging-port=0', 'about:blank'],
    {
      detached: true,
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  const kill = async (): Promise<void> => {
    const ended = new Promise((done) => child.once('exit', done));
    process.kill(-(child.pid as number), 'SIGKILL');
    await ended;
  };
  const address = await new Promise<string>((found, failed) => {
    let said = '';
    child.once('exit', () => failed(new Error(`Chromium ended: ${said}`)));
    child.stderr?.on('data', (chunk) => {
      said += chunk;
      const [, listens] = /listening on (ws:\S+)/.exec(said) ?? [];
      if (listens) found(listens);
    });
  });
  const browser = await chromium.connectOverCDP(address);
  return { page: await (browser.contexts()[0] as ReturnType<typeof browser.contexts>[number]).newPage(), kill };
}

/** Types, waits until the page calls that kept, kills the browser, and looks what the next one finds. */
async function isThere(words: string, { path, field }: (typeof PAGES)[number]): Promise<boolean> {
  const profile = mkdtempSync(join(tmpdir(), 'kill-'));
  try {
    const first = await start(profile);
    await first.page.goto(`${origin}/${path}`);
    await first.page.locator(field).pressSequentially(words, { delay: 10 });
    await first.page.waitForFunction(
      (typed) =>
        Object.values(localStorage).some((text) => text.includes(typed)) &&
        /^Kept in this browser/.test(document.querySelector('.kept')?.textContent ?? ''),
      words,
      { polling: 5 },
    );
    await first.kill();
    const second = await start(profile);
    await second.page.goto(`${origin}/${path}`);
    const there = await second.page
      .waitForFunction(([place, typed]) => document.querySelector<HTMLInputElement>(place as string)?.value === typed, [field, words], {
        timeout: 4000,
      })
      .then(
        () => true,
        () => false,
      );
    await second.kill();
    return there;
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

let lost = 0;
for (const page of PAGES.slice(0, sized(PAGES.length, 1))) {
  let own = 0;
  for (let turn = 1; turn <= TRIES; turn++) if (!(await isThere(`Words of try ${turn}`, page))) own++;
  console.log(`/${page.path}  ${own} of ${TRIES} saves that were called kept were gone after the browser was killed`);
  lost += own;
}
server.close();
if (lost > 0) process.exitCode = 1;
