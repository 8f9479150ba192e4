import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { parse } from 'csv-parse/sync';
import { parseHTML } from 'linkedom';
import type { BrowserContextOptions, Page } from 'playwright-core';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import type { GuideFile } from '../../src/exports/guide-schema.ts';
import { eventId } from '../../src/guide/addresses.ts';
import { plainCell } from '../../src/lib/csv.ts';
import { INKS } from '../../src/lib/inks.ts';
import { FIGURES, type FigureId } from '../../src/schemas/kinds.ts';
import { BUILDS, SITE } from './builds.ts';
import { oneOf, site, tooWide } from './site.ts';

const { open, walk, origin } = site();
const wordy = site(BUILDS.wordy);
const root = BUILDS.root.folder;
const json = JSON.parse(readFileSync(`${root}/data/guide.json`, 'utf8')) as GuideFile;
const pageOf = (id: string) => parseHTML(readFileSync(`${root}/figures/${id}/index.html`, 'utf8')).document;
const csvOf = (id: string): Record<string, string>[] =>
  (parse(readFileSync(`${root}/figures/${id}.csv`, 'utf8'), { bom: true, columns: true }) as Record<string, string>[]).map((row) =>
    Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, plainCell(cell)])),
  );

const kindOf = new Map(json.entries.map(({ ref, kind }) => [ref, kind]));
const open_ = ({ state }: { state: string }) => state === 'linked' || state === 'contested';

const pairsOfGaps = () => json.links.filter(({ from }) => kindOf.get(from) === 'gaps').map(({ id }) => id);

/** What each figure must show, by the ids of its rows, told from the data of the guide alone. */
const EXPECTED: Record<FigureId, () => string[]> = {
  'four-voices': pairsOfGaps,
  'link-matrix': pairsOfGaps,
  pathways: () =>
    json.links
      .filter((link) => open_(link) && !(kindOf.get(link.from) === 'gaps' && kindOf.get(link.to) === 'recommendations'))
      .map(({ id }) => id),
  literature: () =>
    json.sources.flatMap((source) => source.findings.flatMap(({ id, on }) => on.map(({ to }) => `${source.id}#${id}>${to}`))),
  tension: () =>
    json.entries.flatMap((entry) => (entry.kind === 'figures' ? entry.sides.flatMap(({ outside, inside }) => [outside, inside]) : [])),
  'two-calendars': () =>
    json.entries.flatMap((entry) =>
      entry.kind === 'figures' ? entry.calendars.flatMap(({ events }) => events.map((event) => eventId(event))) : [],
    ),
  study: () => json.study.numbers.flatMap(({ count, unit }) => Array.from({ length: count }, () => unit)),
  payers: () =>
    json.entries.flatMap((entry) =>
      entry.kind === 'cases'
        ? (entry.payers.length > 0 ? entry.payers : [{ payer: '' }]).map(({ payer }) => `${entry.ref.slice(6)}>${payer}`)
        : [],
    ),
  sums: () => {
    const told = json.entries.flatMap((entry) =>
      entry.kind === 'cases' ? Object.values(entry.facts).flat() : entry.kind === 'mechanisms' ? [`${entry.source}#${entry.fact}`] : [],
    );
    return json.sources.flatMap((source) =>
      source.findings.flatMap(({ id, sums = [] }) =>
        told.includes(`${source.id}#${id}`) ? sums.map((_, i) => `${source.id}#${id}/${i + 1}`) : [],
      ),
    );
  },
  since: () => ['gathered', 'published', ...json.entries.flatMap(({ kind, ref }) => (kind === 'changes' ? [ref.slice(8)] : []))],
  'voice-bar': () => json.statements.map(({ page, id }) => `${page}#${id}`),
  coverage: () =>
    json.statements.flatMap(({ page, id, voice, at, from }) =>
      json.study.sentences.flatMap((sentence) =>
        (voice === 'paper' ? at : voice === 'editors' ? from : undefined)?.includes(sentence.id) ? [`${sentence.id} ${page}#${id}`] : [],
      ),
    ),
};

describe.each(FIGURES)('The figure %s', (id) => {
  const document = pageOf(id);
  const csv = csvOf(id);
  const numbers = (selector: string) =>
    [...document.querySelectorAll(`${selector} [data-n]`)].map((element) => Number(element.getAttribute('data-n'))).sort((a, b) => a - b);

  test('shows the same rows as its table, its CSV file and the data of the guide', () => {
    const all = csv.map((_, n) => n);
    expect(csv.length).toBeGreaterThan(5);
    expect(numbers('svg.wide')).toEqual(all);
    expect(numbers('table')).toEqual(all);
    expect(numbers('svg.narrow')).toEqual(all);
    if (document.querySelector('.twin')) expect([...new Set(numbers('.twin'))]).toEqual(all);
    if (id === 'study') {
      expect(csv.filter(({ part }) => part === 'unit').map(({ unit }) => unit)).toEqual(EXPECTED.study());
      return;
    }
    expect(csv.map((row) => row.id).sort()).toEqual(EXPECTED[id]().sort());
    expect(new Set(csv.map((row) => row.id)).size).toBe(csv.length);
  });

  test('is downloaded as a picture that looks the same in Chromium and in librsvg, with all it needs drawn in', async () => {
    const svg = readFileSync(`${root}/figures/${id}.svg`, 'utf8');
    expect(svg).not.toMatch(/<script|<a |<text|<image|<foreignObject|\son\w+=|href="(?!#)|url\(|@import|var\(/i);
    const said = [...svg.matchAll(/aria-label="([^"]*)"/g)].map(([, text]) => text).join(' ');
    const { reviewed } = json.entries.find(({ ref }) => ref === `figures/${id}`) as { reviewed: string };
    for (const word of ['https://doi.org/10.', 'CC BY 4.0', reviewed, `${SITE}/figures/${id}/`, json.study.reference.slice(0, 20)])
      expect([word, `${said} ${svg.slice(0, svg.indexOf('</desc>'))}`.replaceAll('\u00a0', ' ').includes(word)]).toEqual([word, true]);
    const [, width, height] = /width="(\d+)" height="(\d+)"/.exec(svg) ?? [];
    const size = { width: Number(width), height: Number(height) };
    await open(`figures/${id}/`, { viewport: size }, async (page) => {
      const wellFormed = await page.evaluate(async (address) => {
        const answer = await fetch(address);
        const type = answer.headers.get('content-type');
        return [type, (await answer.text()).length];
      }, `${origin()}/figures/${id}.svg`);
      expect(wellFormed).toEqual(['image/svg+xml; charset=utf-8', svg.length]);
      // opened alone a file that is not well-formed shows an error in its place
      await page.goto(`${origin()}/figures/${id}.svg`);
      expect(await page.evaluate(() => [document.documentElement.tagName, document.querySelectorAll('parsererror').length])).toEqual([
        'svg',
        0,
      ]);
      const small = { width: 200, height: Math.round((200 * size.height) / size.width), fit: 'fill' } as const;
      const pixels = (input: Buffer) => sharp(input).flatten({ background: '#fff' }).resize(small).grayscale().raw().toBuffer();
      const [chromium, librsvg] = await Promise.all([pixels(await page.screenshot()), pixels(Buffer.from(svg))]);
      const apart = (a: Buffer, b: Buffer) => a.reduce((sum, value, i) => sum + Math.abs(value - (b[i] as number)), 0) / a.length / 255;
      // edges are smoothed differently, which is a small part of all that is drawn
      const paper = await pixels(Buffer.from(svg.replace(/<g transform[\s\S]*<\/g>/, '')));
      const ink = apart(chromium, paper);
      expect(ink).toBeGreaterThan(0.02);
      expect(apart(chromium, librsvg) / ink).toBeLessThan(0.5);
    });
    // two pixels to the unit: upright as the SVG file, or wide and low for a slide, with the title at the side
    const png = sharp(readFileSync(`${root}/figures/${id}.png`));
    const picture = await png.metadata();
    const upright = picture.width === 2 * size.width;
    expect([id, upright]).toEqual([id, ['literature', 'payers', 'coverage', 'voice-bar'].includes(id)]);
    if (upright) expect(picture.height).toBe(2 * size.height);
    else expect(picture.width / picture.height).toBeGreaterThan(1.3);
    // its ground has the color of the page nearly everywhere that nothing is drawn
    const ground = Number.parseInt(INKS.page, 16);
    const dots = await png.removeAlpha().raw().toBuffer();
    let bare = 0;
    for (let at = 0; at < dots.length; at += 3) if (dots.readUIntBE(at, 3) === ground) bare++;
    expect(bare / (dots.length / 3)).toBeGreaterThan(0.8);
  });

  test('says in its code and its citation where it stands, and works in a frame of another site', async () => {
    const [code = '', line = ''] = [...document.querySelectorAll('.embed-code')].map(({ textContent }) => textContent ?? '');
    expect(code).toMatch(
      new RegExp(`^<iframe src="${SITE}/embed/${id}/" title="[^"]+" width="100%" height="\\d+" loading="lazy"></iframe>$`),
    );
    const other = createServer(({ url: address }, response) => {
      response.setHeader('Content-Type', 'text/html; charset=utf-8');
      response.end(`<!doctype html><title>Elsewhere</title>${code.replace(SITE, origin())}${address === '/line' ? line : ''}`);
    });
    await new Promise<void>((done) => other.listen(0, '127.0.0.1', done));
    const { port } = other.address() as { port: number };
    await open('', {}, async (page) => {
      await page.goto(`http://127.0.0.1:${port}/`);
      const frame = page.frameLocator('iframe');
      await frame.locator('svg.drawing.wide').waitFor();
      expect(await frame.locator('.figure h2').textContent()).toBe(document.querySelector('#answer')?.textContent);
      // nothing is cut off in the height that the code gives
      const inner = await page.frames()[1]?.evaluate(() => [document.documentElement.scrollHeight, innerHeight]);
      expect((inner?.[0] ?? 1) <= (inner?.[1] ?? 0)).toBe(true);
      if (id !== 'payers') return;
      // with the line beside it the frame is as high as the figure, and becomes so again where it gets another width
      await page.goto(`http://127.0.0.1:${port}/line`);
      const heights = () =>
        Promise.all([
          page.locator('iframe').evaluate((one: HTMLIFrameElement) => one.clientHeight),
          page.frames()[1]?.evaluate(() => Math.ceil(document.documentElement.getBoundingClientRect().height)),
        ]);
      for (const width of [1000, 400]) {
        await page.setViewportSize({ width, height: 700 });
        await expect.poll(async () => (([frame, figure]) => frame === figure && frame)(await heights())).toBeGreaterThan(300);
        expect(await frame.locator(width < 480 ? 'svg.narrow' : 'svg.wide').isVisible()).toBe(true);
        expect(await frame.locator('.how').isVisible()).toBe(width > 480);
      }
    });
    other.close();
  });
});

/** What is wrong with the labels of the drawings that a page shows: overlapping, cut off, or smaller than 12 px. */
const labelProblems = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const problems: string[] = [];
    for (const svg of document.querySelectorAll<SVGSVGElement>('svg.drawing')) {
      const frame = svg.getBoundingClientRect();
      if (frame.width === 0) continue;
      const scale = frame.width / svg.viewBox.baseVal.width;
      if (frame.right > innerWidth + 1 && getComputedStyle(svg.parentElement as Element).overflowX === 'visible')
        problems.push('drawing wider than the page');
      const boxes = [...svg.querySelectorAll('text')].map((text) => {
        const box = text.getBoundingClientRect();
        const size = Number(text.getAttribute('font-size')) * scale;
        if (size < 12) problems.push(`"${text.textContent}" is ${size.toFixed(1)} px high`);
        // a line's box is higher than its letters
        const trim = size * 0.2;
        const turned = text.hasAttribute('transform');
        const [dx, dy] = turned ? [trim, 0] : [0, trim];
        return { text: text.textContent ?? '', x0: box.left + dx, x1: box.right - dx, y0: box.top + dy, y1: box.bottom - dy };
      });
      for (const [i, a] of boxes.entries()) {
        if (a.x0 < frame.left - 2 || a.x1 > frame.right + 2 || a.y0 < frame.top - 2 || a.y1 > frame.bottom + 2)
          problems.push(`"${a.text}" reaches out of the drawing`);
        for (const b of boxes.slice(i + 1))
          if (a.x0 < b.x1 - 1 && b.x0 < a.x1 - 1 && a.y0 < b.y1 - 1 && b.y0 < a.y1 - 1)
            problems.push(`"${a.text}" and "${b.text}" overlap`);
      }
    }
    return problems;
  });

const WITH_FIGURES = ['', 'story/', 'matrix/', 'gaps/timetables/', 'embed/tension/', ...FIGURES.map((id) => `figures/${id}/`)];

test.each([
  ['this guide', [320, 360, 768, 1280, 1600], walk],
  ['this guide with every name twice as long', [320, 768, 1600], wordy.walk],
])('labels of %s neither overlap nor are cut off at %j px, nor with text twice as large', async (_, widths, walkIn) => {
  const problems: string[] = [];
  await walkIn(oneOf(2, WITH_FIGURES), {}, async (page, path) => {
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      for (const size of ['100%', '200%']) {
        await page.evaluate((value) => {
          document.documentElement.style.fontSize = value;
        }, size);
        problems.push(...(await labelProblems(page)).map((text) => `${path} at ${width} px, text ${size}: ${text}`));
        // a reader's own spacing (WCAG 1.4.12)
        if (size === '100%' && (width === 360 || width === 1280)) {
          await page.evaluate(() => {
            const sheet = new CSSStyleSheet();
            sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }');
            document.adoptedStyleSheets = [sheet];
          });
          problems.push(...(await labelProblems(page)).map((text) => `${path} at ${width} px, spaced: ${text}`));
          await page.evaluate(() => {
            document.adoptedStyleSheets = [];
          });
        }
        const wide = await tooWide(page);
        if (wide > 0 && (size === '100%' || width >= 640)) problems.push(`${path} at ${width} px, text ${size}: ${wide} px too wide`);
      }
    }
  });
  expect(problems).toEqual([]);
});

const PAGES = FIGURES.map((id) => `figures/${id}/`);

test('in forced colors every mark and label of every figure has a color of the system', async () => {
  const problems: string[] = [];
  await walk(PAGES, {}, async (page, path) => {
    await page.emulateMedia({ forcedColors: 'active' });
    const wrong = await page.evaluate(() => {
      const probe = document.body.appendChild(document.createElement('i'));
      const system = new Set(
        ['CanvasText', 'LinkText', 'GrayText', 'Highlight'].map((name) => {
          probe.style.color = name;
          return getComputedStyle(probe).color;
        }),
      );
      const wrong: string[] = [];
      for (const element of document.querySelectorAll('svg.wide :is(.m, .l, text)')) {
        const { fill, stroke } = getComputedStyle(element);
        const color = element.classList.contains('l') ? stroke : fill;
        if (!system.has(color)) wrong.push(`${element.getAttribute('class')}: ${color}`);
      }
      return [...new Set(wrong)];
    });
    problems.push(...wrong.map((text) => `${path}: ${text}`));
    await page.emulateMedia({ forcedColors: 'none' });
  });
  expect(problems).toEqual([]);
});

test('without scripts every figure and its table are there, and no control that would not answer', async () => {
  await walk(PAGES, { javaScriptEnabled: false }, async (page, path) => {
    const folded = page.locator('.as-table:not([open]) > summary');
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      expect([path, await page.locator('svg.drawing:visible').count()]).toEqual([path, 1]);
      expect([path, await page.locator('.figure :is(button, select):visible').count()]).toEqual([path, 0]);
      if ((await folded.count()) > 0) await folded.click();
      expect(await page.locator('.rows-table tbody tr:visible').count()).toBe(csvOf(path.split('/')[1] as FigureId).length);
    }
  });
});

test('on paper every figure stands with its table, and nothing that only a screen can use', async () => {
  await walk(PAGES, {}, async (page, path) => {
    await page.emulateMedia({ media: 'print' });
    expect([path, await page.locator('svg:is(.wide, .middle):visible').count()]).toEqual([path, 1]);
    expect([path, await page.locator('.figure :is(button, select):visible, .take:visible').count()]).toEqual([path, 0]);
    await page.emulateMedia({ media: 'screen' });
  });
});

test('marks fade one by one where they are few, and at once where a browser would be busy with it', async () => {
  await open('figures/since/', {}, async (page) => {
    const fade = () => page.evaluate(() => getComputedStyle(document.querySelector('svg.wide .cell .m') as Element).transitionDuration);
    expect(await fade()).toBe('0.16s');
    await page.evaluate(() => {
      const figure = document.querySelector('grid-figure') as HTMLElement;
      const drawing = figure.querySelector('svg.wide') as Element;
      const marks = [...drawing.querySelectorAll('[data-n]')];
      while (drawing.querySelectorAll('[data-n]').length <= 60) drawing.append(...marks.map((mark) => mark.cloneNode(true)));
      const place = figure.parentElement;
      figure.remove();
      place?.append(figure);
    });
    expect(await fade()).toBe('0s');
  });
});

test('for a reader who wants less motion nothing moves', async () => {
  for (const id of ['link-matrix', 'pathways', 'literature'])
    await open(`figures/${id}/`, { reducedMotion: 'reduce' }, async (page) => {
      await page.locator('svg.wide :is(.cell, .node)').first().click();
      await page.locator('.filters select').last().selectOption({ index: 1 });
      expect(await page.evaluate(() => document.getAnimations().filter(({ playState }) => playState === 'running').length)).toBe(0);
    });
});

const STATUS = '.figure [role="status"]';
/** Waits until the status says something else than before. */
const said = async (page: Page, before: string): Promise<string> => {
  await page.waitForFunction(([selector, old]) => document.querySelector(selector as string)?.textContent !== old, [
    STATUS,
    before,
  ] as const);
  return (await page.locator(STATUS).textContent()) ?? '';
};

describe('A figure of cells', () => {
  const matrix = (use: (page: Page) => Promise<void>, path = 'figures/link-matrix/', options: BrowserContextOptions = {}) =>
    open(path, { viewport: { width: 1280, height: 1000 }, ...options }, async (page) => use(page));
  const explore = async (page: Page) => {
    await page.locator('.explore button').focus();
    await page.keyboard.press('Enter');
  };
  const at = (page: Page) =>
    page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.className ?? '');

  test('has one stop for the keyboard beside its selects', async () => {
    await matrix(async (page) => {
      const stops = await page.evaluate(
        () =>
          [...document.querySelectorAll<HTMLElement>('.figure :is(a, button, select, [tabindex]):not(.tools, .panel *)')].filter(
            (e) => e.tabIndex >= 0 && e.getClientRects().length > 0,
          ).length,
      );
      const selects = await page.locator('.figure select').count();
      expect(stops - selects).toBe(1);
      await explore(page);
      expect(await page.locator('.overlay [tabindex="0"]').count()).toBe(1);
    });
  });

  test('is walked by arrows, Home and End, with Ctrl to the corners, by pages of five rows, without wrapping', async () => {
    await matrix(async (page) => {
      await explore(page);
      const path: string[] = [await at(page)];
      for (const key of [
        'ArrowLeft',
        'ArrowUp',
        'ArrowRight',
        'ArrowDown',
        'End',
        'ArrowRight',
        'Home',
        'PageDown',
        'PageDown',
        'ArrowDown',
        'Control+End',
        'Control+Home',
        'PageUp',
      ]) {
        await page.keyboard.press(key);
        path.push((await at(page)).replace(/:.*/, ''));
      }
      const [row, column] = [(r: number) => csvOf('link-matrix')[r * 12]?.from_name, (c: number) => csvOf('link-matrix')[c]?.to_name];
      const name = (r: number, c: number) => `${row(r)} and ${column(c)}`;
      expect([path[0]?.replace(/:.*/, ''), ...path.slice(1)]).toEqual([
        name(0, 0),
        name(0, 0),
        name(0, 0),
        name(0, 1),
        name(1, 1),
        name(1, 11),
        name(1, 11),
        name(1, 0),
        name(6, 0),
        name(6, 0),
        name(6, 0),
        name(6, 11),
        name(0, 0),
        name(0, 0),
      ]);
      expect(path[0]).toMatch(/: (linked|contested|not linked|may make it worse|not assessed)/);
      expect(await page.locator('.overlay [tabindex="0"]').count()).toBe(1);
    });
  });

  test('Enter and Space open what stands behind a cell, Esc closes and leads back, a second Esc leaves', async () => {
    await matrix(async (page) => {
      await explore(page);
      await page.keyboard.press('ArrowDown');
      const cell = await at(page);
      for (const key of ['Enter', ' ']) {
        await page.keyboard.press(key);
        await page.locator('.panel:not(.start) article').waitFor();
        expect(await page.evaluate(() => document.activeElement?.classList.contains('panel'))).toBe(true);
        expect(await page.locator('.panel').textContent()).toContain('Why, ');
        expect(await page.locator('.panel').textContent()).toContain('Against, we infer: ');
        expect(new URL(page.url()).searchParams.get('cell')).toBe(csvOf('link-matrix')[12]?.id);
        await page.keyboard.press('Escape');
        expect(await at(page)).toBe(cell);
        expect(await page.locator('.panel.start').count()).toBe(1);
        expect(new URL(page.url()).search).toBe('');
      }
      await page.keyboard.press('Escape');
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Explore with keys');
      expect(await page.locator('.overlay').count()).toBe(0);
    });
  });

  test('Tab leads out of the grid, Shift and Tab back to the last cell', async () => {
    await matrix(async (page) => {
      await explore(page);
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('ArrowDown');
      const cell = await at(page);
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.closest('.overlay'))).toBeNull();
      await page.keyboard.press('Shift+Tab');
      expect(await at(page)).toBe(cell);
    });
  });

  test('a click opens a cell, too, and a click with Ctrl follows its link', async () => {
    await matrix(async (page) => {
      const cell = page.locator('svg.wide .cell[data-r="3"][data-c="1"]');
      expect(await cell.getAttribute('href')).toBe('/links/timetables--internal-funding/');
      await cell.click();
      await page.locator('.panel:not(.start) article').waitFor();
      expect(await page.locator('.panel a').first().getAttribute('href')).toBe('/links/timetables--internal-funding/');
      await page.locator('.panel button').click();
      expect(await page.locator('.panel.start').count()).toBe(1);
      const [opened] = await Promise.all([page.context().waitForEvent('page'), cell.click({ modifiers: ['ControlOrMeta'] })]);
      await opened.waitForURL('**/links/timetables--internal-funding/');
      expect(await page.locator('.panel.start').count()).toBe(1);
    });
  });

  test('selects fade what does not fit, in the drawing and the table; the address holds it and Back undoes it', async () => {
    await matrix(async (page) => {
      const rows = csvOf('link-matrix');
      await page.locator('select[name="whose"]').selectOption('others');
      const many = rows.filter(({ voice }) => voice === 'others').length;
      expect(await said(page, '')).toBe(`${many} of ${rows.length} pairs shown.`);
      expect(await page.locator('svg.wide .cell:not(.off)').count()).toBe(many);
      expect(await page.locator('.rows-table tbody tr:not([hidden])').count()).toBe(many);
      await page.locator('select[name="end"]').selectOption('gaps-timetables');
      const fewer = rows.filter(({ voice, from }) => voice === 'others' && from === 'gaps/timetables').length;
      expect(await said(page, `${many} of ${rows.length} pairs shown.`)).toBe(`${fewer} of ${rows.length} pairs shown.`);
      expect(new URL(page.url()).search).toBe('?end=gaps-timetables&whose=others');
      await page.goBack();
      expect(await said(page, `${fewer} of ${rows.length} pairs shown.`)).toBe(`${many} of ${rows.length} pairs shown.`);
      expect(await page.locator('select[name="end"]').inputValue()).toBe('');
      await page.goBack();
      expect(await said(page, `${many} of ${rows.length} pairs shown.`)).toBe(`All ${rows.length} pairs shown.`);
      // the same address opened anew shows the same
      await page.goto(`${origin()}/figures/link-matrix/?end=gaps-timetables&whose=others&cell=timetables--internal-funding`);
      await page.locator('.panel:not(.start) article').waitFor();
      expect(await page.locator('svg.wide .cell:not(.off)').count()).toBe(fewer);
    });
  });

  test('thirty changes in a second are told once', async () => {
    await matrix(async (page) => {
      const messages = await page.evaluate(async (selector) => {
        let count = 0;
        new MutationObserver(() => count++).observe(document.querySelector(selector) as Element, {
          childList: true,
          characterData: true,
          subtree: true,
        });
        const select = document.querySelector('select[name="state"]') as HTMLSelectElement;
        for (let i = 0; i < 30; i++) {
          select.selectedIndex = 1 + (i % 2);
          select.dispatchEvent(new Event('change', { bubbles: true }));
          await new Promise((next) => setTimeout(next, 33));
        }
        await new Promise((next) => setTimeout(next, 900));
        return count;
      }, STATUS);
      expect(messages).toBe(1);
    });
  });

  test('an address that asks for what is not there shows everything and says so', async () => {
    const hostile = [
      'state=nope&whose=others',
      'cell=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E',
      'cell=__proto__&state=constructor',
      'end=javascript%3Aalert(1)',
      `cell=${'x'.repeat(5000)}`,
      'whose=%E0%A4%A',
    ];
    const logged = await walk(
      hostile.map((query) => `figures/link-matrix/?${query}`),
      {},
      async (page, path) => {
        expect(await said(page, '')).toMatch(
          /^The address asked for something this figure does not have \((end|state|whose|cell)(, (state|whose|cell))*\)\. That was left out\./,
        );
        expect(new URL(page.url()).search).toBe(path.includes('whose=others') ? '?whose=others' : '');
        expect(await page.locator('.figure img, .figure script').count()).toBe(0);
        expect(await page.locator('.panel.start').count()).toBe(1);
      },
    );
    expect(logged).toEqual([]);
  });

  test('where the details do not arrive, the panel says so and gives the way to the page', async () => {
    await matrix(async (page) => {
      await page.route('**/details.json', (route) => route.abort());
      await page.locator('svg.wide .cell[data-r="3"][data-c="1"]').click();
      await page.locator('.panel:not(.start) p').waitFor();
      await page.getByText('The details did not load.').waitFor();
      expect(await page.locator('.panel:not(.start) p').textContent()).toBe(
        'The details did not load. Close this and open it again to try once more. Open its page',
      );
      await page.unroute('**/details.json');
      await page.locator('.panel button').click();
      await page.locator('svg.wide .cell[data-r="3"][data-c="2"]').click();
      await page.locator('.panel:not(.start) article').waitFor();
    });
  });

  test('on a phone stands a picture with a list under it, and the same selects cut both', async () => {
    await matrix(
      async (page) => {
        const rows = csvOf('link-matrix');
        expect(await page.locator('svg.narrow:visible').count()).toBe(1);
        expect(await page.locator('svg.wide:visible, .explore button:visible').count()).toBe(0);
        // a finger asks the picture, and finds the answer between it and the list
        await page.locator('svg.narrow .cell[data-r="3"][data-c="1"]').click();
        await page.locator('.panel:not(.start) article').waitFor();
        expect(await page.locator('.panel a').first().getAttribute('href')).toBe('/links/timetables--internal-funding/');
        await page.locator('.panel button').click();
        await page.locator('.twin summary').click();
        expect(await page.locator('.twin li:visible').count()).toBe(rows.length);
        await page.locator('select[name="state"]').selectOption('contested');
        const few = rows.filter(({ state }) => state === 'contested');
        // lists follow when the picture is drawn
        await expect.poll(() => page.locator('.twin li:visible').count()).toBe(few.length);
        expect(await page.locator('.twin h3:visible').count()).toBe(new Set(few.map(({ from }) => from)).size);
      },
      'figures/link-matrix/',
      { viewport: { width: 360, height: 800 } },
    );
  });

  test('says what a pointer may do and, while keys explore, which keys do what', async () => {
    for (const path of ['figures/link-matrix/', 'figures/literature/', 'matrix/'])
      await matrix(async (page) => {
        expect(await page.locator('.hint').innerText()).toBe('Choose a mark to read what stands behind it.');
        await explore(page);
        const help = await page.locator('.overlay').getAttribute('aria-describedby');
        expect(await page.locator(`#${help}`).innerText()).toContain('Arrow keys move');
        expect(await page.locator('.hint').isVisible()).toBe(false);
      }, path);
  });

  test('focus is never lost: not when details come late, nor on Back, nor when the drawing gives way to a list', async () => {
    const lost = (page: Page) => page.evaluate(() => document.activeElement === document.body);
    await matrix(async (page) => {
      await page.route('**/details.json', async (route) => {
        await new Promise((next) => setTimeout(next, 700));
        await route.continue();
      });
      await explore(page);
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      await page.locator('.panel:not(.start) article').waitFor();
      expect(await lost(page)).toBe(false);
      await page.goBack();
      await page.locator('.panel.start').waitFor();
      expect(await lost(page)).toBe(false);
      await page.setViewportSize({ width: 320, height: 600 });
      await page.locator('.overlay').waitFor({ state: 'detached' });
      expect(await lost(page)).toBe(false);
    });
  });

  test('keys pass over what the selects leave out', async () => {
    await matrix(async (page) => {
      await page.locator('select[name="state"]').selectOption('contested');
      await explore(page);
      await page.keyboard.press('Control+End');
      expect(await at(page)).toContain(': contested');
    });
  });

  test('a cell of findings opens all of them, an empty one says that nothing was found', async () => {
    await matrix(async (page) => {
      const rows = csvOf('literature');
      const full = page.locator('svg.wide .cell:has([data-n])').first();
      const many = await full.locator('[data-n]').count();
      await full.click({ position: { x: 3, y: 3 } });
      await page.locator('.panel:not(.start) article').first().waitFor();
      expect(await page.locator('.panel article').count()).toBe(many);
      expect(rows.length).toBeGreaterThan(100);
      await page.locator('svg.wide .cell[data-empty]').first().click();
      await page.locator('.panel[aria-label*="othing found"]:not([aria-busy])').waitFor();
      expect(await page.locator('.panel h3').textContent()).toMatch(/: Nothing found in what we read\.$/i);
      await page.locator('select[name="stance"]').selectOption('contradicts');
      const few = rows.filter(({ stance }) => stance === 'contradicts').length;
      await page.getByText(`${few} of ${rows.length} marks shown.`).waitFor();
    }, 'figures/literature/');
  });
});
