import { describe, expect, test } from 'vitest';
import { itemsOf } from '../../../src/charts/drawing.ts';
import { measure } from '../../../src/charts/fonts.ts';
import { layoutCheck } from '../../../src/charts/self-check/layout.ts';
import { lane } from '../../../src/elements/self-check/figure.ts';
import { collisions } from './boxes.ts';

const WORDS = [
  { answer: 'in-place', text: 'In place' },
  { answer: 'partly', text: 'Partly' },
  { answer: 'not', text: 'Not in place' },
  { answer: 'unknown', text: 'Don’t know' },
] as const;
const rows = (count: number, name = 'Practical applicability') =>
  Array.from({ length: count }, (_, i) => ({ question: `q${i}`, name, group: i < count / 2 ? 'What executives can do' : 'Gaps' }));
const draw = (list: ReturnType<typeof rows>, width: number) => layoutCheck(list, WORDS, { width, measure });
const groups = (drawing: ReturnType<typeof draw>, as: string) =>
  itemsOf(drawing.items).flatMap((item) => (item.type === 'group' && item.as === as ? [item.data ?? {}] : []));

describe.each([760, 340])('The empty drawing of a self-check, %i wide', (width) => {
  test.each([
    ['14 rows', rows(14)],
    ['one row', rows(1)],
    ['no row', rows(0)],
    ['40 rows', rows(40)],
    ['names that are very long', rows(4, `${'Practical applicability '.repeat(6)}${'w'.repeat(60)}`)],
  ])('holds %s, and nothing overlaps', (_, list) => {
    const drawing = draw(list, width);
    expect(collisions(drawing)).toEqual([]);
    expect(groups(drawing, 'row').map(({ question }) => question)).toEqual(list.map(({ question }) => question));
    expect(JSON.stringify(drawing)).not.toMatch(/NaN|null|Infinity/);
    expect(draw(list, width)).toEqual(drawing);
  });
  test('sets the three words at equal steps and what nobody knows apart', () => {
    const [a, b, c, d] = groups(draw(rows(2), width), 'word').map(({ x }) => Number(x)) as [number, number, number, number];
    expect(b - a).toBeCloseTo(c - b, 0);
    expect(d - c).toBeGreaterThan(1.5 * (c - b));
  });
  test('leaves room for six marks on one word', () => {
    const drawing = draw(rows(14), width);
    const [a, b] = groups(drawing, 'word').map(({ x }) => Number(x)) as [number, number];
    const ys = groups(drawing, 'row').map(({ y }) => Number(y));
    const lanes = Array.from({ length: 6 }, (_, i) => lane(i, 6));
    const wide = Math.max(...lanes.map(({ dx }) => dx)) - Math.min(...lanes.map(({ dx }) => dx));
    const high = Math.max(...lanes.map(({ dy }) => dy)) - Math.min(...lanes.map(({ dy }) => dy));
    // marks are up to 21 across
    expect(wide + 21).toBeLessThanOrEqual(b - a);
    for (const [i, y] of ys.slice(1).entries()) expect(y - (ys[i] as number)).toBeGreaterThanOrEqual(high + 21);
    expect(a - wide / 2 - 10.5).toBeGreaterThanOrEqual(0);
    expect(new Set(lanes.map(({ dx, dy }) => `${dx} ${dy}`)).size).toBe(6);
  });
});
