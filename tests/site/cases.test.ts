import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import type { CaseSheet } from '../../src/documents/compare-cases/case-sheet.ts';
import type { GuideFile } from '../../src/exports/guide-schema.ts';
import { plainCell } from '../../src/lib/csv.ts';
import { BUILDS } from './builds.ts';
import { site } from './site.ts';

const { open } = site();
const root = BUILDS.root.folder;
const json = JSON.parse(readFileSync(`${root}/data/guide.json`, 'utf8')) as GuideFile;
const cases = json.entries.filter((entry) => entry.kind === 'cases');
const [first, second, third, fourth, fifth] = cases.map(({ ref }) => ref.slice(6));
const sheetOf = (id: string) => JSON.parse(readFileSync(`${root}/cases/${id}.json`, 'utf8')) as CaseSheet;
const csvOf = (name: string) =>
  (parse(readFileSync(`${root}/data/${name}.csv`, 'utf8'), { bom: true, columns: true }) as Record<string, string>[]).map((row) =>
    Object.fromEntries(Object.entries(row).map(([column, cell]) => [column, plainCell(cell)])),
  );
const columns = 'compare-cases thead th a';

describe('The table of cases', () => {
  test('is narrowed by who pays, with the choice in the address; Back undoes it', () =>
    open('cases/', {}, async (page) => {
      const shown = () => page.locator('.cases-table tbody tr:not([hidden])').count();
      expect(await shown()).toBe(cases.length);
      await page.selectOption('select[name="payer"]', 'own-system');
      const own = cases.filter(({ payers }) => payers.some(({ payer }) => payer === 'own-system')).length;
      expect(await shown()).toBe(own);
      expect(new URL(page.url()).search).toBe('?payer=own-system');
      await page.waitForFunction(() => document.querySelector('filter-list .status')?.textContent !== '');
      expect(await page.locator('filter-list .status').textContent()).toBe(`${own} of ${cases.length} cases shown.`);
      await page.goBack();
      expect(await shown()).toBe(cases.length);
    }));

  test('keeps its rows and heads for who does not see it, on a phone too', () =>
    open('cases/', { viewport: { width: 360, height: 800 } }, async (page) => {
      expect(await page.getByRole('columnheader').count()).toBe(5);
      expect(await page.getByRole('rowheader').count()).toBe(cases.length);
      expect(await page.getByRole('row').count()).toBe(cases.length + 1);
    }));

  test('is there as a whole without scripts', () =>
    open('cases/', { javaScriptEnabled: false }, async (page) => {
      expect(await page.locator('.cases-table tbody tr').count()).toBe(cases.length);
      expect(await page.locator('fieldset.filters').isVisible()).toBe(false);
    }));
});

describe('The comparison', () => {
  const at = (...ids: (string | undefined)[]) => `cases/compare/?${new URLSearchParams(ids.map((id) => ['case', id ?? '']))}`;
  const said = (page: { locator(selector: string): { textContent(): Promise<string | null> } }) =>
    page.locator('compare-cases .status').textContent();

  test('opened without a choice it says nothing and shows nothing', () =>
    open('cases/compare/', {}, async (page) => {
      expect([await page.locator('compare-cases table').count(), await said(page)]).toEqual([0, '']);
      await page
        .locator('compare-cases select')
        .first()
        .selectOption(first as string);
      await page.waitForFunction(() => document.querySelector('compare-cases .status')?.textContent !== '');
      expect(await said(page)).toBe('Choose one more case to compare.');
      expect(await page.locator('[data-print]').isVisible()).toBe(false);
    }));

  test('sets two to four side by side, each fact with its source, with the choice in the address', () =>
    open(at(first, second), {}, async (page) => {
      await page.locator('compare-cases table').waitFor();
      expect(await said(page)).toBe('Two cases side by side.');
      for (const [i, id] of [first, second].entries()) {
        const sheet = sheetOf(id as string);
        expect(await page.locator(columns).nth(i).textContent()).toBe(sheet.name);
        const texts = await page.locator(`compare-cases tbody tr > :nth-child(${i + 2})`).allTextContents();
        for (const [r, { items }] of sheet.rows.entries())
          for (const { text, source } of items) expect(texts[r]).toContain(source ? `${text} ${source}` : text);
      }
      await page
        .locator('compare-cases select')
        .nth(2)
        .selectOption(third as string);
      await page.locator(columns).nth(2).waitFor();
      expect(new URL(page.url()).searchParams.getAll('case')).toEqual([first, second, third]);
      await page.goBack();
      await page.waitForFunction(() => document.querySelectorAll('compare-cases thead th a').length === 2);
    }));

  test('leaves out what there is not and what has no room, and says so; a case stands in one column', async () => {
    await open(at(first, 'no-such-case', second), {}, async (page) => {
      await page.locator('compare-cases table').waitFor();
      expect(await said(page)).toBe('One case in the address is not in this guide. Two cases side by side.');
    });
    await open(at(first, second, third, fourth, fifth, first), {}, async (page) => {
      await page.locator('compare-cases table').waitFor();
      expect(await page.locator(columns).count()).toBe(4);
      expect(await said(page)).toBe('One more in the address has no room: four stand side by side at most. Four cases side by side.');
      expect(await page.locator('compare-cases select').nth(1).locator(`option[value="${first}"]`).isDisabled()).toBe(true);
    });
  });

  test('shows no old sheet where a case does not come, and shows it when it comes at last', () =>
    open(at(first, second), {}, async (page) => {
      await page.locator('compare-cases table').waitFor();
      await page.route(`**/cases/${third}.json`, (route) => route.abort());
      await page
        .locator('compare-cases select')
        .nth(1)
        .selectOption(third as string);
      await page.waitForFunction(() => /could not be loaded/.test(document.querySelector('compare-cases .status')?.textContent ?? ''));
      expect([await page.locator('compare-cases table').count(), await page.locator('[data-print]').isVisible()]).toEqual([0, false]);
      await page.unroute(`**/cases/${third}.json`);
      await page
        .locator('compare-cases select')
        .nth(1)
        .selectOption(second as string);
      await page
        .locator('compare-cases select')
        .nth(1)
        .selectOption(third as string);
      await page.locator(columns).nth(1).waitFor();
      expect(await page.locator(columns).nth(1).textContent()).toBe(sheetOf(third as string).name);
    }));

  test('says what a blank means, on paper too', () =>
    open(at(first, second), {}, async (page) => {
      await page.locator('compare-cases table').waitFor();
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('.blank-means').isVisible()).toBe(true);
      expect(await page.locator('.compared').isVisible()).toBe(false);
    }));

  test('prints two cases on one side of a sheet and any four on its two sides, lying', async () => {
    const sides = (ids: (string | undefined)[], format: 'A4' | 'Letter') =>
      open(at(...ids), {}, async (page) => {
        await page
          .locator(columns)
          .nth(ids.length - 1)
          .waitFor();
        const pdf = (await page.pdf({ preferCSSPageSize: true, format })).toString('latin1');
        const [, width, height] = /MediaBox \[0 0 ([\d.]+) ([\d.]+)/.exec(pdf) ?? [];
        expect(Number(width)).toBeGreaterThan(Number(height));
        expect([ids, (pdf.match(/\/Type\s*\/Page\b(?!s)/g) ?? []).length]).toEqual([
          ids,
          expect.toSatisfy((n) => n <= Math.ceil(ids.length / 2)),
        ]);
      });
    await sides(['duke', 'penn-medicine'], 'A4');
    await sides(['kp-washington', 'kp-northern-california', 'va-queri', 'mass-general-brigham'], 'Letter');
    await sides(['vanderbilt', 'sydney-health-partners', 'ucsf-caring-wisely', 'stanford-esu'], 'A4');
  });

  test('without scripts leads to the page of each case', () =>
    open('cases/compare/', { javaScriptEnabled: false }, async (page) => {
      expect(await page.locator('noscript a, #each ~ ul a').count()).toBe(cases.length);
    }));
});

describe('What cases tell', () => {
  test('stands in the files as on the page, each fact once', () => {
    const rows = csvOf('cases');
    expect(rows.length).toBe(cases.reduce((sum, { facts }) => sum + Object.values(facts).flat().length, 0));
    for (const { ref, facts } of cases)
      expect(rows.filter((row) => row.case === ref.slice(6)).map(({ source, fact }) => `${source}#${fact}`)).toEqual(
        Object.values(facts).flat(),
      );
    expect(csvOf('money').map(({ id }) => `mechanisms/${id}`)).toEqual(
      json.entries.filter(({ kind }) => kind === 'mechanisms').map(({ ref }) => ref),
    );
  });

  test('is named on the page of each source that tells it, and each fact stands there', () => {
    const facts = new Map(json.sources.flatMap(({ id, findings }) => findings.map((finding) => [`${id}#${finding.id}`, finding.text])));
    for (const { ref, facts: groups } of cases.slice(0, 8))
      for (const name of Object.values(groups).flat()) {
        const [source, fact] = name.split('#');
        const { document } = parseHTML(readFileSync(`${root}/sources/${source}/index.html`, 'utf8'));
        expect([name, document.querySelector(`section:has(#used-by) a[href*="/${ref}/"]`) !== null]).toEqual([name, true]);
        expect(document.getElementById(fact as string)?.textContent).toContain(facts.get(name));
      }
  });
});
