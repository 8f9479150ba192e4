import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { checkedGuide } from '../../src/guide/check.ts';
import { violationsOf } from './axe.ts';
import { BUILDS } from './builds.ts';
import { site } from './site.ts';

const { open } = site();
const { lessons } = checkedGuide();
const LESSONS = lessons.map(({ id }) => id);
const pressed = async (page: Page, ...keys: string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key);
};

describe('Choosing a lesson', () => {
  test('by the time there is, who is in the room and what is trained; the choice stands in the address', async () => {
    await open('teach/', {}, async (page) => {
      const shown = () => page.locator('.lessons > li:visible h3').allTextContents();
      expect((await shown()).length).toBe(lessons.length);
      const short = lessons.filter(({ data }) => data.minutes <= 45);
      await page.getByLabel('Time there is').selectOption('45');
      expect(await shown()).toEqual(short.map(({ data }) => data.title));
      await page.getByLabel('In the room').selectOption('phd-students');
      expect(await shown()).toEqual(short.filter(({ data }) => data.audiences.includes('phd-students')).map(({ data }) => data.title));
      expect(new URL(page.url()).search).toBe('?minutes=45&audience=phd-students');
      await page.waitForFunction(
        (words) => document.querySelector('.filters [role="status"]')?.textContent === words,
        `${(await shown()).length} of ${lessons.length} lessons shown.`,
      );
      await page.goBack();
      expect((await shown()).length).toBe(short.length);
    });
  });
});

describe('A lesson', () => {
  test.each(LESSONS)('%s can be taught from its page: steps on the clock, directions, marks, files that open', async (id) => {
    await open(`teach/${id}/`, { javaScriptEnabled: false }, async (page) => {
      const steps = await page.locator('.step').count();
      expect(steps).toBeGreaterThan(3);
      expect(await page.locator('.step .activity').count()).toBeGreaterThanOrEqual(steps - 1);
      expect(await page.locator('.step .facilitator').count()).toBeGreaterThanOrEqual(steps);
      expect(await page.locator('.step:first-of-type .clock, .step .clock').first().textContent()).toMatch(
        /^Step 1 of \d · minute 0 to \d+ · \d+ minutes$/,
      );
      // the switch needs no script
      await page.locator('#show-notes').uncheck();
      expect(await page.locator('.facilitator:visible').count()).toBe(0);
      expect(await page.locator('.activity:visible').count()).toBeGreaterThan(0);
    });
  });
  test('every ZIP of a lesson opens, and holds nothing that is empty', () => {
    for (const id of LESSONS)
      for (const name of readdirSync(join(BUILDS.root.folder, 'teach', id)).filter((file) => /\.(zip|imscc|pptx|docx)$/.test(file))) {
        const { status, stdout } = spawnSync('unzip', ['-t', join(BUILDS.root.folder, 'teach', id, name)], { encoding: 'utf8' });
        expect([id, name, status, /No errors detected/.test(stdout)]).toEqual([id, name, 0, true]);
      }
  });
  test('is described to machines as a learning resource', async () => {
    await open('teach/50-minutes/', {}, async (page) => {
      const ld = JSON.parse((await page.locator('script[type="application/ld+json"]').textContent()) ?? '') as Record<string, unknown>;
      expect(ld['@type']).toEqual(['WebPage', 'LearningResource']);
      expect([ld.timeRequired, ld.learningResourceType, ld.isAccessibleForFree]).toEqual(['PT50M', 'lesson plan', true]);
      expect((ld.teaches as string[]).length).toBe(4);
    });
  });
});

describe('Slides in the browser', () => {
  test('go by keys, tell their number and title, keep their place in the address, and show notes', async () => {
    await open('teach/20-minutes/slides/', { viewport: { width: 1280, height: 720 } }, async (page) => {
      const count = await page.locator('.slide').count();
      await page.getByRole('button', { name: 'Show in full view' }).focus();
      await pressed(page, 'Enter', 'ArrowRight');
      expect(await page.locator('.slide:visible').count()).toBe(1);
      expect(new URL(page.url()).hash).toBe('#slide-2');
      expect(await page.locator('.bar [role="status"]').textContent()).toBe(`2 of ${count}: LHS program`);
      await pressed(page, 'n');
      expect(await page.locator('.speaker:visible').textContent()).toContain('LHS program: ');
      await pressed(page, 'End');
      expect(await page.locator('[data-next]').isDisabled()).toBe(true);
      // nothing runs over the sheet, and no text is too small to read from afar
      for (let i = 0; i < count; i++) {
        const over = await page.locator('slide-deck > .stage').evaluate((stage) => stage.scrollWidth - stage.clientWidth);
        expect(over).toBeLessThanOrEqual(0);
        await pressed(page, 'PageUp');
      }
      const size = await page
        .locator('.slide:visible h2')
        .first()
        .evaluate((item) => Number.parseFloat(getComputedStyle(item).fontSize));
      expect(size).toBeGreaterThanOrEqual(40);
      expect(await violationsOf(page)).toEqual([]);
      await pressed(page, 'Escape');
      expect(await page.locator('.slide:visible').count()).toBe(count);
      expect(await page.evaluate(() => (document.activeElement as HTMLElement).textContent)).toBe('Show in full view');
    });
  });
  test('higher than the window are read to their end by the keys before the next one comes', async () => {
    await open('teach/portfolio-in-practice/slides/#slide-3', { viewport: { width: 640, height: 320 } }, async (page) => {
      await page.locator('[data-show]').click();
      const at = () =>
        page.evaluate(() => [location.hash, (document.querySelector('slide-deck .stage') as HTMLElement).scrollTop] as const);
      expect(await at()).toEqual(['#slide-3', 0]);
      await page.keyboard.press('PageDown');
      expect((await at())[0]).toBe('#slide-3');
      expect((await at())[1]).toBeGreaterThan(0);
      for (let i = 0; i < 8 && (await at())[0] === '#slide-3'; i++) await page.keyboard.press('PageDown');
      expect(await at()).toEqual(['#slide-4', 0]);
    });
  });
  test('stand one under the other without scripts', async () => {
    await open('teach/90-minutes/slides/', { javaScriptEnabled: false }, async (page) => {
      expect(await page.locator('.slide:visible').count()).toBe(await page.locator('.slide').count());
      expect(await page.locator('.bar:visible, .go:visible').count()).toBe(0);
    });
  });
});

describe('The quiz', () => {
  test('is answered by keyboard alone, one question at a time: feedback that cites comes to the question, the end sums up', async () => {
    await open('teach/quiz/?lesson=50-minutes', {}, async (page) => {
      const question = page.locator('.quiz > li:visible');
      const press = async (name: string) => {
        await page.getByRole('button', { name, exact: true }).and(page.locator(':visible')).focus();
        await pressed(page, 'Enter');
      };
      const place = () => page.locator('.place').textContent();
      expect([await question.count(), await place()]).toEqual([1, 'Question 1 of 6']);
      await question.locator('input:not([data-right="yes"])').first().focus();
      await pressed(page, 'Space');
      // Enter answers as the button does
      await pressed(page, 'Enter');
      expect(await question.locator('.verdict').textContent()).toBe('Not as the guide has it.');
      expect(await question.locator('.result .cites a').count()).toBe(1);
      await question.locator('input[data-right="yes"]').focus();
      await pressed(page, 'Space');
      expect(await question.locator('.result').textContent()).toBe('');
      await press('Check');
      expect(await question.locator('.verdict').textContent()).toBe('As the guide has it.');
      await page.waitForFunction(() => document.querySelector('.progress')?.textContent === '1 of 6 answered, 1 as the guide has it.');
      expect(await violationsOf(page)).toEqual([]);
      // the next question takes the focus, and stands in the address
      await press('Next');
      const focused = () =>
        page.evaluate(() => [document.activeElement?.tagName, document.activeElement?.getAttribute('aria-describedby')]);
      expect([await place(), await focused()]).toEqual(['Question 2 of 6', ['H3', 'place']]);
      expect((await page.locator('.place').boundingBox())?.y).toBeGreaterThanOrEqual(0);
      expect(await page.locator('.summary').isVisible()).toBe(false);
      expect(new URL(page.url()).hash).toBe(`#${await question.getAttribute('id')}`);
      await question.locator('input:not([data-right="yes"])').first().check();
      await press('Check');
      for (let i = 0; i < 4; i++) await press('Next');
      await press('Summary');
      expect(await page.locator('.summary h2').textContent()).toBe('1 of 2 as the guide has them');
      expect(await page.locator('.summary > ol > li').count()).toBe(1);
      expect(await page.locator('.summary .cites a').count()).toBeGreaterThan(0);
      expect(await violationsOf(page)).toEqual([]);
      await page.locator('.summary > ol a').first().click();
      expect([await place(), (await focused())[0]]).toEqual(['Question 2 of 6', 'H3']);
      await press('All at once');
      expect([await question.count(), new URL(page.url()).search]).toEqual([6, '?lesson=50-minutes&show=all']);
      // a link to the answer of a question opens it, under its old name as well
      await page.goto(page.url().replace(/\?.*/, '#key-five-voices'));
      await page.reload();
      expect(await question.getAttribute('id')).toBe('match-voices');
    });
  });
  test('takes a matching and an ordering question by lists, and says how many lines agree', async () => {
    await open('teach/quiz/?show=all', {}, async (page) => {
      const match = page.locator('#match-voices');
      await match.getByRole('button', { name: 'Check', exact: true }).click();
      expect(await match.locator('.verdict').textContent()).toBe('Fill in every line first.');
      const selects = match.locator('select');
      for (let i = 0; i < (await selects.count()); i++) await selects.nth(i).selectOption(String(i));
      await match.getByRole('button', { name: 'Check', exact: true }).click();
      expect(await match.locator('.verdict').textContent()).toBe('As the guide has it.');
      await selects.nth(0).selectOption('1');
      await match.getByRole('button', { name: 'Check', exact: true }).click();
      expect(await match.locator('.verdict').textContent()).toBe('Not yet as the guide has it: 3 of 4 pairs agree.');
      expect(await match.locator('.result li').count()).toBe(3);
      await page.getByRole('button', { name: 'Start over' }).click();
      expect(await page.locator('.result:not(:empty)').count()).toBe(0);
    });
  });
  test('shows the questions of a lesson by its address, and keeps nothing', async () => {
    await open('teach/quiz/?lesson=50-minutes&show=all', {}, async (page) => {
      expect(await page.locator('.quiz > li:visible').count()).toBe(6);
      await page.locator('.quiz > li:visible input').first().check();
      expect(await page.evaluate(() => localStorage.length + sessionStorage.length + document.cookie.length)).toBe(0);
    });
  });
  test('narrowed after an answer keeps the feedback, and counts only what is shown', async () => {
    await open('teach/quiz/?show=all', {}, async (page) => {
      const first = page.locator('.quiz > li').first();
      await first.locator('input').first().check();
      await first.getByRole('button', { name: 'Check' }).click();
      const lines = await first.locator('.result li').count();
      expect(lines).toBeGreaterThan(0);
      const about = (await first.getAttribute('data-about')) as string;
      await page.locator('select[name="about"]').selectOption(about);
      expect(await first.locator('.result li:visible').count()).toBe(lines);
      const shown = await page.locator('.quiz > li:visible').count();
      await page.getByText(new RegExp(`^${shown} of \\d+ questions shown\\.$`)).waitFor();
      await first.locator('input').nth(1).check();
      await first.getByRole('button', { name: 'Check' }).click();
      await page.locator('.progress', { hasText: `1 of ${shown} answered` }).waitFor();
      await page.getByRole('button', { name: 'Start over' }).click();
      expect(await page.evaluate(() => document.activeElement?.checkVisibility())).toBe(true);
    });
  });
  test('has its key at the end without scripts and on paper, each answer with its mark', async () => {
    await open('teach/quiz/', { javaScriptEnabled: false }, async (page) => {
      const all = await page.locator('.quiz > li').count();
      expect(await page.locator('.key > ol > li:visible').count()).toBe(all);
      expect(await page.locator('.key .cites').count()).toBeGreaterThanOrEqual(all);
    });
    await open('teach/quiz/', {}, async (page) => {
      expect(await page.locator('.key').isVisible()).toBe(false);
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('.key').isVisible()).toBe(true);
      expect(await page.locator('.quiz > li:visible').count()).toBe(await page.locator('.quiz > li').count());
      expect(await page.locator('.pair-line select:visible').count()).toBe(0);
    });
  });
});

describe('Spot the inference', () => {
  test('gives the same round to everyone who has its link, and a new one when asked', async () => {
    const statements = (page: Page) => page.locator('.quiz .said').allTextContents();
    let first: string[] = [];
    await open('teach/spot-the-inference/?round=abcdef', {}, async (page) => {
      first = await statements(page);
      expect(new Set(first).size).toBe(12);
      await page.getByRole('button', { name: 'New round' }).click();
      expect(await statements(page)).not.toEqual(first);
      expect(new URL(page.url()).search).toMatch(/^\?round=[a-z]{6}&of=\d{4}-\d\d-\d\d$/);
      await page.goBack();
      expect(await statements(page)).toEqual(first);
    });
    await open('teach/spot-the-inference/?round=abcdef&of=2020-01-01', {}, async (page) => {
      expect(await statements(page)).toEqual(first);
      expect(await page.locator('.round').textContent()).toBe(
        'This round was made with another edition of the guide. Some of its statements may be others now.',
      );
    });
  });
  test('a choice that is changed is open again, and a shared link always names the round that is shown', async () => {
    await open('teach/spot-the-inference/?round=nonsense!', {}, async (page) => {
      const first = page.locator('.quiz > *').first();
      await first.locator('input').first().check();
      await first.getByRole('button', { name: 'Check' }).click();
      await first.locator('.verdict').waitFor();
      await first.locator('input').nth(1).check();
      expect(await first.locator('.verdict').count()).toBe(0);
      await page.locator('[data-share]').click();
      await page.waitForFunction(() => /round/.test(location.search) && !/nonsense/.test(location.search));
      await page.reload();
      expect(await page.locator('.round').textContent()).toBe('');
    });
  });
  test('is sorted by keyboard; each answer is told with why, where it stands and its witness', async () => {
    const log = await open('teach/spot-the-inference/', {}, async (page) => {
      const items = page.locator('.quiz > li');
      for (let i = 0; i < 12; i++) {
        await items.nth(i).locator('input').first().focus();
        await pressed(page, 'Space');
      }
      await page.getByRole('button', { name: 'Check all' }).focus();
      await pressed(page, 'Enter');
      expect(await page.locator('.summary h2').textContent()).toMatch(/^(None|\d+) of 12 as marked$/);
      expect(await page.locator('.verdict').count()).toBe(12);
      expect(await page.locator('.calls tbody tr').count()).toBeGreaterThan(0);
      for (const text of await page.locator('.result').allTextContents()) expect(text).toContain('Where it stands: ');
      expect(await violationsOf(page)).toEqual([]);
    });
    expect(log).toEqual({ errors: [], violations: [], elsewhere: [] });
  });
  test.each([
    ['markup', '?round=<img src=x>'],
    ['the name of a built-in thing', '?round=__proto__'],
    ['5,000 letters', `?round=${'a'.repeat(5000)}`],
  ])('a link that names no round gives the first one and says so: %s', async (_, search) => {
    const log = await open(`teach/spot-the-inference/${search.replaceAll('<', '%3C').replaceAll('>', '%3E')}`, {}, async (page) => {
      expect(await page.locator('.round').textContent()).toBe('This link names no round. Here is the first one.');
      expect(await page.locator('.quiz > li').count()).toBe(12);
    });
    expect(log.errors).toEqual([]);
  });
  test('is a sheet with a key without scripts', async () => {
    await open('teach/spot-the-inference/', { javaScriptEnabled: false }, async (page) => {
      expect(await page.locator('.quiz > li:visible').count()).toBe(12);
      expect(await page.locator('.key li:visible').count()).toBe(12);
      expect(await page.locator('button:visible').evaluateAll((buttons) => buttons.filter((b) => !b.closest('form')).length)).toBe(0);
    });
  });
});

describe('Dispute this inference', () => {
  test('folds the case against each inference, and unfolds it without scripts', async () => {
    await open('teach/dispute/', { javaScriptEnabled: false }, async (page) => {
      const all = page.locator('.dispute');
      expect(await all.count()).toBeGreaterThanOrEqual(6);
      expect(await all.locator('details[open]').count()).toBe(0);
      const first = all.first();
      expect(await first.locator('.voice.editors:visible').count()).toBe(1);
      await first.locator('summary').focus();
      await page.keyboard.press('Enter');
      expect(await first.locator('.voice.editors:visible').count()).toBe(3);
    });
  });
  test('is a sheet with lines on paper, which keeps folded what is folded', async () => {
    await open('teach/dispute/', {}, async (page) => {
      await page.locator('.dispute summary').first().click();
      expect(await violationsOf(page)).toEqual([]);
      await page.emulateMedia({ media: 'print' });
      const all = await page.locator('.dispute').count();
      expect(await page.locator('.write-line:visible').count()).toBe(3 * all);
      expect(await page.locator('.dispute .voice.editors:visible').count()).toBe(all + 2);
      expect(await page.locator('#next').isVisible()).toBe(false);
    });
  });
});

test('handouts: the sheet has room to write and no answers; that with answers has the key', async () => {
  for (const id of LESSONS) {
    await open(`teach/${id}/handout/`, { javaScriptEnabled: false }, async (page) => {
      expect(await page.locator('.write-line').count()).toBeGreaterThan(3);
      expect(await page.locator('.answer, .facilitator').count()).toBe(0);
    });
    await open(`teach/${id}/handout-with-answers/`, { javaScriptEnabled: false }, async (page) => {
      expect(await page.locator('.answer').count()).toBeGreaterThan(0);
      expect(await page.locator('.facilitator').count()).toBeGreaterThan(3);
    });
  }
});
