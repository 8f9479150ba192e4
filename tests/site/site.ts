import type { Server } from 'node:http';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { builtPages } from '../../src/build/built-pages.ts';
import { oneOf } from '../unit/rounds.ts';
import { launch } from './browser.ts';
import { BUILDS, type Build } from './builds.ts';
import { serve } from './serve.ts';

export { oneOf };

/** What a page did that it must not do. */
export interface Log {
  errors: string[];
  violations: string[];
  elsewhere: string[];
}

/** A browser and a host for one build, started before the tests of a file and stopped after them. */
export function site(build: Build = BUILDS.root) {
  let browser: Browser;
  let server: Server;
  let origin = '';
  beforeAll(async () => {
    browser = await launch();
    ({ origin, server } = await serve(build.folder, build.base));
  });
  afterAll(async () => {
    await browser.close();
    server.close();
  });

  /** A page that notes what it does; the log is emptied by whoever moves it on. */
  async function pageWithLog(options: BrowserContextOptions): Promise<{ page: Page; log: Log; close: () => Promise<void> }> {
    const context = await browser.newContext(options);
    const log: Log = { errors: [], violations: [], elsewhere: [] };
    const page = await context.newPage();
    // Chromium tells a fade between two pages that it left out as if a script had begun it; none of ours does
    page.on('pageerror', ({ message }) => /^Transition was /.test(message) || log.errors.push(message));
    page.on('dialog', (dialog) => {
      log.errors.push(`a dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('request', (request) => {
      if (!request.url().startsWith(`${origin}${build.base}`) && !request.url().startsWith('data:')) log.elsewhere.push(request.url());
    });
    await page.exposeFunction('noteViolation', (text: string) => log.violations.push(text));
    await page.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', (event) =>
        (window as unknown as { noteViolation(text: string): void }).noteViolation(
          `${event.violatedDirective} ${event.blockedURI} ${event.sample}`,
        ),
      );
    });
    return { page, log, close: () => context.close() };
  }

  const addressOf = (path: string): string => origin + build.base + path.replace(/^\//, '');

  /**
   * Opens a page in a context of its own, does something with it and closes it; gives what the page logged.
   *
   * @param path nothing, where the test opens it itself, after it has set something up
   */
  async function open(
    path: string | undefined,
    options: BrowserContextOptions,
    use: (page: Page, log: Log) => Promise<void>,
  ): Promise<Log> {
    const { page, log, close } = await pageWithLog(options);
    try {
      if (path !== undefined) await page.goto(addressOf(path));
      await use(page, log);
    } finally {
      await close();
    }
    return log;
  }

  /** Does the same with many pages, two at a time: while one is drawn another is judged. Gives what each logged. */
  async function walk(
    paths: readonly string[],
    options: BrowserContextOptions,
    use: (page: Page, path: string) => Promise<void>,
  ): Promise<string[]> {
    const queue = [...paths];
    const logged: string[] = [];
    const worker = async () => {
      const { page, log, close } = await pageWithLog(options);
      try {
        for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
          await page.goto(addressOf(path));
          await use(page, path);
          for (const list of Object.values(log)) logged.push(...list.splice(0).map((text: string) => `${path}: ${text}`));
        }
      } finally {
        await close();
      }
    };
    await Promise.all([worker(), worker()]);
    return logged;
  }
  return { open, walk, origin: () => origin };
}

/** How many pixels a page scrolls sideways. */
export const tooWide = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Addresses of all built pages, such as `gaps/timetables/`; moved pages are left out. */
export const PATHS: string[] = builtPages(BUILDS.root.folder)
  .filter(({ html }) => !html.includes('http-equiv="refresh"'))
  .map(({ path }) => path.replace(/index\.html$/, ''));

/** One page of each template. */
export const TEMPLATES = [
  '',
  'story/',
  'brief/',
  'gaps/',
  'gaps/timetables/',
  'strategies/internal-funding/',
  'recommendations/incentives/',
  'links/',
  'links/timetables--internal-funding/',
  'links/timetables--diversify-funding/',
  'matrix/',
  'data/',
  'figures/',
  'figures/link-matrix/',
  'figures/pathways/',
  'figures/literature/',
  'figures/tension/',
  'figures/two-calendars/',
  'figures/study/',
  'figures/voice-bar/',
  'figures/coverage/',
  'embed/link-matrix/',
  'evidence/',
  'evidence/status/',
  'evidence/the-paper/',
  'evidence/how-sure/',
  'evidence/since-the-interviews/',
  'cases/',
  'cases/va-queri/',
  'cases/together/',
  'cases/compare/',
  'money/',
  'documents/',
  'documents/internal-request/',
  'documents/internal-request/filled-in/',
  'documents/reading-sheet/',
  'figures/payers/',
  'figures/sums/',
  'figures/since/',
  'sources/',
  'sources/harrison-2024-funding/',
  'glossary/',
  'about/voices/',
  'find/',
  'find/plan/',
  'find/compare/',
  'self-check/',
  'teach/',
  'teach/50-minutes/',
  'teach/50-minutes/notes/',
  'teach/20-minutes/slides/',
  'teach/portfolio-in-practice/handout/',
  'teach/portfolio-in-practice/handout-with-answers/',
  'teach/quiz/',
  'teach/spot-the-inference/',
  'teach/dispute/',
  'teach/downloads/',
  'search/',
  '404.html',
  'plan/',
  'take-along/',
];

const gone = TEMPLATES.filter((path) => PATHS.length > 0 && !PATHS.includes(path));
if (gone.length > 0)
  throw new Error(
    `TEMPLATES of tests/site/site.ts names pages that the guide does not have: ${gone.join(', ')}. Name others of their kind.`,
  );

/**
 * Pages that are read rule by rule: one of each template, and every 48th of the others, which differ in their data only and
 * whose HTML, links and width are watched on every page by other tests.
 */
export const SAMPLE: string[] = [
  ...TEMPLATES,
  ...oneOf(
    48,
    PATHS.filter((path) => !TEMPLATES.includes(path)),
  ),
];
