import type { Server } from 'node:http';
import { afterAll, afterEach, beforeAll, describe, expect, type TestContext, test } from 'vitest';
import { BUILDS } from '../builds.ts';
import { serve } from '../serve.ts';
import { oneOf, TEMPLATES } from '../site.ts';
import type { Engine, EngineStart, Tab } from './engine.ts';

const first = (selector: string): string => `document.querySelector(${JSON.stringify(selector)})`;
const count = (selector: string): string => `document.querySelectorAll(${JSON.stringify(selector)}).length`;
const text = (selector: string): string => `(${first(selector)}?.textContent ?? '').trim()`;
const value = (selector: string): string => `${first(selector)}.value`;
/** Whether any element of a kind is drawn. */
const seen = (selector: string): string =>
  `[...document.querySelectorAll(${JSON.stringify(selector)})].some((one) => one.getClientRects().length > 0)`;
const AT = 'document.activeElement';
/** Whether the ring can be seen of what has the focus. */
const RING = `(({ outlineStyle, outlineWidth }) => outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2)(getComputedStyle(${AT}))`;
const KEPT = text('.kept');
/** What the line says of what has reached the disk. */
const SURE = /^Kept in this browser at/;
/** Asks each database by itself, beside the page; `window.disk` is true once all have answered. */
const ASK_DISK = `indexedDB.databases().then((all) => Promise.all(all.map(({ name }) => new Promise((answered) => {
  const ask = indexedDB.open(name);
  ask.onupgradeneeded = () => ask.transaction.abort();
  ask.onsuccess = () => { ask.result.close(); answered() };
  ask.onerror = answered;
})))).then(() => { window.disk = true })`;
/** Everything that is kept, as a text. */
const STORED = `Object.values(localStorage).map((text) => JSON.stringify(JSON.parse(text).value)).join(' ')`;

const PLAN = 'find/plan/?from=gaps-timetables&to=strategies-internal-funding';
const TITLE = '.record-form [name="title"]';
const OWNER = '.choices [name="owner"]';
const WHY = '.choices [name="why"]';
const ROLE = '[name="role-words"]';
const given = (question: string, answer: string): string => `input[name="${question}"][value="${answer}"]`;

/** The tasks that readers come with, done in one engine as they do them: with clicks, keys, Back and reload. */
export function tasks(name: string, { missing, start }: EngineStart): void {
  if (missing) console.log(missing);
  describe.skipIf(missing)(`In ${name},`, () => {
    const noted: string[] = [];
    let origin: string;
    let server: Server;
    let engine: Engine;
    let tab: Tab;
    beforeAll(async () => {
      ({ origin, server } = await serve(BUILDS.root.folder, BUILDS.root.base, noted));
      engine = await start();
      tab = await engine.tab();
    });
    afterAll(async () => {
      await engine?.close();
      server.close();
    });
    // no page error, and nothing that its policy forbids
    afterEach(() => expect(noted.splice(0)).toEqual([]));

    const open = (path: string, where = tab): Promise<void> => where.open(`${origin}/${path}`);
    /** What becomes true soon. */
    const soon = <R>(expression: string, where = tab) =>
      expect.poll(() => where.evaluate<R>(expression), { timeout: 30_000, interval: 50 });
    /**
     * Waits until the line says that what was written is on the disk. Now and then WebKit answers nobody who opens a database after
     * a page that was left while it did: the line says so, and the rest of a test would prove nothing.
     */
    const onDisk = async ({ skip }: TestContext): Promise<void> => {
      await soon(KEPT).toMatch(/^(Kept|Saved) in this browser at/);
      if (name === 'WebKit' && /^Saved/.test(await tab.evaluate(KEPT))) {
        await tab.evaluate(`void (window.disk = false, ${ASK_DISK})`);
        // an open that is not blocked takes milliseconds
        await new Promise((done) => setTimeout(done, 3000));
        if (!(await tab.evaluate('window.disk'))) skip('The disk of this browser hangs.');
      }
      await soon(KEPT).toMatch(SURE);
    };
    /** Ticks a box. While a list settles, the box moves away from under the pointer, for a person as well: then once more. */
    const tick = (box: string) =>
      expect
        .poll(async () => (await tab.evaluate<boolean>(`${first(box)}.checked`)) || void (await tab.click(box)), {
          timeout: 30_000,
          interval: 200,
        })
        .toBe(true);
    /** Goes to a place. A step is lost now and then by a driver on a busy machine: then once more, as a person would. */
    const goTo = async (place: string, step: () => Promise<void>): Promise<void> => {
      const there = async (timeout: number): Promise<void> =>
        expect.poll(() => tab.evaluate('location.pathname'), { timeout, interval: 50 }).toBe(place);
      await step();
      await there(8_000).catch(step);
      await there(30_000);
    };
    const follow = (link: string, path: string): Promise<void> => goTo(`/${path}`, () => tab.click(link));

    /**
     * Leaves by a link, that of the guide's name if no other, and comes back to the page that the browser has put aside. Some
     * empty fields a moment after they have told the page that it is shown again: what is looked at next is the page after that.
     */
    const leaveAndReturn = async (leave = () => tab.click('.head .name')): Promise<void> => {
      const here = await tab.evaluate<string>('location.pathname');
      await tab.evaluate(`addEventListener('pageshow', () => setTimeout(() => setTimeout(() => { window.back = true })))`);
      await leave();
      await soon('location.pathname').not.toBe(here);
      // Firefox drops a step back from a page that is still on its way
      await soon('document.readyState').toBe('complete');
      await goTo(here, () => tab.back());
      // a page that was loaded again would prove nothing
      await soon('window.back').toBe(true);
    };

    describe('the search', () => {
      test('goes by keys, and stands again after Back: the words, the results, and a filter narrows them', async () => {
        await open('search/');
        await tab.type('#q', 'internal funding');
        await soon(text('site-search .status')).toContain('“internal funding”');
        await tab.press('ArrowDown');
        const result = `${first('#results > li')}.contains(${AT})`;
        await soon(result).toBe(true);
        await tab.press('Escape');
        await soon(`${AT}.id`).toBe('q');
        await tab.press('ArrowDown');
        await soon(result).toBe(true);
        await leaveAndReturn(() => tab.press('Enter'));
        expect(await tab.evaluate(value('#q'))).toBe('internal funding');
        await soon(count('#results > li')).toBeGreaterThan(0);
        await tab.click('.facets input[value="Gap"]');
        await soon('location.search').toBe('?q=internal+funding&kind=Gap');
        await soon(value('#q')).toBe('internal funding');
      });
    });

    describe('the finder', () => {
      test('keeps the question in the address over Back and reload, and hands the choice to the record', async () => {
        await open('find/');
        await tab.click('input[name="from"][value="gaps-timetables"]');
        await soon('location.search').toBe('?from=gaps-timetables');
        await tab.click('input[name="from"][value="gaps-careers"]');
        const both = '?from=gaps-careers&from=gaps-timetables';
        await soon(`location.search.slice(1).split('&').sort().join('&')`).toBe(both.slice(1));
        const ticked = count('input[name="from"]:checked');
        await tab.back();
        await soon(ticked).toBe(1);
        await tick('input[name="from"][value="gaps-careers"]');
        await soon(ticked).toBe(2);
        await tab.reload();
        await soon(ticked).toBe(2);
        await soon(seen('.response .touches')).toBe(true);
        const to = await tab.evaluate<string>(`${first('.response:not([hidden])')}.dataset.to`);
        await tick(`input[name="to"][value="${to}"]`);
        await soon('location.search').toContain(`to=${to}`);
        await follow('.tray .on', 'find/plan/');
        await soon(`${first('.choice-item')}?.dataset.response`).toBe(to);
        await soon(count('.record-form input[name="from"]:checked')).toBe(2);
      });
    });

    describe('the record', () => {
      /** What stands in the fields that are filled in. */
      const written = `[${[TITLE, OWNER, WHY].map(value)}].join(' / ')`;

      test('is found as it was by who leaves by a link and comes back; what is written on loses nothing, nor does a reload', async (context) => {
        await open(PLAN);
        await tab.type(TITLE, 'A fast lane');
        await tab.type(OWNER, 'The chief nurse');
        await tab.type(WHY, 'Spring');
        await soon(STORED).toContain('Spring');
        await onDisk(context);
        await leaveAndReturn();
        expect(await tab.evaluate(written)).toBe('A fast lane / The chief nurse / Spring');
        await tab.type(WHY, ' it is');
        await soon(STORED).toContain('it is');
        expect(await tab.evaluate(STORED)).toMatch(/"title":"A fast lane".*"owner":"The chief nurse"/);
        await onDisk(context);
        await tab.reload();
        await soon(written).toBe('A fast lane / The chief nurse / Spring it is');
      });

      test('has lost nothing either where the browser emptied every field', async () => {
        await tab.evaluate(
          `document.querySelectorAll('.record-form input, .record-form textarea').forEach((field) => { field.value = '' })`,
        );
        await tab.type(WHY, 'Autumn');
        await soon(STORED).toContain('Autumn');
        expect(await tab.evaluate(STORED)).toMatch(/"title":"A fast lane".*"owner":"The chief nurse"/);
      });

      test('goes by a link, copied at the first press, to who has nothing of it', async () => {
        await tab.reload();
        await soon(written).toBe('A fast lane / The chief nurse / Autumn');
        await tab.click('[data-share]');
        await soon(text('decision-record .status')).toBe('The link was copied.');
        const link = await tab.evaluate<string>(value('.share input'));
        const other = await engine.tab();
        await other.open(link);
        await soon(written, other).toBe('A fast lane / The chief nurse / Autumn');
        expect(await other.evaluate(count('.choice-item'))).toBe(1);
      });
    });

    describe('the self-check', () => {
      test('sets two chairs side by side by a link, and keeps both over Back', async (context) => {
        await open('self-check/');
        await tab.type(ROLE, 'Head of a ward');
        // the line that says so pushes the page down, and WebKit does not hold the place
        await onDisk(context);
        await tab.click(given('timetables', 'partly'));
        await soon(STORED).toContain('partly');
        await onDisk(context);
        await leaveAndReturn();
        expect(await tab.evaluate(value(ROLE))).toBe('Head of a ward');
        await tab.click(given('timetables', 'not'));
        await soon(STORED).toContain('"answer":"not"');
        expect(await tab.evaluate(STORED)).toContain('"role":"Head of a ward"');
        await tab.click('[data-share="own"]');
        await soon(text('self-check .status')).toBe('The link was copied.');
        const link = await tab.evaluate<string>(value('.share.own input'));

        const other = await engine.tab();
        await open('self-check/', other);
        await other.click(given('timetables', 'in-place'));
        await soon(STORED, other).toContain('in-place');
        await other.open(link);
        await soon(seen('.comparison'), other).toBe(true);
        await soon(count('.chairs > li'), other).toBe(2);
        expect(await other.evaluate(text('.chairs'))).toContain('Head of a ward');
        expect(await other.evaluate(`${first(given('timetables', 'in-place'))}.checked`)).toBe(true);
      });
    });

    describe('a figure', () => {
      // at the start something stands in the panel that a rule chose
      const OPENED = '.panel:not(.start)';
      test.each([
        ['link-matrix', 'a.cell'],
        ['pathways', '.node'],
      ])('%s opens what is clicked, and is walked by keys: one always sees where one is', async (id, part) => {
        await open(`figures/${id}/`);
        await soon(seen('[aria-pressed]')).toBe(true);
        await tab.click(`svg.wide ${part}`);
        await soon(seen(OPENED)).toBe(true);
        await soon(`${AT}.className`).toContain('panel');
        await soon(text(OPENED)).not.toMatch(/^$|Loading/);
        await tab.press('Escape');
        await soon(seen(OPENED)).toBe(false);
        await tab.click('[aria-pressed]');
        const inside = `!!${AT}.closest('.overlay')`;
        await soon(inside).toBe(true);
        const where = `${AT}.getAttribute('aria-label')`;
        const before = await tab.evaluate<string>(where);
        await tab.press('ArrowDown');
        await soon(where).not.toBe(before);
        expect(await tab.evaluate(inside)).toBe(true);
        await soon(RING).toBe(true);
        const here = await tab.evaluate<string>(where);
        await tab.press('Enter');
        await soon(seen(OPENED)).toBe(true);
        await soon(`${AT}.className`).toContain('panel');
        await soon(RING).toBe(true);
        await tab.press('Escape');
        await soon(seen(OPENED)).toBe(false);
        await soon(where).toBe(here);
        await tab.press('Escape');
        await soon(count('.overlay')).toBe(0);
      });
    });

    test('the quiz tells how an answer compares with the key', async () => {
      await open('teach/quiz/');
      const question = '.quiz > li:first-child';
      await tab.click(`${question} input[data-right=""]`);
      await tab.click(`${question} [data-check]`);
      await soon(text(`${question} .verdict`)).toBe('Not as the guide has it.');
      await tab.click(`${question} input[data-right="yes"]`);
      await tab.click(`${question} [data-check]`);
      await soon(text(`${question} .verdict`)).toBe('As the guide has it.');
    });

    test('a statement is copied, or stands in a field where the browser refuses, and Escape puts all of it away', async () => {
      await open('gaps/timetables/');
      await soon(count('#named .tools')).toBe(1);
      await tab.click('#named .tools');
      await tab.click('.tools-panel button:nth-child(2)');
      await soon(text('.tools-panel [role="status"]')).toMatch(/^(Copied, with its mark and source|Copy it from the field)\.$/);
      await tab.press('Escape');
      await soon(seen('.tools-panel')).toBe(false);
      expect(await tab.evaluate(`${AT}.className`)).toBe('tools');
    });

    describe('the lens', () => {
      const PAGE = 'gaps/timetables/';
      const LENS = '.lens-link[href*="voice=paper"]';
      const editors = seen('main .voice.editors');
      test('leaves only the paper, and Back brings the others again', async () => {
        await open(PAGE);
        expect(await tab.evaluate(editors)).toBe(true);
        await tab.click(LENS);
        await soon('location.search').toBe('?voice=paper');
        await soon(editors).toBe(false);
        expect(await tab.evaluate(seen('main .voice.paper'))).toBe(true);
        await tab.back();
        await soon(editors).toBe(true);
      });
      test('works by its fragment alone', async () => {
        const fragment = await tab.evaluate<string>(`${first(LENS)}.hash`);
        expect(fragment).toMatch(/^#./);
        await open('about/');
        await open(`${PAGE}${fragment}`);
        await soon(editors).toBe(false);
        expect(await tab.evaluate(seen('main .voice.paper'))).toBe(true);
      });
    });

    // other tests look at every page in Chromium
    test.skipIf(name === 'Chromium')('pages of every second template are no wider than a phone or a desk, and none breaks', async () => {
      // a plain text of the same host holds frames of any width, and no policy
      await open('robots.txt');
      await tab.evaluate(`(() => {
        const queue = ${JSON.stringify(oneOf(2, TEMPLATES))};
        const wide = [];
        let left = queue.length;
        const work = () => {
          const path = queue.shift();
          if (path === undefined) return;
          const frame = document.createElement('iframe');
          frame.style.cssText = 'border: 0; height: 800px; width: 360px';
          frame.src = '/' + path;
          frame.onload = () => {
            const { documentElement } = frame.contentDocument;
            for (const width of [360, 1280]) {
              frame.style.width = width + 'px';
              const { scrollWidth, clientWidth } = documentElement;
              if (scrollWidth > clientWidth) wide.push(path + ' at ' + width + ': ' + scrollWidth);
            }
            frame.remove();
            if (--left === 0) window.wide = wide;
            work();
          };
          document.body.append(frame);
        };
        for (let i = 0; i < 4; i++) work();
      })()`);
      await expect.poll(() => tab.evaluate('window.wide'), { timeout: 120_000, interval: 200 }).toEqual([]);
    });
  });
}
