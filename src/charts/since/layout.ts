import { max, min, scaleUtc, utcMonth, utcYear } from 'd3';
import { whenWords } from '../../lib/dates.ts';
import { SIDE_WORDS, SIDES, type Side } from '../../lib/sides.ts';
import { slug } from '../../lib/text.ts';
import type { Box, Wording } from '../chart.ts';
import type { Drawing, Face, Item, Tone } from '../drawing.ts';
import { NARROW, round } from '../geometry.ts';
import { drawKey } from '../key.ts';
import { laneStart, layoutLanes } from '../lanes.ts';
import { heightOf, labelAt, wrap } from '../lines.ts';
import type { MarkShape } from '../marks.ts';
import { utcDay } from '../study/time.ts';
import type { SinceRow } from './rows.ts';

const NAME: Face = { family: 'sans', weight: 600, size: 15 };
const TEXT: Face = { family: 'sans', weight: 400, size: 15 };
const THICK = 9;

const SHAPES = { official: 'disc', advocate: 'ring', press: 'ringed-dot', party: 'ring-cross' } as const satisfies Record<Side, MarkShape>;

/** Who tells of an event, as a mark; the study's own time is the paper's. */
export const sideMark = (side: Side | ''): { shape: MarkShape; tone: Tone } =>
  side === '' ? { shape: 'square', tone: 'paper' } : { shape: SHAPES[side], tone: 'others' };

/** A time line: the study's time above, events since in lanes by what they are about. It ends on the last day that somebody looked. */
export function layoutSince(rows: readonly SinceRow[], box: Box, { words }: Wording): Drawing {
  const { width, measure } = box;
  const left = laneStart(width);
  const ends = rows.flatMap(({ date, until, looked }) => [date, until, looked].filter(Boolean)).map(utcDay);
  const [first, last] = [min(ends), max(ends)];
  if (!first || !last) return { width, height: 1, items: [] };
  const x = scaleUtc([utcYear.floor(first), utcMonth.offset(last, 1)], [left, width - 8]);
  const at = (date: string): number => round(x(utcDay(date)));
  const items: Item[] = [];
  /** of the years: they stand behind everything */
  const lines: Item[] = [];

  const years = utcYear.range(...(x.domain() as [Date, Date]));
  const every = Math.max(1, Math.ceil(((measure('2024', TEXT) + 10) * years.length) / (width - left)));
  const axis = heightOf([''], TEXT) + 6;
  const lanes = [
    ...Map.groupBy(
      rows.map((row, n) => ({ ...row, n })).filter(({ part }) => part === 'change'),
      ({ thread }) => thread,
    ),
  ].map(([thread, own]) => ({
    name: thread,
    marks: own.map((row) => ({
      x: at(row.date),
      ...sideMark(row.side),
      name: `${whenWords(row.date)}: ${row.title}${row.side ? `. ${SIDE_WORDS[row.side]}` : ''}`,
      id: row.id,
      n: row.n,
      values: { side: row.side, thread: slug(thread) },
    })),
  }));
  let y = axis + 6;
  for (const part of ['gathered', 'published'] as const) {
    const n = rows.findIndex((row) => row.part === part);
    const row = rows[n];
    if (!row) continue;
    const name = wrap(row.title, width < NARROW ? width : left - 24, NAME, measure);
    items.push(labelAt(0, y + 4, name, NAME, { anchor: 'start', tone: 'paper' }));
    const line = y + 4 + (width < NARROW ? heightOf(name, NAME) + 8 : heightOf([''], NAME) / 2);
    if (row.until)
      items.push({
        type: 'stroke',
        d: `M${at(row.date)} ${round(line)}H${round(x(utcMonth.offset(utcDay(row.until), 1)))}`,
        tone: 'paper',
        style: 'solid',
        width: THICK,
        n,
      });
    else items.push({ type: 'mark', ...sideMark(''), size: 12, x: at(row.date), y: round(line), n });
    y = Math.max(y + 4 + heightOf(name, NAME), line + THICK) + 6;
  }
  const { items: drawn, bottom } = layoutLanes(lanes, y + 2, box);
  for (const [i, year] of years.entries()) {
    const place = round(x(year));
    lines.push({ type: 'stroke', d: `M${place} ${round(axis)}V${round(bottom)}`, tone: 'hair', style: 'solid', width: 1 });
    if (i % every === 0) items.push(labelAt(place + 3, 0, [String(year.getUTCFullYear())], TEXT, { anchor: 'start', tone: 'muted' }));
  }
  const looked = max(rows, (row) => row.looked) ?? '';
  const said = looked ? wrap(`${words.looked ?? ''} ${whenWords(looked)}`, width / 2 - 8, TEXT, measure) : [];
  if (looked) {
    items.push({ type: 'stroke', d: `M${at(looked)} ${round(axis)}V${round(bottom)}`, tone: 'ink', style: 'dashed', width: 1 });
    const anchor = at(looked) > width / 2 ? 'end' : 'start';
    items.push({ type: 'group', voice: 'editors', items: [labelAt(at(looked), bottom + 6, said, TEXT, { anchor, tone: 'muted' })] });
  }
  const key = drawKey(
    SIDES.filter((side) => rows.some((row) => row.side === side)).map((side) => ({ ...sideMark(side), text: SIDE_WORDS[side] })),
    bottom + 14 + heightOf(said, TEXT),
    box,
  );
  return { width, height: Math.ceil(key.bottom + 4), items: [...lines, ...items, ...drawn, ...key.items] };
}
