import puppeteer, { type BrowserContext, type LaunchOptions, type Page } from 'puppeteer-core';
import { By, Key, type WebDriver } from 'selenium-webdriver';
import { ARGUMENTS, chromiumPath, firstThere } from '../browser.ts';
import { launchWebkit, webkitMissing } from '../webkit.ts';

/** What a task does in a browser, whichever it is. */
export interface Tab {
  /** @param address a whole one */
  open(address: string): Promise<void>;
  /** clicks as a person does: some things are allowed then only */
  click(selector: string): Promise<void>;
  type(selector: string, text: string): Promise<void>;
  /** a key where the focus is */
  press(key: keyof typeof KEYS): Promise<void>;
  evaluate<R>(expression: string): Promise<R>;
  back(): Promise<void>;
  reload(): Promise<void>;
}

/** A browser that runs tasks. */
export interface Engine {
  /** opens one in a session of its own: it knows nothing of the others */
  tab(): Promise<Tab>;
  close(): Promise<void>;
}

/** How to get an engine; `missing` says in a line why there is none here. */
export interface EngineStart {
  missing?: string | undefined;
  start(): Promise<Engine>;
}

/** Keys by the names that the web has for them, and what WebDriver sends. */
const KEYS = { ArrowDown: Key.ARROW_DOWN, ArrowRight: Key.ARROW_RIGHT, Enter: Key.ENTER, Escape: Key.ESCAPE };

/** Whether no fade between two pages takes all clicks. */
const FADED = 'document.elementFromPoint(innerWidth / 2, innerHeight / 2) !== document.documentElement';

const puppeteerTab = (context: BrowserContext): Tab => {
  let page: Page;
  return {
    // in a new page each time: Puppeteer loses sight of one that Firefox brought back by Back
    open: async (address) => {
      const before = page;
      page = await context.newPage();
      await before?.close();
      await page.goto(address);
    },
    click: async (selector) => {
      await page.waitForFunction(FADED);
      await page.locator(selector).click();
    },
    type: (selector, text) => page.type(selector, text),
    press: (key) => page.keyboard.press(key),
    evaluate: async <R>(expression: string) => (await page.evaluate(expression)) as R,
    // Puppeteer waits for a page to load; one that was put aside comes back without loading
    back: async () => void (await page.evaluate('setTimeout(() => history.back())')),
    reload: async () => {
      await page.evaluate('window.before = true; setTimeout(() => location.reload())');
      await page.waitForFunction('!window.before && document.readyState === "complete"');
    },
  };
};

const puppeteerEngine = async (options: LaunchOptions): Promise<Engine> => {
  const browser = await puppeteer.launch({ defaultViewport: { width: 1280, height: 900 }, ...options });
  return {
    tab: async () => puppeteerTab(await browser.createBrowserContext()),
    close: () => browser.close(),
  };
};

/** Chromium with the pages that it keeps for Back. Playwright loses sight of them, Puppeteer does not. */
export const CHROMIUM: EngineStart = {
  start: () => puppeteerEngine({ executablePath: chromiumPath(), args: ARGUMENTS, ignoreDefaultArgs: ['--disable-back-forward-cache'] }),
};

const FIREFOX_PATH = firstThere([process.env.FIREFOX_PATH, '/usr/bin/firefox-esr', '/usr/bin/firefox']);

export const FIREFOX: EngineStart = {
  missing: FIREFOX_PATH ? undefined : 'Firefox is not tested: it was not found (Debian: apt-get install firefox-esr).',
  start: () => puppeteerEngine({ browser: 'firefox', executablePath: FIREFOX_PATH as string, headless: true }),
};

/** Brings an element into the middle of the window, and tells where its own middle is; nothing while a fade between two pages takes all clicks. */
const CENTER = `
  arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' });
  const { x, y, width, height } = arguments[0].getBoundingClientRect();
  const middle = [Math.round(x + width / 2), Math.round(y + height / 2)];
  return document.elementFromPoint(...middle) === document.documentElement ? null : middle;`;

function webkitTab(driver: WebDriver): Tab {
  const at = (selector: string) => driver.findElement(By.css(selector));
  return {
    open: (address) => driver.get(address),
    // the driver's own click refuses parts of a drawing, and does not wait until a list that settles stands still
    click: async (selector) => {
      const element = await at(selector);
      let before: string | undefined;
      const stands = async () => {
        const middle = await driver.executeScript<[number, number] | null>(CENTER, element);
        const same = middle !== null && String(middle) === before;
        before = String(middle);
        return same ? middle : undefined;
      };
      const [x, y] = (await driver.wait(stands, 10_000, undefined, 50)) as [number, number];
      await driver.actions().move({ x, y }).click().perform();
    },
    type: (selector, text) => at(selector).sendKeys(text),
    press: (key) => driver.actions().sendKeys(KEYS[key]).perform(),
    evaluate: <R>(expression: string) => driver.executeScript<R>(`return ${expression}`),
    back: () => driver.navigate().back(),
    reload: () => driver.navigate().refresh(),
  };
}

export const WEBKIT: EngineStart = {
  missing: webkitMissing(),
  start: async () => {
    const started: { close(): Promise<void> }[] = [];
    return {
      tab: async () => {
        const { driver, close } = await launchWebkit();
        started.push({ close });
        await driver.manage().window().setRect({ x: 0, y: 0, width: 1280, height: 900 });
        return webkitTab(driver);
      },
      close: async () => void (await Promise.all(started.map(({ close }) => close()))),
    };
  },
};
