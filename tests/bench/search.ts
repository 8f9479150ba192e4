/**
 * `npm run bench:search`: asks the built guide every question of tests/fixtures/questions.yaml and exact-questions.yaml in Chromium. Prints how many found
 * a right page first and among the first three, and the mean reciprocal rank, beside plain Pagefind and plain MiniSearch over the
 * same texts; then what a first query fetches, and how long a reader waits on a slow machine. `--misses` names what the tuning
 * half missed: the other half is counted only.
 */
import type { CDPSession, Page } from 'playwright-core';
import { launch } from '../site/browser.ts';
import { ask, EXACT, QUESTIONS, type Question } from '../site/questions.ts';
import { serve } from '../site/serve.ts';
import { median } from './median.ts';
import { type Asked, plainMiniSearch, plainPagefind } from './plain-search.ts';
import { measured, rankOf } from './ranks.ts';
import { sized } from './sized.ts';

const folder = process.env.OUT_DIR ?? 'dist';
const { origin, server } = await serve(folder);
const browser = await launch();
const page = await browser.newPage();
await page.goto(`${origin}/search/`);
const plain = await browser.newPage();
await plain.goto(`${origin}/search/`);
const searches: [string, Asked][] = [
  ['guide', (q) => ask(page, q)],
  ['Pagefind', await plainPagefind(plain)],
  ['MiniSearch', plainMiniSearch(folder)],
];

const ranks = new Map<Question, number[]>();
/** every question, or the first of a set */
const few = (set: readonly Question[]): Question[] => set.slice(0, sized(set.length, 1));
const questions = ['tune', 'check'].flatMap((half) => few(QUESTIONS.questions.filter(({ set }) => set === half)));
const misspellings = few(QUESTIONS.misspellings);
const exact = ['numbers', 'phrases', 'compounds'] as const;
for (const question of [...questions, ...misspellings, ...exact.flatMap((set) => few(EXACT[set]))]) {
  const got = [];
  for (const [, search] of searches) got.push(await search(question.q));
  ranks.set(
    question,
    got.map((addresses) => rankOf(question.accept, addresses)),
  );
  const [ours = []] = got;
  if (process.argv.includes('--misses') && question.set === 'tune' && (ranks.get(question)?.[0] ?? 0) !== 1)
    console.log(`  "${question.q}" wants ${question.accept.join(' or ')}, got ${ours.slice(0, 3).join(' ')}`);
}

function print(label: string, some: readonly Question[]): void {
  const columns = searches.map(([name], at) => `${name} ${measured(some.map((question) => ranks.get(question)?.[at] ?? 0))}`);
  console.log(`${label.padEnd(20)} ${String(some.length).padStart(3)}   ${columns.join('   ')}`);
}
console.log('share first / in the first three / mean reciprocal rank');
for (const set of ['tune', 'check']) {
  const half = questions.filter((question) => question.set === set);
  print(set, half);
  for (const who of new Set(half.map((question) => question.who ?? '')))
    print(
      `  ${who}`,
      half.filter((question) => question.who === who),
    );
}
print('misspellings', misspellings);
for (const set of exact) print(set, few(EXACT[set]));

/** What a first query fetches, in bytes as they travel. */
async function fetched(query: string): Promise<void> {
  const context = await browser.newContext();
  const first = await context.newPage();
  await first.goto(`${origin}/search/`, { waitUntil: 'networkidle' });
  const parts = new Map<string, { bytes: number; files: number }>();
  const sizes: Promise<void>[] = [];
  first.on('requestfinished', (request) => {
    const path = new URL(request.url()).pathname;
    const folder = /pagefind\/(index|fragment)\//.exec(path)?.[1];
    const part = path.endsWith('names.json') ? 'names.json' : folder === undefined ? 'pagefind, always' : `pagefind, ${folder}`;
    const known = parts.get(part) ?? { bytes: 0, files: 0 };
    parts.set(part, known);
    sizes.push(
      request.sizes().then(({ responseBodySize }) => {
        known.bytes += responseBodySize;
        known.files++;
      }),
    );
  });
  console.log(`fetched before somebody turns to the field: ${parts.size} files`);
  await ask(first, query);
  await first.waitForLoadState('networkidle');
  await Promise.all(sizes);
  console.log(`fetched for a first query ("${query}"):`);
  for (const [part, { bytes, files }] of parts) console.log(`  ${part}: ${(bytes / 1000).toFixed(1)} kB in ${files} files`);
  await context.close();
}
await fetched('why does research take so long');

/** Milliseconds from the first key of a word to the first result, and to the last change of the list. */
async function typed(on: Page, word: string): Promise<{ first: number; last: number }> {
  await on.locator('#q').fill('');
  await on.waitForFunction(() => document.querySelectorAll('#results > li').length === 0);
  await on.evaluate(() => {
    const at = { key: 0, first: 0, last: 0 };
    Object.assign(window, { at });
    document.addEventListener('keydown', () => (at.key ||= performance.now()), { capture: true, once: true });
    new MutationObserver(() => {
      at.last = performance.now();
      if (document.querySelector('#results > li')) at.first ||= at.last;
    }).observe(document.querySelector('#results') as Element, { childList: true });
  });
  await on.locator('#q').focus();
  await on.keyboard.type(word);
  await on.waitForFunction(() => /found/.test(document.querySelector('.status')?.textContent ?? ''));
  const { key, first, last } = await on.evaluate(() => (window as unknown as { at: { key: number; first: number; last: number } }).at);
  return { first: first - key, last: last - key };
}

const slow: CDPSession = await page.context().newCDPSession(page);
await slow.send('Emulation.setCPUThrottlingRate', { rate: 4 });
const words = [...new Set(questions.map(({ q }) => q.split(' ').find((word) => /^[a-z]{6,}$/.test(word))))].filter(
  (word) => word !== undefined,
);
const times = [];
for (const word of words.slice(0, sized(25, 1))) times.push(await typed(page, word));
const say = (label: string, some: number[]) =>
  console.log(`${label}: median ${Math.round(median(some))} ms, at worst ${Math.round(Math.max(...some))} ms, ${some.length} words`);
say(
  'from the first key to the first result, 4 times slower',
  times.map(({ first }) => first),
);
say(
  'from the first key to the whole answer, 4 times slower',
  times.map(({ last }) => last),
);
await browser.close();
server.close();
