import type { Server } from 'node:http';
import puppeteer from 'puppeteer-core';
import { By } from 'selenium-webdriver';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ARGUMENTS, chromiumPath } from './browser.ts';
import { BUILDS } from './builds.ts';
import { serve } from './serve.ts';
import { launchWebkit, webkitMissing } from './webkit.ts';

/** What a test does in a browser, whichever it is. */
interface Tab {
  open(path: string): Promise<void>;
  type(selector: string, text: string): Promise<void>;
  /** presses as a person does: some things are allowed then only */
  press(selector: string): Promise<void>;
  /** goes on by a link of the page, and comes back */
  leaveAndReturn(): Promise<void>;
  evaluate<R>(expression: string): Promise<R>;
}

let origin: string;
let server: Server;
beforeAll(async () => {
  ({ origin, server } = await serve(BUILDS.root.folder));
});
afterAll(() => server.close());

/** Chromium with the pages that it keeps for Back. Playwright loses sight of them, Puppeteer does not. */
async function chromiumTab(): Promise<{ tab: Tab; close(): Promise<void> }> {
  const browser = await puppeteer.launch({
    executablePath: chromiumPath(),
    args: ARGUMENTS,
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  });
  const page = await browser.newPage();
  return {
    close: () => browser.close(),
    tab: {
      open: async (path) => void (await page.goto(`${origin}/${path}`)),
      type: (selector, text) => page.type(selector, text),
      press: (selector) => page.click(selector),
      evaluate: async <R>(expression: string) => (await page.evaluate(expression)) as R,
      leaveAndReturn: async () => {
        await Promise.all([page.waitForNavigation(), page.click('.head .name')]);
        await page.goBack();
      },
    },
  };
}

async function webkitTab(): Promise<{ tab: Tab; close(): Promise<void> }> {
  const { driver, close } = await launchWebkit();
  const evaluate = <R>(expression: string): Promise<R> => driver.executeScript<R>(`return ${expression}`);
  return {
    close,
    tab: {
      open: (path) => driver.get(`${origin}/${path}`),
      type: (selector, text) => driver.findElement(By.css(selector)).sendKeys(text),
      press: (selector) => driver.findElement(By.css(selector)).click(),
      evaluate,
      leaveAndReturn: async () => {
        const here = await driver.getCurrentUrl();
        await driver.findElement(By.css('.head .name')).click();
        await expect.poll(() => driver.getCurrentUrl(), { timeout: 10_000 }).toBe(`${origin}/`);
        await driver.navigate().back();
        await expect.poll(() => driver.getCurrentUrl(), { timeout: 10_000 }).toBe(here);
        // it empties fields a moment after it has told the page that it is shown again
        await new Promise((done) => setTimeout(done, 500));
      },
    },
  };
}

const missing = webkitMissing();
if (missing) console.log(missing);
const ENGINES = [{ engine: 'Chromium', start: chromiumTab }, ...(missing ? [] : [{ engine: 'WebKit', start: webkitTab }])];

const soon = { timeout: 15_000, interval: 100 };
const value = (selector: string): string => `document.querySelector(${JSON.stringify(selector)}).value`;
const KEPT = `/^Kept in this browser at/.test(document.querySelector('.kept').textContent)`;
/** Everything that is kept, as a text. */
const STORED = `Object.values(localStorage).map((text) => JSON.stringify(JSON.parse(text).value)).join(' ')`;
const TITLE = '.record-form [name="title"]';
const OWNER = '.choices [name="owner"]';
const WHY = '.choices [name="why"]';

describe.each(ENGINES)('Who leaves by a link and comes back, in $engine,', ({ engine, start }) => {
  let tab: Tab;
  let close: () => Promise<void>;
  beforeAll(async () => {
    ({ tab, close } = await start());
  });
  afterAll(() => close());

  /** Marks the page, so that one that was kept for Back can be told from one that was loaded again. */
  const mark = (): Promise<unknown> => tab.evaluate('(window.marked = true)');
  const marked = (): Promise<boolean> => tab.evaluate('window.marked === true');

  test('finds the record as it was, and what is written on loses nothing', async () => {
    await tab.open('find/plan/?from=gaps-timetables&to=strategies-internal-funding');
    await tab.type(TITLE, 'A fast lane');
    await tab.type(OWNER, 'The chief nurse');
    await tab.type(WHY, 'Spring');
    await expect.poll(() => tab.evaluate(STORED), soon).toContain('Spring');
    await expect.poll(() => tab.evaluate(KEPT), soon).toBe(true);
    await mark();
    await tab.leaveAndReturn();
    // else this test looks at another thing than it says
    expect(await marked()).toBe(true);
    for (const [selector, text] of [
      [TITLE, 'A fast lane'],
      [OWNER, 'The chief nurse'],
      [WHY, 'Spring'],
    ] as const)
      expect(await tab.evaluate(value(selector))).toBe(text);
    await tab.type(WHY, ' it is');
    await expect.poll(() => tab.evaluate(STORED), soon).toContain('it is');
    expect(await tab.evaluate(STORED)).toMatch(/"title":"A fast lane".*"owner":"The chief nurse"/);
    await expect.poll(() => tab.evaluate(KEPT), soon).toBe(true);
  });

  test('has lost nothing either where the browser emptied every field', async () => {
    await tab.evaluate(`document.querySelectorAll('.record-form input, .record-form textarea').forEach((field) => { field.value = '' })`);
    await tab.type(WHY, 'Autumn');
    await expect.poll(() => tab.evaluate(STORED), soon).toContain('Autumn');
    expect(await tab.evaluate(STORED)).toMatch(/"title":"A fast lane".*"owner":"The chief nurse"/);
  });

  test('finds the chair and the answers of the self-check', async () => {
    await tab.open('self-check/');
    await tab.type('[name="role-words"]', 'Head of a ward');
    await tab.press('input[name="timetables"][value="partly"]');
    await expect.poll(() => tab.evaluate(STORED), soon).toContain('partly');
    await mark();
    await tab.leaveAndReturn();
    expect(await marked()).toBe(true);
    expect(await tab.evaluate(value('[name="role-words"]'))).toBe('Head of a ward');
    await tab.press('input[name="timetables"][value="not"]');
    await expect.poll(() => tab.evaluate(STORED), soon).toContain('"answer":"not"');
    expect(await tab.evaluate(STORED)).toContain('"role":"Head of a ward"');
  });

  test('finds in the field what is searched, and a filter narrows that', async () => {
    await tab.open('search/');
    await tab.type('#q', 'too slow');
    const status = `document.querySelector('site-search .status').textContent`;
    await expect.poll(() => tab.evaluate(status), { timeout: 30_000 }).toContain('“too slow”');
    await mark();
    await tab.leaveAndReturn();
    expect(await marked()).toBe(true);
    expect(await tab.evaluate(value('#q'))).toBe('too slow');
    await tab.press('.facets input[value="Gap"]');
    await expect.poll(() => tab.evaluate('location.search'), soon).toBe('?q=too+slow&kind=Gap');
  });

  test.runIf(engine === 'WebKit')('can copy a link at the first press', async () => {
    for (const [path, button, element] of [
      ['find/plan/?from=gaps-timetables&to=strategies-internal-funding', '[data-share]', 'decision-record'],
      ['self-check/', '[data-share="own"]', 'self-check'],
    ] as const) {
      await tab.open(path);
      await tab.press(button);
      await expect.poll(() => tab.evaluate(`document.querySelector('${element} .status').textContent`), soon).toBe('The link was copied.');
    }
  });
});
