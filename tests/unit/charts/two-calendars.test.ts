import { describe, expect, test } from 'vitest';
import { CHARTS, chartOf } from '../../../src/charts/charts.ts';
import { itemsOf, type Label, type Stroke } from '../../../src/charts/drawing.ts';
import { measure } from '../../../src/charts/fonts.ts';
import { layoutTwoCalendars, monthsBetween } from '../../../src/charts/two-calendars/layout.ts';
import { type CalendarRow, calendarRows, exampleTime } from '../../../src/charts/two-calendars/rows.ts';
import { checkedGuide } from '../../../src/guide/check.ts';
import { entryIn } from '../../../src/guide/entries.ts';
import type { Guide } from '../../../src/guide/types.ts';
import { expectSound } from './boxes.ts';

const guide = checkedGuide();
const figure = entryIn(guide, 'figures', 'two-calendars');
const rows = calendarRows(guide);
const draw = (list: readonly CalendarRow[], width: number) => layoutTwoCalendars(list, { width, measure });
const longer = rows.map((row) => ({
  ...row,
  calendar: `${row.calendar} ${'w'.repeat(60)}`,
  label: `${row.label} ${'w'.repeat(60)} ${row.label}`,
}));
const many = Array.from({ length: 90 }, (_, i): CalendarRow => {
  const row = rows[i % rows.length] as CalendarRow;
  return { ...row, id: `${row.id}-${i}`, label: `${row.label} ${Math.floor(i / rows.length)}`, calendar: i < 45 ? 'Upper' : 'Lower' };
});
/** A guide whose two calendars are these. */
const withDates = (...calendars: (typeof figure.data.calendars)[number][]): Guide => ({
  ...guide,
  figures: [{ ...figure, data: { ...figure.data, calendars } }],
});

describe.each([720, 300])('Drawn %d wide', (width) => {
  test.each([
    ['as it is', rows],
    ['with long words', longer],
    ['empty', []],
    ['one date', rows.slice(0, 1)],
    ['the upper calendar only', rows.slice(0, 6)],
    ['ninety dates', many],
  ])('%s: nothing overlaps, every row is there', (_, list) => {
    expectSound(() => draw(list, width), list);
  });

  test('a line runs up from every date of the lower calendar, and through no words', () => {
    const items = itemsOf(draw(rows, width).items);
    const lines = items.filter((item): item is Stroke => item.type === 'stroke' && item.style === 'dashed');
    const lower = rows.filter(({ calendar }) => calendar !== rows[0]?.calendar);
    expect(lines).toHaveLength(lower.length);
    // and down from both dates that the line at the foot measures
    const measured = items
      .filter((item): item is Stroke => item.type === 'stroke' && item.style === 'solid' && item.width === 1 && item.tone === 'ink')
      .slice(-2);
    expect(measured).toHaveLength(2);
    for (const {
      x,
      y,
      lines: [words = ''],
      face,
      anchor,
    } of items.filter((item): item is Label => item.type === 'label')) {
      const start = anchor === 'end' ? x - measure(words, face) : x;
      for (const { d } of [...lines, ...measured])
        for (const [, at, from, to] of d.matchAll(/M([\d.]+) ([\d.]+)V([\d.]+)/g)) {
          const across = Number(at) > start && Number(at) < start + measure(words, face);
          const along = Number(from) < y - 2 && Number(to) > y - face.size * 0.6;
          expect([words, d, across && along]).toEqual([words, d, false]);
        }
    }
  });

  test('every label is one line, so that it keeps its width whatever spacing a reader asks for', () => {
    for (const item of itemsOf(draw(longer, width).items)) if (item.type === 'label') expect(item.lines).toHaveLength(1);
  });
});

describe('The line at the foot', () => {
  const date = (calendar: string, from: string, until = ''): CalendarRow => ({
    ...(rows[0] as CalendarRow),
    calendar,
    from,
    until,
    id: `${calendar} ${from}`,
  });
  const said = (list: readonly CalendarRow[]): string[] =>
    itemsOf(draw(list, 720).items).flatMap((item) =>
      item.type === 'label' && /^\d+ months?$/.test(item.lines[0] ?? '') ? [item.lines[0] ?? ''] : [],
    );

  test('says how many months lie between the dates that are listed last, as the title of the figure does', () => {
    expect(said(rows)).toEqual([`${monthsBetween(rows)} months`]);
    expect(figure.data.answer.text).toContain(`${monthsBetween(rows)} months before`);
  });

  test('counts from the end of a stretch, in either direction, over a year; and nothing where there is nothing between or no second date', () => {
    const [paper, kept] = [date('Upper', '4-12'), date('Lower', '3-10')];
    expect(said([paper, kept])).toEqual(['14 months']);
    expect(said([kept, paper])).toEqual(['14 months']);
    expect(said([date('Upper', '1-01', '2-01'), date('Lower', '2-02')])).toEqual(['1 month']);
    for (const none of [[], [paper], [paper, date('Upper', '1-01')], [paper, date('Lower', '4-12')], [paper, kept, date('Third', '1-01')]])
      expect([monthsBetween(none), said(none)]).toEqual([0, []]);
  });
});

test('what begins later stands further right', () => {
  const cells = itemsOf(draw(rows, 720).items).flatMap((item) => (item.type === 'group' && item.as === 'cell' ? [item] : []));
  const sorted = cells
    .map(({ data, hit }) => [rows.find(({ id }) => id === data?.id)?.from, hit?.x] as const)
    .sort((a, b) => (a[1] ?? 0) - (b[1] ?? 0));
  expect(sorted.map(([from]) => from)).toEqual(sorted.map(([from]) => from).sort());
});

test('a date tells what stands in the other calendar at that time: what runs through it, and nothing where nothing does', () => {
  const upper = {
    name: 'Upper',
    events: [
      { label: 'Run', from: '1-02', until: '1-04' },
      { label: 'End', from: '2-01' },
    ],
  };
  const at = (from: string, until?: string): string | undefined =>
    calendarRows(withDates(upper, { name: 'Lower', events: [{ label: 'Date', from, ...(until && { until }) }] })).at(-1)?.meanwhile;
  expect(['1-01', '1-02', '1-03', '1-04', '1-05', '2-01'].map((from) => at(from))).toEqual(['', 'Run', 'Run', 'Run', '', 'End']);
  expect([at('1-01', '1-02'), at('1-04', '2-01'), at('1-05', '1-12'), at('1-01', '2-12')]).toEqual(['Run', 'Run; End', '', 'Run; End']);
});

test('months are told in words', () => {
  expect(exampleTime({ from: '2-09', until: '' })).toBe('September of year 2');
  expect(exampleTime({ from: '1-02', until: '3-12' })).toBe('February of year 1 to December of year 3');
});

test('a mark opens what the other calendar says', () => {
  for (const row of rows) {
    const detail = CHARTS['two-calendars'].detail?.(row, guide);
    expect(detail?.title).toBe(`${exampleTime(row)}: ${row.label}`);
    expect(detail?.says[0]?.text).toBe(row.meanwhile || 'No date.');
  }
  expect(chartOf(guide, figure).rows).toHaveLength(figure.data.calendars.flatMap(({ events }) => events).length);
});

test('the story tells the same dates', () => {
  const opening = guide.statements.find(({ page, id }) => page === 'pages/story' && id === 'june-and-march');
  const told = new Set(opening?.text.match(/\b(January|February|March|April|May|June|July|August|September|October|November|December)\b/g));
  const drawn = new Set(
    rows.flatMap(({ from, until }) => [from, until || from].map((month) => exampleTime({ from: month, until: '' }).split(' ')[0] ?? '')),
  );
  expect(told.size).toBeGreaterThan(3);
  expect([...told].filter((month) => !drawn.has(month))).toEqual([]);
});

test('a guide without this figure has no rows', () => {
  expect(calendarRows({ ...guide, figures: [] })).toEqual([]);
});
