/**
 * `npm run bench:visit`: what a first visit costs on a phone over a slow line (412 px, 150 ms, 1.6 Mbit/s, a processor four times
 * slower): when the largest thing stands (LCP), how long scripts block, what moves, bytes and requests. Each page in a fresh
 * context, medians; then all pages one after the other in one context.
 *
 * `--beside=FOLDER` names another built site, which is looked at by turns on the pages that both have; the ratio of medians of
 * LCP is printed. `npm run bench:scale` leaves both sides of a large guide in `.cache/scale/out-1000` (ours: `OUT_DIR`) and
 * `.cache/scale/starlight/dist`. Words without `--` are paths of pages.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { launch } from '../site/browser.ts';
import { serve } from '../site/serve.ts';
import { median } from './median.ts';
import { sized } from './sized.ts';

const ours = process.env.OUT_DIR ?? 'dist';
const beside = process.argv.find((word) => word.startsWith('--beside='))?.slice('--beside='.length);
const folders = [ours, ...(beside ? [beside] : [])];
const RUNS = sized(7, 1);

/** A page of each kind that people come to from elsewhere, which every site here has. */
const first = (folder: string): string[] => {
  const inside = existsSync(join(ours, folder)) ? readdirSync(join(ours, folder), { withFileTypes: true }) : [];
  const one = inside.find((item) => item.isDirectory() && folders.every((site) => existsSync(join(site, folder, item.name, 'index.html'))));
  return one ? [`${folder}/${one.name}/`] : [];
};
const named = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const PAGES = (
  named.length > 0 ? named : [...(beside ? [] : ['', 'gaps/']), ...['gaps', 'links', 'sources', 'challenges'].flatMap(first)]
).slice(0, sized(9, 2));

interface Load {
  lcp: number;
  blocked: number;
  moved: number;
  bytes: number;
  requests: number;
}

declare global {
  interface Window {
    visit: Pick<Load, 'lcp' | 'blocked' | 'moved'>;
  }
}

const watch = (): void => {
  window.visit = { lcp: 0, blocked: 0, moved: 0 };
  new PerformanceObserver((list) => {
    for (const { startTime } of list.getEntries()) window.visit.lcp = startTime;
  }).observe({ type: 'largest-contentful-paint', buffered: true });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) window.visit.blocked += Math.max(0, duration - 50);
  }).observe({ type: 'longtask', buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if ('value' in entry) window.visit.moved += Number(entry.value);
  }).observe({ type: 'layout-shift', buffered: true });
};

const browser = await launch();

/** A page on a slow phone, and how it loads an address. */
async function slowPage(): Promise<{ load(address: string): Promise<Load>; close(): Promise<void> }> {
  const context = await browser.newContext({ viewport: { width: 412, height: 915 }, deviceScaleFactor: 2, isMobile: true });
  const page: Page = await context.newPage();
  await page.addInitScript(watch);
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 150,
    downloadThroughput: 1_600_000 / 8,
    uploadThroughput: 750_000 / 8,
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  let [bytes, requests] = [0, 0];
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
    requests++;
  });
  return {
    load: async (address) => {
      [bytes, requests] = [0, 0];
      await page.goto(address, { waitUntil: 'load' });
      await page.waitForTimeout(sized(1000, 100));
      return { ...(await page.evaluate(() => window.visit)), bytes, requests };
    },
    close: () => context.close(),
  };
}

const sites = await Promise.all(folders.map((folder) => serve(folder)));
const told = (loads: readonly Load[]): string => {
  const of = (get: (load: Load) => number) => median(loads.map(get));
  return `LCP ${of(({ lcp }) => lcp).toFixed(0)} ms, blocked ${of(({ blocked }) => blocked).toFixed(0)} ms, moved ${of(({ moved }) => moved).toFixed(3)}, ${(of(({ bytes }) => bytes) / 1000).toFixed(1)} kB in ${of(({ requests }) => requests)} requests`;
};
for (const path of PAGES) {
  const loads = folders.map((): Load[] => []);
  for (let run = 0; run < RUNS; run++)
    for (const [i, { origin }] of sites.entries()) {
      const { load, close } = await slowPage();
      loads[i]?.push(await load(`${origin}/${path}`));
      await close();
    }
  for (const [i, folder] of folders.entries()) console.log(`/${path}  ${beside ? `${folder}: ` : ''}${told(loads[i] ?? [])}`);
  const [here = [], there = []] = loads;
  if (beside)
    console.log(
      `  LCP ${(median(here.map(({ lcp }) => lcp)) / median(there.map(({ lcp }) => lcp))).toFixed(2)} of the other's (at most 0.7)`,
    );
}
for (const [i, { origin }] of sites.entries()) {
  const { load, close } = await slowPage();
  const loads: Load[] = [];
  for (const path of PAGES) loads.push(await load(`${origin}/${path}`));
  await close();
  console.log(
    `${PAGES.length} pages one after the other${beside ? `, ${folders[i]}` : ''}: ${(loads.reduce((sum, { bytes }) => sum + bytes, 0) / 1000).toFixed(1)} kB, LCP ${loads.map(({ lcp }) => lcp.toFixed(0)).join(', ')} ms`,
  );
}
await browser.close();
for (const { server } of sites) server.close();
