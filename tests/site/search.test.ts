import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { builtPages } from '../../src/lib/built-pages.ts';
import { wordsOf } from '../../src/site-search/query.ts';
import type { SearchData } from '../../src/site-search/search-name.ts';
import { Spelling } from '../../src/site-search/spelling.ts';
import { BUILDS } from './builds.ts';
import { missed, QUESTIONS } from './questions.ts';
import { PATHS, site } from './site.ts';

const { open } = site();
const results = '#results > li';

describe('Questions in the readers’ own words', () => {
  test('find a right page among the first three results, 95 of 100 times', async () => {
    await open('search/', {}, async (page) => {
      const { questions } = QUESTIONS;
      const misses = await missed(page, questions);
      expect(questions.length).toBeGreaterThanOrEqual(80);
      if (misses.length > questions.length * 0.05) expect(misses).toEqual([]);
    });
  });
  test('find it in spite of a typing error, 95 of 100 times', async () => {
    await open('search/', {}, async (page) => {
      const { misspellings } = QUESTIONS;
      const misses = await missed(page, misspellings);
      expect(misspellings.length).toBeGreaterThanOrEqual(40);
      if (misses.length > misspellings.length * 0.05) expect(misses).toEqual([]);
    });
  });
});

test('no word that a page shows is read as another word', () => {
  const { vocabulary } = JSON.parse(readFileSync(join(BUILDS.root.folder, 'search/names.json'), 'utf8')) as SearchData;
  const spelling = new Spelling(vocabulary);
  const changed = new Set<string>();
  for (const { html } of builtPages(BUILDS.root.folder)) {
    const main = parseHTML(html).document.querySelector('[data-pagefind-body]');
    for (const aside of main?.querySelectorAll('[data-pagefind-ignore]') ?? []) aside.remove();
    for (const word of wordsOf((main?.innerHTML ?? '').replace(/<[^>]+>|&[a-z#0-9]+;/g, ' ')))
      if (/^\p{L}{4,20}$/u.test(word) && spelling.mend(word) !== word) changed.add(`${word} -> ${spelling.mend(word)}`);
  }
  expect([...changed]).toEqual([]);
});

describe('The search page', () => {
  test('shows kind, voice and passage, marks what matched and names places inside the page', async () => {
    await open('search/?q=tenure', {}, async (page, log) => {
      const first = page.locator(results).first();
      await first.waitFor();
      expect(await page.locator('ol#results').count()).toBe(1);
      expect(await first.locator('.kind').textContent()).toMatch(/^(Gap|Recommendation|Challenge|Strategy|Practice|Benefit|Page|Source)$/);
      expect(await first.locator('.excerpt b').textContent()).toMatch(
        /^(The paper says|Others add|We infer|Not reported|Invented example): $/,
      );
      expect(await page.locator('#results mark').count()).toBeGreaterThan(0);
      expect(await page.locator('#results li li a').count()).toBeGreaterThan(0);
      expect(log.violations).toEqual([]);
    });
  });

  test('goes by keyboard: type, down, down, up, Escape, Enter', async () => {
    await open('search/', {}, async (page) => {
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('q');
      await page.keyboard.type('internal funding');
      await page.locator(results).nth(2).waitFor();
      const at = () =>
        page.evaluate(
          () =>
            document.activeElement?.closest('#results > li') &&
            [...document.querySelectorAll('#results > li')].indexOf(document.activeElement.closest('#results > li') as Element),
        );
      await page.keyboard.press('ArrowDown');
      expect(await at()).toBe(0);
      await page.keyboard.press('ArrowDown');
      expect(await at()).toBe(1);
      await page.keyboard.press('ArrowUp');
      await page.keyboard.press('ArrowUp');
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('q');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Escape');
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('q');
      await page.keyboard.press('ArrowDown');
      const target = await page.locator(`${results} a.to`).first().getAttribute('href');
      await page.keyboard.press('Enter');
      await page.waitForURL(`**${target}`);
      expect(await page.locator('h1').textContent()).toBeTruthy();
      await page.goBack();
      await page.locator(results).first().waitFor();
      expect(await page.locator('#q').inputValue()).toBe('internal funding');
      await page.locator('#q').focus();
      await page.keyboard.press('Escape');
      expect(await page.locator('#q').inputValue()).toBe('');
      expect(await page.locator(results).count()).toBe(0);
    });
  });

  test('says the count once, after the typing stops', async () => {
    await open('search/', {}, async (page) => {
      await page.evaluate(() => {
        const said: string[] = [];
        Object.assign(window, { said });
        new MutationObserver(() => said.push(document.querySelector('.status')?.textContent ?? '')).observe(
          document.querySelector('.status') as Element,
          { childList: true, characterData: true, subtree: true },
        );
      });
      await page.keyboard.type('budget', { delay: 60 });
      await page.waitForFunction(() => /found/.test(document.querySelector('.status')?.textContent ?? ''));
      const said = await page.evaluate(() => (window as unknown as { said: string[] }).said);
      expect(said.filter((text) => text !== '')).toHaveLength(1);
      expect(said.at(-1)).toMatch(/^\d+ pages found for “budget”\.$/);
    });
  });

  test('lists by kind and by voice before anything is typed, and keeps the choice in the address', async () => {
    await open('search/', {}, async (page) => {
      await page.getByLabel('Strategy').check();
      await page.locator(results).nth(2).waitFor();
      expect(await page.locator(results).count()).toBe(3);
      expect(await page.locator('.status').textContent()).toBe('3 pages found.');
      expect(new URL(page.url()).search).toBe('?kind=Strategy');
      await page.getByLabel('Gap').check();
      await page.waitForFunction(() => document.querySelector('.status')?.textContent === '10 pages found.');
      await page.getByLabel('Invented example').check();
      await page.waitForFunction(() => /^[1-9] pages? found\.$/.test(document.querySelector('.status')?.textContent ?? ''));
      expect(new URL(page.url()).search).toBe('?kind=Gap&kind=Strategy&voice=example');
      await page.reload();
      await page.locator(results).first().waitFor();
      expect(await page.getByLabel('Strategy').isChecked()).toBe(true);
      for (const kind of await page.locator(`${results} > .kind`).allTextContents()) expect(['Strategy', 'Gap']).toContain(kind);
    });
  });

  test('says so where nothing is found, and leaves the A to Z and what was typed', async () => {
    await open('search/?q=xqzvwk', {}, async (page) => {
      await page.waitForFunction(() => document.querySelector('.status')?.textContent !== '');
      expect(await page.locator('.status').textContent()).toBe(
        'Nothing found for “xqzvwk”. Try another word, take a filter away, or browse the A to Z below.',
      );
      expect(await page.locator('#q').inputValue()).toBe('xqzvwk');
      expect(await page.locator('#a-to-z a').count()).toBeGreaterThan(100);
    });
  });

  test('mends a mistyped word and says how it read it', async () => {
    await open('search/?q=timetabels', {}, async (page) => {
      await page.locator(results).first().waitFor();
      expect(await page.locator('.status').textContent()).toContain('for “timetabels”, read as “timetables”.');
    });
  });

  test.each([
    ['markup', '<img src=x onerror=alert(1)><script>alert(2)</script>'],
    ['10 kB', 'funding '.repeat(1280)],
    ['control characters', '\u0000\u0007\u001b[31mtenure\u202e\u200b'],
    ['a broken escape', '%E0%A4%A'],
    ['names of built-in things', '__proto__ constructor toString hasOwnProperty'],
    ['only signs', '"\'`;--/*\\()[]{}+?^$|'],
    ['other scripts', '資金 تمويل финансирование 🎓'],
    ['only small words', 'what is the'],
  ])('shows a hostile query (%s) as text and breaks nothing', async (_name, query) => {
    const log = await open(`search/?q=${encodeURIComponent(query)}`, {}, async (page) => {
      let dialogs = 0;
      page.on('dialog', () => dialogs++);
      await page.reload();
      await page.waitForFunction(() => document.querySelector('.status')?.textContent !== '');
      expect(await page.locator('.status').textContent()).toMatch(/found/i);
      expect(await page.locator('main script[src="x"], main img').count()).toBe(0);
      expect(dialogs).toBe(0);
      await page.locator('#q').fill('tenure');
      await page.locator(results).first().waitFor();
    });
    expect(log).toEqual({ errors: [], violations: [], elsewhere: [] });
  });

  test('tells in plain words when the index is missing, WebAssembly is off or the host is gone, and loses nothing', async () => {
    const message = 'Search is not available here. Browse the A to Z below.';
    const check = (prepare: (page: import('playwright-core').Page) => Promise<void>) =>
      open('search/', {}, async (page) => {
        await prepare(page);
        await page.locator('#q').fill('tenure');
        await page.waitForFunction((text) => document.querySelector('.status')?.textContent === text, message);
        expect(await page.locator('#q').inputValue()).toBe('tenure');
        expect(await page.locator('#a-to-z a').first().isVisible()).toBe(true);
      });
    await check((page) =>
      page.route('**/pagefind/**', (route) => route.fulfill({ status: 404, body: '' })).then(async () => void (await page.reload())),
    );
    await check((page) =>
      page.route('**/names.json', (route) => route.fulfill({ status: 200, body: '<html>' })).then(async () => void (await page.reload())),
    );
    await check(async (page) => {
      await page.addInitScript(() => Object.defineProperty(window, 'WebAssembly', { value: undefined }));
      await page.reload();
    });
    await open('search/', {}, async (page) => {
      // the host is gone when the first query comes, and back for the second: nothing is lost, and search works again
      let gone = true;
      await page.route('**/{pagefind/**,names.json}', (route) => (gone ? route.abort() : route.continue()));
      await page.reload();
      await page.locator('#q').fill('tenure');
      await page.waitForFunction((text) => document.querySelector('.status')?.textContent === text, message);
      expect(await page.locator('#q').inputValue()).toBe('tenure');
      gone = false;
      await page.locator('#q').fill('tenured');
      await page.locator(results).first().waitFor();
    });
  });

  test('without scripts is a form and the A to Z', async () => {
    await open('', { javaScriptEnabled: false }, async (page) => {
      await page.locator('#seek').fill('tenure');
      await page.locator('#seek').press('Enter');
      await page.waitForURL('**/search/?q=tenure');
      expect(await page.locator('#a-to-z a').first().isVisible()).toBe(true);
      expect(await page.locator('.facets').isVisible()).toBe(false);
    });
  });
});

describe('“/” leads to the field', () => {
  test('from anywhere, but not while somebody types or holds a key', async () => {
    await open('gaps/timetables/', {}, async (page) => {
      await page.keyboard.press('Control+/');
      expect(await page.evaluate(() => document.activeElement?.id)).not.toBe('seek');
      await page.keyboard.press('/');
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('seek');
      await page.keyboard.type('a/b');
      expect(await page.locator('#seek').inputValue()).toBe('a/b');
      await page.keyboard.press('Enter');
      await page.waitForURL('**/search/?q=a%2Fb');
    });
  });
});

describe('A lost address', () => {
  test.each([
    ['/gap/timetable', '/gaps/timetables/'],
    ['/strategies/internl-funding/', '/strategies/internal-funding/'],
    ['/Recommendations/Data_Infrastructure.html', '/recommendations/data-infrastructure/'],
    ['/glosary', '/glossary/'],
    ['/evidence/paper', '/evidence/the-paper/'],
  ])('%s suggests %s', async (wrong, right) => {
    await open(wrong, {}, async (page) => {
      const near = await page.locator('nearest-pages a').evaluateAll((links) => links.map((a) => (a as HTMLAnchorElement).pathname));
      expect(near.length).toBeLessThanOrEqual(3);
      expect(near).toContain(right);
    });
  });
  test('without scripts the A to Z is there, and no empty heading', async () => {
    await open('/nowhere/', { javaScriptEnabled: false }, async (page) => {
      expect(await page.locator('#a-to-z a').first().isVisible()).toBe(true);
      expect(await page.getByText('Did you mean').isVisible()).toBe(false);
    });
  });
  test('a mistyped link leads to its ends, for links stand in no A to Z', async () => {
    await open('links/timetables--internl-funding/', {}, async (page) => {
      const near = await page.locator('nearest-pages a').evaluateAll((links) => links.map((a) => (a as HTMLAnchorElement).pathname));
      expect(near).toContain('/strategies/internal-funding/');
    });
  });
  test('a tenth of all addresses, each mistyped, find their way', async () => {
    const wrong: string[] = [];
    for (const path of PATHS.filter((p, i) => i % 10 === 0 && p.endsWith('/') && !/^(links|embed)\//.test(p))) {
      const typo = path.slice(0, path.length - 3) + path.slice(path.length - 2);
      await open(typo, {}, async (page) => {
        const near = await page.locator('nearest-pages a').evaluateAll((links) => links.map((a) => (a as HTMLAnchorElement).pathname));
        if (!near.includes(`/${path}`)) wrong.push(typo);
      });
    }
    expect(wrong).toEqual([]);
  });
});
