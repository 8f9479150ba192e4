import { describe, expect, test } from 'vitest';
import { chartOf } from '../../../src/charts/charts.ts';
import { itemsOf } from '../../../src/charts/drawing.ts';
import { IN_SIGHT, namedBefore, namedBeforeGroups } from '../../../src/charts/heads.ts';
import { checkedGuide } from '../../../src/guide/check.ts';
import { entryIn } from '../../../src/guide/entries.ts';

const guide = checkedGuide();

test('names of columns stand before the first row and then evenly, about a screen of rows apart', () => {
  const rows = (count: number, height: number): number[] => [...namedBefore(Array.from({ length: count }, () => height))];
  expect(rows(0, 30)).toEqual([]);
  expect(rows(1, 3 * IN_SIGHT)).toEqual([0]);
  expect(rows(15, IN_SIGHT / 15)).toEqual([0]);
  expect(rows(16, IN_SIGHT / 15)).toEqual([0, 8]);
  expect(rows(36, IN_SIGHT / 15)).toEqual([0, 12, 24]);
  expect(rows(3, 3 * IN_SIGHT)).toEqual([0, 1, 2]);
});

test('and cut no group of rows that is in sight as a whole', () => {
  const groups = (...counts: number[]): number[] => [
    ...namedBeforeGroups(counts.map((count) => Array.from({ length: count }, () => IN_SIGHT / 15))),
  ];
  expect(groups()).toEqual([]);
  expect(groups(3, 5, 7)).toEqual([0]);
  expect(groups(14, 10, 4, 1)).toEqual([0, 14]);
  expect(groups(14, 10, 7)).toEqual([0, 14, 24]);
  expect(groups(2, 36, 3)).toEqual([0, 2, 14, 26]);
});

describe.each(['payers', 'literature'] as const)('%s', (id) => {
  const { chart, drawing } = chartOf(guide, entryIn(guide, 'figures', id));

  test.each([chart.wide, chart.page ?? chart.wide, chart.narrow])(
    '%d wide: over every mark stands the name of its column, in sight',
    (width) => {
      const own = (as: string) =>
        itemsOf(drawing(width).items).flatMap((item) =>
          item.type === 'group' && item.as === as && item.hit ? [{ c: item.data?.c, ...item.hit }] : [],
        );
      const names = own('column');
      expect(names.length).toBeGreaterThan(new Set(names.map(({ c }) => c)).size);
      for (const { c, x, y } of own('cell')) {
        const over = names.filter((name) => name.c === c && name.y < y);
        expect(over.every((name) => Math.abs(name.x - x) < 0.2)).toBe(true);
        // the name of a group may stand between
        expect(y - Math.max(...over.map((name) => name.y + name.height))).toBeLessThan(IN_SIGHT + 40);
      }
    },
  );
});
