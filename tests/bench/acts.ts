/**
 * `npm run bench:acts`: how long a reader waits from a click or a key to the next picture, as the browser's Event Timing tells it, in
 * Chromium at 4 x CPU slowdown and 1280 px. Needs a build in dist (npm run build); OUT_DIR names another one.
 *
 * Options: `--acts=40` (how many of each), `--only=finder` (those whose name has it), `--most=100` (the goal: milliseconds at p98; 200 at
 * ten times the content), `--slow=4`, `--trace=FILE` (a trace of Chromium for its performance panel, best with `--only`), `--least`.
 *
 * Durations are told in steps of 8 ms, and only from 16 ms on: what is quicker counts as 8.
 */
import type { CDPSession, Page } from 'playwright-core';
import { launch } from '../site/browser.ts';
import { serve } from '../site/serve.ts';
import { median } from './median.ts';
import { LEAST, sized } from './sized.ts';

const option = (name: string, or: number | string): string =>
  process.argv.find((a) => a.startsWith(`--${name}=`))?.slice(name.length + 3) ?? String(or);
const COUNT = Number(option('acts', sized(40, 1)));
const MOST = Number(option('most', 100));
const SLOW = Number(option('slow', sized(4, 1)));

/** What can be ticked and weighed in the finder of the guide that is measured, as addresses have it: `gaps-timetables`. */
interface Ids {
  from: readonly string[];
  to: readonly string[];
}

/** What readers do on a page. */
interface Act {
  name: string;
  address: string | ((ids: Ids) => string);
  /** brings the page to where the act is done */
  before?(page: Page): Promise<void>;
  /** does it for the nth time */
  act(page: Page, n: number): Promise<void>;
}

/** What is acted on is not there: another guide may not have it. */
class Missing extends Error {}

/** Clicks in the middle of one of some elements, as a person would who has it in sight. */
const click =
  (selector: string, step = 1) =>
  async (page: Page, n: number): Promise<void> => {
    const all = page.locator(selector);
    const count = await all.count();
    if (count === 0) throw new Missing(selector);
    const one = all.nth((n * step) % count);
    await one.scrollIntoViewIfNeeded();
    const box = await one.boundingBox();
    if (!box) throw new Error(`${selector} is not to be seen.`);
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await settled(page);
    await page.mouse.down();
    await page.mouse.up();
  };

/** Turns a select on by a key, and back to its first option after the last. */
const turn =
  (name: string) =>
  async (page: Page): Promise<void> => {
    const select = page.locator(`select[name="${name}"]`);
    if ((await select.count()) === 0) throw new Missing(name);
    await select.focus();
    const atEnd = await select.evaluate((one: HTMLSelectElement) => one.selectedIndex === one.options.length - 1);
    await settled(page);
    await page.keyboard.press(atEnd ? 'Home' : 'ArrowDown');
  };

/** Types into a field, letter by letter. */
const type =
  (selector: string, text: string) =>
  async (page: Page, n: number): Promise<void> => {
    await page.locator(selector).first().focus();
    const letter = text[n % text.length] ?? ' ';
    await page.keyboard.press(letter === '<' ? 'Control+A' : letter === ' ' ? 'Space' : letter);
  };

/** Every question answered from a chair: the first view by its words in turn, each next one a word further. */
async function answerAll(page: Page, view: number): Promise<void> {
  await page.evaluate((further) => {
    for (const [i, question] of document.querySelectorAll('.question').entries()) {
      const radios = question.querySelectorAll<HTMLInputElement>('input[type="radio"]');
      radios[(i + further * (i % 2)) % radios.length]?.click();
    }
  }, view);
}

const ACTS: readonly Act[] = [
  { name: 'finder: a tick', address: '/find/', act: click('input[name="from"]') },
  {
    name: 'finder: a response weighed',
    address: '/find/',
    before: (page) =>
      page.evaluate(() => {
        for (const box of [...document.querySelectorAll<HTMLInputElement>('input[name="from"]')].slice(0, 3)) box.click();
      }),
    act: click('.response:not([hidden]) input[name="to"]'),
  },
  {
    name: 'finder: details opened',
    address: ({ from, to }) => `/find/?from=${from.at(-1)}&from=${from.at(0)}&to=${to.at(1)}`,
    act: click('.response:not([hidden]) summary'),
  },
  {
    name: 'finder: start from a response',
    address: '/find/',
    before: (page) => page.locator('.narrow summary').click(),
    act: turn('only'),
  },
  {
    name: 'comparison: another response',
    address: ({ to }) => `/find/compare/?to=${to.at(0)}&to=${to.at(1)}&to=${to.at(7)}`,
    async act(page, n) {
      const select = page.locator('.compared select').last();
      await select.focus();
      await settled(page);
      await page.keyboard.press(n % 2 === 0 ? 'End' : 'Home');
    },
  },
  { name: 'matrix page: a select', address: '/matrix/', act: turn('state') },
  { name: 'matrix figure: a select', address: '/figures/link-matrix/', act: turn('state') },
  { name: 'matrix figure: a cell opened', address: '/figures/link-matrix/', act: click('svg.wide .cell', 7) },
  { name: 'pathways: a node traced', address: '/figures/pathways/', act: click('svg.wide .node', 3) },
  { name: 'literature: a cell opened', address: '/figures/literature/', act: click('svg.wide .cell', 5) },
  {
    name: 'self-check: a choice, two views',
    address: '/self-check/',
    async before(page) {
      await answerAll(page, 0);
      await page.locator('[data-empty]').click();
      await answerAll(page, 1);
      await page.locator('.comparison').waitFor();
    },
    act: click('.answers input[type="radio"]', 5),
  },
  {
    name: 'record: a key, three responses',
    address: '/find/plan/',
    async before(page) {
      for (let i = 0; i < 3; i++) {
        await page.locator('select[name="add"]').selectOption({ index: 1 + i });
        await page.locator('[data-add]').click();
      }
    },
    act: type('textarea[name="why"]', 'because nobody else does it now '),
  },
  {
    name: 'quiz: the next question, and back',
    address: '/teach/quiz/',
    act: (page, n) => click(`quiz-form [data-${n % 2 === 0 ? 'next' : 'back'}]`)(page, 0),
  },
  {
    name: 'quiz: an answer shown',
    address: '/teach/quiz/',
    before: (page) => page.locator('quiz-form [data-show-all]').click(),
    act: click('quiz-form [data-answer]'),
  },
  {
    name: 'gap: only the paper, and everything',
    address: ({ from }) => `/${from.at(3)?.replace('-', '/')}/`,
    act: click('voice-lens .lens-link'),
  },
  { name: 'cases: a select', address: '/cases/', act: turn('payer') },
  { name: 'sources: a select', address: '/sources/', act: turn('kind') },
  { name: 'links: a select', address: '/links/', act: turn('state') },
  { name: 'search: a key', address: '/search/', act: type('#q', 'timetables<protected time<') },
];

/** Waits until the page has drawn what was asked of it, and has nothing to do for a moment. */
const settled = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    for (let i = 0; i < 2; i++) await new Promise((next) => requestAnimationFrame(() => setTimeout(next)));
    await new Promise((next) => setTimeout(next, 120));
  });

/** What the browser tells of one act: until the next picture, and how long its handlers ran. */
interface Told {
  wait: number;
  script: number;
}

declare global {
  interface Window {
    told: PerformanceEventTiming[];
  }
}

/** Gathers what the browser tells of events that belong to an act. */
function listen(): void {
  window.told = [];
  // the threshold is newer than the types
  const quick: PerformanceObserverInit & { durationThreshold: number } = { type: 'event', durationThreshold: 16 };
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (entry instanceof PerformanceEventTiming) window.told.push(entry);
  }).observe(quick);
}

/** The slowest event since the last question. */
const toldBy = (page: Page): Promise<Told> =>
  page.evaluate(() => {
    const acts = window.told.filter(({ name }) => /^(pointer(down|up)|mouse(down|up)|click|key|input|beforeinput)/.test(name));
    window.told = [];
    return {
      wait: Math.max(8, ...acts.map(({ duration }) => duration)),
      script: Math.max(0, ...acts.map(({ processingStart, processingEnd }) => processingEnd - processingStart)),
    };
  });

const p98 = (numbers: readonly number[]): number => [...numbers].sort((a, b) => a - b)[Math.ceil(numbers.length * 0.98) - 1] ?? Number.NaN;

const { origin, server } = await serve(process.env.OUT_DIR ?? 'dist');
const browser = await launch();
const finder = await (await fetch(`${origin}/find/`)).text();
const valuesOf = (name: string) => [
  ...new Set([...finder.matchAll(new RegExp(`name="${name}" value="([^"]+)"`, 'g'))].map(([, value = '']) => value)),
];
const ids: Ids = { from: valuesOf('from'), to: valuesOf('to') };

async function measure({ address, before, act }: Act): Promise<Told[]> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  await page.addInitScript(listen);
  await page.goto(origin + (typeof address === 'string' ? address : address(ids)), { waitUntil: LEAST ? 'load' : 'networkidle' });
  await before?.(page);
  const session: CDPSession = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOW });
  const all: Told[] = [];
  // the first one loads and compiles what the others find ready
  for (let n = LEAST ? 1 : 0; n <= COUNT; n++) {
    await settled(page);
    await toldBy(page);
    await act(page, n);
    await settled(page);
    const told = await toldBy(page);
    if (n > 0) all.push(told);
  }
  await context.close();
  return all;
}

const trace = option('trace', '');
if (trace) await browser.startTracing(undefined, { path: trace });
let missed = 0;
console.log(`From an act to the next picture at ${SLOW} x CPU slowdown, ${COUNT} times each: median, p98; at most ${MOST} ms`);
for (const one of ACTS.filter(({ name }) => name.includes(option('only', '')))) {
  const all = await measure(one).catch((error: unknown) => {
    if (error instanceof Missing) return undefined;
    throw error;
  });
  if (!all) {
    console.log(`  ${one.name.padEnd(34)} not on this page`);
    continue;
  }
  const waits = all.map(({ wait }) => wait);
  const over = p98(waits) > MOST;
  if (over) missed++;
  const ms = (n: number) => `${Math.round(n).toString().padStart(5)} ms`;
  console.log(
    `  ${one.name.padEnd(34)} ${ms(median(waits))} ${ms(p98(waits))}, handlers ${ms(median(all.map(({ script }) => script)))}${over ? '  MISSED' : ''}`,
  );
}
if (trace) await browser.stopTracing();
await browser.close();
server.close();
process.exitCode = missed > 0 ? 1 : 0;
