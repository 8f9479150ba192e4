/**
 * `npm run bench:search`: asks the built guide every question of tests/fixtures/questions.yaml in Chromium and prints how many
 * found a right page among the first three results, how many as the first, and how long an answer took.
 */
import { launch } from '../site/browser.ts';
import { ask, QUESTIONS, type Question } from '../site/questions.ts';
import { serve } from '../site/serve.ts';
import { median } from './median.ts';

const { origin, server } = await serve(process.env.OUT_DIR ?? 'dist');
const browser = await launch();
const page = await browser.newPage();
await page.goto(`${origin}/search/`);
const share = (part: number, all: number) => `${part} of ${all} (${((100 * part) / all).toFixed(1)} %)`;
const times: number[] = [];

async function measure(name: string, questions: readonly Question[]): Promise<void> {
  let first = 0;
  let three = 0;
  for (const question of questions) {
    const start = performance.now();
    const got = await ask(page, question.q);
    times.push(performance.now() - start);
    if (question.accept.includes(got[0] ?? '')) first++;
    if (question.accept.some((right) => got.slice(0, 3).includes(right))) three++;
    else if (process.argv.includes('--misses'))
      console.log(`  missed: "${question.q}" wants ${question.accept.join(' or ')}, got ${got.slice(0, 3).join(' ')}`);
  }
  console.log(`${name}: ${share(three, questions.length)} in the first three, ${share(first, questions.length)} first`);
}

const { questions, misspellings } = QUESTIONS;
for (const set of ['tune', 'check'] as const)
  await measure(
    `questions, ${set}`,
    questions.filter((q) => q.set === set),
  );
await measure('misspellings', misspellings);
console.log(`median time from question to answer: ${Math.round(median(times))} ms`);
await browser.close();
server.close();
