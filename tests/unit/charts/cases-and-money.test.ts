import { describe, expect, test } from 'vitest';
import type { Row, Wording } from '../../../src/charts/chart.ts';
import { CHARTS, chartOf } from '../../../src/charts/charts.ts';
import { type Group, itemsOf } from '../../../src/charts/drawing.ts';
import { measure } from '../../../src/charts/fonts.ts';
import { layoutPayers } from '../../../src/charts/payers/layout.ts';
import { type PayerRow, payerRows } from '../../../src/charts/payers/rows.ts';
import { layoutSince } from '../../../src/charts/since/layout.ts';
import { type SinceRow, sinceRows } from '../../../src/charts/since/rows.ts';
import { currencyWords, layoutSums, sumOf } from '../../../src/charts/sums/layout.ts';
import { type SumRow, sumRows } from '../../../src/charts/sums/rows.ts';
import { checkedGuide } from '../../../src/guide/check.ts';
import { entryIn } from '../../../src/guide/entries.ts';
import { keysOf } from '../../../src/lib/records.ts';
import { SIDES } from '../../../src/lib/sides.ts';
import { amountWords, CURRENCIES, SUM_KINDS } from '../../../src/lib/sums.ts';
import type { FigureId } from '../../../src/schemas/kinds.ts';
import { expectSound } from './boxes.ts';

const guide = checkedGuide();
const figureOf = (id: string) => entryIn(guide, 'figures', id);
const wordingOf = (id: string): Wording => chartOf(guide, figureOf(id)).wording;
const [payers, sums, since] = [payerRows(guide), sumRows(guide), sinceRows(guide)];
const groups = (id: FigureId, as: string): Group[] =>
  itemsOf(chartOf(guide, figureOf(id)).drawing(720).items).filter((item): item is Group => item.type === 'group' && item.as === as);

const many = <R extends Row>(rows: readonly R[], count: number, change: (row: R, i: number) => R): R[] =>
  Array.from({ length: count }, (_, i) => change(rows[i % rows.length] as R, i));
const manyPayers = many(payers, 400, (row, i) => ({
  ...row,
  id: `c${i}>${row.payer}`,
  case: `c${i}`,
  case_name: `${row.case_name} ${row.case_name} ${i}`,
}));
const manySums = many(sums, 900, (row, i) => ({ ...row, id: `s${i}#a/1`, amount: row.amount + i, where_name: 'x'.repeat(60) }));
const manyEvents = many(since.slice(2), 300, (row, i) => ({ ...row, id: `e${i}`, title: `${row.title} ${i}` }));

describe('Who pays', () => {
  test.each([
    ['the guide', payers],
    ['400 cases with long names', manyPayers],
    ['one', payers.slice(0, 1)],
    ['nothing', []],
  ])('%s: nothing overlaps, every row once', (_, rows: readonly PayerRow[]) =>
    expectSound(() => layoutPayers(rows, { width: 720, measure }, wordingOf('payers')), rows),
  );

  test('a row for each payer that a fact documents, and one for each case without any; alike cases stand together', () => {
    expect(payers.map(({ id }) => id).sort()).toEqual(
      guide.cases
        .flatMap(({ id, data }) => (data.payers.length > 0 ? data.payers : [{ payer: '' }]).map(({ payer }) => `${id}>${payer}`))
        .sort(),
    );
    const sets = [...Map.groupBy(payers, (row) => row.case).values()].map((own) => own.map(({ payer }) => payer).join(' '));
    expect(sets.filter((set, i) => set !== sets[i - 1])).toEqual([...new Set(sets)]);
    expect(sets.at(-1)).toBe('');
  });

  test('a mark tells whose account it is by its shape and in words, and opens what the source says', () => {
    for (const { name, data } of groups('payers', 'cell'))
      expect([data?.id, name]).toEqual([data?.id, expect.stringMatching(/: (own account|outside account)$/)]);
    for (const row of payers) {
      const detail = CHARTS.payers.detail?.(row, guide);
      expect(detail?.to).toBe(`/cases/${row.case}/`);
      expect(detail?.says.length).toBe(row.payer ? 1 : 0);
    }
  });
});

describe('What it costs', () => {
  test.each([720, 300])('%i wide: nothing overlaps, every row once', (width) => {
    for (const rows of [sums, manySums, sums.slice(0, 1), []] as SumRow[][])
      expectSound(() => layoutSums(rows, { width, measure }, wordingOf('sums')), rows);
  });

  test('every sum of a fact that a case or a way of paying tells, each once', () => {
    expect(sums.length).toBe(guide.counts.get('sums'));
    expect(new Set(sums.map(({ id }) => id)).size).toBe(sums.length);
    const order = ({ kind, amount }: SumRow): number => SUM_KINDS.indexOf(kind) * 1e12 + amount;
    expect(sums.map(order)).toEqual(sums.map(order).sort((a, b) => a - b));
  });

  test('a mark stands further right the more it says, whatever its currency', () => {
    const marks = groups('sums', 'unit').map(({ data, items }) => ({
      row: sums[data?.n as number] as SumRow,
      x: items[0]?.type === 'mark' ? items[0].x : 0,
    }));
    const sorted = [...marks].sort((a, b) => a.row.amount - b.row.amount);
    expect(sorted.map(({ x }) => x)).toEqual(sorted.map(({ x }) => x).sort((a, b) => a - b));
  });

  /** names in the drawing, each with the mark it is nearest to */
  const namesIn = (rows: readonly SumRow[], width: number) => {
    const items = itemsOf(layoutSums(rows, { width, measure }, wordingOf('sums')).items);
    const marks = items.flatMap((item) =>
      item.type === 'group' && item.as === 'unit' && item.items[0]?.type === 'mark'
        ? [{ ...item.items[0], n: item.data?.n as number }]
        : [],
    );
    return items.flatMap((item) => {
      if (item.type !== 'label' || item.tone !== 'ink' || item.face.weight !== 400) return [];
      const end = { x: item.x, y: item.y + (item.lines.length - 1) * item.face.size };
      const [nearest] = marks.sort((a, b) => Math.hypot(a.x - end.x, a.y - end.y) - Math.hypot(b.x - end.x, b.y - end.y));
      return [{ text: item.lines.join(' '), row: rows[nearest?.n ?? -1] as SumRow }];
    });
  };
  const wordsOf = (row: SumRow): string => `${row.where_name}, ${amountWords(sumOf(row))}`;

  test.each([
    [836, 7],
    [720, 7],
    [300, 3],
  ])('%i wide: the smallest and the largest sum of a lane are named at their marks, at least %i', (width, least) => {
    const names = namesIn(sums, width);
    expect(names.length).toBeGreaterThanOrEqual(least);
    for (const { text, row } of names) {
      expect(text).toBe(wordsOf(row));
      const amounts = sums.filter(({ kind }) => kind === row.kind).map(({ amount }) => amount);
      expect([text, row.amount === Math.min(...amounts) || row.amount === Math.max(...amounts)]).toEqual([text, true]);
    }
  });

  test('one sum is named once, one name stands once in a lane, and a name without room is left out', () => {
    const at = (...rows: [amount: number, where_name: string][]) =>
      namesIn(
        rows.map(([amount, where_name], i) => ({
          ...(sums[0] as SumRow),
          id: `s${i}#a/1`,
          kind: 'award',
          amount,
          bound: '',
          currency: 'USD',
          where_name,
        })),
        720,
      ).map(({ text }) => text);
    expect(at([5000, 'A'])).toEqual(['A, $5,000']);
    expect(at([5000, 'A'], [6e6, 'B'])).toEqual(['B, $6 million', 'A, $5,000']);
    expect(at([5000, 'A'], [6e6, 'A'])).toEqual(['A, $6 million']);
    expect(at([5000, 'A'], [6e6, 'w'.repeat(90)])).toEqual(['A, $5,000']);
  });

  test('says in which currencies they are', () => {
    expect(currencyWords([])).toBe('');
    expect(currencyWords(['GBP'])).toBe('All sums are in £ GBP.');
    expect(currencyWords(['GBP', 'USD'])).toBe('Currencies as printed, none turned into another: $ USD, £ GBP.');
    expect(currencyWords(['CHF'])).toBe('All sums are in CHF.');
    expect(currencyWords(keysOf(CURRENCIES))).toBe(
      'Currencies as printed, none turned into another: $ USD, C$ CAD, A$ AUD, £ GBP, € EUR, CHF.',
    );
  });
});

describe('What has changed', () => {
  test.each([720, 300])('%i wide: nothing overlaps, every row once', (width) => {
    for (const rows of [since, manyEvents, since.slice(0, 1), since.slice(2, 3), []] as SinceRow[][])
      expectSound(() => layoutSince(rows, { width, measure }, wordingOf('since')), rows);
  });

  test('the study first, then every event, with who tells it', () => {
    expect(since.map(({ part }) => part).slice(0, 2)).toEqual(['gathered', 'published']);
    expect(
      since
        .slice(2)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(guide.changes.map(({ id }) => id).sort());
    const shapes = new Map(
      groups('since', 'unit').map(({ data, items }) => [since[data?.n as number]?.side, items[0]?.type === 'mark' && items[0].shape]),
    );
    expect(new Set(shapes.values()).size).toBe(SIDES.filter((side) => since.some((row) => row.side === side)).length);
  });

  test('a mark opens what its source says; the study’s own time leads to the study', () => {
    for (const row of since) {
      const detail = CHARTS.since.detail?.(row, guide);
      expect(detail?.to).toBe(row.part === 'change' ? `/evidence/since-the-interviews/#${row.id}` : `/sources/${guide.study.id}/`);
    }
  });
});

test.each(['payers', 'sums', 'since'] as const)('every value that a filter of %s offers fits a mark', (id) => {
  const { chart, rows, wording } = chartOf(guide, figureOf(id));
  const units = groups(id, 'unit');
  for (const { name, options } of chart.filters?.(rows, wording) ?? [])
    for (const { value } of options) {
      expect(value).toMatch(/^[A-Za-z0-9-]+$/);
      expect([name, value, units.some(({ data }) => data?.[name] === value)]).toEqual([name, value, true]);
    }
});
