import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { buildGuide } from '../../src/guide/build.ts';
import { readFiles } from '../../src/guide/read/files.ts';
import { violationsOf } from './axe.ts';
import { BUILDS } from './builds.ts';
import { site } from './site.ts';

const { folder, env } = BUILDS.other;
const guide = buildGuide(readFiles(env.CONTENT_DIR), env.CONTENT_DIR);
const { open } = site(BUILDS.other);
const pageOf = (address: string) => parseHTML(readFileSync(join(folder, address, 'index.html'), 'utf8')).document;

describe('A list that is longer than a page may be', () => {
  test.each([
    ['sources', 'tbody > tr a.to', guide.sources.length],
    ['links', '.groups li', guide.links.length],
  ])('stands on several pages, each row once, and each page leads to all others: %s', (list, rows, all) => {
    const pages = [...pageOf(list).querySelectorAll('.list-parts a')].map((link) => link.getAttribute('href') ?? '');
    expect(pages.slice(0, 2)).toEqual([`/${list}/`, `/${list}/parts/2/`]);
    const found = pages.map((page) => pageOf(page));
    expect(found.map((page) => [...page.querySelectorAll(rows)].length).reduce((sum, n) => sum + n, 0)).toBe(all);
    const texts = found.flatMap((page) => [...page.querySelectorAll(rows)].map((row) => row.outerHTML));
    expect(new Set(texts).size).toBe(all);
    for (const [i, page] of found.entries()) {
      expect([...page.querySelectorAll('.list-parts a')].map((link) => link.getAttribute('href'))).toEqual(pages);
      expect(page.querySelector('.list-parts [aria-current]')?.getAttribute('href')).toBe(pages[i]);
    }
  });
  test('is narrowed and ordered as a whole: the first choice brings what stands elsewhere', async () => {
    const log = await open('sources/', {}, async (page) => {
      expect(await page.locator('tbody > tr').count()).toBe(1);
      await page.locator('select[name="order"]').selectOption('year');
      await page.waitForFunction((all) => document.querySelectorAll('tbody > tr').length === all, guide.sources.length);
      await expect.poll(() => page.locator('.status').textContent()).toBe(`All ${guide.sources.length} sources shown.`);
      const years = await page.locator('tbody > tr').evaluateAll((rows) => rows.map((row) => Number((row as HTMLElement).dataset['year'])));
      expect(years).toEqual([...years].sort((a, b) => b - a));
      // nothing is left on other pages
      expect(await page.locator('.list-parts').count()).toBe(0);
    });
    expect(log).toEqual({ errors: [], violations: [], elsewhere: [] });
  });
  test('comes narrowed by its address, group by group', async () => {
    const log = await open('links/?state=not-linked', {}, async (page) => {
      const not = guide.links.filter(({ data }) => data.state === 'not-linked').length;
      const told = `${not || 'None'} of ${guide.links.length} ${guide.about.links.many} shown.`;
      await expect.poll(() => page.locator('.status').textContent()).toBe(told);
      expect(await page.locator('.groups li:visible').count()).toBe(not);
    });
    expect(log).toEqual({ errors: [], violations: [], elsewhere: [] });
  });
  test.each([
    ['a page', '**/parts/**'],
    ['the code for it', '**/_astro/rest*.js'],
  ])('says what is left out where %s cannot be had, and tries again at the next choice', async (_, what) => {
    const log = await open('sources/', {}, async (page) => {
      await page.route(what, (route) => route.abort());
      const said = () => page.locator('.status').textContent();
      await page.locator('select[name="order"]').selectOption('year');
      await expect.poll(said).toBe('1 source shown. The rest of the list could not be loaded: what stands on its other pages is left out.');
      await page.locator('filter-list [name="q"]').fill('in');
      expect(await page.locator('tbody > tr').count()).toBe(1);
      await page.locator('filter-list [name="q"]').fill('');
      await page.unroute(what);
      await page.locator('select[name="order"]').selectOption('');
      await page.locator('select[name="order"]').selectOption('bears');
      await expect.poll(said).toBe(`All ${guide.sources.length} sources shown.`);
    });
    expect(log).toEqual({ errors: [], violations: [], elsewhere: [] });
  });
  test('counts nothing while the rest is on its way, whatever is chosen meanwhile', async () => {
    await open('sources/', {}, async (page) => {
      let go = (): void => {};
      const held = new Promise<void>((done) => (go = done));
      await page.route('**/parts/**', async (route) => {
        await held;
        await route.continue();
      });
      const said = () => page.locator('.status').textContent();
      await page.locator('filter-list [name="q"]').fill('i');
      await expect.poll(said).toBe('The rest of the list is on its way.');
      await page.locator('filter-list [name="q"]').fill('invented');
      // longer than a list waits before it counts
      await page.waitForTimeout(800);
      expect(await said()).toBe('The rest of the list is on its way.');
      go();
      await expect.poll(said).toMatch(new RegExp(`(?:All|\\d+ of) ${guide.sources.length} sources shown\\.`));
    });
  });
  test('is read without scripts, part by part', async () => {
    await open('sources/parts/2/', { javaScriptEnabled: false }, async (page) => {
      expect(await page.locator('h1').textContent()).toBe('Sources, part 2 of 3');
      await page.locator('.list-parts a').first().click();
      await page.waitForURL('**/sources/');
    });
    await open('links/parts/2/', {}, async (page) => expect(await violationsOf(page)).toEqual([]));
  });
});
