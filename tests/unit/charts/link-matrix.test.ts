import { describe, expect, test } from 'vitest';
import type { Wording } from '../../../src/charts/chart.ts';
import { itemsOf } from '../../../src/charts/drawing.ts';
import { measure } from '../../../src/charts/fonts.ts';
import { layoutMatrix } from '../../../src/charts/link-matrix/layout.ts';
import { type MatrixRow, matrixRows } from '../../../src/charts/link-matrix/rows.ts';
import { checkedGuide } from '../../../src/guide/check.ts';
import { LINK_STATES } from '../../../src/lib/link-states.ts';
import { collisions, numbersIn } from './boxes.ts';

const guide = checkedGuide();
const wording: Wording = { about: guide.about, words: {}, findings: [] };
const rows = matrixRows(guide);
const draw = (list: readonly MatrixRow[], width: number) => layoutMatrix(list, { width, measure }, wording);

/** Pairs of so many rows and columns, in three groups of columns, in all states. */
const many = (from: number, to: number): MatrixRow[] =>
  Array.from({ length: from * to }, (_, n) => {
    const [i, j] = [Math.floor(n / to), n % to];
    const state = LINK_STATES[n % 4] as MatrixRow['state'];
    return {
      id: `row-${i}--column-${j}`,
      from: `gaps/row-${i}`,
      from_name: `Row ${i} with a name`,
      to: `strategies/column-${j}`,
      to_name: `Column ${j}`,
      to_kind: ['Strategies', 'Practices', 'Recommendations'][Math.min(2, Math.floor((j * 3) / to))] as string,
      state,
      voice: state === 'not-assessed' ? '' : ((['paper', 'others', 'editors'] as const)[n % 3] as MatrixRow['voice']),
      sources: n % 3,
      reason: 'A reason.',
      page: 1,
    };
  });
const doubled = rows.map((row) => ({ ...row, from_name: `${row.from_name} ${row.from_name}`, to_name: `${row.to_name} ${row.to_name}` }));
const wordy = rows.map((row) => ({ ...row, from_name: 'Incomprehensibilities'.repeat(3), to_name: 'Uncharacteristically'.repeat(3) }));

test('there is a row for every pair of the kind that links go from first, in the study’s order', () => {
  expect(rows.map(({ id }) => id)).toEqual(guide.links.filter(({ ends }) => ends?.from.kind === 'gaps').map(({ id }) => id));
  expect(rows).toHaveLength(guide.counts.get('links/gaps') as number);
});

describe.each([720, 300])('At a width of %i', (width) => {
  test.each([
    ['this guide', rows],
    ['this guide with every name twice as long', doubled],
    ['this guide with names of one endless word', wordy],
    ['no pair', []],
    ['one pair', rows.slice(0, 1)],
    ['a guide of 40 rows and 60 columns', many(40, 60)],
  ])('%s is drawn with every mark once, and nothing overlaps or is cut off', (_, list) => {
    const drawing = draw(list, width);
    expect(numbersIn(drawing)).toEqual(list.map((_, n) => n));
    expect(collisions(drawing)).toEqual([]);
  });

  test('the same rows give the same drawing', () => {
    expect(draw(rows, width)).toEqual(draw(structuredClone(rows), width));
  });
});

test('marks of one row stand on one line, marks of one column under each other, equally far apart', () => {
  const cells = itemsOf(draw(rows, 720).items).flatMap((item) => (item.type === 'group' && item.as === 'cell' ? [item] : []));
  const at = (r: number, c: number) => {
    const cell = cells.find(({ data }) => data?.r === r && data?.c === c);
    const mark = cell?.items[0];
    if (mark?.type !== 'mark') throw new Error(`no mark at ${r}, ${c}`);
    return [Math.round(mark.x), Math.round(mark.y)] as const;
  };
  expect(new Set(Array.from({ length: 12 }, (_, c) => at(3, c)[1])).size).toBe(1);
  expect(new Set(Array.from({ length: 7 }, (_, r) => at(r, 5)[0])).size).toBe(1);
  expect(at(0, 1)[0] - at(0, 0)[0]).toBe(at(0, 2)[0] - at(0, 1)[0]);
  // groups of columns stand further apart
  expect(at(0, 3)[0] - at(0, 2)[0]).toBeGreaterThan(at(0, 2)[0] - at(0, 1)[0] + 8);
});

test('marks differ by shape for every state and voice, never by size', () => {
  const shapes = new Map<string, Set<string>>();
  const sizes = new Map<string, Set<number>>();
  for (const item of itemsOf(draw(many(7, 12), 720).items))
    if (item.type === 'group' && item.as === 'cell')
      for (const mark of item.items)
        if (mark.type === 'mark') {
          // a pair that the paper or we closed looks the same: of the paper none can be closed
          const key = `${item.data?.state} ${item.data?.state === 'not-assessed' || (item.data?.state === 'not-linked' && item.data.whose !== 'others') ? '' : item.data?.whose}`;
          shapes.set(key, (shapes.get(key) ?? new Set()).add(mark.shape));
          sizes.set(mark.shape, (sizes.get(mark.shape) ?? new Set()).add(mark.size));
        }
  expect([...shapes.values()].every((set) => set.size === 1)).toBe(true);
  expect(new Set([...shapes.values()].map((set) => [...set][0])).size).toBe(shapes.size);
  expect([...sizes.values()].every((set) => set.size === 1)).toBe(true);
});

test('a cell is named in words, with what became of it, whose that is and how many sources bear on it', () => {
  const names = (list: readonly MatrixRow[]) =>
    itemsOf(draw(list, 720).items).flatMap((item) => (item.type === 'group' && item.name ? [item.name] : []));
  const [row] = many(1, 1) as [MatrixRow];
  expect(names([{ ...row, state: 'linked', voice: 'others', sources: 3 }])).toEqual([
    'Row 0 with a name and Column 0: linked, others add, 3 sources bear on it',
  ]);
  expect(names([{ ...row, state: 'contested', voice: 'editors', sources: 1 }])).toEqual([
    'Row 0 with a name and Column 0: contested, we infer, 1 source bears on it',
  ]);
  expect(names([{ ...row, state: 'not-linked', voice: 'editors', sources: 0 }])).toEqual([
    'Row 0 with a name and Column 0: not linked, we infer',
  ]);
  expect(names([{ ...row, state: 'not-linked', voice: 'others', sources: 1 }])).toEqual([
    'Row 0 with a name and Column 0: not linked, others add, 1 source bears on it',
  ]);
  expect(names([{ ...row, state: 'may-worsen', voice: 'editors', sources: 2 }])).toEqual([
    'Row 0 with a name and Column 0: may make it worse, we infer, 2 sources bear on it',
  ]);
  expect(names(rows)).toHaveLength(rows.length);
});

test('the column that an answer speaks of has a bold name, and lines at its sides where they strike no name of a row', () => {
  const itemsFor = (ref: string | undefined, width: number) =>
    itemsOf(layoutMatrix(rows, { width, measure }, { ...wording, speaksOf: ref }).items);
  const told = (ref: string, width: number) => {
    const all = itemsFor(ref, width);
    const column = all.find((item) => item.type === 'group' && item.as === 'column' && item.to === `/${ref}/`);
    const bold = column?.type === 'group' && column.items.some((item) => item.type === 'label' && item.face.weight === 600);
    return { bold, lines: all.length - itemsFor(undefined, width).length };
  };
  const { to } = rows[3] as MatrixRow;
  expect([told(to, 720), told(to, 300), told('gaps/none', 720)]).toEqual([
    { bold: true, lines: 2 },
    { bold: true, lines: 0 },
    { bold: false, lines: 0 },
  ]);
});
