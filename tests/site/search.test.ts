import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { builtPages } from '../../src/build/built-pages.ts';
import { FILE } from '../../src/documents/site-search/name-files.ts';
import { hasDigit, placeOf, wordsOf } from '../../src/documents/site-search/query.ts';
import { Spelling } from '../../src/elements/site-search/spelling.ts';
import { checkedGuide } from '../../src/guide/check.ts';
import { BUILDS } from './builds.ts';
import { builtStore, namesIn } from './built-names.ts';
import { HOSTILE } from './hostile.ts';
import { ask, EXACT, missed, QUESTIONS } from './questions.ts';
import { oneOf, PATHS, site } from './site.ts';

const guide = checkedGuide();
const { open, walk, origin } = site();
const results = '#results > li';

/** What pages print where search looks, by address; a word ends with its element. @param aside what else is left out */
function textsOf(folder: string, aside = 'script'): Map<string, string> {
  const texts = new Map<string, string>();
  for (const { path, html } of builtPages(folder)) {
    const main = parseHTML(html).document.querySelector('[data-pagefind-body]');
    for (const part of main?.querySelectorAll(`[data-pagefind-ignore], script, ${aside}`) ?? []) part.remove();
    if (main) texts.set(`/${path.replace(/index\.html$/, '')}`, main.innerHTML.replace(/<[^>]+>|&[a-z#0-9]+;/g, ' '));
  }
  return texts;
}

const texts = textsOf(BUILDS.root.folder);

/** Every number that a page prints outside its forms, which are not searched, with the pages. */
function printedIn(folder: string): Map<string, Set<string>> {
  const printed = new Map<string, Set<string>>();
  for (const [path, text] of textsOf(folder, 'form, label, button, select, svg, noscript, template'))
    for (const number of wordsOf(text).filter(hasDigit)) printed.set(number, (printed.get(number) ?? new Set()).add(path));
  return printed;
}

describe('Questions in the readers’ own words', () => {
  test('find a right page among the first three results, 95 of 100 times', async () => {
    await open('search/', {}, async (page) => {
      const questions = oneOf(10, QUESTIONS.questions);
      const misses = await missed(page, questions);
      expect(questions.length).toBeGreaterThanOrEqual(24);
      if (misses.length > questions.length * 0.05) expect(misses).toEqual([]);
    });
  });
  test('find it in spite of a typing error, 95 of 100 times', async () => {
    await open('search/', {}, async (page) => {
      const misspellings = oneOf(4, QUESTIONS.misspellings);
      const misses = await missed(page, misspellings);
      expect(misspellings.length).toBeGreaterThanOrEqual(10);
      if (misses.length > misspellings.length * 0.05) expect(misses).toEqual([]);
    });
  });
});

describe('What is written in signs or marks', () => {
  test('finds a right page among the first three results; what stands nowhere finds nothing and says so', async () => {
    await open('search/', {}, async (page) => {
      for (const set of ['numbers', 'phrases', 'compounds'] as const) {
        expect(EXACT[set].length).toBeGreaterThanOrEqual(15);
        expect([set, await missed(page, EXACT[set])]).toEqual([set, []]);
      }
      for (const q of EXACT.nowhere) {
        expect([q, await ask(page, q)]).toEqual([q, []]);
        expect(await page.locator('.status').textContent()).toMatch(/^Nothing found for “/);
      }
    });
  });
  test('any number that a page prints finds that page', async () => {
    const printed = new Map(oneOf(40, [...printedIn(BUILDS.root.folder)]));
    await open('search/', {}, async (page) => {
      const lost: string[] = [];
      for (const [number, on] of printed) {
        await ask(page, number);
        const said = Number((await page.locator('.status').textContent())?.match(/^\d+/)?.[0] ?? 0);
        while (await page.locator('[data-more]').isVisible()) await page.locator('[data-more]').click();
        const got = await page.$$eval('#results a.to', (links) => links.map((link) => (link as HTMLAnchorElement).pathname));
        if (got.length !== said) lost.push(`${number}: ${said} told, ${got.length} shown`);
        for (const path of on) if (!got.includes(path)) lost.push(`${number}: ${path}`);
      }
      expect(printed.size).toBeGreaterThan(10);
      expect(lost).toEqual([]);
    });
  });
  test('any title finds its entry, with hyphens for its spaces or without its hyphens, and written together', async () => {
    const titles = oneOf(
      10,
      (await namesIn(builtStore(BUILDS.root.folder))).filter(
        ({ address, kind }) => !address.includes('#') && !['Link', 'Source', 'Page', 'Figure'].includes(kind),
      ),
    );
    await open('search/', {}, async (page) => {
      const lost: string[] = [];
      for (const { title, address } of titles) {
        const words = title.split(' ');
        const together = words
          .slice(1)
          .map((_, at) => [...words.slice(0, at), `${words[at]}${words[at + 1]}`, ...words.slice(at + 2)].join(' '));
        for (const as of new Set([words.join('-'), title.replaceAll('-', ' '), title.replaceAll('-', ''), ...oneOf(3, together)]))
          if (!(await ask(page, as)).slice(0, 3).includes(address)) lost.push(as);
      }
      expect(titles.length).toBeGreaterThan(0);
      expect(lost).toEqual([]);
    });
  });
  test('quotation marks leave only pages that hold the phrase, and the words are offered without them', async () => {
    await open('search/?q=%22soft+money%22', {}, async (page) => {
      const got = await ask(page, '“soft money” careers');
      expect(got.length).toBeGreaterThan(0);
      expect(await page.locator('.status').textContent()).toMatch(
        /^\d+ pages? found for “‘soft money’ careers”, with “soft money” searched as written\.$/,
      );
      for (const path of got) expect([path, placeOf(['soft', 'money'], wordsOf(texts.get(path) ?? '')) >= 0]).toEqual([path, true]);
      expect(await ask(page, '"money soft"')).toEqual([]);
      await page.locator('.loose a').click();
      await page.waitForFunction(() => /^\d+ pages found for “money soft”\.$/.test(document.querySelector('.status')?.textContent ?? ''));
      expect(await page.locator('.loose').isVisible()).toBe(false);
    });
  });
  test('numbers beside the kinds add up to what was found, and no choice finds more', async () => {
    await open('search/', {}, async (page) => {
      for (const q of ['tenure', '38', '"soft money"', 'why does research take so long', 'xqzvwk']) {
        await ask(page, q);
        const all = Number((await page.locator('.status').textContent())?.match(/^\d+/)?.[0] ?? 0);
        const many = (facet: string) =>
          page.$$eval(`[data-facet="${facet}"] .count`, (counts) => counts.map(({ textContent }) => Number(textContent)));
        expect([q, (await many('kind')).reduce((sum, n) => sum + n, 0)]).toEqual([q, all]);
        expect([q, await page.locator('[data-facet="kind"] label.none').filter({ visible: true }).count()]).toEqual([q, 0]);
        expect([q, Math.max(...(await many('voice'))) <= all]).toEqual([q, true]);
      }
    });
  });
});

// the engines' tests have Chromium keep the page for Back; here it is made anew
test('A reload and Back return to the same place in the results', async () => {
  await open(undefined, { viewport: { width: 1280, height: 800 } }, async (page) => {
    const there = () => page.evaluate(() => ({ top: scrollY, many: document.querySelectorAll('#results > li').length }));
    const told = async (path: string) => {
      if (path) await page.goto(`${origin()}${path}`);
      await page.waitForFunction(() => /found/.test(document.querySelector('.status')?.textContent ?? ''));
      // until the place is noted, or taken again
      await page.waitForTimeout(300);
    };
    await told('/search/?q=money');
    // the first of the new ones takes the focus, and the page goes to it: only then somebody scrolls on
    for (const shown of [20, 30]) {
      await page.locator('[data-more]').click();
      await page.waitForFunction((many) => document.querySelectorAll('#results > li').length === many, shown);
    }
    await page.evaluate(() => scrollTo({ top: 2600, behavior: 'instant' }));
    await page.waitForTimeout(300);
    const before = await there();
    expect(before).toEqual({ top: 2600, many: 30 });
    await page.reload();
    await told('');
    expect(await there()).toEqual(before);
    await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('#results a.to')].find((link) => link.getBoundingClientRect().top > 100)?.click(),
    );
    await page.waitForURL((url) => !url.pathname.startsWith('/search/'));
    await page.goBack();
    await told('');
    expect(await there()).toEqual(before);
    await told('/search/?q=tenure');
    expect((await there()).top).toBe(0);
  });
});

test('no word that a page shows is read as another word', async () => {
  const spelling = new Spelling(await builtStore(BUILDS.root.folder).words());
  const changed = new Set<string>();
  for (const text of texts.values())
    for (const word of wordsOf(text))
      if (/^\p{L}{4,20}$/u.test(word) && spelling.mend(word) !== word) changed.add(`${word} -> ${spelling.mend(word)}`);
  expect([...changed]).toEqual([]);
});

describe('The search page', () => {
  test('shows kind, voice and passage, marks what matched and names places inside the page', async () => {
    await open('search/?q=promotion', {}, async (page, log) => {
      const first = page.locator(results).first();
      await first.waitFor();
      expect(await page.locator('ol#results').count()).toBe(1);
      expect(await first.locator('.kind').textContent()).toMatch(/^(Gap|Recommendation|Challenge|Strategy|Practice|Benefit|Page|Source)$/);
      expect(await first.locator('.excerpt b').textContent()).toMatch(
        /^(The paper says|Others add|We infer|Not reported|Invented example): $/,
      );
      await page.locator('#results mark').first().waitFor();
      await page.locator('#results li li a').first().waitFor();
      expect(log.violations).toEqual([]);
    });
  });

  test('says why a page was found where its title does not show it, and which words were searched in place of others', async () => {
    await open('search/?q=time+to+decision', {}, async (page) => {
      const first = page.locator(results).first();
      expect(await first.locator('.because').textContent()).toBe('because: time to decision');
      expect(await first.locator('a.to').textContent()).toBe('Timetables');
      await page.locator('#q').fill('boss');
      await page.waitForFunction(() => /^Searching also for /.test(document.querySelector('.also')?.textContent ?? ''));
      expect(await page.locator('.also').textContent()).toMatch(
        /^Searching also for “[A-Za-z]+”(?:, “[A-Za-z]+”)*(?: and “[A-Za-z]+”)?\.$/,
      );
      await page.locator('#q').fill('Timetables');
      await page.waitForFunction(() => /for “Timetables”/.test(document.querySelector('.status')?.textContent ?? ''));
      expect(await first.locator('.because').count()).toBe(0);
    });
  });

  test('goes to the first result by Enter, and opens it by Enter; a hint says so', async () => {
    await open('search/', {}, async (page) => {
      const hint = page.locator(`#${await page.locator('#q').getAttribute('aria-describedby')}`);
      expect(await hint.isVisible()).toBe(true);
      expect(await hint.textContent()).toBe('Enter goes to the first result, Up and Down from one to the next, Esc back here.');
      await page.keyboard.type('too slow');
      await page.keyboard.press('Enter');
      await page.waitForFunction(() => document.activeElement?.classList.contains('to'));
      expect(await page.locator('.status').textContent()).toMatch(/^\d+ pages found for “too slow”\.$/);
      const target = await page.locator(`${results} a.to`).first().getAttribute('href');
      await page.keyboard.press('Enter');
      await page.waitForURL(`**${target}`);
    });
  });

  test('has the names ahead, unless a reader wants little to be sent, and the full text once somebody turns to it', async () => {
    const intents: [string, (page: import('playwright-core').Page) => Promise<unknown>][] = [
      ['hover', (page) => page.locator('#q').hover()],
      ['a key', (page) => page.keyboard.press('Shift')],
      ['a key, saving data', (page) => page.keyboard.press('Shift')],
      [
        'focus',
        async (page) => {
          await page.locator('#a-to-z summary').last().focus();
          await page.locator('#q').focus();
        },
      ],
    ];
    const cards = builtStore(BUILDS.root.folder).first.cards.map((_, part) => FILE.cards(part));
    for (const [name, turn] of intents)
      await open(undefined, {}, async (page) => {
        const asked: string[] = [];
        page.on('request', (request) => asked.push(request.url()));
        if (name === 'a key, saving data')
          await page.addInitScript(`Object.defineProperty(navigator, 'connection', { value: { saveData: true } })`);
        await page.goto(`${origin()}/search/`, { waitUntil: 'networkidle' });
        expect(await page.evaluate(() => document.activeElement?.id)).toBe('q');
        const ahead = name === 'a key, saving data' ? [] : [...cards, 'names.json', 'words.json'].map((file) => `/search/${file}`).sort();
        const loaded = () => asked.map((url) => new URL(url).pathname).filter((path) => /\.json$|pagefind/.test(path));
        expect(loaded().sort()).toEqual(ahead);
        const text = page.waitForRequest(/pagefind\.js$/);
        await turn(page);
        await text;
        await page.waitForFunction(() => /^\d+$/.test(document.querySelector('.facets .count')?.textContent ?? ''));
      });
  });

  test('who types at once gets what the names know before the index of the full text is asked for', async () => {
    await open(undefined, {}, async (page) => {
      const index: string[] = [];
      const held = ['**/search/index-*.json', '**/pagefind/{*.pf_meta,wasm.*}'].map((files) => {
        let answer = () => {};
        const waits = new Promise<void>((done) => (answer = done));
        const ready = page.route(files, async (route) => {
          if (files.includes('pagefind')) index.push(route.request().url());
          await waits;
          await route.continue();
        });
        return { ready, answer: () => answer() };
      });
      for (const { ready } of held) await ready;
      await page.goto(`${origin()}/search/`, { waitUntil: 'networkidle' });
      const part = page.waitForRequest(/\/search\/index-\d+\.json$/);
      await page.keyboard.type('too slow ');
      await part;
      await page.waitForTimeout(600);
      expect(index).toEqual([]);
      held[0]?.answer();
      // the names answer while the index is still on its way
      await page.waitForFunction(() => document.querySelector('#results > li'));
      expect(await page.locator('.status').textContent()).toBe('');
      held[1]?.answer();
      await page.waitForFunction(() => /found/.test(document.querySelector('.status')?.textContent ?? ''));
      expect(index.length).toBeGreaterThan(0);
    });
  });

  test('what of the full text did not come is asked for again by the next search', async () => {
    await open(undefined, {}, async (page) => {
      let gone = true;
      await page.route('**/pagefind/wasm.*', (route) => (gone ? route.abort() : route.continue()));
      await page.goto(`${origin()}/search/`);
      await page.locator('#q').fill('tenure');
      await page.waitForFunction(() => /not available/.test(document.querySelector('.status')?.textContent ?? ''));
      gone = false;
      await page.locator('#q').fill('tenure track');
      await page.waitForFunction(() => /found/.test(document.querySelector('.status')?.textContent ?? ''));
    });
  });

  test('on a wide window a facet stays where it is when it is chosen, and results stand right under the field', async () => {
    await open(undefined, { viewport: { width: 1280, height: 900 } }, async (page) => {
      await page.goto(`${origin()}/search/`, { waitUntil: 'networkidle' });
      const box = page.getByRole('checkbox', { name: 'Gap' });
      const before = await box.boundingBox();
      await box.check();
      await page.waitForFunction(() => document.querySelector('#results > li'));
      expect(await box.boundingBox()).toEqual(before);
      await page.locator('#q').fill('xqzvwk');
      await page.waitForFunction(() => !document.querySelector<HTMLElement>('.nothing')?.hidden);
      await page.locator('#q').fill('too slow');
      await page.waitForFunction(() => document.querySelector('#results > li'));
      expect((await page.locator('.facets').boundingBox())?.x).toBeGreaterThan(800);
      const [status, keys] = [await page.locator('.status').boundingBox(), await page.locator('.keys').boundingBox()];
      expect((status?.y ?? 0) - (keys?.y ?? 0)).toBeLessThan(80);
    });
  });

  test.each(['dark', 'light'] as const)('what was found is seen in forced colors, %s', async (colorScheme) => {
    await open(undefined, { forcedColors: 'active', colorScheme }, async (page) => {
      await page.goto(`${origin()}/search/?q=protected+time`);
      const inks = await page
        .locator('#results mark')
        .first()
        .evaluate((mark) => [mark, mark.parentElement as Element].map((one) => getComputedStyle(one).color));
      expect(inks[0]).toBe(inks[1]);
    });
  });

  test('the names come ahead when somebody turns to the field in the head of another page', async () => {
    const log = await open('gaps/timetables/', {}, async (page) => {
      const ahead = [page.waitForRequest(/\/search\/names\.json$/), page.waitForRequest(/\/search\/words\.json$/)];
      await page.locator('#seek').focus();
      await Promise.all(ahead);
    });
    expect(log).toEqual({ errors: [], violations: [], elsewhere: [] });
  });

  test('the field in the head offers three answers as somebody types: keys choose, Esc closes, Enter follows, and nothing moves', async () => {
    const log = await open('gaps/timetables/', {}, async (page) => {
      const [field, list] = [page.locator('#seek'), page.getByRole('listbox', { name: 'First answers' })];
      const loaded = await page.evaluate(
        () => performance.getEntriesByType('resource').filter(({ name }) => /suggestions/.test(name)).length,
      );
      expect(loaded).toBe(0);
      const top = (await page.locator('main').boundingBox())?.y;
      await field.focus();
      await field.pressSequentially('soft mony');
      await list.locator('a').nth(2).waitFor();
      expect(await list.locator('a').count()).toBe(3);
      expect((await page.locator('main').boundingBox())?.y).toBe(top);
      expect(await field.getAttribute('aria-expanded')).toBe('true');
      await page.keyboard.press('ArrowDown');
      const chosen = list.locator('[aria-selected="true"]');
      expect(await field.getAttribute('aria-activedescendant')).toBe(await chosen.getAttribute('id'));
      await page.keyboard.press('Escape');
      expect(await list.isVisible()).toBe(false);
      expect(await field.inputValue()).toBe('soft mony');
      await page.keyboard.press('ArrowDown');
      await list.waitFor();
      await page.keyboard.press('ArrowUp');
      await page.keyboard.press('ArrowUp');
      const target = (await chosen.getAttribute('href')) ?? '';
      await page.keyboard.press('Enter');
      await page.waitForURL(`**${target}`);
    });
    expect(log).toEqual({ errors: [], violations: [], elsewhere: [] });
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
      // the list may still answer an earlier word: it is drawn anew first
      await expect.poll(at).toBe(0);
      await page.keyboard.press('ArrowDown');
      expect(await at()).toBe(1);
      await page.keyboard.press('ArrowUp');
      await page.keyboard.press('ArrowUp');
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('q');
      await page.keyboard.press('ArrowDown');
      await expect.poll(at).toBe(0);
      await page.keyboard.press('Escape');
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('q');
      await page.keyboard.press('ArrowDown');
      await expect.poll(at).toBe(0);
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

  test('who follows a result before the full text has answered finds the search again by Back', async () => {
    await open('search/', {}, async (page) => {
      // the full text never answers
      await page.route('**/pagefind/**', () => {});
      await page.keyboard.type('internal funding');
      const result = page.locator(`${results} a.to[href$="/internal-funding/"]`).first();
      await result.waitFor();
      expect(new URL(page.url()).search).toBe('');
      await result.click();
      await page.waitForURL('**/internal-funding/');
      await page.goBack();
      expect(new URL(page.url()).search).toBe('?q=internal+funding');
      expect(await page.locator('#q').inputValue()).toBe('internal funding');
    });
  });
  test('who goes to the results while they are still coming keeps the place', async () => {
    await open('search/', {}, async (page) => {
      await page.keyboard.type('int');
      await page.locator(results).first().waitFor();
      await page.route('**/pagefind/**', async (route) => {
        await new Promise((next) => setTimeout(next, 800));
        await route.continue();
      });
      await page.keyboard.type('ernal funding');
      await page.keyboard.press('ArrowDown');
      await page.waitForFunction(() => document.activeElement?.matches('#results a.to'));
      const at = () => page.evaluate(() => document.activeElement?.getAttribute('href'));
      const first = await at();
      expect(first).toBe(await page.locator(`${results} a.to`).first().getAttribute('href'));
      await page.waitForFunction(() => /internal funding/.test(document.querySelector('.status')?.textContent ?? ''));
      expect(await at()).toBe(first);
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
      // the clock stands while somebody types, however slow the machine is
      await page.clock.install();
      await page.clock.pauseAt(Date.now() + 60_000);
      await page.keyboard.type('budget');
      await page.clock.resume();
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
      await page.waitForFunction(() => document.querySelector('.status')?.textContent === '3 pages found.');
      expect(new URL(page.url()).search).toBe('?kind=Strategy');
      await page.getByLabel('Gap').check();
      await page.waitForFunction(() => document.querySelector('.status')?.textContent === '10 pages found.');
      // by kind, each under its name
      expect(await page.locator(`${results} > h2`).allTextContents()).toEqual(['Gap', 'Strategy']);
      await page.getByLabel('Not reported').check();
      await page.waitForURL(/\?kind=Gap&kind=Strategy&voice=unknown$/);
      await page.reload();
      await page.locator(results).first().waitFor();
      expect(await page.getByLabel('Strategy').isChecked()).toBe(true);
      for (const kind of await page.locator(`${results} > h2`).allTextContents()) expect(['Strategy', 'Gap']).toContain(kind);
    });
  });

  test('says beside each choice how many results it would leave', async () => {
    await open('search/?q=funding', {}, async (page) => {
      await page.waitForFunction(() => document.querySelector('.status')?.textContent !== '');
      const box = page.locator('label', { has: page.locator('input[value="Strategy"]') });
      const many = Number(await box.locator('.count').textContent());
      expect(many).toBeGreaterThan(0);
      await box.click();
      const said = `${many} ${many === 1 ? 'page' : 'pages'} found for “funding”.`;
      await page.waitForFunction((text) => document.querySelector('.status')?.textContent === text, said);
      expect(await page.locator(results).count()).toBe(many);
      expect(Number(await box.locator('.count').textContent())).toBe(many);
      expect(await page.locator('[role="status"] .count, [aria-live] .count').count()).toBe(0);
      await page.locator('#q').fill('xqzvwk');
      await page.waitForFunction(() => document.querySelector('.facets .count')?.textContent === '0');
      expect(await page.locator('.status').textContent()).toBe(
        'Nothing found for “xqzvwk” with these filters. Take one away, or try other words.',
      );
    });
  });

  test('says so where nothing is found, offers what readers may recognize, and leaves the A to Z and what was typed', async () => {
    await open('search/?q=xqzvwk', {}, async (page) => {
      await page.waitForFunction(() => document.querySelector('.status')?.textContent !== '');
      expect(await page.locator('.status').textContent()).toBe('Nothing found for “xqzvwk”. Try other words, or one of the pages below.');
      const offered = page.locator('.nothing');
      expect(await offered.locator('h2').textContent()).toBe('Which of these do you recognize?');
      expect(await offered.locator('a[href^="/gaps/"]:visible').count()).toBe(guide.findings.filter(({ kind }) => kind === 'gaps').length);
      expect(await offered.locator('.how').textContent()).toBe(
        'Ask as you would ask a colleague: a whole question, or the two or three words that matter most. Names, years, and numbers work too, and quotation marks ask for the words as you write them.',
      );
      expect(await page.locator('#q').inputValue()).toBe('xqzvwk');
      expect(await page.locator('#a-to-z a').count()).toBeGreaterThan(100);
      await page.locator('#q').fill('speed');
      await page.locator(results).first().waitFor();
      await page.waitForFunction(() => (document.querySelector('.nothing') as HTMLElement).hidden);
    });
  });

  test('mends a mistyped word and says how it read it', async () => {
    await open('search/?q=timetabels', {}, async (page) => {
      // the names fill the list before the whole answer is told
      await page.waitForFunction(() => document.querySelector('.status')?.textContent !== '');
      expect(await page.locator('.status').textContent()).toContain('for “timetabels”, read as “timetables”.');
    });
  });

  test('shows a hostile query as text and breaks nothing', async () => {
    const log = await open(undefined, {}, async (page) => {
      for (const [name, query] of Object.entries({
        markup: '<img src=x onerror=alert(1)><script>alert(2)</script>',
        '10 kB': 'funding '.repeat(1280),
        'control characters': '\u0000\u0007\u001b[31mtenure\u202e\u200b',
        'a broken escape': '%E0%A4%A',
        'names of built-in things': '__proto__ constructor toString hasOwnProperty',
        'only signs': '"\'`;--/*\\()[]{}+?^$|',
        'other scripts': '資金 تمويل финансирование 🎓',
        'only small words': 'what is the',
      })) {
        await page.goto(`${origin()}/search/?q=${encodeURIComponent(query)}`);
        await page.waitForFunction(() => document.querySelector('.status')?.textContent !== '');
        expect([name, await page.locator('.status').textContent()]).toEqual([name, expect.stringMatching(/found/i)]);
        expect([name, await page.locator('main script[src="x"], main img').count()]).toEqual([name, 0]);
        await page.locator('#q').fill('tenure');
        await page.locator(results).first().waitFor();
      }
    });
    expect(log).toEqual({ errors: [], violations: [], elsewhere: [] });
  });

  test('hostile queries add nothing but text', async () => {
    const log = await open('search/?q=tenure', {}, async (page) => {
      await page.waitForFunction(() => document.querySelector('.status')?.textContent !== '');
      const shapes = await page.evaluate(
        async (queries) => {
          const field = document.querySelector('#q') as HTMLInputElement;
          const status = document.querySelector('.status') as HTMLElement;
          // what stands outside the list, and what the list may be made of
          const outside = () => [...document.querySelectorAll('*')].filter((element) => !element.closest('#results')).length;
          const before = outside();
          const strange = new Set<string>();
          for (const query of queries) {
            status.textContent = '';
            field.value = query;
            field.form?.requestSubmit();
            // signs that nobody sees leave no query, and nothing is said
            const end = performance.now() + 1000;
            while (!status.textContent && /[^\p{C}\s]/u.test(query) && performance.now() < end)
              await new Promise((done) => setTimeout(done, 1));
            if (outside() !== before) strange.add(`${query}: ${outside() - before} elements more`);
            for (const element of document.querySelectorAll('#results *')) {
              if (!['LI', 'P', 'A', 'B', 'Q', 'MARK', 'UL', 'H2'].includes(element.tagName)) strange.add(`${query}: ${element.tagName}`);
              for (const { name, value } of element.attributes)
                if (!['class', 'href'].includes(name) || (name === 'href' && !value.startsWith('/')))
                  strange.add(`${query}: ${name}=${value}`);
            }
          }
          return [...strange];
        },
        oneOf(12, HOSTILE),
      );
      expect(HOSTILE.length).toBeGreaterThanOrEqual(300);
      expect(shapes).toEqual([]);
      await page.locator('#q').fill('tenure');
      await page.locator(results).first().waitFor();
    });
    expect(log).toEqual({ errors: [], violations: [], elsewhere: [] });
  });

  test('tells in plain words when the index is missing, WebAssembly is off or the host is gone, and loses nothing', async () => {
    const message = 'Search is not available here. Browse the A to Z below.';
    const asked = async (page: import('playwright-core').Page) => {
      await page.goto(`${origin()}/search/`);
      await page.locator('#q').fill('tenure');
      await page.waitForFunction((text) => document.querySelector('.status')?.textContent === text, message);
      expect(await page.locator('#q').inputValue()).toBe('tenure');
      expect(await page.locator('#a-to-z summary').first().isVisible()).toBe(true);
    };
    await open(undefined, {}, async (page) => {
      await page.route('**/pagefind/**', (route) => route.fulfill({ status: 404, body: '' }));
      await asked(page);
      await page.unrouteAll();
      for (const file of ['names', 'words', 'index-*', 'cards-0', 'phrases-*']) {
        await page.route(`**/search/${file}.json`, (route) => route.fulfill({ status: 200, body: '<html>' }));
        await asked(page);
        await page.unrouteAll();
      }
      // the site was built again while the page was open: parts of two builds never mix
      await page.route('**/search/index-*.json', async (route) => {
        const response = await route.fetch();
        await route.fulfill({ response, json: { ...(await response.json()), of: 'another' } });
      });
      await asked(page);
      await page.unrouteAll();
      await page.addInitScript(() => Object.defineProperty(window, 'WebAssembly', { value: undefined }));
      await asked(page);
    });
    await open(undefined, {}, async (page) => {
      // the host is gone when the first query comes, and back for the second: nothing is lost, and search works again
      let gone = true;
      await page.route('**/{pagefind,search}/**.{json,js}', (route) => (gone ? route.abort() : route.continue()));
      await asked(page);
      gone = false;
      await page.locator('#q').fill('tenured');
      await page.locator(results).first().waitFor();
    });
  });

  test('keeps the A to Z apart, so that a key typed above it costs the same in a long one', async () => {
    await open('search/', {}, async (page) => {
      expect(await page.locator('#a-to-z').evaluate((list) => getComputedStyle(list).contain)).toBe('content');
    });
  });

  test('without scripts is a form and the A to Z', async () => {
    await open('', { javaScriptEnabled: false }, async (page) => {
      await page.locator('#seek').fill('tenure');
      await page.locator('#seek').press('Enter');
      await page.waitForURL('**/search/?q=tenure');
      expect(await page.locator('#a-to-z summary').first().isVisible()).toBe(true);
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

/** Where the suggestions of a page that is not there lead, the first one first. */
async function nearest(page: import('playwright-core').Page): Promise<string[]> {
  await page.locator('nearest-pages[data-done]').waitFor({ state: 'attached' });
  return page.locator('nearest-pages a').evaluateAll((links) => links.map((a) => (a as HTMLAnchorElement).pathname));
}

describe('A lost address', () => {
  test('suggests what was meant: names near it, any page with a slip in its address, and for a link its ends, since links stand in no A to Z', async () => {
    const right = new Map([
      ['gap/timetable', '/gaps/timetables/'],
      ['strategies/internl-funding/', '/strategies/internal-funding/'],
      ['Recommendations/Data_Infrastructure.html', '/recommendations/data-infrastructure/'],
      ['glosary', '/glossary/'],
      ['evidence/paper', '/evidence/the-paper/'],
      ['links/timetables--internl-funding/', '/strategies/internal-funding/'],
      ...oneOf(
        40,
        PATHS.filter((path) => path.endsWith('/') && !/^(links|embed)\//.test(path)),
      ).map((path): [string, string] => [path.slice(0, -3) + path.slice(-2), `/${path}`]),
    ]);
    const problems: string[] = [];
    const logged = await walk([...right.keys()], {}, async (page, wrong) => {
      const near = await nearest(page);
      const meant = right.get(wrong) as string;
      // sheets and slides of a lesson stand in no list: the lesson itself is near enough
      const lesson = meant.replace(/^(\/teach\/[^/]+\/).+$/, '$1');
      if (near.length > 3 || !(near.includes(meant) || near.includes(lesson))) problems.push(`${wrong}: ${near.join(' ')}`);
      if ((await page.locator('.a-to-z').count()) > 0) problems.push(`${wrong}: an A to Z under it`);
    });
    expect(right.size).toBeGreaterThan(12);
    expect([...problems, ...logged]).toEqual([]);
  });
  test('without scripts the search and the main ways are there, and no empty heading', async () => {
    await open('/nowhere/', { javaScriptEnabled: false }, async (page) => {
      expect(await page.locator('main input[name="q"]').isVisible()).toBe(true);
      expect(await page.locator('main a[href="/search/#a-to-z"]').isVisible()).toBe(true);
      expect(await page.getByText('Did you mean').isVisible()).toBe(false);
    });
  });
});
