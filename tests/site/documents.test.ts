import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import type { GuideFile } from '../../src/exports/guide-schema.ts';
import { hasPdfs } from '../../src/exports/typeset/press.ts';
import { lettersOf } from '../open-xml.ts';
import { BUILDS } from './builds.ts';
import { site } from './site.ts';

const { open } = site();
const root = BUILDS.root.folder;
const json = JSON.parse(readFileSync(`${root}/data/guide.json`, 'utf8')) as GuideFile;
const sheets = json.entries
  .filter((entry) => entry.kind === 'documents')
  .map((entry) => ({ ...entry, id: entry.ref.slice('documents/'.length) }));
/** Pages of a PDF as Chromium writes it. */
const pagesOf = (pdf: Buffer): number => (pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g) ?? []).length;

test('The list names every sheet with its files', () => {
  const { document } = parseHTML(readFileSync(`${root}/documents/index.html`, 'utf8'));
  const links = [...document.querySelectorAll('.sheets a')].map((a) => a.getAttribute('href'));
  expect(links).toEqual(
    sheets.flatMap(({ id, example }) => [
      `/documents/${id}/`,
      ...(hasPdfs() ? [`/documents/${id}/${id}.pdf`] : []),
      `/documents/${id}/${id}.docx`,
      `/documents/${id}/${id}.md`,
      ...(example ? [`/documents/${id}/filled-in/`] : []),
    ]),
  );
});

describe.each(sheets)('$id', ({ id, title, pages, parts, example }) => {
  test.runIf(pages).each(['A4', 'Letter'] as const)('keeps to its sheets of %s, empty and filled in', async (format) => {
    for (const path of [`documents/${id}/`, ...(example ? [`documents/${id}/filled-in/`] : [])])
      await open(path, {}, async (page) => {
        expect([path, pagesOf(await page.pdf({ format })) <= (pages ?? 0)]).toEqual([path, true]);
      });
  });
  test('prints the sheet and not what is about it', () =>
    open(`documents/${id}/`, {}, async (page) => {
      await page.emulateMedia({ media: 'print' });
      for (const { heading } of parts) expect(await page.getByRole('heading', { name: heading }).first().isVisible()).toBe(true);
      expect(await page.locator('#take, #cite, nav:visible').filter({ visible: true }).count()).toBe(0);
      expect(await page.locator('.part .mark b').first().isVisible()).toBe(true);
    }));
  test('its Word file opens and holds its parts; its Markdown too', () => {
    for (const name of [id, ...(example ? [`${id}-filled-in`] : [])]) {
      const files = unzipSync(readFileSync(`${root}/documents/${id}/${name}.docx`));
      expect(Object.keys(files)).toEqual(expect.arrayContaining(['[Content_Types].xml', 'word/document.xml', 'word/styles.xml']));
      const text = lettersOf(strFromU8(files['word/document.xml'] as Uint8Array).replace(/<[^>]+>/g, ''));
      const markdown = readFileSync(`${root}/documents/${id}/${name}.md`, 'utf8').replaceAll('\\', '');
      for (const { heading } of parts) {
        expect(text).toContain(heading);
        expect(markdown).toContain(`## ${heading}`);
      }
      expect(markdown).toContain(`# ${title}`);
    }
  });
});
