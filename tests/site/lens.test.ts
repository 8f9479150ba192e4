import { parseHTML } from 'linkedom';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { builtPages } from '../../src/build/built-pages.ts';
import { loadGuide } from '../../src/guide/index.ts';
import { tally } from '../../src/guide/labels.ts';
import { VOICES } from '../../src/lib/voices.ts';
import { BUILDS } from './builds.ts';
import { oneOf, site } from './site.ts';

const { open, walk } = site();
const NOTICE = 'Only what the paper says is shown.';
const { voices } = loadGuide().about;

const pages = builtPages(BUILDS.root.folder).map(({ path, html }) => ({ path: path.replace(/index\.html$/, ''), html }));
const withLens = pages.filter(({ html }) => html.includes('<voice-lens')).map(({ path }) => path);

/** What is seen in the text of a page though it is not the paper's: by the marks themselves, and by what says nothing of itself. */
const strangers = (page: Page): Promise<string[]> =>
  page.evaluate(
    (labels) => {
      const main = document.querySelector('main') as HTMLElement;
      for (const details of main.querySelectorAll('details')) details.open = true;
      // inside a drawing a browser calls visible what stands in a hidden group
      const hidden = (element: Element | null): boolean =>
        element !== null && (getComputedStyle(element).display === 'none' || hidden(element.parentElement));
      const seen = (element: Element): boolean => element.checkVisibility({ visibilityProperty: true }) && !hidden(element);
      const name = (element: Element): string =>
        `${element.localName} "${(element.textContent ?? '').trim().replace(/\s+/g, ' ').slice(0, 60)}" in ${element.closest('[class]')?.getAttribute('class')}`;
      const found: string[] = [];
      const texts = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
      for (let node = texts.nextNode(); node; node = texts.nextNode()) {
        const at = node.parentElement as Element;
        const text = node.nodeValue?.trim() ?? '';
        if (!text || !seen(at) || at.closest('script, style, template')) continue;
        const owner = at.closest('[data-voice], [data-frame]');
        if (owner?.getAttribute('data-voice') !== 'paper' && !owner?.hasAttribute('data-frame')) found.push(`text: ${name(at)}`);
        if (labels.some((label) => text.startsWith(label))) found.push(`the words of a mark: ${name(at)}`);
      }
      for (const element of main.querySelectorAll('.others, .editors, .unknown, .example, .link-mark, .whose, .stance'))
        if (seen(element)) found.push(`a mark or line: ${name(element)}`);
      for (const element of main.querySelectorAll('figure, .figure, table, dl, form, details'))
        if (seen(element) && !element.closest('[data-voice="paper"]')) found.push(`a figure or list: ${name(element)}`);
      for (const element of main.querySelectorAll('h2, h3, h4'))
        if (seen(element) && !element.closest('[data-voice]') && !element.parentElement?.querySelector('[data-voice="paper"]'))
          found.push(`a heading over nothing: ${name(element)}`);
      for (const element of main.querySelectorAll('section, aside, ul, ol, .note'))
        if (seen(element) && !(element as HTMLElement).innerText.trim()) found.push(`an empty box: ${name(element)}`);
      if (![...main.querySelectorAll('[data-voice="paper"]')].some(seen)) found.push('nothing of the paper is left');
      return found;
    },
    VOICES.filter((voice) => voice !== 'paper').map((voice) => voices[voice].label),
  );

/** The sentence that says the lens is on, as it is seen; empty where none is. */
const noticeOf = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const lens = document.querySelector('voice-lens') as Element;
    const drawn = getComputedStyle(lens, '::after').content;
    return [/^"/.test(drawn) ? drawn.slice(1, -1) : '', lens.querySelector('.lens-notice')?.textContent ?? ''].filter(Boolean).join(' ');
  });

describe('Only the paper', () => {
  test.each([
    ['with scripts', '?voice=paper', true],
    ['without scripts', '#only-the-paper', false],
  ])('leaves nothing else standing, %s', async (_, address, javaScriptEnabled) => {
    const problems: string[] = [];
    const look = async (page: Page, path: string) => {
      problems.push(...(await strangers(page)).map((text) => `${path}: ${text}`));
      const notice = await noticeOf(page);
      if (notice !== NOTICE) problems.push(`${path}: the notice is "${notice}"`);
    };
    // the rules are the same, and so are the pages
    const paths = oneOf(javaScriptEnabled ? 2 : 4, withLens).map((path) => path + address);
    const logged = await walk(paths, { javaScriptEnabled, viewport: { width: 1280, height: 900 } }, look);
    const phone = paths.filter((_, i) => i % 6 === 0);
    logged.push(...(await walk(phone, { javaScriptEnabled, viewport: { width: 360, height: 780 } }, look)));
    expect(problems).toEqual([]);
    // without scripts the page's own are refused, which is no fault
    if (javaScriptEnabled) expect(logged).toEqual([]);
    expect(withLens.length).toBeGreaterThan(loadGuide().findings.length);
  });

  test('holds on paper and in forced colors, and the sheet says so', async () => {
    await walk(['brief/?voice=paper', 'story/?voice=paper', 'figures/study/?voice=paper'], {}, async (page) => {
      for (const media of [{ media: 'print' }, { media: 'screen', forcedColors: 'active' }] as const) {
        await page.emulateMedia(media);
        expect(await strangers(page)).toEqual([]);
        expect(await page.getByText(NOTICE).isVisible()).toBe(true);
      }
    });
  });

  test('hides what a page gets later, whatever its display and its layer', async () => {
    await open('gaps/timetables/?voice=paper', {}, async (page) => {
      const shown = await page.evaluate(() => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync('@layer features { main .new { display: flex } } @layer print { main#main .edition > .new { display: grid } }');
        document.adoptedStyleSheets.push(sheet);
        const edition = document.querySelector('.edition') as Element;
        for (const into of [edition, edition.appendChild(document.createElement('section'))])
          for (const name of ['h2', 'p', 'figure']) {
            const part = into.appendChild(document.createElement(name));
            part.className = 'new';
            part.textContent = 'New';
          }
        return [...edition.querySelectorAll('.new')].filter((element) => element.checkVisibility()).length;
      });
      expect(shown).toBe(0);
    });
  });

  test('has no rule in a page without it, where a browser would look through the whole page at each choice', () => {
    expect(pages.filter(({ html }) => html.includes('lens-paper') && !html.includes('<voice-lens')).map(({ path }) => path)).toEqual([]);
    expect(pages.filter(({ html }) => html.includes('lens-paper')).length).toBeGreaterThan(loadGuide().findings.length);
  });

  test('is on the list of pages that links consult, and only pages with it are', async () => {
    await open('', {}, async (page) => {
      const listed = await page.evaluate(async () => (await (await fetch('/lens.json')).json()) as string[]);
      expect(listed.sort()).toEqual(withLens.map((path) => `/${path}`).sort());
    });
  });

  test('goes along to the next page, stays with reload and Back, and ends with one act', async () => {
    await open('gaps/timetables/?voice=paper', {}, async (page) => {
      const lensOf = async () => [new URL(page.url()).search, await noticeOf(page)];
      const next = page.locator('nav.turn a').last();
      await page.waitForFunction(() => document.querySelector('nav.turn a[href$="?voice=paper"]'));
      await next.click();
      await page.waitForURL('**/gaps/routines/?voice=paper');
      expect(await lensOf()).toEqual(['?voice=paper', NOTICE]);
      await page.reload();
      expect(await lensOf()).toEqual(['?voice=paper', NOTICE]);
      // pages without the lens get no word of it; the frame of the site leads to it as the text does
      await page.waitForFunction(() => document.querySelector('.head a[href$="/story/?voice=paper"]'));
      expect(await page.locator('.foot a[href*="voice=paper"]').count()).toBe(0);
      await page.getByRole('link', { name: 'Show everything' }).click();
      expect(await lensOf()).toEqual(['', '']);
      expect(await page.locator('a[href*="voice=paper"]:not(.lens-link)').count()).toBe(0);
      await page.goBack();
      expect(await lensOf()).toEqual(['?voice=paper', NOTICE]);
      await page.goBack();
      await page.waitForURL('**/gaps/timetables/?voice=paper');
      expect(await lensOf()).toEqual(['?voice=paper', NOTICE]);
    });
  });

  test('came by its fragment: the script takes it over, and the way back works', async () => {
    await open('gaps/timetables/?voice=paper#only-the-paper', {}, async (page) => {
      expect(new URL(page.url()).hash).toBe('');
      expect(await noticeOf(page)).toBe(NOTICE);
      await page.getByRole('link', { name: 'Show everything' }).click();
      expect(await noticeOf(page)).toBe('');
      expect(await page.locator('.voice.editors').first().isVisible()).toBe(true);
    });
  });
});

describe('The count of passages', () => {
  test('is that of the marked passages of the page, on every page that has one', () => {
    let counted = 0;
    for (const { path, html } of pages) {
      if (!html.includes('class="tally"')) continue;
      const { document } = parseHTML(html);
      // a row of a figure's table that has a fragment is a statement, in the figure's voice
      const marked = [
        ...document.querySelectorAll('main .voice[data-voice], main .figure.page[data-voice], main section[data-voice] tr[id]'),
      ];
      const shown = tally(
        marked.map((passage) => ({ voice: passage.closest('[data-voice]')?.getAttribute('data-voice') as (typeof VOICES)[number] })),
      );
      const told = [...document.querySelectorAll('.tally li')].map((item) => (item.textContent ?? '').trim().replace(/\s+/g, ' '));
      expect([path, told]).toEqual([path, shown.map(({ voice, count }) => `${count} ${voices[voice].possessive.replace("'", '’')}`)]);
      expect([path, document.querySelectorAll('.tally .units i').length]).toEqual([path, marked.length]);
      expect(document.querySelector('.tally p')?.textContent).toBe('Passages written for this page:');
      counted++;
    }
    expect(counted).toBeGreaterThan(loadGuide().findings.length);
  });
});
