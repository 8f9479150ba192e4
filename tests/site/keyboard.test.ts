import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { oneOf, site, TEMPLATES } from './site.ts';

const { open, walk } = site();

/** Text or label of what has focus. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const at = document.activeElement;
    return at === document.body ? '' : ((at?.textContent?.trim() || at?.id || at?.tagName) ?? '');
  });

const tabTo = async (page: Page, what: string | RegExp, most = 60) => {
  for (let i = 0; i < most; i++) {
    await page.keyboard.press('Tab');
    const now = await focused(page);
    if (typeof what === 'string' ? now === what : what.test(now)) return;
  }
  throw new Error(`Tab never came to ${what}.`);
};

describe('By keyboard', () => {
  test('the first stop skips to the text', async () => {
    await open('gaps/timetables/', {}, async (page) => {
      await page.keyboard.press('Tab');
      expect(await focused(page)).toBe('Skip to the text');
      expect(await page.locator('.skip').evaluate((a) => a.getBoundingClientRect().top >= 0)).toBe(true);
      await page.keyboard.press('Enter');
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
      expect(new URL(page.url()).hash).toBe('#main');
    });
  });

  test('the contents mark the section that is read, whichever way somebody came to it', async () => {
    await open('gaps/timetables/', { viewport: { width: 1280, height: 900 } }, async (page) => {
      const current = page.locator('.contents [aria-current]');
      expect(await current.count()).toBe(0);
      const links = page.locator('.contents a');
      for (const place of [2, 0, 1]) {
        const link = links.nth(place);
        await link.click();
        await page.waitForFunction(
          (href) => document.querySelector('.contents [aria-current="location"]')?.getAttribute('href') === href,
          await link.getAttribute('href'),
        );
        expect(await current.count()).toBe(1);
      }
      await page.evaluate(() => scrollTo(0, 0));
      await page.waitForFunction(() => !document.querySelector('.contents [aria-current]'));
    });
  });

  test('name, navigation, search, lens, text: every stop is reached in the order of the page', async () => {
    await open('gaps/timetables/', {}, async (page) => {
      const stops: string[] = [];
      for (let i = 0; i < 12; i++) {
        await page.keyboard.press('Tab');
        stops.push(await focused(page));
      }
      const name = (await page.locator('.head .name').textContent())?.trim();
      expect(stops.slice(0, 11)).toEqual([
        'Skip to the text',
        name,
        'Story',
        'Find',
        'Plan',
        'Brief',
        'Cases',
        'Teach',
        'Evidence',
        'seek',
        'Go to the search results',
      ]);
      expect(stops[11]).toBe('Gaps');
    });
  });

  test('the lens is switched on and off, focus stays, the state is told, Back undoes it', async () => {
    await open('gaps/timetables/', {}, async (page) => {
      await tabTo(page, 'Show only the paper');
      await page.keyboard.press('Enter');
      expect(new URL(page.url()).search).toBe('?voice=paper');
      expect(await page.locator('.voice.editors').first().isVisible()).toBe(false);
      expect(await page.locator('.voice.paper').first().isVisible()).toBe(true);
      expect(await focused(page)).toBe('Show only the paper');
      expect(await page.locator('voice-lens [aria-current="true"]').textContent()).toBe('Show only the paper');
      expect(await page.locator('voice-lens [role="status"]').textContent()).toBe('Only what the paper says is shown.');
      await page.keyboard.press('Shift+Tab');
      expect(await focused(page)).toBe('Show everything');
      await page.keyboard.press('Enter');
      expect(await page.locator('.voice.editors').first().isVisible()).toBe(true);
      expect(await page.locator('voice-lens [role="status"]').textContent()).toBe('');
      await page.goBack();
      expect(await page.locator('.voice.editors').first().isVisible()).toBe(false);
    });
  });

  test('a term shows its definition on focus, Escape puts it away, the link leads to the glossary', async () => {
    await open('gaps/timetables/', {}, async (page) => {
      const term = page.locator('glossary-term').first();
      const tip = term.locator('[role="tooltip"]');
      await term.locator('a').focus();
      expect(await tip.isVisible()).toBe(true);
      expect(await term.locator('a').getAttribute('aria-describedby')).toBe(await tip.getAttribute('id'));
      await page.keyboard.press('Escape');
      expect(await tip.isVisible()).toBe(false);
      await page.keyboard.press('Enter');
      await page.waitForURL('**/glossary/#*');
    });
  });

  test('the pointer may move onto a definition', async () => {
    await open('gaps/timetables/', {}, async (page) => {
      const term = page.locator('glossary-term').first();
      await term.locator('a').hover();
      await term.locator('[role="tooltip"]').hover();
      expect(await term.locator('[role="tooltip"]').isVisible()).toBe(true);
      await page.mouse.move(0, 0);
      expect(await term.locator('[role="tooltip"]').isVisible()).toBe(false);
    });
  });

  test('focus is always seen, and nothing covers it', async () => {
    const hidden: string[] = [];
    await walk(oneOf(4, TEMPLATES), { viewport: { width: 1280, height: 800 } }, async (page, path) => {
      // the head is the same on all of them
      const head = path !== '' && (await page.locator('.skip').count()) > 0;
      if (head) await page.locator('.skip').press('Enter');
      for (let i = head ? 13 : 0; i < 40; i++) {
        await page.keyboard.press('Tab');
        const problem = await page.evaluate(() => {
          const at = document.activeElement as HTMLElement;
          if (!at || at === document.body) return '';
          // a choice may show the ring on its words, which are larger
          const ringed = [at, at.closest('label')].map((element) => element && getComputedStyle(element));
          const box = at.getClientRects()[0];
          if (!box) return 'has no place';
          const top = document.elementFromPoint(box.left + Math.min(box.width / 2, 8), box.top + box.height / 2);
          if (top && !at.contains(top) && !top.contains(at) && !(at as HTMLInputElement).labels?.[0]?.contains(top))
            return `is covered by ${top.outerHTML.slice(0, 60)}`;
          return ringed.some((style) => style && style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2)
            ? ''
            : 'shows no ring';
        });
        if (problem) hidden.push(`${path} ${await focused(page)} ${problem}`);
      }
    });
    expect(hidden).toEqual([]);
  });
});

test('a term opens at the first tap of a finger, and the second follows its link', async () => {
  await open('gaps/timetables/', { viewport: { width: 360, height: 780 }, hasTouch: true, isMobile: true }, async (page) => {
    const term = page.locator('glossary-term').first();
    await term.locator('a').tap();
    expect(await term.locator('[role="tooltip"]').isVisible()).toBe(true);
    expect(new URL(page.url()).pathname).toMatch(/\/gaps\/timetables\/$/);
    // a tap elsewhere puts it away
    await page.locator('h1').tap();
    expect(await term.locator('[role="tooltip"]').isVisible()).toBe(false);
    await term.locator('a').tap();
    await term.locator('a').tap();
    await page.waitForURL(/\/glossary\//);
  });
});
