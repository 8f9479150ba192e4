import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import Ajv from 'ajv/dist/2020.js';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { emptyChoice, emptyRecord } from '../../src/documents/decision-record/record.ts';
import { markWords } from '../../src/documents/decision-record/record-guide.ts';
import { recordFragment } from '../../src/documents/decision-record/record-link.ts';
import { recordGuide } from '../../src/exports/record-guide.ts';
import { recordJsonSchema } from '../../src/exports/record-schema.ts';
import { buildGuide } from '../../src/guide/build.ts';
import { readFiles } from '../../src/guide/read/files.ts';
import { openXmlFaultsIn } from '../open-xml.ts';
import { violationsOf } from './axe.ts';
import { site } from './site.ts';
import { forbidden, full, NO_ROOM, NOT_KEPT, NOT_SURE, noDisk, readOnly, slowDisk } from './storage-faults.ts';

const { open, origin } = site();
const guide = recordGuide(buildGuide(readFiles('content')));
/** how the pair of the record stands in the guide now */
const NOW = guide.pairs.find(({ link }) => link === 'timetables--internal-funding') as (typeof guide.pairs)[number];
const PLAN = 'find/plan/';
const CHOICE = `${PLAN}?from=gaps-audiences&from=gaps-timetables&to=strategies-internal-funding&to=recommendations-staffing`;
const PREFIX = 'record /find/plan/ ';
const RECORD = {
  ...emptyRecord(),
  title: 'A fast lane',
  gaps: ['gaps-timetables'],
  choices: [{ ...emptyChoice('strategies-internal-funding'), why: 'Spring, and autumn', owner: 'The chief nurse', by: '2027-01-31' }],
  review: '2027-06-30',
  people: 'One\nTwo',
};
const title = (page: Page) => page.locator('.record-form [name="title"]');
const notice = (page: Page, text: string | RegExp) => page.locator('.notice', { hasText: text }).waitFor();
const kept = (page: Page) =>
  page.waitForFunction(() => /^Kept in this browser at \d\d:\d\d\.$/.test(document.querySelector('.kept')?.textContent ?? ''));
/** The names of what the journal holds. */
const onDisk = (page: Page) =>
  page.evaluate(
    (name) =>
      new Promise<string[]>((found, failed) => {
        const opening = indexedDB.open(name);
        opening.onerror = () => failed(opening.error);
        opening.onsuccess = () => {
          const asked = opening.result.transaction('texts').objectStore('texts').getAll();
          asked.onsuccess = () => {
            opening.result.close();
            found(asked.result.map((text) => JSON.parse(text).value.title));
          };
        };
      }),
    PREFIX.trim(),
  );
const keys = (page: Page) => page.evaluate(() => Object.keys(localStorage));

describe('A decision record', () => {
  test('begins with the choice of the finder, says what the guide says, keeps itself and is there again', async () => {
    const log = await open(CHOICE, {}, async (page) => {
      expect(await page.locator('.choice-item h3').allTextContents()).toEqual(['Obtain internal funding', 'Staff the program']);
      expect(await page.locator('.record-form section .coverage').textContent()).toBe('The choice may touch both gaps.');
      expect(await page.locator('.pairs .link-mark').first().textContent()).toMatch(/^Linked, (others add|we infer)$/);
      expect(await keys(page)).toEqual([]);
      await title(page).fill('A fast lane');
      await page.locator('[name="why"]').first().fill('<img src=x onerror=alert(1)> "quoted"');
      await kept(page);
      expect(new URL(page.url()).search).toMatch(/^\?record=[a-z][a-z0-9]{7}$/);
      await page.goto(`${origin()}/${PLAN}`);
      expect(await title(page).inputValue()).toBe('A fast lane');
      expect(await page.locator('[name="why"]').first().inputValue()).toBe('<img src=x onerror=alert(1)> "quoted"');
      await page.locator('[data-remove]').first().click();
      await page.getByRole('button', { name: 'Undo' }).click();
      expect(await page.locator('.choice-item').count()).toBe(2);
      expect(await page.locator('[name="why"]').first().inputValue()).toContain('onerror');
      await page.getByRole('button', { name: 'Start a new record' }).click();
      expect(await title(page).inputValue()).toBe('');
      expect(await page.locator('.others-kept .to').allTextContents()).toEqual(['A fast lane']);
      await page.getByRole('button', { name: 'Delete: A fast lane' }).click();
      await notice(page, 'A fast lane was deleted from this browser.');
      await expect.poll(() => keys(page)).toEqual([]);
      await expect.poll(() => onDisk(page)).toEqual([]);
      await page.getByRole('button', { name: 'Undo' }).click();
      await page.getByRole('button', { name: 'Open: A fast lane' }).click();
      expect(await title(page).inputValue()).toBe('A fast lane');
    });
    expect(log).toEqual({ errors: [], violations: [], elsewhere: [] });
  });

  test('goes out as files, and a JSON file comes back as it was', async () => {
    const log = await open(`${PLAN}#${recordFragment(RECORD)}`, { acceptDownloads: true }, async (page) => {
      const file = async (label: string): Promise<{ name: string; bytes: Buffer }> => {
        const download = page.waitForEvent('download');
        await page.getByRole('button', { name: label, exact: true }).last().click();
        const got = await download;
        return { name: got.suggestedFilename(), bytes: readFileSync(await got.path()) };
      };
      const json = await file('JSON');
      expect(json.name).toBe('decision-record-a-fast-lane.json');
      const saved = JSON.parse(json.bytes.toString());
      expect(new Ajv({ strict: false, validateFormats: false }).compile(recordJsonSchema())(saved)).toBe(true);
      expect(saved.$schema).toMatch(/^http.*\/data\/decision-record\.schema\.json$/);
      expect(saved.record).toEqual({
        ...RECORD,
        seen: [{ link: NOW.link, state: NOW.state, voice: NOW.voice, judged: NOW.judged }],
      });
      const word = await file('Word');
      expect([word.name, (await openXmlFaultsIn(word.bytes, 'docx')) ?? []]).toEqual(['decision-record-a-fast-lane.docx', []]);
      expect((await file('Calendar')).bytes.toString()).toContain('DTSTART;VALUE=DATE:20270630');
      const markdown = (await file('Markdown')).bytes.toString();
      expect(markdown).toContain('Spring, and autumn');
      expect(markdown).toContain(markWords(guide, NOW.state, NOW.voice));
      await page.goto(`${origin()}/${PLAN}`);
      await page.locator('input[type="file"]').setInputFiles({ name: 'r.json', mimeType: 'application/json', buffer: json.bytes });
      await notice(page, 'This record came from a file. It will be kept here once you change something.');
      expect(await title(page).inputValue()).toBe(RECORD.title);
      expect(await page.locator('[name="people"]').inputValue()).toBe(RECORD.people);
      await page
        .locator('input[type="file"]')
        .setInputFiles({ name: 'r.json', mimeType: 'application/json', buffer: Buffer.from('PK\u0003\u0004') });
      await notice(page, /^This looks like a (Word|ZIP) file/);
      expect(await title(page).inputValue()).toBe(RECORD.title);
    });
    expect(log).toEqual({ errors: [], violations: [], elsewhere: [] });
  });

  test('needs a review date for a calendar entry, and leads to it', async () => {
    await open(PLAN, {}, async (page) => {
      await page.getByRole('button', { name: 'Calendar' }).click();
      await notice(page, 'A calendar entry needs a review date. Set one first.');
      expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).name)).toBe('review');
    });
  });
});

describe('The link of a record', () => {
  const fragment = recordFragment(RECORD);
  test('opens as a copy, and leaves alone what is kept here', async () => {
    await open(PLAN, {}, async (page) => {
      await title(page).fill('Mine');
      await kept(page);
      await page.goto(`${origin()}/${PLAN}#${fragment}`);
      await notice(page, 'This record came by a link. It will be kept here once you change something.');
      expect(await title(page).inputValue()).toBe(RECORD.title);
      expect(await keys(page)).toHaveLength(1);
      await page.getByRole('button', { name: 'Keep it in this browser' }).click();
      expect(await keys(page)).toHaveLength(2);
      expect(await page.locator('.others-kept .to').allTextContents()).toEqual(['Mine']);
    });
  });
  test.each([
    [
      'cut',
      fragment.slice(0, -60),
      /^This link is incomplete\. \d+ of 12 fields could be read; they are shown below\. The rest is empty\./,
    ],
    [
      'changed',
      fragment.replace(/.zz$/, 'Azz').replace(/..zz$/, 'QQzz'),
      'This link can’t be read. Ask for it again, or for a file. Nothing was changed.',
    ],
    [
      'of a newer guide',
      fragment.replace('r1_', 'r2_'),
      'This link was made with a newer version of the guide. Reload to update. Nothing was changed.',
    ],
  ])('that was %s is told in plain words', async (_, hash, says) => {
    const log = await open(`${PLAN}#${hash}`, {}, (page) => notice(page, says));
    expect(log.errors).toEqual([]);
  });
  test('that cannot be opened or made for want of a part of the page is told, and stays in the address', async () => {
    const log = await open(PLAN, {}, async (page) => {
      await title(page).fill('Mine');
      await kept(page);
      await page.route('**/record-link.*.js', (route) => route.abort());
      await page.getByRole('button', { name: 'Copy a link' }).first().click();
      await notice(page, 'The link could not be made: a part of this page did not load. Your record is safe. Try again, or save a file.');
      await page.evaluate((to) => {
        location.hash = to;
      }, fragment);
      await notice(
        page,
        'The link could not be opened: a part of this page did not load. Nothing was changed. Reload the page to try again.',
      );
      expect(new URL(page.url()).hash).toBe(`#${fragment}`);
      expect(await page.locator('.others-kept .to').allTextContents()).toEqual(['Mine']);
    });
    expect(log.errors).toEqual([]);
  });
  test('that would be too long is not made; a file is offered', async () => {
    await open(
      `${PLAN}?from=gaps-timetables&to=strategies-internal-funding&to=recommendations-staffing&to=recommendations-budgeting`,
      {},
      async (page) => {
        // what cannot be made smaller
        const noise = (): string => randomBytes(300).toString('base64');
        for (const field of await page.locator('[name="why"], [name="step"]').all()) await field.fill(noise());
        await page.getByRole('button', { name: 'Copy a link' }).first().click();
        await notice(page, /^This record is too long for a link: \d,\d{3} of 2,000 characters\. Save the JSON file and send that\./);
      },
    );
  });
  test('from an older guide opens with what has changed since', async () => {
    const old = {
      ...RECORD,
      gaps: ['gaps-timetables', 'gaps-gone'],
      seen: [{ link: 'timetables--internal-funding', state: 'contested' as const, voice: 'editors' as const, judged: '2026-01-05' }],
    };
    await open(`${PLAN}#${recordFragment(old)}`, {}, async (page) => {
      await notice(
        page,
        new RegExp(
          `The guide has changed since this record was made: “gaps-gone” is no longer in the guide\\. What you wrote about it is kept\\. Timetables and internal funding was: contested, we infer \\(judged January 5, 2026\\)\\. Now: ${markWords(guide, NOW.state, NOW.voice).toLowerCase()} \\(judged \\w+ \\d+, \\d{4}\\)\\.`,
        ),
      );
      await page.getByRole('button', { name: 'Take the guide as it is now' }).click();
      expect(await page.locator('[data-notice="changes"]').count()).toBe(0);
    });
  });
});

describe('When the browser does not keep it', () => {
  test.each([
    ['storage is forbidden', forbidden, NOT_KEPT],
    ['nothing can be written', readOnly, NOT_KEPT],
    ['there is no room', full, NO_ROOM],
  ])('because %s, it says so and goes on', async (_, fault, says) => {
    await open(undefined, {}, async (page) => {
      await page.addInitScript(fault);
      await page.goto(`${origin()}/${PLAN}`);
      await title(page).fill('Still here');
      await notice(page, says);
      expect(await title(page).inputValue()).toBe('Still here');
    });
  });
  test.each([
    ['is not allowed', noDisk],
    ['does not answer', slowDisk],
  ])('because the disk %s, it says less, keeps what it can and is there again', async (_, fault) => {
    await open(undefined, {}, async (page) => {
      await page.addInitScript(fault);
      await page.goto(`${origin()}/${PLAN}`);
      await title(page).fill('Still here');
      await page.waitForFunction((says) => new RegExp(says).test(document.querySelector('.kept')?.textContent ?? ''), NOT_SURE);
      await page.reload();
      expect(await title(page).inputValue()).toBe('Still here');
    });
  });
  test('what only the disk has is there again, and is not asked about', async () => {
    await open(PLAN, {}, async (page) => {
      await title(page).fill('First');
      await kept(page);
      const early = await page.evaluate(() => JSON.stringify(localStorage));
      await title(page).fill('Second');
      await expect.poll(() => onDisk(page)).toEqual(['Second']);
      await page.goto(`${origin()}/about/`);
      // as a browser does that was killed: its storage is what it was a while ago
      for (const before of ['{}', early]) {
        await page.evaluate((texts) => {
          localStorage.clear();
          for (const [key, text] of Object.entries(JSON.parse(texts))) localStorage.setItem(key, text as string);
        }, before);
        await page.goto(`${origin()}/${PLAN}`);
        await kept(page);
        expect(await title(page).inputValue()).toBe('Second');
        expect(await page.locator('.notice, .others-kept li').count()).toBe(0);
        await page.goto(`${origin()}/about/`);
      }
    });
  });
  test('what a newer version kept is asked for by its name: one answer, the same above and below', async () => {
    await open('about/', {}, async (page) => {
      await page.evaluate((key) => localStorage.setItem(key, '{"version":9}'), `${PREFIX}abcdefgh`);
      await page.goto(`${origin()}/${PLAN}?record=abcdefgh`);
      const newer = 'This was kept by a newer version of the guide. Reload the page to update. Nothing in it was changed.';
      await notice(page, `The saved record: ${newer} It can be downloaded below. Here is a new record.`);
      expect(await page.locator('.others-kept .why').allTextContents()).toEqual([newer]);
    });
  });
  test('room that runs out later leaves the last state as it was', async () => {
    await open(PLAN, {}, async (page) => {
      await title(page).fill('First');
      await kept(page);
      const before = await page.evaluate(() => JSON.stringify(localStorage));
      await page.evaluate(full);
      await title(page).fill('Second');
      await notice(page, /^Not saved since \d\d:\d\d\. Your work is still on this page\. Download it now\./);
      expect(await page.evaluate(() => JSON.stringify(localStorage))).toBe(before);
    });
  });
  test('two tabs: the slower one may look at the other’s or keep its own as a copy', async () => {
    await open(PLAN, {}, async (page) => {
      await title(page).fill('Start');
      await kept(page);
      const other = await page.context().newPage();
      await other.goto(page.url());
      await title(other).fill('Theirs');
      await kept(other);
      await notice(page, /^This record was changed in another tab at \d\d:\d\d\. Nothing here is saved until you choose\./);
      await title(page).fill('Mine');
      await page.getByRole('button', { name: 'Keep mine as a copy' }).click();
      await kept(page);
      const values = await page.evaluate(() =>
        Object.values(localStorage)
          .map((text) => JSON.parse(text).value.title)
          .sort(),
      );
      expect(values).toEqual(['Mine', 'Theirs']);
      await page.evaluate(() => localStorage.clear());
      await title(page).fill('Mine again');
      await notice(page, 'This record was deleted in another tab, or the browser was emptied. What you see is still here.');
      await page.getByRole('button', { name: 'Keep it as a new record' }).click();
      expect(await page.evaluate(() => Object.values(localStorage).map((text) => JSON.parse(text).value.title))).toEqual(['Mine again']);
    });
  });
  test.each([
    ['broken JSON', '{"version":1,', 'This can’t be read. It was set aside and not changed.'],
    [
      'a foreign value',
      '{"version":1,"saved":"2026-01-01T00:00:00Z","stamp":"a","value":7}',
      'This can’t be read. It was set aside and not changed.',
    ],
    [
      'a later version',
      '{"version":9}',
      'This was kept by a newer version of the guide. Reload the page to update. Nothing in it was changed.',
    ],
  ])('%s under a key of ours is set aside, can be downloaded, and stays', async (_, text, says) => {
    await open('about/', {}, async (page) => {
      await page.evaluate(([key, value]) => localStorage.setItem(key as string, value as string), [`${PREFIX}abcdefgh`, text]);
      await page.goto(`${origin()}/${PLAN}`);
      expect(await page.locator('.others-kept .why').textContent()).toBe(says);
      const download = page.waitForEvent('download');
      await page.getByRole('button', { name: /^Download it/ }).click();
      expect(readFileSync(await (await download).path(), 'utf8')).toBe(text);
      await title(page).fill('New');
      await kept(page);
      expect(await page.evaluate((key) => localStorage.getItem(key), `${PREFIX}abcdefgh`)).toBe(text);
    });
  });
});

describe('The page of the record', () => {
  test.each(['A4', 'Letter'] as const)('prints a record of three gaps and three responses on two sheets of %s', async (format) => {
    await open(`${CHOICE}&from=gaps-careers&to=practices-pivot-between-project-types`, { colorScheme: 'dark' }, async (page) => {
      for (const field of await page.locator('.choice-item textarea').all())
        await field.fill('One sentence of the length that people write when they mean it, and a second one.');
      await page.locator('[name="people"]').fill('The chief nurse\nThe head of research\nThe head of finance');
      const pdf = (await page.pdf({ format })).toString('latin1');
      expect((pdf.match(/\/Type\s*\/Page\b(?!s)/g) ?? []).length).toBe(2);
    });
  });
  test('without scripts is a sheet to fill in, and says so', async () => {
    await open(PLAN, { javaScriptEnabled: false }, async (page) => {
      expect(await page.locator('noscript').innerText()).toContain('Without scripts nothing can be kept here.');
      expect(await page.locator('.record-form').isVisible()).toBe(false);
      for (const n of [1, 2, 3])
        expect(
          await page
            .getByRole('group', { name: `Response ${n}` })
            .getByRole('textbox', { name: 'Owner' })
            .count(),
        ).toBe(1);
    });
  });
  test('is told by its words to who listens: whose field it is, and once that it is kept', async () => {
    await open(CHOICE, {}, async (page) => {
      for (const name of ['Obtain internal funding', 'Staff the program'])
        expect(await page.getByRole('group', { name, exact: true }).getByRole('textbox', { name: 'Owner' }).count()).toBe(1);
      await page.evaluate(() => {
        const told: string[] = [];
        (window as unknown as { told: string[] }).told = told;
        for (const status of document.querySelectorAll('decision-record > [role="status"]'))
          new MutationObserver(() => told.push(status.textContent)).observe(status, {
            childList: true,
            characterData: true,
            subtree: true,
          });
      });
      for (const words of ['A fast lane', 'A faster lane']) {
        await title(page).fill(words);
        await page.waitForFunction((text) => Object.values(localStorage).some((kept) => kept.includes(text)), words);
        await kept(page);
        await page.waitForTimeout(800);
      }
      const told = await page.evaluate(() => (window as unknown as { told: string[] }).told);
      expect(told.map((text) => text.replace(/\d\d:\d\d/, '14:32'))).toEqual(['Kept in this browser at 14:32.']);
    });
  });
  test.each([
    ['empty', PLAN, 1280],
    ['with a choice', CHOICE, 1280],
    ['on a narrow screen', CHOICE, 320],
    ['opened from a link', `${PLAN}#${recordFragment(RECORD)}`, 360],
  ])('%s has no axe violations, and nothing stands out at the side', async (_, path, width) => {
    await open(path, { viewport: { width, height: 900 }, reducedMotion: 'reduce' }, async (page) => {
      await page.locator('.record-form').waitFor();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      // at its end the page hides nothing under the bar: a box that is half under it would count as small
      await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
      expect(await violationsOf(page)).toEqual([]);
    });
  });
});
