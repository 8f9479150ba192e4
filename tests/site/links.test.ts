import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { shown } from '../../src/elements/explore/shown.ts';
import { checkedGuide } from '../../src/guide/check.ts';
import { byWayOf, countLinks, DESPITE, isJudged, isOpen, isWorse, linksOf, SPEAKS_OF_WORDS, voiceOf } from '../../src/guide/links.ts';
import { PAIRINGS } from '../../src/guide/relations.ts';
import { BUILDS } from './builds.ts';
import { site } from './site.ts';

const guide = checkedGuide();
const pageOf = (address: string) => parseHTML(readFileSync(join(BUILDS.root.folder, address, 'index.html'), 'utf8')).document;
const textOf = (address: string) => pageOf(address).querySelector('main')?.textContent ?? '';
const judged = guide.links.filter(isJudged);
const { open } = site();

describe('The ledger of links', () => {
  test('holds all pairs, none in the paper’s voice, few of them not assessed', () => {
    const count = countLinks(guide.links);
    const findings = (kind: string) => guide.findings.filter((finding) => finding.kind === kind).length;
    expect(count.all).toBe(PAIRINGS.reduce((all, { from, to }) => all + findings(from) * findings(to), 0));
    expect(count.paper).toBe(0);
    expect(count.states['not-assessed']).toBeLessThanOrEqual(15);
  });
  test('every judged pair stands on the pages of both its ends with a link to its page, where one may help with its reason on the first, where one may harm on both', () => {
    const pages = new Map<string, Document>();
    for (const link of judged)
      for (const end of [link.ends.from, link.ends.to]) {
        const page = pages.get(end.ref) ?? (pageOf(end.ref) as unknown as Document);
        pages.set(end.ref, page);
        const anchor = page.querySelector(`main a[href="/links/${link.id}/"]`);
        expect([end.ref, link.id, anchor !== null]).toEqual([end.ref, link.id, true]);
        if (isOpen(link) ? end === link.ends.from : isWorse(link)) expect(anchor?.closest('li')?.textContent).toContain(link.data.reason);
      }
  });
  test('every page of a pair says whose it is, why, what speaks against it and what would change our mind', () => {
    for (const link of judged) {
      const text = textOf(`links/${link.id}`);
      for (const part of [
        link.data.reason,
        link.data.against,
        link.data['would-change-our-mind'],
        ...link.data.sources.map(({ says }) => says),
        ...(link.data.state === 'not-linked' && link.data.despite ? [DESPITE, link.data.despite] : []),
      ])
        expect([link.id, text.includes(part)]).toEqual([link.id, true]);
      expect(text).toContain('The abstract does not pair the two.');
    }
  });
  test('every page of a pair says what its sources speak of, and leads to what a response works by way of', () => {
    for (const link of judged) {
      const page = pageOf(`links/${link.id}`);
      const text = page.querySelector('main')?.textContent ?? '';
      for (const [of, words] of Object.entries(SPEAKS_OF_WORDS))
        expect([link.id, of, text.split(words).length - 1]).toEqual([
          link.id,
          of,
          link.data.sources.filter((bearing) => bearing['speaks-of'] === of).length,
        ]);
      const ways = byWayOf(guide, link);
      expect([link.id, text.includes('We think it works only by way of')]).toEqual([link.id, ways.length > 0]);
      for (const way of ways)
        expect([link.id, page.querySelector(`main .voice.editors a[href="/${way.ref}/"]`) !== null]).toEqual([link.id, true]);
    }
  });
  test('the page of a finding tells what may make it worse under a heading of its own, in the open', () => {
    for (const finding of guide.findings)
      for (const { heading: over, harm, worse } of linksOf(guide, finding, ({ data }) => data.title)) {
        const page = pageOf(finding.ref);
        const section = [...page.querySelectorAll('section.links')].find((one) => one.querySelector('h2')?.textContent === over);
        const heading = [...(section?.querySelectorAll('h3') ?? [])].find((h3) => h3.textContent === harm);
        expect([finding.ref, harm, heading !== undefined]).toEqual([finding.ref, harm, worse.length > 0]);
        for (const { link } of worse) {
          const item = heading?.nextElementSibling;
          expect([link.id, item?.textContent?.includes(link.data.reason), item?.closest('details') ?? null]).toEqual([link.id, true, null]);
        }
      }
  });
  test('the matrix agrees with the ledger cell by cell, as table and as list', () => {
    const page = pageOf('matrix');
    for (const link of judged) {
      const state = guide.about.links.states[link.data.state].label;
      const cells = [...page.querySelectorAll(`a[href="/links/${link.id}/"]:not(.panel *)`)].map(
        (a) => a.closest('td, li, svg a')?.textContent ?? '',
      );
      // pairs of the figure stand in its two drawings, too
      expect([link.id, cells.length]).toEqual([link.id, link.ends.from.kind === 'gaps' ? 4 : 2]);
      for (const cell of cells) expect([link.id, cell.toLowerCase().includes(state.toLowerCase())]).toEqual([link.id, true]);
    }
    const words = [...page.querySelectorAll('.matrix td .link-mark')].map((mark) => mark.textContent?.trim());
    expect(words.length).toBe(guide.links.length);
    expect(words.filter((text) => text === '').length).toBe(0);
    for (const th of page.querySelectorAll('.matrix th')) expect(th.hasAttribute('scope')).toBe(true);
  });
  test('every source’s page names the links it bears on', () => {
    for (const link of judged)
      for (const { source } of link.data.sources) {
        const page = pageOf(`sources/${source}`);
        expect([source, link.id, page.querySelector(`a[href^="/links/${link.id}/"]`) !== null]).toEqual([source, link.id, true]);
      }
  });
  test('what a source says stands on the page of each finding it bears on', () => {
    for (const source of guide.sources)
      for (const finding of source.data.findings)
        for (const { to } of finding.on) expect([source.id, to, textOf(to).includes(finding.text)]).toEqual([source.id, to, true]);
  });
});

describe('The filter of a list', () => {
  test('narrows, says how many, keeps the choice in the address, and Back undoes it', async () => {
    await open('links/', {}, async (page) => {
      const visible = () => page.locator('filter-list li:visible').count();
      expect(await visible()).toBe(guide.links.length);
      await page.locator('[name="state"]').selectOption('contested');
      const [first, ...others] = guide.links.filter(({ data }) => data.state === 'contested');
      const contested = others.length + 1;
      const end = first?.ends?.from.ref.replace('/', '-') ?? '';
      expect(await visible()).toBe(contested);
      expect(new URL(page.url()).search).toBe('?state=contested');
      await page.waitForFunction(
        (words) => document.querySelector('.filters .status')?.textContent === words,
        `${shown(contested, guide.links.length, 'link', 'links')}.`,
      );
      await page.locator('[name="end"]').selectOption(end);
      expect(new URL(page.url()).search).toBe(`?end=${end}&state=contested`);
      await page.goBack();
      expect(await visible()).toBe(contested);
      await page.goBack();
      expect(await visible()).toBe(guide.links.length);
    });
  });
  test('takes a choice from a shared address and shows a hostile one as no choice', async () => {
    const on =
      guide.sources.flatMap(({ data }) => data.findings.flatMap((finding) => finding.on)).find(({ stance }) => stance === 'refines')?.to ??
      '';
    await open(`sources/?on=${on.replace('/', '-')}&stance=refines`, {}, async (page) => {
      const right = guide.sources.filter(({ data }) =>
        data.findings.some((finding) => finding.on.some(({ to, stance }) => to === on && stance === 'refines')),
      );
      expect(right.length).toBeGreaterThan(0);
      const shown = await page
        .locator('filter-list tbody tr:visible a.to')
        .evaluateAll((links) => links.map((a) => (a as HTMLAnchorElement).pathname));
      expect(shown.sort()).toEqual(right.map(({ id }) => `/sources/${id}/`).sort());
    });
    const log = await open('sources/?on=%22%3E%3Cimg src=x onerror=alert(1)%3E&stance=__proto__', {}, async (page) => {
      expect(await page.locator('filter-list tbody tr:visible').count()).toBe(guide.sources.length);
    });
    expect(log.errors).toEqual([]);
  });
  test('keeps what holds the words, and puts rows in another order', async () => {
    await open('sources/?q=career&order=year', {}, async (page) => {
      const rows = page.locator('filter-list tbody tr:visible');
      expect(await rows.count()).toBeLessThan(guide.sources.length);
      for (const text of await rows.allTextContents()) expect(text.toLowerCase()).toContain('career');
      const years = await rows.evaluateAll((all) => all.map((row) => Number((row as HTMLElement).dataset.year)));
      expect(years).toEqual([...years].sort((a, b) => b - a));
      await page.locator('filter-list [name="q"]').fill('');
      expect(await rows.count()).toBe(guide.sources.length);
      expect(new URL(page.url()).search).toBe('?order=year');
    });
  });
  test('without scripts the whole list is there and no dead control', async () => {
    await open('links/', { javaScriptEnabled: false }, async (page) => {
      expect(await page.locator('filter-list li:visible').count()).toBe(guide.links.length);
      expect(await page.locator('.filters').isVisible()).toBe(false);
    });
  });
  test('one control empties and fills the matrix, picture and list, without scripts too', async () => {
    const pairs = guide.links.filter(({ ends }) => ends?.from.kind === 'gaps');
    const of = (voice: string) => pairs.filter((link) => voiceOf(link) === voice).length;
    await open('matrix/', { viewport: { width: 360, height: 800 }, javaScriptEnabled: false, reducedMotion: 'reduce' }, async (page) => {
      const marks = () =>
        page.locator('svg.narrow .cell .m').evaluateAll((all) => all.filter((mark) => getComputedStyle(mark).fillOpacity !== '0').length);
      const listed = () => page.locator('.twin li:visible').count();
      expect(await page.locator('.matrix').first().isVisible()).toBe(false);
      await page.locator('.twin > summary').click();
      for (const [label, count] of [
        ['Everything', pairs.length],
        ['The paper says', of('paper')],
        ['Others add', of('others')],
        ['We infer', of('editors')],
      ] as const) {
        await page.locator('.whose-control label', { hasText: label }).click();
        expect([label, await marks(), await listed()]).toEqual([label, count, count]);
        expect(await page.locator('.nothing').isVisible()).toBe(label === 'The paper says');
      }
    });
  });
  test('the address carries what the control shows, and an old address opens as before', async () => {
    await open('matrix/?whose=others', {}, async (page) => {
      const chosen = page.locator('.whose-control :checked');
      await expect.poll(() => chosen.inputValue()).toBe('others');
      await chosen.focus();
      await page.keyboard.press('ArrowLeft');
      expect(new URL(page.url()).search).toBe('?whose=paper');
      await expect.poll(() => page.locator('.status').textContent()).toBe(`None of ${guide.counts.get('links/gaps')} pairs shown.`);
      await page.goBack();
      expect(await chosen.inputValue()).toBe('others');
    });
  });
});
