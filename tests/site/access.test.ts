import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { PATHS, site, TEMPLATES } from './site.ts';

const AXE = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const MODES = [
  { name: 'light', media: { colorScheme: 'light', forcedColors: 'none' } },
  { name: 'dark', media: { colorScheme: 'dark', forcedColors: 'none' } },
  { name: 'forced colours', media: { colorScheme: 'dark', forcedColors: 'active' } },
] as const;

const { open } = site();

declare const axe: {
  run(root: Document, options: object): Promise<{ violations: { id: string; nodes: { target: string[]; failureSummary: string }[] }[] }>;
};

/** Rules that see colours. All others see the same page in every mode, so they run once at each width. */
const COLOURS = ['color-contrast', 'link-in-text-block'];

test('at 360 and 1280 px every page is free of axe violations in light, dark and forced colours, of policy violations and of foreign requests', async () => {
  const problems: string[] = [];
  const one = async (path: string) => {
    const log = await open(path, {}, async (page, { violations }) => {
      await page.evaluate(AXE);
      for (const width of [360, 1280]) {
        await page.setViewportSize({ width, height: 900 });
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        if (wide > 0) problems.push(`${path} at ${width} px: ${wide} px too wide`);
        for (const { name, media } of MODES) {
          await page.emulateMedia(media);
          const runOnly = name === 'light' ? { type: 'tag', values: TAGS } : { type: 'rule', values: COLOURS };
          const { violations: found } = await page.evaluate(
            (only) => axe.run(document, { runOnly: only, resultTypes: ['violations'] }),
            runOnly,
          );
          for (const { id, nodes } of found)
            problems.push(`${path} at ${width} px (${name}) ${id}: ${nodes.map(({ target }) => target.join(' ')).join('; ')}`);
        }
      }
      problems.push(...violations.map((violation) => `${path}: ${violation}`));
    });
    problems.push(...[...log.errors, ...log.elsewhere].map((text) => `${path}: ${text}`));
  };
  // three at a time: one browser draws while another is judged
  const queue = [...PATHS];
  const worker = async () => {
    for (let path = queue.shift(); path !== undefined; path = queue.shift()) await one(path);
  };
  await Promise.all([worker(), worker(), worker()]);
  expect(PATHS.length).toBeGreaterThan(60);
  expect(problems).toEqual([]);
}, 900_000);

test('nothing scrolls sideways at 320 px, nor with text twice as large, nor with wide text spacing', async () => {
  const problems: string[] = [];
  for (const path of PATHS)
    await open(path, { viewport: { width: 320, height: 640 } }, async (page) => {
      const wide = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      if ((await wide()) > 0) problems.push(`${path} at 320 px`);
      if (!TEMPLATES.includes(path)) return;
      // WCAG 1.4.12
      await page.evaluate(() => {
        for (const element of document.querySelectorAll<HTMLElement>('body *')) {
          element.style.lineHeight = '1.5';
          element.style.letterSpacing = '0.12em';
          element.style.wordSpacing = '0.16em';
        }
      });
      if ((await wide()) > 0) problems.push(`${path} with wide text spacing`);
      await page.setViewportSize({ width: 640, height: 640 });
      await page.evaluate(() => {
        document.documentElement.style.fontSize = '200%';
      });
      if ((await wide()) > 0) problems.push(`${path} with text twice as large`);
    });
  expect(problems).toEqual([]);
});

test('every control is at least 24 px high and wide, or a link within a text (WCAG 2.5.8)', async () => {
  const small: string[] = [];
  for (const path of TEMPLATES)
    await open(path, { viewport: { width: 360, height: 800 } }, async (page) => {
      small.push(
        ...(await page.evaluate(
          (at) =>
            [...document.querySelectorAll<HTMLElement>('button, input, select, summary, nav a, .to, .lens-link')]
              .filter((element) => element.checkVisibility() && !element.closest('.skip') && !element.closest('label'))
              .map((element) => ({ element, box: element.getBoundingClientRect() }))
              .filter(({ box }) => box.height < 24 || box.width < 24)
              .map(({ element, box }) => `${at} ${element.outerHTML.slice(0, 80)} ${Math.round(box.width)} x ${Math.round(box.height)}`),
          path,
        )),
      );
    });
  expect(small).toEqual([]);
});

test('without scripts all text and links are there, nothing waits for a script and the lens works', async () => {
  for (const path of PATHS) {
    let scripted = '';
    await open(path, {}, async (page) => {
      scripted = await page.evaluate(() => (document.querySelector('main') as HTMLElement).innerText);
    });
    await open(path, { javaScriptEnabled: false }, async (page) => {
      const plain = await page.locator('main').innerText();
      const missing = scripted
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line.length > 30 && !plain.includes(line));
      expect([path, missing]).toEqual([path, []]);
      // buttons that only a script could answer stay out of sight; a button of a form leads to a page
      for (const button of await page.locator('button:visible').all())
        expect([path, await button.evaluate((b) => b.closest('form')?.getAttribute('action') !== undefined)]).toEqual([path, true]);
    });
  }
  await open('gaps/timetables/?voice=paper#only-the-paper', { javaScriptEnabled: false }, async (page) => {
    expect(await page.locator('.voice.paper').first().isVisible()).toBe(true);
    expect(await page.locator('.voice.editors').first().isVisible()).toBe(false);
    expect(await page.locator('#questions').isVisible()).toBe(false);
    await page.getByRole('link', { name: 'Show everything' }).click();
    expect(await page.locator('.voice.editors').first().isVisible()).toBe(true);
  });
});

test('nothing moves for readers who asked for less motion', async () => {
  for (const path of TEMPLATES)
    await open(path, { reducedMotion: 'reduce' }, async (page) => {
      expect([path, await page.evaluate(() => document.getAnimations().length)]).toEqual([path, 0]);
    });
});
