import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { recordDocx } from '../../../../src/documents/decision-record/record-docx.ts';
import type { RecordView } from '../../../../src/documents/decision-record/view.ts';
import { linesOf } from '../../../../src/documents/text/texts.ts';
import { openXmlFaultsIn } from '../../../open-xml.ts';
import { isWellFormed } from '../../well-formed.ts';
import { hostileViews, tamed, textsOf } from './hostile.ts';
import { blank, longest, typical } from './views.ts';

type Parts = Record<string, string>;

/** The parts of a document by path. */
async function partsOf(view: RecordView): Promise<Parts> {
  const files = unzipSync(await recordDocx(view));
  return Object.fromEntries(Object.entries(files).map(([path, bytes]) => [path, strFromU8(bytes)]));
}
const body = (parts: Parts): string => parts['word/document.xml'] ?? '';
const decoded = (xml: string): string =>
  xml.replace(/&(lt|gt|quot|apos|amp);/g, (_, name) => ({ lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' })[name as 'lt'] ?? '');
/** The paragraphs of a part with their line breaks. */
const paragraphsIn = (xml: string): string[] =>
  [...xml.matchAll(/<w:p>(.*?)<\/w:p>/gs)].map(([, inner = '']) =>
    [...inner.matchAll(/<w:t [^>]*>([^<]*)<\/w:t>|<w:(br|tab)\/>/g)]
      .map(([, text, gap]) => (gap === 'br' ? '\n' : gap === 'tab' ? '\t' : decoded(text ?? '')))
      .join(''),
  );
const countOf = (xml: string, what: RegExp): number => xml.match(what)?.length ?? 0;

describe('the document of a typical record', () => {
  test('has its name, its language and real headings', async () => {
    const parts = await partsOf(typical);
    expect(parts['docProps/core.xml']).toContain('<dc:title>Keeping young trees alive through 2033</dc:title>');
    expect(parts['word/styles.xml']).toContain('<w:lang w:val="en-US"/>');
    const styled = (style: string) =>
      [...body(parts).matchAll(new RegExp(`<w:p><w:pPr><w:pStyle w:val="${style}"/>.*?</w:p>`, 'g'))].flatMap(([xml]) => paragraphsIn(xml));
    expect(styled('Title')).toEqual(['Keeping young trees alive through 2033']);
    expect(styled('Heading1')).toEqual([
      'The gaps we found',
      'What we chose',
      'What the choice may touch',
      'What has changed in the guide since',
      'When we look at it again',
      'Who took part',
    ]);
    expect(styled('Heading2')).toEqual([
      '1. Name a water warden for every street',
      '2. Order trees a year ahead',
      '3. Give each tree a line in the town budget',
    ]);
  });

  test('carries the mark of every pair and every case against in words', async () => {
    const paragraphs = paragraphsIn(body(await partsOf(typical)));
    for (const { pairs } of typical.choices)
      for (const { mark, gap, reason, against, sources } of pairs) {
        const at = paragraphs.indexOf(`${mark}. ${gap}`);
        expect(at, gap).toBeGreaterThan(0);
        expect(paragraphs.slice(at + 1)).toContain(reason);
        if (against) expect(paragraphs).toContain(`Against, we infer. ${against}`);
        if (sources.length > 0) expect(paragraphs).toContain(`Sources: ${sources.join(', ')}.`);
      }
  });

  test('keeps line breaks of the team', async () => {
    expect(paragraphsIn(body(await partsOf(typical)))).toContain(
      'Why it fits here\tOur dead saplings stand where no house has a tap at the front.\nTwo streets share a hose already and lost none.',
    );
  });

  test('has lines to write on where nothing was written, and no word for it', async () => {
    const xml = body(await partsOf(typical));
    expect(paragraphsIn(xml)).toContain('What would make us stop\t\t');
    expect(countOf(xml, /w:leader="underscore"/g)).toBe(1);
    const empty = paragraphsIn(body(await partsOf(blank)));
    expect(empty.slice(empty.indexOf('What the choice may touch'))).toEqual([
      ...['What the choice may touch', '', 'When we look at it again', '', 'Who took part'],
      ...['Name', 'Signature', 'Date', ...Array(9).fill('')],
    ]);
  });

  test('has a foot with guide, edition, pages and address', async () => {
    const foot = (await partsOf(typical))['word/footer1.xml'] ?? '';
    expect(paragraphsIn(foot)).toEqual(['Shade for small towns · edition of May 4, 2032\tPage  of ', typical.address]);
    expect(foot).toMatch(/PAGE.*NUMPAGES/s);
  });

  test('gives everyone who took part a row to sign in, or a few empty ones under a text', async () => {
    const signed = paragraphsIn(body(await partsOf(typical)));
    expect(signed.slice(-9)).toEqual([
      'Ines Falk, parks office',
      '',
      '',
      'Tomas Reed, town nursery',
      '',
      '',
      'Anouk Lindqvist, mayor',
      '',
      '',
    ]);
    const told = paragraphsIn(body(await partsOf({ ...typical, people: 'All of us' })));
    expect(told.slice(-13)).toEqual(['All of us', 'Name', 'Signature', 'Date', ...Array(9).fill('')]);
  });
});

test('a record is sound Open XML, with every table named', async () => {
  expect((await openXmlFaultsIn(await recordDocx(longest), 'docx')) ?? []).toEqual([]);
  const names = [...body(await partsOf(typical)).matchAll(/<w:tblCaption w:val="([^"]*)"\/>/g)].map(([, name]) => name);
  expect(names).toEqual(['What we chose', 'Who took part']);
});

test('the same record gives the same document but for the stamps of the library', async () => {
  const unstamped = (parts: Parts) =>
    Object.entries(parts).map(([path, xml]) => [path, xml.replace(/rId[\w-]{15,}/g, 'rId').replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'now')]);
  expect(unstamped(await partsOf(typical))).toEqual(unstamped(await partsOf(typical)));
});

describe('whatever the team and the guide wrote', () => {
  test('the parts are XML, and hold no heading or link but those of the record', async () => {
    await fc.assert(
      fc.asyncProperty(hostileViews, async (view) => {
        const parts = await partsOf(view);
        const tame = await partsOf(tamed(view));
        for (const [path, xml] of Object.entries(parts)) expect(isWellFormed(xml), path).toBe(true);
        for (const what of [/<w:pStyle w:val="(Heading\d|Title)"\/>/g, /<w:hyperlink /g, /<w:tr>/g])
          expect(countOf(body(parts), what)).toBe(countOf(body(tame), what));
      }),
      { numRuns: 40 },
    );
  });

  test('every word of it stands in the document', async () => {
    const squeezed = (text: string): string => text.replace(/\s+/g, ' ').trim();
    await fc.assert(
      fc.asyncProperty(hostileViews, async (view) => {
        const parts = await partsOf(view);
        const text = squeezed([body(parts), parts['word/footer1.xml'] ?? ''].flatMap(paragraphsIn).join('\n'));
        for (const one of textsOf(view)) expect(text).toContain(squeezed(linesOf(one).join(' ')));
      }),
      { numRuns: 40 },
    );
  });

  test('only addresses of the web are linked', async () => {
    const rels = (
      await partsOf({ ...typical, gaps: [{ title: 'a', address: 'javascript:alert(1)' }], address: 'https://b.example/?c=1&d="' })
    )['word/_rels/document.xml.rels'];
    expect(rels).not.toContain('javascript');
  });
});

test('the longest record keeps all it holds', async () => {
  const paragraphs = paragraphsIn(body(await partsOf(longest))).join('\n');
  for (const text of textsOf(longest.choices)) expect(paragraphs).toContain(text.trim());
});

test('a row may be parted only where it is higher than a page', async () => {
  const rows = async (step: string) =>
    countOf(body(await partsOf({ ...typical, choices: typical.choices.map((choice) => ({ ...choice, step })) })), /<w:cantSplit\/>/g);
  // two heads and three rows to sign in stay whole
  expect([await rows('one\nline more'), await rows('line\n'.repeat(60))]).toEqual([8, 5]);
});
