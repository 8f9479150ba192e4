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
  test('a finding keeps its marks in words and its address, and leaves the controls behind', async () => {
    await open('gaps/timetables/', {}, async (page) => {
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('.mark b').first().isVisible()).toBe(true);
      expect(await page.getByText('https://guide.example/gaps/timetables/').first().isVisible()).toBe(true);
      expect(await page.locator('nav:visible, search:visible').count()).toBe(0);
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
