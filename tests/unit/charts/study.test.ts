import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import type { Wording } from '../../../src/charts/chart.ts';
import { itemsOf, type Mark, type Stroke } from '../../../src/charts/drawing.ts';
import { measure } from '../../../src/charts/fonts.ts';
import { layoutStudy } from '../../../src/charts/study/layout.ts';
import { type StudyRow, studyRows } from '../../../src/charts/study/rows.ts';
import { utcDay } from '../../../src/charts/study/time.ts';
import { checkedGuide } from '../../../src/guide/check.ts';
import { monthsFrom } from '../../../src/lib/dates.ts';
import { expectSound } from './boxes.ts';

const guide = checkedGuide();
const wording: Wording = { about: guide.about, words: {}, findings: [] };
const rows = studyRows(guide);
const draw = (list: readonly StudyRow[], width: number) => layoutStudy(list, { width, measure }, wording);
const labels = (list: readonly StudyRow[], width: number) =>
  itemsOf(draw(list, width).items).flatMap((item) => (item.type === 'label' ? [item.lines.join(' ')] : []));
const longer = (list: readonly StudyRow[]): StudyRow[] =>
  list.map((row) => ({ ...row, unit: `${row.unit} ${row.unit} ${'w'.repeat(60)}`, text: `${row.text} ${row.text}` }));
const part = (name: StudyRow['part']): StudyRow => rows.find((row) => row.part === name) as StudyRow;
const spanning = (from: string, to: string, published: string): StudyRow[] => [
  { ...part('gathered'), from, to, text: `${from} to ${to}` },
  { ...part('published'), from: to, to: published, text: published },
];
const units = (unit: string, count: number): StudyRow[] =>
  Array.from({ length: count }, (_, i) => ({ ...(rows[0] as StudyRow), id: `${unit}-${i}`, unit, number: i + 1, of: count }));

test('there is a row for each thing counted, and one for each of what is open, the time of gathering and publication', () => {
  const { numbers, period, published } = guide.study.data;
  expect(rows.filter((row) => row.part === 'unit').map(({ unit }) => unit)).toEqual(
    numbers.flatMap(({ count, unit }) => Array.from({ length: count }, () => unit)),
  );
  expect(rows.filter((row) => row.part !== 'unit').map((row) => [row.part, row.from, row.to])).toEqual([
    ['missing', '', ''],
    ['gathered', period?.from, period?.to],
    ['published', period?.to, published],
  ]);
  expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
});

test('lengths are whole months, the first and the last of them counted', () => {
  expect(part('gathered').text).toBe('October 2019 to April 2021, 19 months');
  expect(part('published').text).toBe('June 2024, 37 months in between');
  expect([monthsFrom('2019-12', '2020-01'), monthsFrom('2020-05-31', '2020-05-01'), monthsFrom('2021-01', '2020-01')]).toEqual([1, 0, -12]);
});

describe.each([720, 300])('Drawn %d wide', (width) => {
  test.each([
    ['as it is', rows],
    ['with names twice as long and one of 60 letters', longer(rows)],
    ['empty', []],
    ['one thing', rows.slice(0, 1)],
    ['nothing but what is open', [part('missing')]],
    ['nothing but its time', [part('gathered')]],
    ['nothing but a first of January', [{ ...part('published'), from: '', to: '2024-01-01' }]],
    ['gathered and published at one edge', longer(spanning('2023-11', '2023-12', '2024-01-02'))],
    ['published while data were gathered', spanning('2019-01', '2023-12', '2021-05-05')],
    ['sixty years', spanning('1961-02', '1999-03', '2021-05-05')],
    ['four hundred things', [...units('things', 400), ...units('others', 333), ...rows]],
  ])('%s: nothing overlaps, every row is there', (_, list) => {
    expectSound(() => draw(list, width), list);
  });

  test('all marks of things are equally large, and the empty place holds none but the dash', () => {
    const marks = itemsOf(draw(rows, width).items).flatMap((item) => (item.type === 'mark' ? [item] : []));
    const counted = marks.filter(({ n }) => rows[n as number]?.part === 'unit');
    expect(new Set(counted.map(({ size }) => size)).size).toBe(1);
    expect(counted.map(({ shape }) => shape)).toEqual(rows.flatMap((row) => (row.part === 'unit' ? [row.shape] : [])));
    expect(marks.filter(({ n }) => n === rows.indexOf(part('missing'))).map(({ shape }) => shape)).toEqual(['dash']);
    expect(labels(rows, width)).toContain(guide.about.voices.unknown.label);
  });

  test('the bar and the line after it are as long as their months, and the years stand under them', () => {
    const items = itemsOf(draw(rows, width).items);
    const bar = items.find((item): item is Stroke => item.type === 'stroke' && item.n === rows.indexOf(part('gathered')));
    const dot = items.find((item): item is Mark => item.type === 'mark' && item.n === rows.indexOf(part('published')));
    const [from, , to] = (bar?.d.match(/-?[\d.]+/g) ?? []).map(Number) as [number, number, number];
    const days = (begin: string, end: string) => utcDay(end).getTime() - utcDay(begin).getTime();
    expect(to - from).toBeCloseTo(((dot as Mark).x - from) * (days('2019-10', '2021-05') / days('2019-10', '2024-06-01')), 0);
    expect(labels(rows, width).filter((text) => /^\d{4}$/.test(text))).toEqual(['2019', '2020', '2021', '2022', '2023', '2024']);
  });
});

test('no time zone moves a day', () => {
  const script = `
    import { layoutStudy } from './src/charts/study/layout.ts';
    import { measure } from './src/charts/fonts.ts';
    const [rows, wording] = JSON.parse(process.argv[1]);
    console.log(JSON.stringify([new Date(2020, 0).getTimezoneOffset(), layoutStudy(rows, { width: 720, measure }, wording)]));`;
  const drawnIn = (TZ: string): [number, unknown] =>
    JSON.parse(
      execFileSync(process.execPath, ['--input-type=module', '--eval', script, JSON.stringify([rows, wording])], {
        env: { ...process.env, TZ },
        encoding: 'utf8',
      }),
    );
  const [there, east] = drawnIn('Pacific/Kiritimati');
  const [here, west] = drawnIn('Pacific/Pago_Pago');
  expect([there, here]).toEqual([-840, 660]);
  expect(east).toEqual(west);
  expect(east).toEqual(JSON.parse(JSON.stringify(draw(rows, 720))));
});
