import { extent, scaleUtc, utcMonth, utcYear } from 'd3';
import { monthYear } from '../../lib/dates.ts';
import { itemAt } from '../../lib/items.ts';
import type { Box } from '../chart.ts';
import type { Face, Item } from '../drawing.ts';
import { round } from '../geometry.ts';
import { heightOf, labelAt, wrap } from '../lines.ts';
import { betweenThem, type StudyRow } from './rows.ts';

const NAME: Face = { family: 'sans', weight: 600, size: 15 };
const TEXT: Face = { family: 'sans', weight: 400, size: 15 };

/** how thick the stretch of gathering is */
const THICK = 9;
/** how much room the name of a year needs */
const YEAR = 46;
const MARK = 12;

/** `2021-04` or `2024-06-01` as a day, in no time zone but UTC. */
export const utcDay = (date: string): Date => {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, day));
};

/**
 * The study's time from whole year to whole year: when data were gathered, when it was published, and how long it is between.
 *
 * @param top where it may begin
 */
export function layoutTime(rows: readonly StudyRow[], top: number, { width, measure }: Box): { items: Item[]; bottom: number } {
  const [gathered, published] = (['gathered', 'published'] as const).map((part) => {
    const n = rows.findIndex((row) => row.part === part);
    return n < 0 ? undefined : { n, row: itemAt(rows, n) };
  });
  // a month is over when the next one begins
  const days = [
    ...(gathered ? [utcDay(gathered.row.from), utcMonth.offset(utcDay(gathered.row.to), 1)] : []),
    ...(published ? [utcDay(published.row.to)] : []),
  ];
  const [first, last] = extent(days);
  if (!first || !last) return { items: [], bottom: top };
  const x = scaleUtc([utcYear.floor(first), utcYear.ceil(new Date(Number(last) + 1))], [MARK / 2, width - MARK / 2]);
  const at = (day: Date): number => round(x(day));

  const labels: { x: number; anchor: 'start' | 'end'; name: string; text: string }[] = [];
  const items: Item[] = [];
  const [begun = 0, over = 0] = gathered ? days.map(at) : [];
  if (gathered) {
    const { row } = gathered;
    labels.push({ ...besides(begun, width), name: row.unit, text: row.text });
  }
  if (published)
    labels.push({ ...besides(at(utcDay(published.row.to)), width), name: published.row.unit, text: monthYear(published.row.to) });

  // names above the line; one that would run into its neighbor stands a step higher
  const placed: { from: number; to: number; height: number; up: number }[] = [];
  const heads = labels.map(({ x, anchor, name, text }) => {
    const room = Math.min(width * 0.56, 300, anchor === 'start' ? width - x : x);
    const [names, texts] = [wrap(name, room, NAME, measure), wrap(text, room, TEXT, measure)];
    const wide = Math.max(...names.map((line) => measure(line, NAME)), ...texts.map((line) => measure(line, TEXT)));
    const from = anchor === 'start' ? x : x - wide;
    const height = heightOf(names, NAME) + heightOf(texts, TEXT);
    const up = Math.max(0, ...placed.filter((o) => o.from < from + wide + 12 && from < o.to + 12).map((o) => o.up + o.height + 8));
    placed.push({ from, to: from + wide, height, up });
    return { x, anchor, names, texts, height, up };
  });
  const line = top + Math.max(0, ...heads.map(({ height, up }) => height + up)) + THICK / 2 + 8;
  for (const { x, anchor, names, texts, height, up } of heads) {
    const head = line - THICK / 2 - 8 - up - height;
    items.push(
      labelAt(x, head, names, NAME, { anchor, tone: 'ink' }),
      labelAt(x, head + heightOf(names, NAME), texts, TEXT, { anchor, tone: 'ink' }),
    );
    if (up > 0) items.push(upright(x, line - THICK / 2 - 4 - up, line - THICK / 2 - 2, 'muted'));
  }
  if (gathered)
    items.push({ type: 'stroke', d: `M${begun} ${round(line)}H${over}`, tone: 'paper', style: 'solid', width: THICK, n: gathered.n });

  let bottom = line + MARK / 2;
  if (published) {
    const end = at(utcDay(published.row.to));
    if (gathered && end > over) {
      items.push({ type: 'stroke', d: `M${over} ${round(line)}H${end}`, tone: 'paper', style: 'solid' });
      const said = wrap(betweenThem(published.row), Math.max(110, end - over - 12), TEXT, measure);
      const half = Math.max(...said.map((l) => measure(l, TEXT))) / 2;
      const center = Math.min(width - half, Math.max(half, (over + end) / 2));
      // the months between are counted by us
      items.push({ type: 'group', voice: 'editors', items: [labelAt(center, line + 9, said, TEXT, { anchor: 'middle', tone: 'muted' })] });
      bottom = line + 9 + heightOf(said, TEXT);
    }
    items.push({ type: 'mark', shape: 'disc', tone: 'paper', size: MARK, x: end, y: line, n: published.n });
  }

  // years: a tick where one begins, its name beside it
  const axis = bottom + 8;
  items.push({ type: 'stroke', d: `M0 ${round(axis)}H${width}`, tone: 'ink', style: 'solid', width: 1 });
  const every = Math.max(1, Math.ceil((utcYear.count(...(x.domain() as [Date, Date])) * YEAR) / width));
  for (const year of utcYear.every(every)?.range(...(x.domain() as [Date, Date])) ?? []) {
    items.push(upright(at(year), axis, axis + 6, 'ink'));
    if (at(year) + YEAR <= width)
      items.push(labelAt(at(year) + 4, axis + 3, [String(year.getUTCFullYear())], TEXT, { anchor: 'start', tone: 'muted' }));
  }
  return { items, bottom: axis + 3 + heightOf([''], TEXT) };
}

/** Text at a place begins there, or ends there where it would run over the edge. */
const besides = (x: number, width: number): { x: number; anchor: 'start' | 'end' } => ({ x, anchor: x > width / 2 ? 'end' : 'start' });

const upright = (x: number, from: number, to: number, tone: 'ink' | 'muted'): Item => ({
  type: 'stroke',
  d: `M${x} ${round(from)}V${round(to)}`,
  tone,
  style: 'solid',
  width: 1,
});
