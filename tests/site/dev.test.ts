import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launch } from './browser.ts';

const FOLDER = '.cache/dev-guide';
const FILE = `${FOLDER}/gaps/manuals.mdx`;
const right = readFileSync('tests/fixtures/guide/gaps/manuals.mdx', 'utf8');
const wrong = right.replace('at="results-1"', 'at="result-1"');
const message = 'paper at="result-1": no such sentence. Did you mean "results-1"?';

let server: ChildProcess;
let origin = '';
let said = '';

const until = async (done: () => boolean | Promise<boolean>): Promise<void> => {
  for (let i = 0; i < 150; i++) {
    if (await done()) return;
    await new Promise((next) => setTimeout(next, 200));
  }
  throw new Error(`It did not come to that. The server said:\n${said}`);
};

beforeAll(async () => {
  rmSync(FOLDER, { recursive: true, force: true });
  cpSync('tests/fixtures/guide', FOLDER, { recursive: true });
  const own = /^(SITE_URL|BASE_PATH|BASE_URL|NODE_ENV|MODE|DEV|PROD|SSR|TEST|VITEST.*)$/;
  const rest = Object.fromEntries(Object.entries(process.env).filter(([name]) => !own.test(name)));
  server = spawn(process.execPath, ['node_modules/astro/bin/astro.mjs', 'dev', '--host', '127.0.0.1', '--port', '4399'], {
    env: { ...rest, CONTENT_DIR: FOLDER, CACHE_DIR: '.cache/dev-cache', ASTRO_TELEMETRY_DISABLED: '1' },
  });
  for (const stream of [server.stdout, server.stderr])
    stream?.on('data', (text) => {
      said += text;
      origin ||= /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0] ?? '';
    });
  await until(() => origin !== '');
});
afterAll(() => {
  server.kill();
});

describe('While somebody writes (npm run dev)', () => {
  test('a slip shows in the terminal and in the page, and both recover when it is mended', async () => {
    const browser = await launch();
    const page = await browser.newPage();
    await page.goto(`${origin}/gaps/manuals/`);
    expect(await page.locator('h1 b').textContent()).toBe('Manuals');

    writeFileSync(FILE, wrong);
    await until(() => said.includes(message));
    await page.locator('vite-error-overlay').getByText(message).first().waitFor();
    expect((await page.request.get(`${origin}/gaps/manuals/`)).status()).toBe(500);

    writeFileSync(FILE, right.replace('The study names it once.', 'The study names it once, in passing.'));
    await page.getByText('once, in passing').waitFor();
    expect(await page.locator('vite-error-overlay').count()).toBe(0);
    await browser.close();
  });

  test('the search page says that search needs the built guide', async () => {
    const browser = await launch();
    const page = await browser.newPage();
    await page.goto(`${origin}/search/?q=manual`);
    await page.getByText('Search works in the built guide only: stop, then run npm start. Here, browse the A to Z below.').waitFor();
    await browser.close();
  });
});
