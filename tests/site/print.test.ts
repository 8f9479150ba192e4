import { describe, expect, test } from 'vitest';
import { site } from './site.ts';

const { open } = site();

/** Pages of a PDF as Chromium writes it: one /Page object each, outside of compressed streams. */
const pagesOf = (pdf: Buffer): number => (pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g) ?? []).length;

describe('On paper', () => {
  test.each(['A4', 'Letter'] as const)('the brief is one sheet of %s', async (format) => {
    await open('brief/', {}, async (page) => {
      expect(pagesOf(await page.pdf({ format, preferCSSPageSize: false }))).toBe(1);
    });
  });
  test('the count of pages can count: a story takes more than one sheet', async () => {
    await open('story/', {}, async (page) => {
      expect(pagesOf(await page.pdf({ format: 'A4' }))).toBeGreaterThan(2);
    });
  });
  test('an empty record is a form to fill in by hand, on one sheet', async () => {
    await open('find/plan/', {}, async (page) => {
      expect(pagesOf(await page.pdf({ format: 'Letter' }))).toBe(1);
      await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
      expect(await page.locator('.printed .blank').count()).toBeGreaterThan(10);
      expect(await page.locator('.printed').textContent()).not.toContain('was chosen');
    });
  });
  test('a finding keeps its marks in words and its address, and leaves the controls behind', async () => {
    await open('gaps/timetables/', {}, async (page) => {
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('.mark b').first().isVisible()).toBe(true);
      expect(await page.getByText('https://guide.example/gaps/timetables/').first().isVisible()).toBe(true);
      expect(await page.locator('nav:visible, search:visible').count()).toBe(0);
      // at the foot of each sheet: the margin of the page has room for it, and the page says what stands there
      const foot = await page.evaluate(() => [
        getComputedStyle(document.documentElement).getPropertyValue('--source'),
        document.documentElement.dataset.key,
      ]);
      expect(foot[0]).toContain('https://guide.example/gaps/timetables/ · Study: https://doi.org/10.1097/ACM.0000000000005661 · Reviewed ');
      expect(foot[1]?.split('\u2003')).toHaveLength(5);
    });
  });
  test('what is printed by hand says the same in dark mode: dark ink on white', async () => {
    await open('brief/', { colorScheme: 'dark' }, async (page) => {
      await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
      const { ink, paper } = await page.evaluate(() => ({
        ink: getComputedStyle(document.querySelector('h1') as Element).color,
        paper: getComputedStyle(document.documentElement).backgroundColor,
      }));
      const light = (color: string) => (color.match(/[\d.]+/g) ?? []).slice(0, 3).reduce((sum, part) => sum + Number(part), 0);
      expect(light(ink)).toBeLessThan(200);
      expect(paper === 'rgba(0, 0, 0, 0)' || light(paper) > 700).toBe(true);
    });
  });
});
