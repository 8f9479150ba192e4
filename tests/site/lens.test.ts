import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { builtPages } from '../../src/lib/built-pages.ts';
import { BUILDS } from './builds.ts';
import { site } from './site.ts';

const { open, walk, origin } = site();
const NOTICE = 'Only what the paper says is shown.';

/** Every page with the lens, and the same with every sixth on a phone. */
const WITH_LENS = builtPages(BUILDS.root.folder)
  .filter(({ html }) => html.includes('<voice-lens'))
  .map(({ path }) => path.replace(/index\.html$/, ''));

/** What is seen in the text of a page though it is not the paper's; found by the marks themselves, not by what the rule of the lens looks at. */
const strangers = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const main = document.querySelector('main') as HTMLElement;
    const seen = (element: Element): boolean => element.checkVisibility({ visibilityProperty: true });
    const name = (element: Element): string =>
      `${element.localName}.${[...element.classList].join('.')} "${(element.textContent ?? '').trim().replace(/\s+/g, ' ').slice(0, 60)}"`;
    const found: string[] = [];
    const texts = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const at = node.parentElement as Element;
      if (!node.nodeValue?.trim() || !seen(at) || at.closest('script, style, template')) continue;
      const owner = at.closest('[data-voice], [data-frame]');
      if (!owner || (owner.hasAttribute('data-voice') && owner.getAttribute('data-voice') !== 'paper')) found.push(`text: ${name(at)}`);
      if (/^(We infer|Others add|Not reported|Invented example|Linked|Contested|Not linked)\b/.test(node.nodeValue.trim()))
        found.push(`words of a mark: ${name(at)}`);
    }
    // marks, lines and faces of the other voices; of a figure its signs and lines
    for (const element of main.querySelectorAll('.others, .editors, .unknown, .example, .link-mark, .whose, .stance'))
      if (seen(element)) found.push(`mark: ${name(element)}`);
    for (const element of main.querySelectorAll('figure, .figure, table, dl, form, details'))
      if (seen(element) && !element.closest('[data-voice="paper"]')) found.push(`figure or list: ${name(element)}`);
    // a heading over nothing, a box with nothing in it
    for (const element of main.querySelectorAll('h2, h3, h4'))
      if (seen(element) && !element.closest('[data-voice]') && !(element.parentElement as Element).querySelector('[data-voice="paper"]'))
        found.push(`heading over nothing: ${name(element)}`);
    for (const element of main.querySelectorAll('section, aside, .note, ul, ol'))
      if (seen(element) && !(element as HTMLElement).innerText.trim()) found.push(`empty: ${name(element)}`);
    if (!main.querySelector('[data-voice="paper"]')) found.push('nothing of the paper is left');
    return found;
  });

/** The sentence that says the lens is on, as it is seen. */
const noticeOf = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const lens = document.querySelector('voice-lens') as Element;
    const drawn = getComputedStyle(lens, '::after').content;
    return [drawn === 'none' || drawn === 'normal' ? '' : drawn.slice(1, -1), lens.querySelector('.lens-notice')?.textContent ?? '']
      .filter(Boolean)
      .join(' ');
  });

describe('Only the paper', () => {
  test.each([
    ['with scripts', '?voice=paper', true],
    ['without scripts', '#only-the-paper', false],
  ])('leaves nothing else standing on any page, %s', async (_, address, javaScriptEnabled) => {
    const problems: string[] = [];
    const look = async (page: Page, path: string) => {
      problems.push(...(await strangers(page)).map((text) => `${path}: ${text}`));
      if ((await noticeOf(page)) !== NOTICE) problems.push(`${path}: the notice is "${await noticeOf(page)}"`);
    };
    const paths = WITH_LENS.map((path) => path + address);
    const phone = paths.filter((_, i) => i % 6 === 0);
    const logged = [
      ...(await walk(paths, { javaScriptEnabled, viewport: { width: 1280, height: 900 } }, look)),
      ...(await walk(phone, { javaScriptEnabled, viewport: { width: 360, height: 780 } }, look)),
    ];
    expect(problems).toEqual([]);
    if (javaScriptEnabled) expect(logged).toEqual([]);
    expect(paths.length).toBeGreaterThan(20);
  });
});
