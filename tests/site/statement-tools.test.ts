import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { loadGuide } from '../../src/guide/index.ts';
import { violationsOf } from './axe.ts';
import { site } from './site.ts';

const { open, walk, origin } = site();
const GRANTED = { permissions: ['clipboard-read', 'clipboard-write'] };
const { voices, name } = loadGuide().about;

/** Opens what a statement offers, and presses one of its buttons. */
async function press(page: Page, statement: string, label: string): Promise<void> {
  // where it is open it would close
  await page.keyboard.press('Escape');
  await page.locator(`${statement} .tools`).first().focus();
  await page.keyboard.press('Enter');
  await page.getByRole('group', { name: 'This statement' }).getByRole('button', { name: label, exact: true }).click();
  await page.waitForFunction(() => document.querySelector('.tools-panel [role="status"]')?.textContent);
}
const copied = (page: Page): Promise<string> => page.evaluate(() => navigator.clipboard.readText());
/** The last paragraphs of what was copied: whose it is, and where it stands. */
const endOf = (text: string): string[] => text.split('\n\n').slice(-2);

describe('A statement', () => {
  test.each([
    [
      'gaps/timetables/',
      '.voice.paper',
      'paper',
      /Academic Medicine 2024.* Results, sentence 2 · read it on PubMed <https:\/\/pubmed\S+>\.$/,
    ],
    ['gaps/timetables/', '.voice.others', 'others', /Read: .*\. (Supports|Refines|Contradicts)\.$/],
    ['gaps/timetables/', '.voice.editors:not(.lead)', 'editors', /Because .*\. Rests on .+\.$/],
    ['gaps/timetables/', '.voice.unknown', 'unknown', /\.$/],
    ['about/', '.voice.example', 'example', /\.$/],
    ['links/timetables--internal-funding/', '.voice.lead', undefined, / · Linked\. .*Rests on .+\.$/],
  ] as const)(
    'of %s %s is copied with its mark, what that means, its source, its address and the day',
    async (path, statement, voice, notes) => {
      await open(path, { ...GRANTED, viewport: { width: 1280, height: 900 } }, async (page) => {
        await press(page, statement, 'Copy with source');
        const [whose = '', place = ''] = endOf(await copied(page));
        if (voice) expect(whose).toMatch(new RegExp(`^${voices[voice].label}.*\\. ${voices[voice].meaning.replaceAll('.', '\\.')}`));
        expect(whose).toMatch(notes);
        const [where, address = '', days] = place.split('\n');
        expect(where?.endsWith(` · ${name}`)).toBe(true);
        expect(days).toMatch(/^Reviewed \w+ \d+, 20\d\d\. Copied \w+ \d+, 20\d\d\.$/);
        // the address leads to the statement
        expect(await page.evaluate((id) => document.getElementById(id) !== null, decodeURIComponent(new URL(address).hash.slice(1)))).toBe(
          true,
        );
        const html = await page.evaluate(async () => (await (await navigator.clipboard.read())[0]?.getType('text/html'))?.text());
        expect(html).toContain(`<a href="${address}">`);
      });
    },
  );

  test('that is the side of a figure is copied as its whole row', async () => {
    await open('figures/tension/', GRANTED, async (page) => {
      await press(page, '#timetables-outside', 'Copy with source');
      const text = await copied(page);
      expect(text).toMatch(/^Between: Timetables\n\nSide: .+\n\nIn our words: .+\n\nBecause: .+\n\nWe infer\. /);
      expect(text).toContain('/figures/tension/#timetables-outside\n');
    });
  });

  test('gives its link alone, and an objection that names it and leaves room', async () => {
    await open('gaps/timetables/', GRANTED, async (page) => {
      await press(page, '#named', 'Copy link');
      const address = await copied(page);
      expect(address).toMatch(/\/gaps\/timetables\/#named$/);
      await press(page, '#named', 'Object');
      const text = await copied(page);
      for (const line of ['Statement: named', `Address: ${address}`, `Mark: ${voices.paper.label}`])
        expect(text.split('\n')).toContain(line);
      expect(text.endsWith('\n\nWhat is wrong, and where one can see it:\n')).toBe(true);
      const how = page.locator('.tools-panel a');
      expect(new URL((await how.getAttribute('href')) ?? '', origin()).pathname).toBe('/about/');
    });
  });

  test('has one stop in the order of keys; what it opens comes next, and Escape gives the focus back', async () => {
    await open('gaps/timetables/', GRANTED, async (page) => {
      const at = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent);
      await page.locator('#named .tools').focus();
      const named = await at();
      expect(named).toMatch(/^Copy or object: Timetables are one of seven/);
      await page.keyboard.press('Enter');
      const stops: (string | null | undefined)[] = [];
      for (let i = 0; i < 3; i++) {
        await page.keyboard.press('Tab');
        stops.push(await at());
      }
      expect(stops).toEqual(['Copy link', 'Copy with source', 'Object']);
      expect(await violationsOf(page, ['light', 'dark', 'forced colors'], '#named')).toEqual([]);
      await page.keyboard.press('Escape');
      expect(await at()).toBe(named);
      expect(await page.locator('.tools-panel').isVisible()).toBe(false);
      // arrows lead to the buttons of other statements, and all of them are one stop
      await page.keyboard.press('ArrowUp');
      expect(await at()).toMatch(/^Copy or object: /);
      expect(await at()).not.toBe(named);
      await page.keyboard.press('ArrowDown');
      expect(await at()).toBe(named);
      await page.keyboard.press('Home');
      await page.keyboard.press('ArrowUp');
      expect(
        await page
          .locator('.tools')
          .first()
          .evaluate((first) => first === document.activeElement),
      ).toBe(true);
      expect(await page.locator('.tools[tabindex="0"]').count()).toBe(1);
      await page.keyboard.press('Tab');
      expect(await at()).not.toMatch(/^Copy/);
    });
  });

  test('keeps its stop in the order of keys where the lens leaves only the paper', async () => {
    await open('gaps/timetables/?voice=paper', {}, async (page) => {
      await page.locator('#named .tools').waitFor();
      expect(await page.locator('.tools[tabindex="0"]').evaluateAll((all) => all.map((one) => one.checkVisibility()))).toEqual([true]);
      await page.getByRole('link', { name: 'Show everything' }).first().click();
      await page.locator('.voice.lead .tools').first().waitFor();
      expect(await page.locator('.tools[tabindex="0"]:visible').count()).toBe(1);
    });
  });

  test('stands in a field, selected, where the clipboard is refused or missing', async () => {
    for (const missing of [false, true])
      await open('gaps/timetables/', {}, async (page) => {
        if (missing) await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
        await press(page, '#named', 'Copy with source');
        expect(await page.locator('.tools-panel [role="status"]').textContent()).toBe('Copy it from the field.');
        const field = page.getByLabel('Text to copy');
        expect(await field.inputValue()).toMatch(/^Timetables are .*\n\nThe paper says\./);
        expect(await field.evaluate((area: HTMLTextAreaElement) => [area.selectionStart, area.value.length - area.selectionEnd])).toEqual([
          0, 0,
        ]);
        await press(page, '#named', 'Object');
        expect(await field.count()).toBe(1);
        expect(await field.inputValue()).toMatch(/^I object /);
      });
  });
});

test('the buttons are off the sheet, gone with their statements, and not there without scripts, where a link tells how to object', async () => {
  await open('gaps/timetables/?voice=paper', {}, async (page) => {
    expect(await page.locator('.voice.paper .tools').first().isVisible()).toBe(true);
    expect(await page.locator('.voice:not(.paper) .tools:visible').count()).toBe(0);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.tools:visible').count()).toBe(0);
  });
  await walk(['gaps/timetables/', 'search/'], { javaScriptEnabled: false }, async (page) => {
    expect(await page.locator('.tools').count()).toBe(0);
    await page.getByRole('link', { name: 'Object to a statement' }).click();
    await page.waitForURL('**/about/#how-to-object');
  });
});
