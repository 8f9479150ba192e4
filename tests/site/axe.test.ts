import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { type Look, thin, violationsOf } from './axe.ts';
import { oneOf, SAMPLE, site, TEMPLATES, tooWide } from './site.ts';

const { open, walk } = site();

const violationsAt = async (page: Page, width: number, looks?: readonly Look[]): Promise<string[]> => {
  await page.setViewportSize({ width, height: 900 });
  return (await violationsOf(page, looks)).map((text) => `${new URL(page.url()).pathname} at ${width} px, ${text}`);
};

test('pages are free of axe violations, every second template wide in light, every fifth one narrow in dark, every sixth in forced colors, and of policy violations and foreign requests; none scrolls sideways at 320 and 1280 px', async () => {
  const problems: string[] = [];
  const light = oneOf(2, TEMPLATES);
  const alike = oneOf(
    2,
    SAMPLE.filter((path) => !TEMPLATES.includes(path)),
  );
  const forced = oneOf(6, TEMPLATES);
  const narrow = oneOf(5, TEMPLATES);
  const logged = await walk(SAMPLE, {}, async (page, path) => {
    for (const width of [1280, 320]) {
      await page.setViewportSize({ width, height: 640 });
      if ((await tooWide(page)) > 0) problems.push(`${path} is too wide at ${width} px`);
    }
    await thin(page);
    if (TEMPLATES.includes(path)) {
      const looks: Look[] = [
        ...(light.includes(path) ? (['light'] as const) : []),
        ...(forced.includes(path) ? (['forced colors'] as const) : []),
      ];
      if (looks.length > 0) problems.push(...(await violationsAt(page, 1280, looks)));
      if (narrow.includes(path)) problems.push(...(await violationsAt(page, 360, ['dark'])));
    } else if (alike.includes(path)) problems.push(...(await violationsAt(page, 360, ['light'])));
  });
  expect(SAMPLE.length).toBeGreaterThan(TEMPLATES.length);
  expect([...problems, ...logged]).toEqual([]);
}, 900_000);

test('search is free of axe violations with results, with filters, with words in place of others, and with nothing found', async () => {
  const problems: string[] = [];
  // wide in light and narrow in dark by turns: with results and with nothing found, and how they are narrowed
  for (const [i, query] of ['q=too+slow', 'q=boss&kind=Gap', 'q=xqzvwk', 'kind=Gap&kind=Strategy'].entries())
    await open(`search/?${query}`, {}, async (page) => {
      await page.waitForFunction(() => /found/.test(document.querySelector('.status')?.textContent ?? ''));
      await thin(page);
      problems.push(...(await (i % 2 === 0 ? violationsAt(page, 1280, ['light']) : violationsAt(page, 360, ['dark']))));
    });
  expect(problems).toEqual([]);
});
