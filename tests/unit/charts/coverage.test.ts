import { describe, expect, test } from 'vitest';
import type { Wording } from '../../../src/charts/chart.ts';
import { layoutCoverage } from '../../../src/charts/coverage/layout.ts';
import { type CoverageRow, coverageRows, NOTHING } from '../../../src/charts/coverage/rows.ts';
import { itemsOf } from '../../../src/charts/drawing.ts';
import { measure } from '../../../src/charts/fonts.ts';
import { checkedGuide } from '../../../src/guide/check.ts';
import { sentenceUses } from '../../../src/guide/sentences.ts';
import { expectSound } from './boxes.ts';

const guide = checkedGuide();
const wording: Wording = { about: guide.about, words: {}, findings: [] };
const rows = coverageRows(guide);
const draw = (list: readonly CoverageRow[], width: number) => layoutCoverage(list, { width, measure }, wording);
const labels = (list: readonly CoverageRow[], width: number) =>
  itemsOf(draw(list, width).items).flatMap((item) => (item.type === 'label' ? [item.lines.join(' ')] : []));
const longer = (list: readonly CoverageRow[]): CoverageRow[] =>
  list.map((row) => ({
    ...row,
    sentence_name: `${row.sentence_name} ${'w'.repeat(60)}`,
    gist: `${row.gist} ${'w'.repeat(60)} ${row.gist}`,
  }));
const bare = coverageRows({ ...guide, statements: [] });
const many = Array.from({ length: 2400 }, (_, i): CoverageRow => {
  const row = rows[i % rows.length] as CoverageRow;
  return { ...row, id: `${row.id}-${i}`, sentence: `part-${Math.floor(i / 60)}`, voice: i % 60 < 20 ? 'paper' : 'editors' };
});

test('each sentence has a row for every statement that rests on it, the paper’s first', () => {
  expect(rows.map(({ sentence, page, statement, voice }) => [sentence, page, statement, voice])).toEqual(
    sentenceUses(guide).flatMap(({ sentence, paper, inferred }) => [
      ...paper.map(({ page, id }) => [sentence.id, page, id, 'paper']),
      ...inferred.map(({ page, id }) => [sentence.id, page, id, 'editors']),
    ]),
  );
  expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
});

test('a sentence that nothing rests on stays, and says so', () => {
  expect(bare.map(({ sentence, statement, text }) => [sentence, statement, text])).toEqual(
    guide.study.data.sentences.map(({ id }) => [id, '', NOTHING]),
  );
  // once for each, and once in the key
  for (const width of [720, 300]) expect(labels(bare, width).filter((text) => text === NOTHING)).toHaveLength(bare.length + 1);
});

describe.each([720, 300])('Drawn %d wide', (width) => {
  test.each([
    ['as it is', rows],
    ['with texts twice as long and words of 60 letters', longer(rows)],
    ['nothing rests on anything', bare],
    ['empty', []],
    ['one use', rows.slice(0, 1)],
    ['forty sentences of sixty uses', many],
  ])('%s: nothing overlaps, every row is there', (_, list) => {
    expectSound(() => draw(list, width), list);
  });

  test('squares pass on, diamonds infer, and the counts stand beside them', () => {
    const marks = itemsOf(draw(rows, width).items).flatMap((item) => (item.type === 'mark' && item.n !== undefined ? [item] : []));
    for (const { n, shape } of marks) expect(shape).toBe((rows[n as number] as CoverageRow).voice === 'paper' ? 'square' : 'diamond');
    const { paper, editors } = guide.about.voices;
    for (const { paper: passed, inferred } of sentenceUses(guide)) {
      const counts = [`${passed.length} ${paper.possessive}`, ...(inferred.length > 0 ? [`${inferred.length} ${editors.possessive}`] : [])];
      expect(labels(rows, width)).toContain(counts.join(' and '));
    }
  });
});
