import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Wording } from '../../../src/charts/chart.ts';
import { type Group, itemsOf } from '../../../src/charts/drawing.ts';
import { measure } from '../../../src/charts/fonts.ts';
import { linkDetail } from '../../../src/charts/link-detail.ts';
import { crossings, type Edge, fewCrossings } from '../../../src/charts/pathways/few-crossings.ts';
import { layoutPaths } from '../../../src/charts/pathways/layout.ts';
import { layoutLocal, rowsThrough } from '../../../src/charts/pathways/local.ts';
import { pathways } from '../../../src/charts/pathways/pathways.ts';
import { PATH_COLUMNS, type PathRow, pathRows } from '../../../src/charts/pathways/rows.ts';
import { token } from '../../../src/guide/addresses.ts';
import { checkedGuide } from '../../../src/guide/check.ts';
import { isJudged, pathsOf } from '../../../src/guide/links.ts';
import { collisions, numbersIn } from './boxes.ts';

const guide = checkedGuide();
const wording: Wording = { about: guide.about, words: {}, findings: [] };
const rows = pathRows(guide);
const draw = (list: readonly PathRow[], words = wording) => layoutPaths(list, { width: 720, measure }, words);
const groups = (list: readonly PathRow[], as: string): Group[] =>
  itemsOf(draw(list).items).filter((item): item is Group => item.type === 'group' && item.as === as);
const doubled = rows.map((row) => ({ ...row, from_name: `${row.from_name} ${row.from_name}`, to_name: `${row.to_name} ${row.to_name}` }));
const long = rows.map((row) => ({ ...row, from_name: 'w'.repeat(60), to_name: `${'m'.repeat(60)} of the whole` }));

/** Forty, sixty in the middle and behind it, and every other pair linked. */
const large: PathRow[] = [1, 2].flatMap((stage) =>
  Array.from({ length: stage === 1 ? 40 : 30 }, (_, f) =>
    Array.from({ length: 30 }, (_, t): PathRow[] => {
      if ((f * 7 + t * 3) % 2 === 0) return [];
      const [from, to] = stage === 1 ? ['gaps/g', t < 20 ? 'strategies/s' : 'practices/s'] : ['strategies/s', 'recommendations/r'];
      if (stage === 2 && f >= 20) return [];
      return [
        {
          ...(rows[0] as PathRow),
          id: `${stage}-${f}--${t}`,
          from: `${from}${f}`,
          from_name: `Start number ${f}`,
          to: `${to}${t}`,
          to_name: `An end with a longer name, number ${t}`,
          stage: stage as 1 | 2,
          state: (f + t) % 9 === 0 ? 'contested' : 'linked',
          voice: (['paper', 'others', 'editors'] as const)[(f + t) % 3] as PathRow['voice'],
        },
      ];
    }).flat(),
  ).flat(),
);

test('every open link from one column to the next has a row, and no other', () => {
  const open = guide.links.filter(isJudged).filter(({ data }) => data.state === 'linked' || data.state === 'contested');
  const kinds = open.map(({ id, ends }) => [id, `${ends.from.kind} ${ends.to.kind}`] as const);
  const drawn = new Set(['gaps strategies', 'gaps practices', 'strategies recommendations']);
  expect(new Set(rows.map(({ id }) => id))).toEqual(new Set(kinds.filter(([, pair]) => drawn.has(pair)).map(([id]) => id)));
  expect(kinds.some(([, pair]) => !drawn.has(pair))).toBe(true);
  for (const row of rows) {
    expect(Object.keys(row)).toEqual(Object.keys(PATH_COLUMNS));
    const { data } = guide.entries.get(`links/${row.id}`) as (typeof open)[number];
    expect([data.state, data.voice, data.reason]).toEqual([row.state, row.voice, row.reason]);
  }
  expect(pathsOf(guide).length).toBe(rows.flatMap((a) => rows.filter((b) => b.from === a.to)).length);
});

describe.each([
  ['as it is', rows],
  ['with labels twice as long', doubled],
  ['with words of 60 letters', long],
  ['empty', []],
  ['one link', rows.slice(0, 1)],
  ['one link of the second column only', rows.slice(-1)],
  ['large', large],
])('%s', (_, list) => {
  test('nothing overlaps, every row is there, the same every time', () => {
    const drawing = draw(list);
    expect(collisions(drawing)).toEqual([]);
    expect(numbersIn(drawing)).toEqual(list.map((_, n) => n));
    expect(JSON.stringify(drawing)).not.toMatch(/NaN|null|Infinity/);
    expect(draw(list)).toEqual(drawing);
  });

  test('names keep their distance and can be hit, links run from the right of one to the left of another', () => {
    const nodes = new Map(groups(list, 'node').map((group) => [group.data?.id, group]));
    expect(new Set(nodes.keys())).toEqual(new Set(list.flatMap(({ from, to }) => [token(from), token(to)])));
    const boxes = [...nodes.values()].map(({ data, hit }) => ({ stage: data?.stage, ...(hit as NonNullable<Group['hit']>) }));
    for (const [i, box] of boxes.entries()) {
      expect(box.height).toBeGreaterThanOrEqual(28);
      expect(box.width).toBeGreaterThanOrEqual(24);
      for (const other of boxes.slice(i + 1))
        if (other.stage === box.stage) expect(other.y >= box.y + box.height || box.y >= other.y + other.height).toBe(true);
    }
    for (const { data, items } of groups(list, 'edge')) {
      const [line] = items;
      const numbers = line?.type === 'stroke' ? (line.d.match(/-?[\d.]+/g) ?? []).map(Number) : [];
      const [from, to] = [nodes.get(data?.from as string)?.hit, nodes.get(data?.to as string)?.hit];
      if (!from || !to) throw new Error('An edge without a node.');
      const [x0, y0, x1, y1] = [numbers[0], numbers[1], numbers.at(-2), numbers.at(-1)] as [number, number, number, number];
      expect(x0).toBeGreaterThanOrEqual(from.x + from.width);
      expect(x1).toBeLessThanOrEqual(to.x);
      for (const [y, box] of [
        [y0, from],
        [y1, to],
      ] as const) {
        expect(y).toBeGreaterThanOrEqual(box.y - 0.1);
        expect(y).toBeLessThanOrEqual(box.y + box.height + 0.1);
      }
    }
  });

  test('lines differ by whose they are, never in thickness; contested ones carry a mark', () => {
    for (const { data, items } of groups(list, 'edge')) {
      const row = list[data?.n as number] as PathRow;
      const [line, mark] = items;
      expect(line).toMatchObject({ style: { paper: 'solid', others: 'dotted', editors: 'dashed' }[row.voice], tone: row.voice });
      expect(line).not.toHaveProperty('width');
      expect(mark?.type === 'mark' && mark.shape.endsWith('-half')).toBe(row.state === 'contested');
    }
  });
});

test('the order crosses less than the study’s own, keeps kinds together and is a reordering', () => {
  const columns = [0, 1, 2].map((stage) => [
    ...new Set(rows.flatMap((row) => [...(row.stage - 1 === stage ? [row.from] : []), ...(row.stage === stage ? [row.to] : [])])),
  ]);
  const order = fewCrossings(columns, rows, (ref) => ref.split('/')[0] as string);
  expect(crossings(order, rows)).toBeLessThan(crossings(columns, rows));
  expect(order.map((column) => [...column].sort())).toEqual(columns.map((column) => [...column].sort()));
  const kinds = (order[1] ?? []).map((ref) => ref.split('/')[0]);
  expect(kinds).toEqual([...kinds].sort((a, b) => [...new Set(kinds)].indexOf(a) - [...new Set(kinds)].indexOf(b)));
});

test('three lines that all cross are laid beside each other', () => {
  const columns = [['a', 'b', 'c'], ['x', 'y', 'z'], []];
  const edges = [
    { from: 'a', to: 'z' },
    { from: 'b', to: 'y' },
    { from: 'c', to: 'x' },
  ];
  expect([crossings(columns, edges), crossings(fewCrossings(columns, edges), edges)]).toEqual([3, 0]);
});

const anyGraph = fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 })).chain((sizes) => {
  const columns = sizes.map((size, c) => Array.from({ length: size }, (_, i) => `${c}.${i}`));
  const pairs = [0, 1].flatMap((c) => (columns[c] ?? []).flatMap((from) => (columns[c + 1] ?? []).map((to): Edge => ({ from, to }))));
  return fc.record({ columns: fc.constant(columns), edges: fc.subarray(pairs) });
});

test('crossings are counted as pairs of lines that cross, and an order never adds any', () => {
  fc.assert(
    fc.property(anyGraph, ({ columns, edges }) => {
      const at = (id: string): number => (columns.find((column) => column.includes(id)) ?? []).indexOf(id);
      const plainly = edges.flatMap((a, i) =>
        edges.slice(i + 1).filter((b) => a.from[0] === b.from[0] && (at(a.from) - at(b.from)) * (at(a.to) - at(b.to)) < 0),
      ).length;
      expect(crossings(columns, edges)).toBe(plainly);
      expect(crossings(fewCrossings(columns, edges), edges)).toBeLessThanOrEqual(plainly);
    }),
  );
});

test('names of nodes say their links, and links have the details of the matrix', () => {
  const names = groups(rows, 'node').map(({ name }) => name);
  const count = (end: 'from' | 'to', ref: string): number => rows.filter((row) => row[end] === ref).length;
  const funding = 'strategies/internal-funding';
  expect(names).toContain(`Internal funding: ${count('to', funding)} links from gaps, ${count('from', funding)} to recommendations`);
  expect(names).toContain(`Timetables: ${count('from', 'gaps/timetables')} links to strategies and practices`);
  const edges = groups(rows, 'edge').map(({ name }) => name);
  for (const { from_name, to_name, state, voice } of rows)
    expect(edges).toContain(
      `${from_name} to ${to_name}: ${guide.about.links.states[state].label}, ${guide.about.voices[voice].label}`.replace(/: .*/, (words) =>
        words.toLowerCase(),
      ),
    );
  for (const row of rows) expect(pathways.detail?.(row, guide)).toEqual(linkDetail(guide, row.id));
});

describe('the paths through one entry', () => {
  test.each(guide.findings.map(({ ref }) => ref))('%s', (ref) => {
    const own = rowsThrough(rows, ref);
    const joined = new Set([ref, ...own.flatMap(({ from, to }) => [from, to])]);
    const stage = (row: PathRow): number => (row.from === ref ? row.stage - 1 : row.to === ref ? row.stage : -1);
    const column = own.map(stage).find((s) => s >= 0);
    // whatever else stands in its column is not on its paths
    for (const row of own) {
      if (row.stage - 1 === column) expect(row.from).toBe(ref);
      if (row.stage === column) expect(row.to).toBe(ref);
    }
    const drawing = layoutLocal(own, ref, { width: 656, measure });
    expect(collisions(drawing)).toEqual([]);
    const links = drawing.items.flatMap((item) => (item.type === 'group' ? [item.to] : []));
    expect(new Set(links)).toEqual(new Set([...joined].filter((other) => other !== ref).map((other) => `/${other}/`)));
    const curves = drawing.items.flatMap((item) => (item.type === 'stroke' ? (item.d.match(/M/g) ?? []) : []));
    expect(curves).toHaveLength(own.length);
  });
});
