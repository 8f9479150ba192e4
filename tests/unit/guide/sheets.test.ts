import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { addressesAt } from '../../../src/exports/addresses.ts';
import { sheetMarkdown } from '../../../src/exports/markdown/entry.ts';
import { sheetDocx } from '../../../src/exports/sheet-docx.ts';
import { buildGuide } from '../../../src/guide/build.ts';
import { checkedGuide } from '../../../src/guide/check.ts';
import { numbersOf } from '../../../src/guide/lesson-case.ts';
import { readFiles } from '../../../src/guide/read/files.ts';
import { filesOfSheet, filledTexts, lengthWords, openPoints, partsOfSheet, sheetWords, whoseWords } from '../../../src/guide/sheets.ts';
import { numbersIn } from '../../../src/lib/text.ts';
import { FINDING_KINDS } from '../../../src/schemas/kinds.ts';
import { lettersOf } from '../../open-xml.ts';
import { isWellFormed } from '../well-formed.ts';
import { FOLDER } from './malformed.ts';

const guide = checkedGuide();
const fixture = buildGuide(readFiles(FOLDER), FOLDER);
const [slip] = fixture.documents;
if (!slip) throw new Error('The fixture guide has no sheet.');
const addresses = addressesAt(new URL('https://guide.example'));

describe('A sheet', () => {
  test('empty, leaves places for the reader; filled in, holds what the invented program wrote, and no empty row', () => {
    const fields = (isFilledIn: boolean) => partsOfSheet(fixture, slip, isFilledIn)[0]?.fields.slice(3);
    expect(fields(false)).toEqual([
      { type: 'line', label: 'Which', lines: 2, value: '' },
      {
        type: 'table',
        columns: ['What', 'How much'],
        rows: [
          { cells: ['People', ''], given: 1 },
          { cells: ['', ''], given: 0 },
        ],
      },
    ]);
    expect(fields(true)).toEqual([
      { type: 'line', label: 'Which', lines: 2, value: 'A saw, for 7 months' },
      { type: 'table', columns: ['What', 'How much'], rows: [{ cells: ['People', '0.5'], given: 1 }] },
    ]);
  });
  test('asks what a page leaves open and the full text may tell, and nothing else', () => {
    expect(openPoints(fixture, 'pages/money').map(({ about, statement }) => [about, statement.text])).toEqual([
      ['Ways to pay for a shed', 'What readers would pay.'],
    ]);
    for (const kind of FINDING_KINDS)
      for (const { statement } of openPoints(guide, kind))
        expect([statement.voice, statement.where]).toEqual(['unknown', expect.stringMatching(/full text/i)]);
  });
  test('says whose it is and how long, whatever is known', () => {
    expect(sheetWords(fixture)).toContain(`“${fixture.about.name}”`);
    expect([true, false].map((isFilledIn) => whoseWords(guide, isFilledIn))).toEqual(['Invented example', 'Ours, not the study’s']);
    expect([undefined, 1, 2].map(lengthWords)).toEqual(['As long as it needs', 'One page, A4 or Letter', 'At most 2 pages, A4 or Letter']);
  });
  test('has its files, filled in where somebody fills it in', () => {
    expect(filesOfSheet(slip).map(({ name }) => name)).toEqual([
      'loan-slip.docx',
      'loan-slip.md',
      'loan-slip-filled-in.docx',
      'loan-slip-filled-in.md',
    ]);
    expect(filesOfSheet({ id: 'plain', data: { ...slip.data, example: undefined } }).map(({ name }) => name)).toEqual([
      'plain.docx',
      'plain.md',
    ]);
  });
});

test('Every number that an invented program fills in is one of its lesson’s case', () => {
  const filled = guide.documents.filter(({ data }) => data.example);
  expect(filled.map(({ id }) => id)).toEqual(['internal-request', 'business-case']);
  for (const entry of filled) {
    const own = guide.lessons.find(({ id }) => id === entry.data.example?.lesson)?.data.case;
    if (!own) throw new Error(`${entry.ref}: its lesson has no case.`);
    const stated = filledTexts(entry).flatMap(({ text }) => numbersIn(text));
    expect(stated.length).toBeGreaterThan(5);
    expect(stated.filter(({ value }) => !numbersOf(own).has(value))).toEqual([]);
  }
});

test('The people in the business case are those of the lesson, today and after the decision', () => {
  const entry = guide.documents.find(({ id }) => id === 'business-case');
  const own = guide.lessons.find(({ id }) => id === entry?.data.example?.lesson)?.data.case;
  if (!entry || !own) throw new Error('There is no business case, or no case to fill it in.');
  const payers = partsOfSheet(guide, entry, true).find(({ id }) => id === 'payers')?.fields[0];
  if (payers?.type !== 'table') throw new Error('The payers stand in no table.');
  const [outside, system, joint, all] = payers.rows.map(({ cells }) => cells.slice(1, 3).map(Number)) as [number, number][];
  const { totals } = own;
  expect([outside, system, joint, all].map((row) => row?.[0])).toEqual([
    totals['all/outside'],
    totals['all/system'],
    totals['all/joint'],
    totals.all,
  ]);
  const trial = own.projects.find(({ id }) => id === 'trial')?.effort[0]?.people ?? 0;
  // the first way of the lesson: the trial ends, and one person goes on with the system's money
  expect([outside, system, joint, all].map((row) => row?.[1])).toEqual([
    (totals['all/outside'] ?? 0) - trial,
    (totals['all/system'] ?? 0) + 1,
    totals['all/joint'],
    (totals.all ?? 0) - trial + 1,
  ]);
});

describe.each([...guide.documents, slip].flatMap((entry) => filesOfSheet(entry).map((file) => ({ ...file, entry }))))(
  '$name',
  ({ entry, type, isFilledIn }) => {
    const of = entry === slip ? fixture : guide;
    const parts = partsOfSheet(of, entry, isFilledIn);
    const texts = parts.flatMap(({ fields }) =>
      fields.flatMap((field) =>
        field.type === 'line'
          ? [field.label, field.value]
          : field.type === 'table'
            ? field.rows.flatMap(({ cells }) => cells)
            : field.type === 'list'
              ? field.items
              : [],
      ),
    );
    if (type === 'md')
      test('holds its head, its parts and every text', () => {
        const plain = sheetMarkdown(of, entry, isFilledIn, addresses).replaceAll('\\', '');
        expect(plain.split('\n')[0]).toBe(`# ${entry.data.title}${isFilledIn ? ', filled in' : ''}`);
        for (const { heading } of parts) expect(plain).toContain(`\n## ${heading}\n`);
        for (const text of texts) expect(plain).toContain(text);
        expect(plain.includes(of.about.voices.example.label)).toBe(isFilledIn);
      });
    else
      test('is a Word file: its parts are headings, its tables have heads that come again, its foot says whose it is, and it is the same each time', async () => {
        const bytes = await sheetDocx(of, entry, isFilledIn, addresses.addressFor);
        expect(Buffer.from(bytes).equals(Buffer.from(await sheetDocx(of, entry, isFilledIn, addresses.addressFor)))).toBe(true);
        const files = Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, content]) => [path, strFromU8(content)]));
        for (const [path, xml] of Object.entries(files))
          if (/\.(xml|rels)$/.test(path)) expect([path, isWellFormed(xml)]).toEqual([path, true]);
        const document = files['word/document.xml'] ?? '';
        const said = (xml: string): string => lettersOf(xml.replace(/<[^>]+>/g, ''));
        const headings = [...document.matchAll(/<w:p>(?:(?!<\/w:p>).)*?w:val="Heading1"(?:(?!<\/w:p>).)*<\/w:p>/gs)].map(([xml]) =>
          said(xml),
        );
        expect(headings).toEqual(parts.map(({ heading }) => heading));
        const tables = document.match(/<w:tbl>/g)?.length ?? 0;
        expect(document.match(/<w:tblHeader\/>/g)?.length ?? 0).toBe(tables);
        for (const text of texts) expect(said(document)).toContain(text);
        const foot = said(Object.entries(files).find(([path]) => /word\/footer\d*\.xml/.test(path))?.[1] ?? '');
        for (const words of [of.about.name, whoseWords(of, isFilledIn), `https://guide.example/documents/${entry.id}/`, 'edition of'])
          expect(foot).toContain(words);
      });
  },
);
