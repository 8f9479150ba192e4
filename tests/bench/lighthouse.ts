/**
 * `npm run bench:lighthouse`: Lighthouse (mobile) over the built guide, served compressed: three runs a page (or `--runs=1`), medians. Pages are named by their paths; without names four are tried. Exit
 * code 1 where a median is below 100. `npm run build` first, with SITE_URL set: without it there is no canonical address.
 */
import { launch as launchChrome } from 'chrome-launcher';
import lighthouse from 'lighthouse';
import { ARGUMENTS, chromiumPath } from '../site/browser.ts';
import { serve } from '../site/serve.ts';
import { median } from './median.ts';
import { sized } from './sized.ts';

const named = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const PAGES = named.length > 0 ? named : ['', 'gaps/', 'story/', 'search/'].slice(0, sized(4, 1));
const CATEGORIES = ['seo', 'performance', 'accessibility', 'best-practices'].slice(0, sized(4, 1));
const RUNS = sized(Number(process.argv.find((word) => word.startsWith('--runs='))?.slice(7) ?? 3), 1);

const { origin, server } = await serve(process.env.OUT_DIR ?? 'dist');
const chrome = await launchChrome({ chromePath: chromiumPath(), chromeFlags: ARGUMENTS });
let low = false;
for (const path of PAGES) {
  const scores = new Map<string, number[]>(CATEGORIES.map((category) => [category, []]));
  const failed = new Set<string>();
  for (let run = 0; run < RUNS; run++) {
    const result = await lighthouse(`${origin}/${path}`, { port: chrome.port, onlyCategories: CATEGORIES, logLevel: 'error' });
    if (!result) throw new Error(`Lighthouse gave no result for /${path}.`);
    for (const category of CATEGORIES) {
      const { score, auditRefs } = result.lhr.categories[category] as { score: number; auditRefs: { id: string; weight: number }[] };
      scores.get(category)?.push(Math.round(score * 100));
      for (const { id, weight } of auditRefs) {
        const audit = result.lhr.audits[id];
        if (weight > 0 && audit?.score !== null && (audit?.score ?? 1) < 0.9) failed.add(id);
      }
    }
  }
  const medians = [...scores].map(([category, list]) => ({ category, score: median(list) }));
  low ||= medians.some(({ score }) => score < 100);
  console.log(
    `/${path}  ${medians.map(({ category, score }) => `${category} ${score}`).join(', ')}${failed.size ? `  (${[...failed].join(', ')})` : ''}`,
  );
}
chrome.kill();
server.close();
if (low) process.exitCode = 1;
