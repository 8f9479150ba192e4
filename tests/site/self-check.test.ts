import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { Chair } from '../../src/documents/self-check/chair.ts';
import { checkFragment } from '../../src/documents/self-check/check-link.ts';
import { checkJsonSchema } from '../../src/exports/check-schema.ts';
import { selfCheckGuide } from '../../src/exports/self-check-guide.ts';
import { buildGuide } from '../../src/guide/build.ts';
import { shortOf } from '../../src/guide/labels.ts';
import { readFiles } from '../../src/guide/read/files.ts';
import type { Finding } from '../../src/guide/types.ts';
import { ANSWERS } from '../../src/lib/answers.ts';
import { openXmlFaultsIn } from '../open-xml.ts';
import { violationsOf } from './axe.ts';
import { site } from './site.ts';
import { forbidden, full, NO_ROOM, NOT_KEPT } from './storage-faults.ts';

const { open, origin } = site();
const CHECK = 'self-check/';
const PREFIX = 'self-check /self-check/ ';
const source = buildGuide(readFiles('content'), 'content');
const guide = selfCheckGuide(source);
const { questions } = guide;
/** ids of the questions that the tests name, by their places */
const [FIRST = '', LATER = '', LAST = ''] = [0, 10, 13].map((i) => questions[i]?.id);
/** the findings that the questions at some places ask about, from 1 */
const asked = (...places: number[]): Finding[] =>
  places.map((place) => source.entries.get(source.questions[place - 1]?.data.about ?? '') as Finding);
const names = (...places: number[]): string[] => asked(...places).map(shortOf);

/** A view by the first letters of its answers in the order of the questions; - for none. */
const view = (role: string, letters: string, notes: Readonly<Record<string, string>> = {}): Chair => ({
  role,
  answers: questions.flatMap(({ id, wording }, i) => {
    const answer = ANSWERS.find((word) => word[0] === letters[i]) ?? '';
    const note = notes[id] ?? '';
    return answer || note ? [{ question: id, wording, answer, note }] : [];
  }),
});
const EXECUTIVE = view('Executive', 'ipinpuinnpniup', { [FIRST]: '<img src=x onerror=alert(1)> "in March"' });
const LEADER = view('Program leader', 'npnnnnin-pnu--', { [FIRST]: 'I have never seen it.' });
const linkOf = (...chairs: Chair[]): string => `${CHECK}#${checkFragment(guide, chairs)}`;

const notice = (page: Page, text: string | RegExp) => page.locator('.notice', { hasText: text }).waitFor();
const kept = (page: Page) =>
  page.waitForFunction(() => /^Kept in this browser at \d\d:\d\d\.$/.test(document.querySelector('.kept')?.textContent ?? ''));
/** Waits until all answers of a view are kept: while somebody goes on answering, the first ones are kept already. */
const keptWhole = (page: Page, { answers }: Chair) =>
  page.waitForFunction(
    (count) =>
      Object.values(localStorage).some((text) => JSON.parse(text).value.chairs.some((chair: Chair) => chair.answers.length === count)),
    answers.length,
  );
const stored = (page: Page): Promise<{ chairs: Chair[]; own: number }[]> =>
  page.evaluate(() => Object.values(localStorage).map((text) => JSON.parse(text).value));
const radio = (page: Page, question: string, answer: string) => page.locator(`input[name="${question}"][value="${answer}"]`);
const answer = async (page: Page, { role, answers }: Chair): Promise<void> => {
  await page.locator(`input[name="role"][value="${role}"]`).check();
  for (const { question, answer, note } of answers) {
    if (answer) await radio(page, question, answer).check();
    if (note) await page.locator(`[name="note-${question}"]`).fill(note);
  }
};
const copied = async (page: Page, what: 'own' | 'all'): Promise<string> => {
  await page.locator(`[data-share="${what}"]`).click();
  await page.locator(`.share.${what}`).waitFor();
  return page.locator(`.share.${what} input`).inputValue();
};
const headings = (page: Page) => page.locator('.groups h3').allTextContents();
const listOf = (page: Page, group: string) => page.locator(`.groups ol.${group} .about:first-of-type a`).allTextContents();

describe('Two people on two devices', () => {
  test('answer apart, one sends a link, and the other sees first where they differ', async () => {
    let link = '';
    const first = await open(CHECK, {}, async (page) => {
      await answer(page, LEADER);
      await keptWhole(page, LEADER);
      await kept(page);
      expect(await page.locator('.comparison').isVisible()).toBe(false);
      link = await copied(page, 'own');
      expect(link.length).toBeLessThanOrEqual(260);
    });
    const second = await open(CHECK, {}, async (page) => {
      await answer(page, EXECUTIVE);
      await keptWhole(page, EXECUTIVE);
      await kept(page);
      const mine = await stored(page);
      await page.goto(link);
      await notice(page, 'Program leader came by a link and is set beside your own view. Nothing of yours was changed.');
      await page.locator('.comparison').waitFor();
      expect(await page.locator('.finding').textContent()).toBe(
        'You differ on 3 of the 11 questions that both of you answered; on 2 more at least one of you does not know; you agree on the other 6.',
      );
      expect(await headings(page)).toEqual([
        'Where you differ',
        'What nobody finds in place',
        'What at least one of you does not know',
        'What everyone who answered finds in place',
      ]);
      expect(await listOf(page, 'differ')).toEqual(names(1, 3, 5));
      expect(await listOf(page, 'missing')).toEqual(names(4, 8, 11, 2, 5, 10));
      expect(await listOf(page, 'unknown')).toEqual(names(6, 12, 13));
      expect(await listOf(page, 'inPlace')).toEqual(names(7));
      const goals = page.locator('.groups ol.differ > li').first();
      expect(await goals.locator('.said > li').allTextContents()).toEqual([
        expect.stringMatching(/Executive: in place<img src=x onerror=alert\(1\)> "in March"$/),
        expect.stringMatching(/Program leader: not in placeI have never seen it\.$/),
      ]);
      expect(await goals.locator('.talk').textContent()).toContain(questions[0]?.talk);
      expect(await goals.locator('.bears .link-mark').first().textContent()).toMatch(/^(Linked|Contested), (others add|we infer)$/);
      // the form still holds the reader's own view, and so does the browser
      expect(await page.locator('input[name="role"]:checked').inputValue()).toBe('Executive');
      await page.waitForFunction(() => location.hash === '');
      const now = await stored(page);
      expect(now).toHaveLength(1);
      expect(now[0]?.chairs[0]).toEqual(mine[0]?.chairs[0]);
      expect(now[0]?.chairs[1]).toEqual(LEADER);
      // the same link again adds nothing
      await page.goto('about:blank');
      await page.goto(link);
      await notice(page, 'One view was here already, word for word.');
      expect(await page.locator('.chairs > li').count()).toBe(2);
      const record = await page.locator('.groups .button').getAttribute('href');
      expect(record).toBe(
        `/find/plan/?${[...asked(8, 11, 10).map(({ id }) => `from=gaps-${id}`), ...asked(4, 2, 5).map(({ id }) => `to=recommendations-${id}`)].join('&')}`,
      );
      await page.locator('.groups .button').click();
      await page.waitForURL(/\/find\/plan\//);
      expect(await page.locator('.choice-item h3').count()).toBe(3);
      expect(await page.locator('.record-form input[name="from"]:checked').count()).toBe(3);
    });
    expect([first, second]).toEqual([
      { errors: [], violations: [], elsewhere: [] },
      { errors: [], violations: [], elsewhere: [] },
    ]);
  });

  test('the figure has a mark for each answer, and its table says the same', async () => {
    await open(linkOf(EXECUTIVE, LEADER), {}, async (page) => {
      await page.locator('.comparison').waitFor();
      for (const drawing of ['.wide', '.narrow'])
        expect(await page.locator(`.comparison ${drawing} .placed .chair-mark text`).allTextContents()).toHaveLength(
          EXECUTIVE.answers.length + LEADER.answers.length,
        );
      expect(await page.locator('.comparison .wide').getAttribute('aria-hidden')).toBe('true');
      const table = page.locator('.twin-table table');
      expect(await table.locator('thead th').allTextContents()).toEqual(['Question', 'A: Executive', 'B: Program leader']);
      const cells = await table
        .locator('tbody tr')
        .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent)));
      expect(cells).toHaveLength(questions.length);
      expect(cells[0]).toEqual([...names(1), 'In place', 'Not in place']);
      expect(cells[13]).toEqual([...names(14), 'Partly', 'Not answered']);
      // a mark stands at the word that the table says, and those who do not know apart from the rest
      const at = await page
        .locator('.comparison .wide .row')
        .evaluateAll((rows) =>
          rows.map((row) =>
            [...row.querySelectorAll('.chair-mark')].map((mark) =>
              Number(/translate\(([\d.]+)/.exec(mark.getAttribute('transform') ?? '')?.[1]),
            ),
          ),
        );
      const words = await page
        .locator('.comparison .wide .word')
        .evaluateAll((all) => all.map((word) => Number((word as SVGElement).dataset.x)));
      expect(at[0]).toEqual([words[0], words[2]]);
      expect(at[5]).toEqual([words[3], words[2]]);
    });
  });

  test('on one device in turn: the second sits down, and either can take up their view again', async () => {
    await open(CHECK, {}, async (page) => {
      await answer(page, EXECUTIVE);
      await page.getByRole('button', { name: 'Someone else answers here' }).click();
      expect(await page.locator('input[type="radio"]:checked').count()).toBe(0);
      await answer(page, LEADER);
      expect(await page.locator('.chairs .to').allInnerTexts()).toEqual([
        expect.stringContaining('Executive'),
        expect.stringContaining('Program leader'),
      ]);
      await page.getByRole('button', { name: 'Open in the form: Executive (A)' }).click();
      expect(await radio(page, FIRST, 'in-place').isChecked()).toBe(true);
      await page.getByRole('button', { name: 'Take away: Program leader (B)' }).click();
      await notice(page, 'Program leader was taken away.');
      expect(await page.locator('.comparison').isVisible()).toBe(false);
      await page.getByRole('button', { name: 'Undo' }).click();
      await kept(page);
      await page.reload();
      await page.locator('.comparison').waitFor();
      expect((await stored(page))[0]?.chairs).toEqual([EXECUTIVE, LEADER]);
    });
  });

  test('six have room, a pasted link of a seventh is refused in plain words', async () => {
    const six = 'ABCDEF'.split('').map((name, i) => view(`Chair ${name}`, 'ipnuip'.slice(i).padEnd(questions.length, 'n')));
    await open(linkOf(...six), {}, async (page) => {
      await page.locator('.comparison').waitFor();
      // nobody sat in the reader's own chair, so it makes room
      expect(await page.locator('.legend b').allTextContents()).toEqual(six.map(({ role }) => role));
      await page.locator('.paste input').fill(`${origin()}/${linkOf(LEADER)}`);
      await page.getByRole('button', { name: 'Add', exact: true }).click();
      await notice(page, 'There is room for 6 views: 1 more was left out. Take one away first.');
      expect(await page.locator('.legend li').count()).toBe(6);
    });
  });
});

describe('The link of a view', () => {
  const fragment = checkFragment(guide, [LEADER]);
  test('that opens on an empty page is shown beside an empty form, kept only with the first change, and can be gone on with', async () => {
    await open(`${CHECK}#${fragment}`, {}, async (page) => {
      await notice(page, 'Program leader came by a link');
      expect(await page.locator('input[type="radio"]:checked').count()).toBe(0);
      expect(await stored(page)).toEqual([]);
      await page.getByRole('button', { name: 'This view is mine: go on with it' }).click();
      expect(await radio(page, FIRST, 'not').isChecked()).toBe(true);
      await kept(page);
      expect(await stored(page)).toEqual([{ chairs: [LEADER], own: 0 }]);
    });
  });
  test('can be set apart from what is here', async () => {
    await open(CHECK, {}, async (page) => {
      await answer(page, EXECUTIVE);
      await keptWhole(page, EXECUTIVE);
      await kept(page);
      await page.goto(`${origin()}/${CHECK}#${fragment}`);
      await page.getByRole('button', { name: 'Set it apart from mine' }).waitFor();
      // by then both are kept side by side
      await page.waitForFunction(() => Object.values(localStorage).some((text) => JSON.parse(text).value.chairs.length === 2));
      await page.getByRole('button', { name: 'Set it apart from mine' }).click();
      expect(await page.locator('input[type="radio"]:checked').count()).toBe(0);
      expect(await page.locator('.others-kept .to').allTextContents()).toEqual(['Executive']);
      await page.waitForFunction(() => localStorage.length === 2);
      const roles = (await stored(page)).map(({ chairs }) => chairs.map(({ role }) => role)).sort();
      expect(roles).toEqual([['', 'Program leader'], ['Executive']]);
      await page.reload();
      await page.locator('.chairs .to').filter({ hasText: 'Program leader' }).waitFor();
    });
  });
  test('offers nothing for a view that was taken away meanwhile', async () => {
    const log = await open(CHECK, {}, async (page) => {
      await answer(page, EXECUTIVE);
      await keptWhole(page, EXECUTIVE);
      await page.goto(`${origin()}/${CHECK}#${fragment}`);
      await page.getByRole('button', { name: 'Set it apart from mine' }).waitFor();
      await page.getByRole('button', { name: 'Take away: Program leader (B)' }).click();
      await notice(page, 'Program leader was taken away.');
      expect(await page.getByRole('button', { name: 'Open it in the form', exact: true }).count()).toBe(0);
      expect(await page.getByRole('button', { name: 'Set it apart from mine' }).count()).toBe(0);
      // what is answered before the undo stays
      await radio(page, LAST, 'not').check();
      await page.getByRole('button', { name: 'Undo' }).click();
      expect(await page.locator('.chairs .to').allInnerTexts()).toEqual([
        expect.stringContaining('Executive'),
        expect.stringContaining('Program leader'),
      ]);
      expect(await radio(page, LAST, 'not').isChecked()).toBe(true);
    });
    expect(log.errors).toEqual([]);
  });
  test('that cannot be read for want of a part of the page is told, and stays in the address', async () => {
    const log = await open(CHECK, {}, async (page) => {
      await page.route('**/check-link.*.js', (route) => route.abort());
      await page.evaluate((to) => {
        location.hash = to;
      }, fragment);
      await notice(page, 'The link could not be opened: a part of this page did not load. Your answers are safe. Reload the page and open');
      expect(new URL(page.url()).hash).toBe(`#${fragment}`);
    });
    expect(log.errors).toEqual([]);
  });
  test.each([
    [
      'cut',
      checkFragment(guide, [view('Executive', 'ipnuipnuipnuip')]).slice(0, -34),
      /^This link is incomplete\. \d+ of \d+ questions could be read; they are shown below\. The rest are marked “not answered”\. Executive came by a link/,
    ],
    [
      'cut after its answers',
      checkFragment(guide, [LEADER]).slice(0, -10),
      /^This link is incomplete\. All 11 questions could be read, but some notes are missing or cut\./,
    ],
    [
      'cut before its answers',
      fragment.slice(0, 22),
      'This link is incomplete. Nothing in it could be read. Ask for it again, or for a file.',
    ],
    ['changed', `${fragment.slice(0, -4)}QQzz`, 'This link can’t be read. Ask for it again, or for a file. Nothing was changed.'],
    [
      'of a newer guide',
      fragment.replace('s1_', 's2_'),
      'This link was made with a newer version of the guide. Reload to update. Nothing was changed.',
    ],
  ])('that was %s is told in plain words', async (_, hash, says) => {
    const log = await open(`${CHECK}#${hash}`, {}, (page) => notice(page, says));
    expect(log.errors).toEqual([]);
  });
  test('from an older guide names the questions that have other words now', async () => {
    const questions = guide.questions.map((question, i) => (i < 2 ? { ...question, wording: 'old' } : question));
    const old = { ...LEADER, answers: LEADER.answers.map((given, i) => (i < 2 ? { ...given, wording: 'old' } : given)) };
    await open(`${CHECK}#${checkFragment({ ...guide, questions }, [old])}`, {}, async (page) => {
      await notice(
        page,
        'The guide has changed since. Two questions have been reworded: “Is it written down what the research program is for?” “Is it anyone’s first duty to work on our own questions?”',
      );
    });
  });
  test('that would be too long is not made; a file is offered', async () => {
    await open(CHECK, {}, async (page) => {
      // what cannot be made smaller
      for (const field of await page.locator('textarea').all()) await field.fill(randomBytes(300).toString('base64'));
      await page.locator('[data-share="own"]').click();
      await notice(page, /^This view is too long for a link: \d,\d{3} of 2,000 characters\. Save the JSON file and send that\./);
    });
  });
});

describe('Files', () => {
  test('go out as JSON, CSV and Word, and a JSON file comes back beside what is here', async () => {
    const log = await open(linkOf(EXECUTIVE, LEADER), { acceptDownloads: true }, async (page) => {
      await page.locator('.comparison').waitFor();
      const file = async (selector: string): Promise<{ name: string; bytes: Buffer }> => {
        const download = page.waitForEvent('download');
        await page.locator(selector).click();
        const got = await download;
        return { name: got.suggestedFilename(), bytes: readFileSync(await got.path()) };
      };
      const json = await file('[data-file="json"]');
      expect(json.name).toBe('self-check.json');
      const saved = JSON.parse(json.bytes.toString());
      expect(new Ajv2020({ strict: false, validateFormats: false }).compile(checkJsonSchema())(saved)).toBe(true);
      expect(saved.$schema).toMatch(/^http.*\/data\/self-check\.schema\.json$/);
      expect(saved.views).toEqual([EXECUTIVE, LEADER]);
      expect((await file('[data-file="csv"]')).bytes.toString()).toContain(`${FIRST},${questions[0]?.ask.slice(0, 12)}`);
      expect((await openXmlFaultsIn((await file('[data-file="docx"]')).bytes, 'docx')) ?? []).toEqual([]);
      await page.goto('about:blank');
      await page.goto(`${origin()}/${CHECK}`);
      const field = page.locator('input[type="file"]');
      await field.setInputFiles({ name: 'a.json', mimeType: 'application/json', buffer: json.bytes });
      await notice(page, 'Executive and Program leader came from a file and are set beside your own view. Nothing of yours was changed.');
      await answer(page, view('Executive', 'n'));
      const hostile = `{"format":"self-check","version":1,"views":[{"role":"X","answers":[{"question":"${LATER}","answer":"not","__proto__":1}],"score":9}]}`;
      await field.setInputFiles({ name: 'b.json', mimeType: 'application/json', buffer: Buffer.from(hostile) });
      await notice(
        page,
        /X came from a file .* Answer 1 of view 1: unknown field "__proto__" was left out\. View 1: unknown field "score" was left out\./,
      );
      await field.setInputFiles({ name: 'c.json', mimeType: 'application/json', buffer: Buffer.from('PK\u0003\u0004') });
      await notice(page, 'This looks like a ZIP file. Open the JSON file that was saved with it.');
      expect(await page.locator('.chairs > li').count()).toBe(4);
      expect(await radio(page, FIRST, 'not').isChecked()).toBe(true);
    });
    expect(log).toEqual({ errors: [], violations: [], elsewhere: [] });
  });
});

describe('When the browser does not keep it', () => {
  test.each([
    ['storage is forbidden', forbidden, NOT_KEPT],
    ['there is no room', full, NO_ROOM],
  ])('because %s, it says so and goes on', async (_, fault, says) => {
    await open(undefined, {}, async (page) => {
      await page.addInitScript(fault);
      await page.goto(`${origin()}/${CHECK}`);
      await radio(page, LATER, 'not').check();
      await notice(page, says);
      await page.goto(`${origin()}/${linkOf(LEADER)}`);
      await notice(page, 'Program leader came by a link');
      expect(await radio(page, LATER, 'not').isChecked()).toBe(true);
    });
  });
  test('two tabs: the slower one may look at the other’s or keep its own as a copy; an emptied browser loses nothing that is shown', async () => {
    await open(CHECK, {}, async (page) => {
      await radio(page, LATER, 'not').check();
      await kept(page);
      const other = await page.context().newPage();
      await other.goto(page.url());
      await radio(other, LATER, 'partly').check();
      await kept(other);
      await notice(page, /^This self-check was changed in another tab at \d\d:\d\d\. Nothing here is saved until you choose\./);
      await radio(page, LATER, 'in-place').check();
      await page.getByRole('button', { name: 'Keep mine as a copy' }).click();
      await kept(page);
      expect((await stored(page)).map(({ chairs }) => chairs[0]?.answers[0]?.answer).sort()).toEqual(['in-place', 'partly']);
      await page.evaluate(() => localStorage.clear());
      await radio(page, LAST, 'unknown').check();
      await notice(page, 'This self-check was deleted in another tab, or the browser was emptied. What you see is still here.');
      await page.getByRole('button', { name: 'Keep it as a new self-check' }).click();
      expect((await stored(page))[0]?.chairs[0]?.answers.map(({ answer }) => answer)).toEqual(['in-place', 'unknown']);
    });
  });
  test('what a newer version kept is asked for by its name: one answer, the same above and below', async () => {
    await open('about/', {}, async (page) => {
      await page.evaluate((key) => localStorage.setItem(key, '{"version":9}'), `${PREFIX}abcdefgh`);
      await page.goto(`${origin()}/${CHECK}?check=abcdefgh`);
      const newer = 'This was kept by a newer version of the guide. Reload the page to update. Nothing in it was changed.';
      await notice(page, `The saved self-check: ${newer} It can be downloaded below. Here is a new self-check.`);
      expect(await page.locator('.others-kept .why').allTextContents()).toEqual([newer]);
    });
  });
  test('what cannot be read under a key of ours is set aside and stays', async () => {
    await open('about/', {}, async (page) => {
      await page.evaluate((key) => localStorage.setItem(key, '{"version":1,'), `${PREFIX}abcdefgh`);
      await page.goto(`${origin()}/${CHECK}`);
      expect(await page.locator('.others-kept .why').textContent()).toBe('This can’t be read. It was set aside and not changed.');
      await radio(page, LATER, 'not').check();
      await kept(page);
      expect(await page.evaluate((key) => localStorage.getItem(key), `${PREFIX}abcdefgh`)).toBe('{"version":1,');
    });
  });
});

describe('By keyboard alone', () => {
  test('a view is given, a second sits down, and both stand side by side; a run of arrows is told once', async () => {
    await open(CHECK, {}, async (page) => {
      const name = () => page.evaluate(() => (document.activeElement as HTMLInputElement).name);
      const to = async (wanted: string): Promise<void> => {
        for (let i = 0; i < 90 && (await name()) !== wanted; i++) await page.keyboard.press('Tab');
        expect(await name()).toBe(wanted);
      };
      await page.evaluate(() => {
        const told: string[] = [];
        (window as unknown as { told: string[] }).told = told;
        new MutationObserver(() => told.push(document.querySelector('self-check > .status')?.textContent ?? '')).observe(
          document.querySelector('self-check > .status') as Node,
          { childList: true, characterData: true, subtree: true },
        );
      });
      await to('role');
      await page.keyboard.press('Space');
      await to(FIRST);
      expect(await page.locator(`input[name="${FIRST}"]:checked`).count()).toBe(0);
      await page.keyboard.press('Space');
      for (let i = 0; i < 30; i++) await page.keyboard.press('ArrowRight');
      await page.waitForTimeout(800);
      expect(await page.evaluate(() => (window as unknown as { told: string[] }).told)).toEqual([`1 of ${questions.length} answered.`]);
      // thirty steps over four words end two further on
      expect(await radio(page, FIRST, 'not').isChecked()).toBe(true);
      await to(`note-${FIRST}`);
      await page.keyboard.type('By keys');
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Clear the answer');
      await page.keyboard.press('Enter');
      expect(await name()).toBe(FIRST);
      expect(await page.locator(`input[name="${FIRST}"]:checked`).count()).toBe(0);
      await page.keyboard.press('Space');
      await page.locator('[data-empty]').focus();
      await page.keyboard.press('Enter');
      expect(await name()).toBe('role');
      await page.keyboard.press('ArrowDown');
      await to(FIRST);
      await page.keyboard.press('ArrowDown');
      await page.locator('.comparison').waitFor();
      expect(await page.locator('.finding').textContent()).toBe('You differ on the one question that both of you answered.');
    });
  });
});

describe('The page of the self-check', () => {
  test('says what it is not, and writes no number of its own about a system', async () => {
    await open(linkOf(EXECUTIVE, LEADER), {}, async (page) => {
      await page.locator('.comparison').waitFor();
      const text = await page.locator('article').innerText();
      expect(text).toContain('This is not a validated instrument. It gives no score, level or benchmark');
      expect(text).not.toMatch(/\d ?%|\bpoints\b|\bmaturity\b|\bout of \d/i);
    });
  });
  test('without scripts is a sheet with every word of the questions, and no button that does nothing', async () => {
    await open(CHECK, { javaScriptEnabled: false }, async (page) => {
      expect(await page.locator('noscript').innerText()).toContain('Circle the questions where one says “in place” and another says “not”');
      for (const { ask, talk } of guide.questions) {
        const group = page.locator('fieldset.question', { hasText: ask });
        expect(await group.locator('input[type="radio"]').count()).toBe(4);
        expect(await group.locator('details').textContent()).toContain(talk);
      }
      expect(await page.locator('self-check button:visible, self-check input[type="file"]:visible').count()).toBe(0);
      await radio(page, LATER, 'not').check();
      expect(await radio(page, LATER, 'not').isChecked()).toBe(true);
    });
  });
  test.each([
    ['A4', 'view', /Is it written down/, /Where you differ/],
    ['Letter', 'comparison', /Where you differ/, /Which chair do you answer from/],
  ] as const)('prints on %s its %s alone', async (_, what, there, not) => {
    await open(linkOf(EXECUTIVE, LEADER), { colorScheme: 'dark' }, async (page) => {
      await page.locator('.comparison').waitFor();
      await page.evaluate((what) => {
        window.print = () => {};
        (document.querySelector(`[data-print="${what}"]`) as HTMLElement).click();
      }, what);
      await page.emulateMedia({ media: 'print' });
      const text = await page.locator('self-check').innerText();
      expect(text).toMatch(there);
      expect(text).not.toMatch(not);
    });
  });
  const wide = { width: 1280, height: 900 };
  test.each([
    ['empty', CHECK, { viewport: wide }],
    ['with one view', CHECK, { viewport: wide }],
    ['with two views', linkOf(EXECUTIVE, LEADER), { viewport: wide }],
    ['with a link that was cut, on a narrow screen', linkOf(EXECUTIVE, LEADER).slice(0, -60), { viewport: { width: 320, height: 800 } }],
  ] as const)('%s has no axe violations, nothing stands out at the side, and everything can be hit', async (name, path, options) => {
    await open(path, { ...options, reducedMotion: 'reduce' }, async (page) => {
      await page.locator('self-check > .kept, .table').last().waitFor();
      if (name === 'with one view') {
        await answer(page, EXECUTIVE);
        await keptWhole(page, EXECUTIVE);
        await kept(page);
        await page.locator('[data-share="own"]').click();
        await page.locator('.share.own').waitFor();
        await page.locator('.paste input').fill('nonsense');
        await page.keyboard.press('Enter');
        await notice(page, 'This is no link of a self-check. Paste the whole address, from https to its end.');
      }
      if (path.includes('#')) await page.locator('.notice').first().waitFor();
      if (name === 'with two views')
        for (const summary of await page.locator('.twin-table summary, .differ summary').all()) await summary.click();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(options.viewport.width);
      const small = await page
        .locator('self-check :is(button, label:has(input[type="radio"]), textarea, summary, input[type="text"], .button):visible')
        .evaluateAll((all) => all.filter((one) => one.getBoundingClientRect().height < 43.5).map((one) => one.textContent));
      expect(small).toEqual([]);
      expect(await violationsOf(page)).toEqual([]);
    });
  });
});
