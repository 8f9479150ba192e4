import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { CHECK_COLUMNS, checkCsv } from '../../../../src/documents/self-check/check-csv.ts';
import { checkDocx } from '../../../../src/documents/self-check/check-docx.ts';
import type { KnownQuestion } from '../../../../src/documents/self-check/check-guide.ts';
import { type CheckView, viewOf } from '../../../../src/documents/self-check/view.ts';
import { plainCell } from '../../../../src/lib/csv.ts';
import { LINK_VOICES } from '../../../../src/lib/voices.ts';
import { openXmlFaultsIn } from '../../../open-xml.ts';
import { isWellFormed } from '../../well-formed.ts';
import { chairs, guide, source, view } from './views.ts';

const HERE = 'https://guide.example/self-check/';
const [first, eleventh] = [guide.questions[0], guide.questions[10]] as [KnownQuestion, KnownQuestion];
const TWO = [
  view('Executive', 'ipinpunnpp-iu-', { [eleventh.id]: '=1+1', [first.id]: 'Written in March.\nOn one page.' }),
  view('Program leader', 'nppnnnn-inpnu-', { [first.id]: 'Never seen it.' }),
];
const two = viewOf(guide, TWO, HERE);
const rowsOf = (text: string): string[][] => parse(text, { bom: true, relax_column_count: false });

describe('The table', () => {
  test('has a row for each question and each view, and none of them starts a formula', () => {
    const [head, ...rows] = rowsOf(checkCsv(two));
    expect(head).toEqual(Object.keys(CHECK_COLUMNS));
    expect(rows).toHaveLength(2 * guide.questions.length);
    expect(rows.find(([question, , , letter]) => question === eleventh.id && letter === 'A')).toEqual([
      eleventh.id,
      eleventh.ask,
      `${two.rows[10]?.about.kind}: ${two.rows[10]?.about.name}`,
      'A',
      'Executive',
      'Not answered',
      "'=1+1",
    ]);
  });
  test('gives every word back, whatever was written', () => {
    fc.assert(
      fc.property(chairs(3), (views) => {
        const shown = viewOf(guide, views, HERE);
        const [, ...rows] = rowsOf(checkCsv(shown));
        expect(rows.map((row) => row.map(plainCell))).toEqual(
          shown.rows.flatMap(({ question, ask, about, said }) =>
            said.map(({ letter, name, word, note }) => [question, ask, `${about.kind}: ${about.name}`, letter, name, word, note]),
          ),
        );
      }),
      { numRuns: 300 },
    );
  });
});

describe('The sheet to discuss', () => {
  const bodyOf = async (shown: CheckView): Promise<string> => {
    const files = unzipSync(await checkDocx(shown));
    return strFromU8(files['word/document.xml'] as Uint8Array);
  };
  const textOf = (xml: string): string =>
    [...xml.matchAll(/<w:p>(.*?)<\/w:p>/gs)]
      .map(([, inner = '']) => [...inner.matchAll(/<w:t [^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text).join(''))
      .join('\n');
  test('begins with the finding and the differences, with both words, both notes and the question to talk about', async () => {
    const text = textOf(await bodyOf(two));
    const order = [
      'You differ on 6 of the 11 questions that both of you answered; on 2 more at least one of you does not know; you agree on the other 3.',
      'No validated instrument: no score, no level, no benchmark.',
      'Where you differ',
      'A Executive: in place. Written in March.On one page.',
      'B Program leader: not in place. Never seen it.',
      `To talk about: ${first.talk}`,
      'What nobody finds in place',
      'What at least one of you does not know',
      'All questions',
      'What we look into next',
    ].map((words) => text.indexOf(words));
    expect(order.every((at) => at >= 0)).toBe(true);
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(text).toContain('What it may bear on: ');
    expect(text).toMatch(/\(linked, (others add|we infer)\)/);
  });
  test('is sound Open XML, with its table named and no level of headings left out', async () => {
    expect((await openXmlFaultsIn(await checkDocx(two), 'docx')) ?? []).toEqual([]);
    const body = await bodyOf(two);
    expect(body).toContain('<w:tblCaption w:val="All questions"/>');
    const styles = [...body.matchAll(/<w:pStyle w:val="(Title|Heading\d)"\/>/g)].map(([, style]) => style);
    expect(styles.slice(0, 3)).toEqual(['Title', 'Heading1', 'Heading1']);
    expect(new Set(styles)).toEqual(new Set(['Title', 'Heading1', 'Heading2']));
  });
  test('is well-formed, whatever was written', async () => {
    await fc.assert(
      fc.asyncProperty(chairs(6), async (views) => {
        expect(isWellFormed(await bodyOf(viewOf(guide, views, HERE)))).toBe(true);
      }),
      { numRuns: 40 },
    );
  });
});

describe('A view of the page', () => {
  test('says of every link whose it is, and links nothing that was closed', () => {
    const told = source.links.filter(({ data }) => ['linked', 'contested', 'may-worsen'].includes(data.state));
    const shown = two.rows.flatMap(({ bears }) => bears);
    expect(shown.length).toBeGreaterThan(0);
    expect(
      shown.every(
        ({ mark, voice }) =>
          LINK_VOICES.includes(voice) && /^(Linked|Contested|May make it worse), (the paper says|others add|we infer)$/.test(mark),
      ),
    ).toBe(true);
    // every open pair and every warning of a gap or a support that is asked about, seen from each end that is
    const asked = new Set(source.questions.slice(0, guide.questions.length).map(({ data }) => data.about));
    expect(shown.length).toBe(
      told.flatMap(({ ends }) => (ends ? [ends.from.ref, ends.to.ref].filter((ref) => asked.has(ref)) : [])).length,
    );
  });
  test('takes what nobody finds in place to the record', () => {
    expect(two.missing).toEqual([4, 7, 2, 5, 10].map((place) => source.questions[place - 1]?.data.about.replace('/', '-')));
  });
});
