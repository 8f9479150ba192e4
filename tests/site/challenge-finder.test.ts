import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { token } from '../../src/guide/addresses.ts';
import { buildGuide } from '../../src/guide/build.ts';
import { shortOf } from '../../src/guide/labels.ts';
import { readFiles } from '../../src/guide/read/files.ts';
import { responsesOf } from '../../src/guide/responses.ts';
import type { Finding, Link } from '../../src/guide/types.ts';
import { uncapital } from '../../src/lib/text.ts';
import { violationsOf } from './axe.ts';
import { BUILDS } from './builds.ts';
import { site } from './site.ts';

const { open } = site();
const guide = buildGuide(readFiles('content'));
const { starts, responses: all } = responsesOf(guide);
const responses = all.map(({ finding }) => finding);
const stateOf = (from: Finding, to: Finding) => guide.links.find(({ ends }) => ends?.from === from && ends.to === to)?.data.state;
const CHOICE = 'find/?from=gaps-audiences&from=gaps-careers&to=recommendations-budgeting';
const said = (page: Page, text: string | RegExp) =>
  page.waitForFunction(
    ([source, flags]) =>
      [...document.querySelectorAll('[role="status"]')].some(({ textContent }) =>
        new RegExp(source as string, flags).test(textContent ?? ''),
      ),
    text instanceof RegExp ? [text.source, text.flags] : [text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), ''],
  );
const cards = (page: Page) =>
  page.locator('.response:visible').evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset.title));
const narrow = (page: Page) => page.locator('.narrow summary').click();

describe('The finder', () => {
  test('holds every pair of the guide once, with the guide’s judgment', async () => {
    const { links } = JSON.parse(readFileSync(join(BUILDS.root.folder, 'data/guide.json'), 'utf8')) as {
      links: { id: string; state: string; voice?: string; from: string }[];
    };
    const wanted = links.filter(({ from }) => from.startsWith('gaps/')).map(({ state, voice = '' }) => `${state} ${voice}`);
    await open('find/', { javaScriptEnabled: false }, async (page) => {
      const held = await page.locator('.marks > [data-from][data-to]').evaluateAll((items) =>
        items.map((item) => {
          const { from, to, state, voice } = (item as HTMLElement).dataset;
          return { pair: `${from} ${to}`, judged: `${state} ${voice}` };
        }),
      );
      expect(new Set(held.map(({ pair }) => pair)).size).toBe(held.length);
      expect(held.map(({ judged }) => judged).sort()).toEqual(wanted.sort());
    });
  });

  test('answers in place, keeps the question in the address, and Back takes a step back', async () => {
    const log = await open('find/', {}, async (page) => {
      expect(await cards(page)).toEqual([]);
      expect(await page.locator('.nothing').textContent()).toBe('Tick a sentence above, or start from a response, to see what may help.');
      await page.locator('input[value="gaps-skill-sets"]').check();
      await said(page, /^\w+ responses? may touch the gap you ticked(; of \w+ more that is contested)?\.$/);
      const one = await cards(page);
      expect(one.length).toBeGreaterThan(1);
      expect(one).toEqual([...one].sort());
      await page.locator('input[value="gaps-careers"]').check();
      await said(page, /at least one of the two gaps you ticked/);
      expect(new URL(page.url()).search).toBe('?from=gaps-skill-sets&from=gaps-careers');
      const touched = await page
        .locator('.response:visible')
        .evaluateAll((items) => items.map((item) => item.querySelectorAll('.marks > li:not([hidden])[data-state="linked"]').length));
      expect(touched).toEqual([...touched].sort((a, b) => b - a));
      expect(
        await page
          .locator('.response:visible .reasons > li:not([hidden])')
          .evaluateAll((items) => [...new Set(items.map((item) => (item as HTMLElement).dataset.from))].sort()),
      ).toEqual(['gaps-careers', 'gaps-skill-sets']);
      await page.goBack();
      expect(await cards(page)).toEqual(one);
      await page.goBack();
      expect(await cards(page)).toEqual([]);
    });
    expect(log).toEqual({ errors: [], violations: [], elsewhere: [] });
  });

  test('narrows by who acts and by whose link it is, and says how to get more where nothing is left', async () => {
    await open('find/?from=gaps-skill-sets', {}, async (page) => {
      await narrow(page);
      await page.locator('select[name="who"]').selectOption('recommendations');
      // the answer comes after the frame that shows the choice
      await page.waitForURL(/[?&]who=recommendations/);
      for (const kind of await page.locator('.response:visible .kind').allTextContents()) expect(kind).toMatch(/^For executives\./);
      await page.locator('select[name="whose"]').selectOption('others');
      await page.waitForURL(/[?&]whose=others/);
      for (const voice of await page
        .locator('.response:visible .marks > li:not([hidden], .out, [data-state="may-worsen"], [data-state="not-linked"])')
        .evaluateAll((items) => items.map((item) => (item as HTMLElement).dataset.voice)))
        expect(voice).toBe('others');
      await page.locator('select[name="who"]').selectOption('strategies');
      await page.waitForURL(/[?&]who=strategies/);
      expect(await page.locator('.nothing').textContent()).toBe(
        'Nothing linked fits these choices. Try anyone who acts or anyone’s link. The other pairs are below, each with its reason.',
      );
      expect(await page.locator('.closed summary').textContent()).toMatch(/^Considered and not linked, or not assessed: \d+ pairs?$/);
      await page.getByRole('button', { name: 'Start over' }).click();
      expect(new URL(page.url()).search).toBe('');
      expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).name)).toBe('from');
    });
  });

  test('goes the other way: from a response to the gaps it may touch', async () => {
    await open('find/?only=strategies-align-topics', {}, async (page) => {
      expect(await cards(page)).toEqual(['Align funded topics with system needs']);
      await said(page, /^This response may (touch|make) \w+ gaps?/);
      const open = await page.locator('.response:visible .reasons > li:not([hidden])').count();
      const closed = await page.locator('.closed li:not([hidden])').count();
      expect(open + closed).toBe(starts.length);
    });
  });

  test('tells what a choice may touch, what nothing chosen is linked to, and what may touch that', async () => {
    // a response that is linked to one gap and not to another, to which others are linked
    const {
      response,
      touched,
      open: left,
    } = responses.flatMap((response) =>
      starts.flatMap((touched) =>
        starts.flatMap((left) =>
          stateOf(touched, response) === 'linked' &&
          stateOf(left, response) === 'not-linked' &&
          responses.some((r) => stateOf(left, r) === 'linked')
            ? [{ response, touched, open: left }]
            : [],
        ),
      ),
    )[0] as { response: Finding; touched: Finding; open: Finding };
    const name = (finding: Finding) => uncapital(shortOf(finding));
    const ids = starts.filter((start) => start === touched || start === left).map(({ ref }) => token(ref));
    await open(`find/?from=${ids[0]}&from=${ids[1]}&to=${token(response.ref)}`, {}, async (page) => {
      const sentence = `The choice may touch one of the two gaps; nothing chosen is linked to ${name(left)}.`;
      expect(await page.locator('.coverage').textContent()).toBe(sentence);
      await said(page, sentence);
      expect(await page.locator('.tray .full').textContent()).toBe(
        `may touch ${name(touched)}; nothing weighed is linked to ${name(left)}.`,
      );
      expect(await page.locator('.tray .says').getAttribute('href')).toBe('#choice');
      expect(await page.locator('main a[href^="/find/compare/"]').count()).toBe(2);
      for (const way of await page.locator('main a:is([href^="/find/compare/"], [href^="/find/plan/"])').all())
        expect(await way.getAttribute('href')).toContain(`?from=${ids[0]}`);
      expect(await page.locator('.could').textContent()).toMatch(
        /^Nothing chosen is linked to .*\. (One other response|\w+ other responses) may touch this gap:/,
      );
      await page.locator('.chip').first().click();
      expect(await page.locator('.coverage').textContent()).toMatch(/^The choice may touch (both gaps|one of the two gaps; whether)/);
      expect(new URL(page.url()).searchParams.getAll('to')).toHaveLength(2);
      expect(await page.locator('.tray .on').getAttribute('href')).toContain(`/find/plan/?from=${ids[0]}&from=${ids[1]}&to=`);
    });
  });

  test('warns beside each response that may make a ticked gap worse, with scripts and without, whatever is filtered', async () => {
    const harms = starts.flatMap((gap) =>
      responses.filter((response) => stateOf(gap, response) === 'may-worsen').map((response) => ({ gap, response })),
    );
    expect(harms.length).toBeGreaterThan(0);
    const { label } = guide.about.links.states['may-worsen'];
    for (const { gap, response } of harms) {
      const [from, to] = [token(gap.ref), token(response.ref)];
      const warning = `#${to} .warning[data-from="${from}"]`;
      const { reason } = (guide.links.find(({ ends }) => ends?.from === gap && ends.to === response) as Link).data;
      const name = uncapital(shortOf(gap));
      await open('find/', { javaScriptEnabled: false }, async (page) => {
        expect(await page.locator(warning).textContent()).toContain(`May make ${name} worse, `);
        expect(await page.locator(`#${to} .reasons > .may-worsen[data-from="${from}"]`).textContent()).toContain(reason);
        expect(await page.locator(`noscript li:has(a[href="/${gap.ref}/"]) a[href="#${to}"]`).count()).toBe(1);
      });
      await open(`find/?from=${from}&to=${to}&whose=others`, {}, async (page) => {
        expect(await page.locator(warning).isVisible()).toBe(true);
        expect(await page.locator(`#${to} .marks > [data-from="${from}"] .link-mark`).textContent()).toContain(label);
        await said(page, / may make it worse\./);
        expect(await page.locator('.coverage').textContent()).toContain(`Warning: ${uncapital(shortOf(response))} may make ${name} worse.`);
        expect(await page.locator('.tray .full').textContent()).toContain('may make it worse');
      });
      // nobody ticked it: no warning
      const other = starts.find((start) => start !== gap && stateOf(start, response) !== 'may-worsen') as Finding;
      await open(`find/?from=${token(other.ref)}`, {}, async (page) => expect(await page.locator(warning).isVisible()).toBe(false));
    }
  });

  test('leaves out what an address asks in vain, and says so', async () => {
    await open('find/?from=gaps-nowhere&from=gaps-careers&who=%3Cimg%3E', {}, async (page) => {
      await said(page, /^The address asked for something this page does not have\. That was left out\. /);
      expect(new URL(page.url()).search).toBe('?from=gaps-careers');
    });
  });

  test('keeps the focus where it is while the list is put in another order', async () => {
    await open(CHOICE, {}, async (page) => {
      const box = page.locator('.pick input:visible').last();
      await box.focus();
      await page.keyboard.press('Space');
      expect(await box.evaluate((one) => one === document.activeElement)).toBe(true);
    });
  });

  test('without scripts is a form that leads to the whole list, with a way to each gap', async () => {
    await open('', { javaScriptEnabled: false }, async (page) => {
      await page.locator('input[value="gaps-audiences"]').check();
      await page.locator('input[value="gaps-careers"]').check();
      await page.getByRole('button', { name: 'See what may help' }).click();
      await page.waitForURL('**/find/?from=gaps-audiences&from=gaps-careers#answers');
      expect(await page.locator('.response:visible').count()).toBe(responses.length);
      expect(await page.locator('#answers').innerText()).toContain('Without scripts this list shows everything.');
      expect(await page.locator('noscript a[href="/gaps/careers/"]').boundingBox()).not.toBeNull();
      expect(
        await page.locator('.response input:visible, .narrow:visible, .tray:visible, .weigh:visible, #finder .go:visible').count(),
      ).toBe(0);
    });
  });

  test('on a phone the tray shows each act and the ways on: two ticks, two weighed and the record in six taps', async () => {
    await open('find/', { viewport: { width: 360, height: 780 }, hasTouch: true, isMobile: true }, async (page) => {
      const tray = page.locator('.tray');
      const inView = async (selector: string) =>
        expect(
          await page
            .locator(selector)
            .first()
            .evaluate((one) => {
              const { top, bottom } = one.getBoundingClientRect();
              return top >= 0 && bottom <= innerHeight;
            }),
        ).toBe(true);
      expect(await tray.isVisible()).toBe(false);
      // nothing ticked: the message stands at the boxes, and so does the focus
      await page.getByRole('button', { name: 'See what may help' }).tap();
      expect(await page.locator('.ask').textContent()).toMatch(/^Tick at least one sentence/);
      await inView('.ask');
      expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).name)).toBe('from');
      let taps = 0;
      const tap = async (selector: string, nth = 0) => {
        taps++;
        await page.locator(selector).nth(nth).tap();
      };
      await tap('input[value="gaps-timetables"]');
      await tray.waitFor();
      expect(await page.locator('.ask').isVisible()).toBe(false);
      await inView('.tray');
      expect(await tray.locator('.full').textContent()).toMatch(
        /^\w+ responses may touch the gap you ticked(; of \w+ more that is contested)?\.$/,
      );
      expect(await tray.locator('.says').getAttribute('href')).toBe('#answers');
      await tap('input[value="gaps-careers"]');
      await tap('#finder [type="submit"]');
      for (const one of ['#may-help', '.response:not([hidden]) h3', '.tray']) await inView(one);
      await tap('.response:visible h3 label', 0);
      await tap('.response:visible h3 label', 1);
      await page.waitForURL(/to=.*to=/);
      await page.locator('.tray .compare').waitFor();
      for (const one of ['.tray', '.tray .on', '.tray .compare']) await inView(one);
      expect(await tray.evaluate((one) => one.getBoundingClientRect().height)).toBeLessThanOrEqual(72);
      expect(await tray.locator('p').innerText()).toMatch(/^2 weighed/);
      await tap('.tray .on');
      await page.waitForURL('**/find/plan/?from=**');
      await page.locator('.choice-item').nth(1).waitFor();
      expect(taps).toBe(6);
    });
  });

  test('with all gaps ticked the grid fits a phone, and what has focus is never under the tray or the heads', async () => {
    const all = starts.map(({ ref }) => `from=${token(ref)}`).join('&');
    await open(`find/?${all}&to=recommendations-budgeting`, { viewport: { width: 360, height: 780 } }, async (page) => {
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
      expect(await page.locator('.heads [data-from]:visible').count()).toBe(starts.length);
      const targets = await page
        .locator('.response:visible h3 label')
        .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height));
      expect(Math.min(...targets)).toBeGreaterThanOrEqual(44);
      await page.locator('.response:visible input').first().focus();
      const stops = 2 * responses.length - 1;
      for (let i = 0; i < 2 * stops; i++) {
        await page.keyboard.press(i < stops ? 'Tab' : 'Shift+Tab');
        const free = await page.evaluate(() => {
          const at = document.activeElement as HTMLElement;
          if (!at.closest('.grid')) return true;
          const { top, bottom } = at.getBoundingClientRect();
          const edge = (selector: string) => (document.querySelector(selector) as HTMLElement).getBoundingClientRect();
          return top >= edge('.heads').bottom - 1 && bottom <= edge('.tray').top + 1;
        });
        expect(free).toBe(true);
      }
    });
  });

  test('a form elsewhere that is sent without a tick leads to the message at the boxes', async () => {
    await open('', {}, async (page) => {
      await page.getByRole('button', { name: 'See what may help' }).click();
      await page.waitForURL('**/find/**');
      await page.locator('.ask:visible').waitFor();
      expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).name)).toBe('from');
      expect(await page.locator('.ask').evaluate((one) => one.getBoundingClientRect().bottom <= innerHeight)).toBe(true);
    });
  });

  test.each([
    ['find/', 1280],
    [CHOICE, 1280],
    [CHOICE, 320],
    ['find/?from=gaps-skill-sets&who=strategies&whose=others', 1280],
    ['find/?only=strategies-align-topics', 360],
  ])('%s at %i px has no axe violations, and nothing stands out at the side', async (path, width) => {
    await open(path, { viewport: { width, height: 900 }, reducedMotion: 'reduce' }, async (page) => {
      // rows are alike: the first one stands for the others
      const folds = await page.locator('main details:visible > summary').all();
      for (const fold of [...folds.slice(0, 2), ...folds.slice(-1)]) await fold.click();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      expect(await violationsOf(page)).toEqual([]);
    });
  });
});

describe('The comparison of responses', () => {
  const SHOWN = responses.slice(2, 5).map(({ ref }) => token(ref));
  const columns = (page: Page) =>
    page.locator('.sheet thead [data-to]:visible').evaluateAll((cells) => cells.map((cell) => (cell as HTMLElement).dataset.to));

  test('shows what the address asks for, in its order, prints on one sheet and goes on to the record', async () => {
    const log = await open(`find/compare/?from=gaps-careers&to=${SHOWN.toReversed().join('&to=')}`, {}, async (page) => {
      expect(await columns(page)).toEqual(SHOWN.toReversed());
      await said(page, 'Three responses side by side.');
      const told = await page
        .locator('.sheet td:visible li[data-from="gaps-careers"]')
        .evaluateAll((items) =>
          items.map((item) => [item.previousElementSibling, (item as HTMLElement).innerText.includes('(you ticked this)')]),
        );
      expect(told).toEqual(SHOWN.map(() => [null, true]));
      expect(await page.locator('.ticked:visible').count()).toBe(SHOWN.length);
      const fourth = token((responses[6] as Finding).ref);
      await page.locator('.compared select').nth(3).selectOption(fourth);
      expect(await columns(page)).toEqual([...SHOWN.toReversed(), fourth]);
      expect(new URL(page.url()).searchParams.getAll('to')).toHaveLength(4);
      expect(await page.locator('a.on').getAttribute('href')).toBe(`/find/plan/${new URL(page.url()).search}`);
      const sheets = (await page.pdf({ preferCSSPageSize: true })).toString('latin1').match(/\/Type\s*\/Page\b/g);
      expect(sheets).toHaveLength(1);
      await page.goBack();
      expect(await columns(page)).toEqual(SHOWN.toReversed());
      await page.locator('.compared select').nth(2).selectOption('');
      await page.locator('.compared select').nth(1).selectOption('');
      await said(page, 'Choose one more response to compare.');
      expect(await page.locator('.sheet').isVisible()).toBe(false);
    });
    expect(log).toEqual({ errors: [], violations: [], elsewhere: [] });
  });

  test('fits a phone, and without scripts holds them all, every pair once', async () => {
    await open(`find/compare/?to=${SHOWN.join('&to=')}`, { viewport: { width: 320, height: 700 } }, async (page) => {
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
      expect(await page.locator('.sheet').evaluate((one) => one.scrollWidth <= one.clientWidth)).toBe(true);
      expect(await violationsOf(page)).toEqual([]);
    });
    await open('find/compare/', { javaScriptEnabled: false }, async (page) => {
      expect(await columns(page)).toEqual(responses.map(({ ref }) => token(ref)));
      const told = guide.links.filter(
        ({ ends, data }) => ends?.from.kind === 'gaps' && ['linked', 'contested', 'may-worsen'].includes(data.state),
      );
      expect(await page.locator('.sheet li a').evaluateAll((links) => links.map((link) => link.getAttribute('href')).sort())).toEqual(
        told.map(({ ref }) => `/${ref}/`).sort(),
      );
    });
  });
});

test('from home to a copied link and an exported record takes at most 40 keys and no mouse', async () => {
  const log = await open('', { acceptDownloads: true, permissions: ['clipboard-read', 'clipboard-write'] }, async (page) => {
    let keys = 0;
    const press = async (key: string) => {
      keys++;
      await page.keyboard.press(key);
    };
    const at = () =>
      page.evaluate(() => {
        const one = document.activeElement as HTMLElement;
        return `${(one as HTMLInputElement).name || ''} ${one.ariaLabel ?? (one.closest('label') ?? one).textContent?.trim()}`;
      });
    const to = async (what: RegExp, key = 'Tab') => {
      for (let i = 0; i < 25 && !what.test(await at()); i++) await press(key);
      expect(await at()).toMatch(what);
    };
    await to(/^ Skip to the text$/);
    await press('Enter');
    await to(/^from We found out when the paper/);
    await press('Space');
    await to(/^from The answer came after/);
    await press('Space');
    // Enter in a box sends the form
    await press('Enter');
    await page.waitForURL('**/find/?from=gaps-audiences&from=gaps-timetables#answers');
    await page.locator('.touches:visible').first().waitFor();
    // nothing moves under the keys any more
    await page.waitForLoadState('networkidle');
    // the first answer: who vouches for it stands in words beside each gap
    await to(/^to Weigh: /);
    const first = page.locator('.response:visible').first();
    expect(await first.locator('.link-mark:visible').first().textContent()).toMatch(/^Linked, (others add|we infer)$/);
    await press('Space');
    await page.locator('.tray .on:visible').waitFor();
    // Enter in a box leads on to what is weighed
    await press('Enter');
    expect(await at()).toMatch(/Decision record$/);
    await press('Enter');
    await page.waitForURL('**/find/plan/?from=**');
    await page.locator('.record-form:visible').waitFor();
    await page.waitForLoadState('networkidle');
    await to(/^ Skip to the text$/);
    await press('Enter');
    await to(/^ Copy a link$/);
    await press('Enter');
    await said(page, 'The link was copied.');
    expect(keys).toBeLessThanOrEqual(30);
    await to(/^ Take it with you/);
    await press('Enter');
    await to(/^ JSON$/);
    const download = page.waitForEvent('download');
    await press('Enter');
    expect((await download).suggestedFilename()).toBe('decision-record.json');
    expect(keys).toBeLessThanOrEqual(40);
  });
  expect(log).toEqual({ errors: [], violations: [], elsewhere: [] });
});
