import type { Guide } from '../../guide/types.ts';
import type { Sheets } from '../figure-files.ts';
import { kept, keptOfAll } from '../kept.ts';
import { bookData } from './book.ts';
import { BRIEF_PDF, documentPdf, findingPdf, GUIDE_PDF, handoutPdf } from './paths.ts';
import { hasBook, type Template, typeset } from './press.ts';
import { briefSheet, documentSheet, findingSheet, handoutSheet } from './sheets.ts';

/** A PDF of the guide. */
export interface PdfFile {
  /** its path in the site */
  path: string;
  template: Template;
  /** how many pages it should have; undefined for as many as it needs */
  most?: number | undefined;
  /** what its template reads */
  data(site: URL | undefined, sheets: Sheets): object;
}

/** Every PDF of the guide, the whole first: it takes the longest. */
export function pdfFiles(guide: Guide): PdfFile[] {
  return [
    ...(hasBook(guide)
      ? [{ path: GUIDE_PDF, template: 'book', data: (site, sheets) => bookData(guide, site, sheets) } satisfies PdfFile]
      : []),
    { path: BRIEF_PDF, template: 'sheet', most: 1, data: (site, sheets) => briefSheet(guide, site, sheets) },
    ...guide.findings.map(
      (entry): PdfFile => ({
        path: findingPdf(entry),
        template: 'sheet',
        data: (site, sheets) => findingSheet(guide, entry, site, sheets),
      }),
    ),
    ...guide.lessons.flatMap((entry) =>
      [false, true].map(
        (answers): PdfFile => ({
          path: handoutPdf(entry, answers),
          template: 'sheet',
          data: (site, sheets) => handoutSheet(guide, entry, answers, site, sheets),
        }),
      ),
    ),
    ...guide.documents.flatMap((entry) =>
      [false, ...(entry.data.example ? [true] : [])].map(
        (isFilledIn): PdfFile => ({
          path: documentPdf(entry, isFilledIn),
          template: 'sheet',
          most: entry.data.pages,
          data: (site, sheets) => documentSheet(guide, entry, isFilledIn, site, sheets),
        }),
      ),
    ),
  ];
}

/** The templates, and the code that sets them. What stands in a PDF is in its data. */
const CODE = ['parts.typ', 'book.typ', 'sheet.typ', 'press.ts', 'packed.ts', 'woff.ts'].map((name) => `src/exports/typeset/${name}`);

/**
 * A PDF as bytes, made once, then kept by what stands in it; and by all that content and code hold, so that nobody need lay it out
 * to know that nothing has changed. The same content gives the same bytes.
 *
 * @param site the address of the site, where it is known: without it no link leads to a page of it
 * @throws PlainError where this build makes none
 */
export const pdfOf = (
  guide: Guide,
  { path, template, most, data }: PdfFile,
  site: URL | undefined,
  sheets: Sheets,
): Promise<Uint8Array<ArrayBuffer>> =>
  keptOfAll(guide, path, site, () => {
    const value = data(site, sheets);
    return kept([JSON.stringify(value), template, String(most)], CODE, async () => typeset(template, value, most, path));
  });
