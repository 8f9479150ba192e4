/**
 * `npm run bench:search`: asks the built guide every question of tests/fixtures/questions.yaml and exact-questions.yaml in Chromium. Prints how many found
 * a right page first and among the first three, and the mean reciprocal rank, beside plain Pagefind and plain MiniSearch over the
 * same texts; then what a first query fetches, and how long a reader waits, with nothing loaded on a slow line and on a slow
 * machine. `--misses` names what the tuning half missed: the other half is counted only.
 *
 * Another guide stands in `OUT_DIR`; `--query=…` asks it something in its own words, and leaves the questions out.
 */
import { launch } from '../site/browser.ts';
import { ask, EXACT, QUESTIONS, type Question } from '../site/questions.ts';
import { serve } from '../site/serve.ts';
import { median } from './median.ts';
import { type Asked, plainMiniSearch, plainPagefind } from './plain-search.ts';
import { measured, rankOf } from './ranks.ts';
import { longestTask, slowDown, tellFetched, typed, typedCold, type Waits } from './search-waits.ts';
import { sized } from './sized.ts';

const folder = process.env.OUT_DIR ?? 'dist';
const { origin, server } = await serve(folder);
const address = `${origin}/search/`;
const browser = await launch();
const page = await browser.newPage();
await page.goto(address);

/** every question, or the first of a set */
const few = (set: readonly Question[]): Question[] => set.slice(0, sized(set.length, 1));
const questions = ['tune', 'check'].flatMap((half) => few(QUESTIONS.questions.filter(({ set }) => set === half)));
const own = process.argv.find((option) => option.startsWith('--query='))?.slice('--query='.length);
if (own === undefined) await tellRanks();

async function tellRanks(): Promise<void> {
  const plain = await browser.newPage();
  await plain.goto(address);
  const searches: [string, Asked][] = [
    ['guide', (q) => ask(page, q)],
    ['Pagefind', await plainPagefind(plain)],
    ['MiniSearch', await plainMiniSearch(folder)],
  ];
  const ranks = new Map<Question, number[]>();
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

  const print = (label: string, some: readonly Question[]): void => {
    const columns = searches.map(([name], at) => `${name} ${measured(some.map((question) => ranks.get(question)?.[at] ?? 0))}`);
    console.log(`${label.padEnd(20)} ${String(some.length).padStart(3)}   ${columns.join('   ')}`);
  };
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
}

const query = own ?? 'why does research take so long';
const tellWaits = (when: string, waits: readonly Waits[]): void => {
  console.log(`${when}, ${waits.length} times:`);
  for (const [label, of] of [
    ['first result', 'first'],
    ['whole answer', 'last'],
    ['longest task', 'longest'],
  ] as const) {
    const some = waits.map((one) => one[of]);
    console.log(`  ${label}: median ${Math.round(median(some))} ms, at worst ${Math.round(Math.max(...some))} ms`);
  }
};
await tellFetched(browser, address, query);
const cold: Waits[] = [];
for (let run = 0; run < sized(5, 1); run++) cold.push(await typedCold(browser, address, query));
tellWaits(`"${query}" typed at once where only what comes ahead is loaded, over slow 4G, 4 times slower`, cold);
await slowDown(page);
const words = own?.split(' ') ?? questions.flatMap(({ q }) => q.split(' ').find((word) => /^[a-z]{6,}$/.test(word)) ?? []);
const warm: Waits[] = [];
for (const word of [...new Set(words)].slice(0, sized(25, 1))) warm.push(await typed(page, word));
tellWaits('a word typed at once, 4 times slower', warm);
const asked = own === undefined ? questions.slice(0, sized(10, 1)).map(({ q }) => q) : [own];
console.log(`the longest task while somebody types, 4 times slower: ${Math.round(await longestTask(page, asked))} ms`);
await browser.close();
server.close();
