import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { BUILDS } from './builds.ts';
import { site } from './site.ts';

const { open, origin } = site();
const rows = parse(readFileSync(`${BUILDS.root.folder}/figures/pathways.csv`, 'utf8'), { columns: true, bom: true }) as Record<
  string,
  string
>[];
const token = (ref: string) => ref.replace('/', '-');

const pathways = (use: (page: Page) => Promise<void>, query = '') =>
  open(`figures/pathways/${query}`, { viewport: { width: 1280, height: 1000 } }, async (page) => use(page));
const at = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
const explore = async (page: Page) => {
  await page.locator('.explore button').focus();
  await page.keyboard.press('Enter');
};
const said = async (page: Page, before: string): Promise<string> => {
  await page.waitForFunction((old) => document.querySelector('.figure [role="status"]')?.textContent !== old, before);
  return (await page.locator('.figure [role="status"]').textContent()) ?? '';
};

/** Ways through a node, told from the rows alone. */
const waysThrough = (ref: string): string[][] => {
  const before = rows.filter(({ to }) => to === ref);
  const after = rows.filter(({ from }) => from === ref);
  const join = (id: string | undefined) => [id as string];
  if (before.length && after.length) return before.flatMap((a) => after.map((b) => [a.id as string, b.id as string]));
  if (after.length)
    return after.flatMap((a) => {
      const next = rows.filter(({ from }) => from === a.to);
      return next.length ? next.map((b) => [a.id as string, b.id as string]) : [join(a.id)].flat().map((id) => [id]);
    });
  return before.flatMap((b) => {
    const previous = rows.filter(({ to }) => to === b.from);
    return previous.length ? previous.map((a) => [a.id as string, b.id as string]) : [[b.id as string]];
  });
};

describe('A figure of paths', () => {
  test('lights what runs through a node, and says every path in words', async () => {
    await pathways(async (page) => {
      for (const ref of ['gaps/timetables', 'strategies/internal-funding', 'recommendations/budgeting']) {
        await page.locator(`svg.wide .node[data-id="${token(ref)}"]`).click();
        const ways = waysThrough(ref);
        await expect.poll(() => page.locator('.panel:not([aria-busy]) .paths li').count()).toBe(ways.length);
        const lit = await page.locator('svg.wide .edge.lit').evaluateAll((edges) => edges.map((edge) => (edge as SVGElement).dataset.id));
        expect(lit.sort()).toEqual([...new Set(ways.flat())].sort());
        expect(new URL(page.url()).searchParams.get('node')).toBe(token(ref));
        // every link of a path leads to its page
        const addresses = await page.locator('.paths a').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
        expect(new Set(addresses)).toEqual(new Set(ways.flat().map((id) => `/links/${id}/`)));
      }
      await expect.poll(() => said(page, ''), { timeout: 10_000 }).toMatch(/^\d+ paths run through Budgeting\.$/);
      await page.goBack();
      await page.goBack();
      expect(new URL(page.url()).searchParams.get('node')).toBe('gaps-timetables');
      await expect.poll(() => page.locator('.panel h3').textContent()).toBe('Timetables');
      // chosen again it is let go
      await page.locator('svg.wide .node[data-id="gaps-timetables"]').click();
      expect(await page.locator('.panel.start').count()).toBe(1);
      expect(await page.locator('svg.tracing').count()).toBe(0);
      expect(new URL(page.url()).search).toBe('');
    });
  });

  test('is walked by keys: along links, along a column, from link to link, and back', async () => {
    await pathways(async (page) => {
      await explore(page);
      expect(await page.locator('.overlay [tabindex="0"]').count()).toBe(1);
      // a screen reader lets arrows through to a grid and to an application, and keeps them for itself among plain buttons
      expect(await page.evaluate(() => document.activeElement?.closest('[role="application"], [role="grid"]') !== null)).toBe(true);
      const first = await at(page);
      expect(first).toMatch(/^.+\. Gap\. .+\. 1 of 7 in its column$/);
      await page.keyboard.press('End');
      expect(await at(page)).toMatch(/7 of 7 in its column$/);
      await page.keyboard.press('ArrowDown');
      expect(await at(page)).toMatch(/7 of 7 in its column$/);
      await page.keyboard.press('ArrowUp');
      expect(await at(page)).toMatch(/6 of 7 in its column$/);
      await page.keyboard.press('Home');
      expect(await at(page)).toBe(first);

      // from the first gap that has more than one link
      while (!/ ([2-9]|\d\d) links/.test(await at(page))) await page.keyboard.press('ArrowDown');
      const start = await at(page);
      await page.keyboard.press('ArrowRight');
      const link = await at(page);
      expect(link).toMatch(/^.+ to .+: (linked|contested), /);
      await page.keyboard.press('ArrowDown');
      const sibling = await at(page);
      expect(sibling).not.toBe(link);
      expect(sibling.split(' to ')[0]).toBe(link.split(' to ')[0]);
      await page.keyboard.press('ArrowRight');
      const middle = await at(page);
      expect(middle.startsWith(`${sibling.split(' to ')[1]?.split(':')[0]}.`)).toBe(true);
      await page.keyboard.press('Backspace');
      expect(await at(page)).toBe(sibling);
      await page.keyboard.press('ArrowLeft');
      expect(await at(page)).toBe(start);
      expect(await page.locator('.overlay [tabindex="0"]').count()).toBe(1);
    });
  });

  test('Enter traces a node and opens a link, Esc leads back to where one stood, and then out', async () => {
    await pathways(async (page) => {
      await explore(page);
      const node = await at(page);
      await page.keyboard.press('Enter');
      expect(await page.evaluate(() => document.activeElement?.classList.contains('panel'))).toBe(true);
      await page.locator('.paths li').first().waitFor();
      await page.keyboard.press('Escape');
      expect(await at(page)).toBe(node);
      await page.keyboard.press('ArrowRight');
      const link = await at(page);
      await page.keyboard.press(' ');
      await page.locator('.panel p').first().waitFor();
      await page.waitForFunction(() => document.querySelector('.panel:not(.start)')?.textContent?.includes('Against, we infer: '));
      expect(new URL(page.url()).searchParams.get('edge')).toMatch(/^[a-z-]+--[a-z-]+$/);
      await page.keyboard.press('Escape');
      expect(await at(page)).toBe(link);
      await page.keyboard.press('Escape');
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Explore with keys');
      expect(await page.locator('.overlay').count()).toBe(0);
    });
  });

  test('Tab leads out, Shift and Tab back to where one stood', async () => {
    await pathways(async (page) => {
      await explore(page);
      await page.keyboard.press('ArrowRight');
      const link = await at(page);
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.closest('.overlay'))).toBeNull();
      await page.keyboard.press('Shift+Tab');
      expect(await at(page)).toBe(link);
    });
  });

  test('an address opens a node or a link; what is not there is left out with a note', async () => {
    await pathways(async (page) => {
      await page.locator('.paths li').first().waitFor();
      expect(await page.locator('svg.wide.tracing').count()).toBe(1);
    }, '?node=gaps-timetables');
    await pathways(async (page) => {
      await page.waitForFunction(() => document.querySelector('.panel:not(.start)')?.textContent?.includes('Why, '));
      expect(await page.locator('.panel a').first().getAttribute('href')).toBe('/links/timetables--internal-funding/');
    }, '?edge=timetables--internal-funding');
    for (const query of ['?node=nope', '?edge=%3Cscript%3E', '?node=__proto__&whose=others'])
      await pathways(async (page) => {
        expect(await said(page, '')).toMatch(
          /^The address asked for something this figure does not have \((node|edge)\)\. That was left out\./,
        );
        expect(await page.locator('.figure script').count()).toBe(0);
      }, query);
  });

  test('two things in an address are one too many: the first stays open', async () => {
    await pathways(async (page) => {
      expect(await said(page, '')).toMatch(/^Only one thing can be open at a time\. The other was left out\./);
      expect(new URL(page.url()).search).toBe('?node=gaps-timetables');
    }, '?node=gaps-timetables&edge=timetables--internal-funding');
  });

  test('selects fade links, in the drawing, the list and the table', async () => {
    await pathways(async (page) => {
      await page.locator('select[name="whose"]').selectOption('editors');
      const few = rows.filter(({ voice }) => voice === 'editors').length;
      expect(await said(page, '')).toBe(`${few} of ${rows.length} links shown.`);
      expect(await page.locator('svg.wide .edge:not(.off)').count()).toBe(few);
      expect(await page.locator('.rows-table tbody tr:not([hidden])').count()).toBe(few);
      expect(new URL(page.url()).search).toBe('?whose=editors');
    });
  });

  test('stands small on the page of an entry, with the way to trace it', async () => {
    await open('gaps/timetables/', { viewport: { width: 1280, height: 900 } }, async (page) => {
      const local = page.locator('.figure.local');
      expect(await local.locator('a', { hasText: 'Trace these paths' }).getAttribute('href')).toBe(
        '/figures/pathways/?node=gaps-timetables',
      );
      // lines of one voice are one path with several beginnings
      const lines = await local.locator('svg .l').evaluateAll((paths) => paths.map((path) => path.getAttribute('d') ?? '').join(''));
      expect(lines.split('M').length - 1).toBe(new Set(waysThrough('gaps/timetables').flat()).size);
      // its names are links for a pointer, and no stops for the keyboard: the lists above have the same
      expect(await local.locator('svg a').evaluateAll((links) => links.every((link) => link.getAttribute('tabindex') === '-1'))).toBe(true);
      await local.locator('a', { hasText: 'Trace these paths' }).click();
      await page.locator('.paths li').first().waitFor();
      expect(page.url()).toBe(`${origin()}/figures/pathways/?node=gaps-timetables`);
    });
  });
});
