import { describe, expect, test } from 'vitest';
import type { Wording } from '../../../src/charts/chart.ts';
import { itemsOf } from '../../../src/charts/drawing.ts';
import { measure } from '../../../src/charts/fonts.ts';
import { layoutTension } from '../../../src/charts/tension/layout.ts';
import { type TensionRow, tensionRows } from '../../../src/charts/tension/rows.ts';
import { checkedGuide } from '../../../src/guide/check.ts';
import { collisions, expectSound } from './boxes.ts';

const guide = checkedGuide();
const figure = guide.figures.find(({ id }) => id === 'tension');
const wording: Wording = { about: guide.about, words: figure?.data.words ?? {}, findings: [] };
const rows = tensionRows(guide);
const draw = (list: readonly TensionRow[], width: number, words = wording) => layoutTension(list, { width, measure }, words);
const longer = (list: readonly TensionRow[]): TensionRow[] =>
  list.map((row) => ({
    ...row,
    on_name: `${row.on_name} ${row.on_name} ${'w'.repeat(60)}`,
    text: `${row.text} ${'w'.repeat(60)} ${row.text}`,
  }));
const many = Array.from({ length: 80 }, (_, i): TensionRow => {
  const row = rows[i % rows.length] as TensionRow;
  return { ...row, id: `${row.id}-${i}`, on: `gaps/g-${Math.floor(i / 2)}`, on_name: `Finding ${Math.floor(i / 2)}` };
});

test('every gap that the figure has sides of has two rows, outside first, in the order of the study, with the id of its statement', () => {
  const sides = figure?.data.sides ?? [];
  const gaps = guide.findings.filter(({ ref }) => sides.some(({ on }) => on === ref));
  expect(gaps).toHaveLength(sides.length);
  expect(rows.map(({ on, side }) => [on, side])).toEqual(
    gaps.flatMap(({ ref }) => [
      [ref, 'outside'],
      [ref, 'inside'],
    ]),
  );
  for (const { id, text, because, voice } of rows) {
    const statement = guide.statements.find((s) => s.page === 'figures/tension' && s.id === id);
    expect([id, statement?.text, statement?.because, statement?.voice]).toEqual([id, text, because, voice]);
    expect(text.split(' ').length).toBeLessThanOrEqual(12);
  }
});

describe.each([720, 300])('Drawn %d wide', (width) => {
  test.each([
    ['as it is', rows],
    ['with texts twice as long and words of 60 letters', longer(rows)],
    ['empty', []],
    ['one side', rows.slice(0, 1)],
    ['the inner side only', rows.slice(1, 2)],
    ['forty findings', many],
  ])('%s: nothing overlaps, every row is there', (_, list) => {
    expectSound(() => draw(list, width), list);
  });

  test('long headings stand clear too', () => {
    const words = { outside: 'What the one side asks '.repeat(8), inside: 'w'.repeat(90) };
    expect(collisions(draw(rows, width, { ...wording, words }))).toEqual([]);
  });

  test('a name carries the paper’s mark, a text ours', () => {
    const marks = itemsOf(draw(rows, width).items).flatMap((item) => (item.type === 'mark' ? [item] : []));
    expect(marks.filter(({ n }) => n !== undefined).every(({ shape, tone }) => shape === 'diamond' && tone === 'editors')).toBe(true);
    // one for each name, and one in the key
    expect(marks.filter(({ shape, tone }) => shape === 'square' && tone === 'paper')).toHaveLength(rows.length / 2 + 1);
  });
});

test('no line has a length of its own: all run from edge to edge', () => {
  const strokes = itemsOf(draw(rows, 720).items).flatMap((item) => (item.type === 'stroke' ? [item.d.replace(/ [\d.]+H/, ' yH')] : []));
  expect(new Set(strokes)).toEqual(new Set(['M0 yH720']));
});

test('a guide without this figure has no rows', () => {
  expect(tensionRows({ ...guide, figures: [] })).toEqual([]);
});
