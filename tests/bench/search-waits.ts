import type { Browser, CDPSession, Page } from 'playwright-core';
import { ask } from '../site/questions.ts';
import { sized } from './sized.ts';

/** A slow phone: four times slower than this machine. On the way to it 1.6 Mbit/s, and 150 ms before anything comes. */
const SLOWER = { rate: sized(4, 1) };
const SLOW_4G = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 90_000 };
/** Milliseconds between two keys of somebody who types fast. */
const KEYS = 120;

/** A slow machine for a page. */
export async function slowDown(page: Page): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', SLOWER);
  return session;
}

/** Milliseconds from the first key to the first result, and to the last change of the list; and the longest task meanwhile. */
export interface Waits {
  first: number;
  last: number;
  longest: number;
}

/**
 * How long a reader waits who types a query into the field of the search page.
 *
 * @param page a search page
 * @param query what is typed
 * @param delay milliseconds between two keys
 */
export async function typed(page: Page, query: string, delay = 0): Promise<Waits> {
  await page.locator('#q').fill('');
  await page.waitForFunction(() => document.querySelectorAll('#results > li').length === 0);
  await page.evaluate(() => {
    const at = { key: 0, first: 0, last: 0, longest: 0 };
    Object.assign(window, { at });
    document.addEventListener('keydown', () => (at.key ||= performance.now()), { capture: true, once: true });
    new MutationObserver(() => {
      at.last = performance.now();
      if (document.querySelector('#results > li')) at.first ||= at.last;
    }).observe(document.querySelector('#results') as Element, { childList: true });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) at.longest = Math.max(at.longest, duration);
    }).observe({ type: 'longtask' });
  });
  await page.locator('#q').focus();
  await page.keyboard.type(query, { delay });
  await page.waitForFunction(() => /found/.test(document.querySelector('.status')?.textContent ?? ''));
  const { key, first, last, longest } = await page.evaluate(() => (window as unknown as { at: Waits & { key: number } }).at);
  return { first: first - key, last: last - key, longest };
}

/** The same for somebody whose browser has loaded the page and what that asks for by itself, over slow 4G on a slow machine. */
export async function typedCold(browser: Browser, address: string, query: string): Promise<Waits> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(address, { waitUntil: 'networkidle' });
  const session = await slowDown(page);
  await session.send('Network.emulateNetworkConditions', SLOW_4G);
  const waits = await typed(page, query);
  await context.close();
  return waits;
}

/** The longest task, in milliseconds, while somebody types fast on a slow machine; 0 where none took 50. */
export async function longestTask(page: Page, queries: readonly string[]): Promise<number> {
  const waits = [];
  for (const query of queries) waits.push((await typed(page, query, KEYS)).longest);
  return Math.max(0, ...waits);
}

/** Prints what a page fetches for the search by itself, and what a first query does, in bytes as they travel. */
export async function tellFetched(browser: Browser, address: string, query: string): Promise<void> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const parts = new Map<string, { bytes: number; files: number }>();
  const sizes: Promise<void>[] = [];
  page.on('requestfinished', (request) => {
    const path = new URL(request.url()).pathname;
    const folder = /pagefind\/(index|fragment)\//.exec(path)?.[1];
    const part = path.includes('/search/') ? 'names' : folder ? `pagefind, ${folder}` : 'pagefind, always';
    if (!/\/(search|pagefind)\//.test(path)) return;
    const known = parts.get(part) ?? { bytes: 0, files: 0 };
    parts.set(part, known);
    sizes.push(
      request.sizes().then(({ responseBodySize }) => {
        known.bytes += responseBodySize;
        known.files++;
      }),
    );
  });
  const tell = async (what: string) => {
    await page.waitForLoadState('networkidle');
    await Promise.all(sizes);
    const sum = [...parts.values()].reduce((all, { bytes }) => all + bytes, 0);
    console.log(`${what}: ${(sum / 1000).toFixed(1)} kB`);
    for (const [part, { bytes, files }] of parts) console.log(`  ${part}: ${(bytes / 1000).toFixed(1)} kB in ${files} files`);
    parts.clear();
  };
  await page.goto(address);
  await tell('fetched before somebody types');
  await ask(page, query);
  await tell(`fetched for a first query ("${query}")`);
  await context.close();
}
