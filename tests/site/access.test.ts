import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { builtPages } from '../../src/build/built-pages.ts';
import { BUILDS } from './builds.ts';
import { oneOf, PATHS, SAMPLE, site, TEMPLATES, tooWide } from './site.ts';

const { open, walk } = site();

test('what can be pressed is called by the words that are seen on it, and more; tables have captions, and forms names', () => {
  const oneLine = (text: string | null) => (text ?? '').replace(/\s+/g, ' ').trim().toLowerCase();
  const problems = new Set<string>();
  for (const { html } of builtPages(BUILDS.root.folder).filter(({ path }) => SAMPLE.includes(path.replace(/index\.html$/, '')))) {
    const { document } = parseHTML(html);
    for (const one of document.querySelectorAll(':is(a, button, summary)[aria-label]')) {
      const name = oneLine(one.getAttribute('aria-label'));
      for (const unseen of one.querySelectorAll('.hidden, [aria-hidden="true"], title')) unseen.remove();
      if (!name.startsWith(oneLine(one.textContent))) problems.add(`“${oneLine(one.textContent)}” is called “${name}”`);
    }
    for (const table of document.querySelectorAll('table'))
      if (table.querySelector('tr') && !table.querySelector('caption')) problems.add(`no caption: ${table.outerHTML.slice(0, 100)}`);
    for (const cell of document.querySelectorAll('thead :is(th, td)'))
      if (!oneLine(cell.textContent)) problems.add(`an empty head: ${cell.parentElement?.outerHTML.slice(0, 100)}`);
    for (const form of document.querySelectorAll('form')) {
      const by = form.getAttribute('aria-labelledby');
      if (!form.getAttribute('aria-label') && !(by && document.getElementById(by))) problems.add(`no name: ${form.outerHTML.slice(0, 60)}`);
    }
  }
  expect([...problems]).toEqual([]);
});

test('nothing scrolls sideways at 320 px, either, on pages of which only the data differ, not the scripts', async () => {
  const problems: string[] = [];
  const others = oneOf(
    8,
    PATHS.filter((path) => !SAMPLE.includes(path)),
  );
  await walk(others, { javaScriptEnabled: false, viewport: { width: 320, height: 640 } }, async (page, path) => {
    if ((await tooWide(page)) > 0) problems.push(path);
  });
  expect(others.length).toBeGreaterThan(20);
  expect(problems).toEqual([]);
});

test('one page of every second template: nothing moves for readers who asked for less motion; every control is at least 24 px high and wide, or a link within a text (WCAG 2.5.8); nothing scrolls sideways with wide text spacing (1.4.12), nor with text twice as large (1.4.4); without scripts all text and links are there, and nothing waits for a script', async () => {
  const problems: string[] = [];
  const scripted = new Map<string, string>();
  await walk(oneOf(2, TEMPLATES), { reducedMotion: 'reduce' }, async (page, path) => {
    await page.setViewportSize({ width: 1280, height: 720 });
    const text = await page.evaluate(() => {
      // what only a script can answer is no text
      const controls = [
        ...document.querySelectorAll<HTMLElement>(
          '.filters, .facets, .keys, .weigh, .hint, .explore, .record-form, .jump, .nothing, .check-form > .files, self-check > .table, guide-copy',
        ),
      ];
      for (const { style } of controls) style.display = 'none';
      const { innerText } = document.querySelector('main') as HTMLElement;
      for (const { style } of controls) style.display = '';
      return innerText;
    });
    scripted.set(path, text);
    await page.setViewportSize({ width: 360, height: 800 });
    if ((await page.evaluate(() => document.getAnimations().length)) > 0) problems.push(`${path}: something moves`);
    const small = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('button, input, select, summary, nav a, .to, .lens-link')]
        .filter((element) => element.checkVisibility() && !element.closest('.skip') && !element.closest('label'))
        .map((element) => ({ element, box: element.getBoundingClientRect() }))
        .filter(({ box }) => box.height < 24 || box.width < 24)
        .map(({ element, box }) => `${element.outerHTML.slice(0, 80)} is ${Math.round(box.width)} x ${Math.round(box.height)} px`),
    );
    problems.push(...small.map((text) => `${path}: ${text}`));
    await page.setViewportSize({ width: 320, height: 640 });
    await page.evaluate(() => {
      for (const element of document.querySelectorAll<HTMLElement>('body *')) {
        element.style.lineHeight = '1.5';
        element.style.letterSpacing = '0.12em';
        element.style.wordSpacing = '0.16em';
      }
    });
    if ((await tooWide(page)) > 0) problems.push(`${path}: too wide with wide text spacing`);
    await page.setViewportSize({ width: 640, height: 640 });
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '200%';
    });
    if ((await tooWide(page)) > 0) problems.push(`${path}: too wide with text twice as large`);
  });
  await walk([...scripted.keys()], { javaScriptEnabled: false }, async (page, path) => {
    const plain = await page.locator('main').innerText();
    for (const line of (scripted.get(path) as string).split('\n').map((text) => text.trim()))
      if (line.length > 30 && !plain.includes(line)) problems.push(`${path}: "${line}" is missing`);
    // buttons that only a script could answer stay out of sight; a button of a form leads to a page
    for (const button of await page.locator('button:visible').all())
      if (!(await button.evaluate((b) => b.closest('form')?.getAttribute('action')))) problems.push(`${path}: a dead button`);
    if ((await page.locator('select:visible').count()) > 0) problems.push(`${path}: a dead select`);
  });
  expect(problems).toEqual([]);
});

test('without scripts the lens works', async () => {
  await open('gaps/timetables/?voice=paper#only-the-paper', { javaScriptEnabled: false }, async (page) => {
    expect(await page.locator('.voice.paper').first().isVisible()).toBe(true);
    expect(await page.locator('.voice.editors').first().isVisible()).toBe(false);
    expect(await page.locator('#questions').isVisible()).toBe(false);
    await page.getByRole('link', { name: 'Show everything' }).click();
    expect(await page.locator('.voice.editors').first().isVisible()).toBe(true);
  });
});
