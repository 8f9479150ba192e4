import { extent, scaleLinear } from 'd3';
import { lastOf, valueFor } from '../../lib/items.ts';
import { numbered } from '../../lib/text.ts';
import type { Box } from '../chart.ts';
import type { Drawing, Face, Item, Label } from '../drawing.ts';
import { round, rule } from '../geometry.ts';
import { heightOf, LEADING, labelAt, wrap } from '../lines.ts';
import { type CalendarRow, exampleTime } from './rows.ts';

const NAME: Face = { family: 'serif', weight: 600, size: 17 };
const TEXT: Face = { family: 'sans', weight: 400, size: 15 };
const YEAR: Face = { family: 'sans', weight: 600, size: 15 };

const MARK = 12;
const THICK = 11;
/** between a mark and its words */
const GAP = 6;
const APART = 9;
const LINE = heightOf([''], TEXT);

/** One date in the drawing; `n` is the number of its row. */
interface Placed {
  row: CalendarRow;
  n: number;
  x0: number;
  x1: number;
}

/** Where words stand that no line may cross. */
interface Taken {
  x0: number;
  x1: number;
  y0: number;
  y1: number;
}

/**
 * Two calendars on one axis of years, one above it and one below. Each event has a line of its own with its words beside it. A
 * dashed line carries every date of the lower calendar up through the upper one, so that both are read at that moment. At the foot
 * a line spans the months between the dates that are listed last.
 */
export function layoutTwoCalendars(rows: readonly CalendarRow[], { width, measure }: Box): Drawing {
  if (rows.length === 0) return { width, height: 1, items: [] };
  const years = Math.max(...rows.map(({ from, until }) => Number((until || from).split('-')[0])));
  const x = scaleLinear([0, 12 * years], [1, width - 1]);
  const items: Item[] = [];
  const taken: Taken[] = [];
  /** how far down the mark of each date reaches, by the number of its row */
  const feet = new Map<number, number>();
  /** where each date stands that a line is drawn from */
  const dates: { x: number; y: number }[] = [];
  const upper = rows[0]?.calendar;
  let r = 0;

  /** words line by line: each keeps its width whatever spacing a reader asks for */
  const say = (at: number, top: number, lines: readonly string[], face: Face, more: Pick<Label, 'anchor' | 'tone'>): number => {
    for (const [i, line] of lines.entries()) {
      const y = top + i * face.size * LEADING;
      const start = at - measure(line, face) * { start: 0, middle: 0.5, end: 1 }[more.anchor];
      items.push(labelAt(round(at), y, [line], face, more));
      taken.push({ x0: start - 3, x1: start + measure(line, face) + 3, y0: y, y1: y + face.size * LEADING });
    }
    return top + heightOf(lines, face);
  };

  /** the dates of one line, with its words where there is room: after the first mark, before it, after the last, or above */
  const line = (label: string, placed: readonly Placed[], top: number): number => {
    const [first, last] = [placed[0] as Placed, lastOf(placed)];
    const wide = measure(label, TEXT);
    const next = placed[1]?.x0 ?? width;
    const beside =
      first.x1 + 2 * GAP + wide <= next + (placed.length > 1 ? 0 : GAP)
        ? ({ at: first.x1 + GAP, anchor: 'start' } as const)
        : first.x0 - GAP - wide >= 0
          ? ({ at: first.x0 - GAP, anchor: 'end' } as const)
          : last.x1 + GAP + wide <= width
            ? ({ at: last.x1 + GAP, anchor: 'start' } as const)
            : undefined;
    let y = top;
    if (beside) say(beside.at, y, [label], TEXT, { anchor: beside.anchor, tone: 'ink' });
    else {
      const lines = wrap(label, width, TEXT, measure);
      const longest = Math.max(...lines.map((words) => measure(words, TEXT)));
      y = say(Math.max(0, Math.min(first.x0, width - longest)), y, lines, TEXT, { anchor: 'start', tone: 'ink' });
    }
    const middle = round(y + LINE / 2);
    for (const [c, { row, n, x0, x1 }] of placed.entries()) {
      items.push({
        type: 'group',
        as: 'cell',
        name: `${exampleTime(row)}: ${label}. ${row.calendar}`,
        data: { r, c, id: row.id },
        hit: { x: round(x0), y: round(y - 2), width: round(x1 - x0), height: round(LINE + 4) },
        items: [
          row.until
            ? { type: 'stroke', d: frame(x0, x1, middle), tone: 'example', style: 'solid', width: 2, n }
            : { type: 'mark', shape: 'disc', tone: 'example', size: MARK, x: round((x0 + x1) / 2), y: middle, n },
        ],
      });
      feet.set(n, middle + (row.until ? THICK : MARK) / 2);
      if (row.calendar !== upper) dates.push({ x: round(row.until ? x0 : (x0 + x1) / 2), y: middle - (row.until ? THICK : MARK) / 2 });
    }
    r += 1;
    return y + LINE + APART;
  };

  /** one calendar: its name, and a line for whatever is called alike */
  const calendar = (own: readonly Placed[], name: string, top: number): number => {
    let y = say(0, top, wrap(name, width, NAME, measure), NAME, { anchor: 'start', tone: 'ink' }) + 8;
    for (const [label, placed] of Map.groupBy(own, ({ row }) => row.label))
      y = line(
        label,
        [...placed].sort((a, b) => a.x0 - b.x0),
        y,
      );
    return y;
  };

  const placed = rows.map((row, n): Placed => {
    const [begin, end] = [row.from, row.until || row.from].map(monthOf) as [number, number];
    // a date is a mark in the middle of its month, and stays inside the drawing
    const middle = Math.min(width - MARK / 2, Math.max(MARK / 2, x(begin + 0.5)));
    return row.until ? { row, n, x0: x(begin), x1: x(end + 1) } : { row, n, x0: middle - MARK / 2, x1: middle + MARK / 2 };
  });
  let [y, bottom, top] = [0, 0, 0];
  for (const [i, [name, own]] of [...Map.groupBy(placed, ({ row }) => row.calendar)].entries()) {
    if (i === 1) y += 4;
    y = calendar(own, name, y);
    if (i > 0) continue;
    top = heightOf(wrap(name, width, NAME, measure), NAME) + 4;
    // the axis: it belongs to both
    items.push(rule(0, width, y, 'ink'));
    for (let year = 0; year < years; year++) {
      const at = round(x(12 * year));
      items.push({ type: 'stroke', d: `M${at} ${round(y)}V${round(y + 8)}`, tone: 'ink', style: 'solid', width: 1 });
      say(at + 5, y + 3, [`Year ${year + 1}`], YEAR, { anchor: 'start', tone: 'muted' });
    }
    y += 3 + heightOf([''], YEAR) + 8;
    bottom = y;
  }
  const last = [...Map.groupBy(placed, ({ row }) => row.calendar).values()].map(lastOf);
  const months = monthsBetween(rows);
  if (months > 0) {
    // from the end of both dates down to a line that spans them
    const ends = last.map(({ n, row, x0, x1 }) => ({ at: round(row.until ? x1 : (x0 + x1) / 2), from: valueFor(feet, n) }));
    const [from, to] = extent(ends, ({ at }) => at) as [number, number];
    const foot = round(y - 4);
    for (const { at, from } of ends)
      items.push({ type: 'stroke', d: upright(at, from, foot + 5, taken), tone: 'ink', style: 'solid', width: 1 });
    items.push(rule(from, to, foot, 'ink'));
    const words = numbered(months, 'month', 'months');
    const half = measure(words, YEAR) / 2;
    y = say(Math.max(half, Math.min((from + to) / 2, width - half)), foot + 3, [words], YEAR, { anchor: 'middle', tone: 'ink' });
  }
  const lines = dates.map(({ x, y }): Item => ({ type: 'stroke', d: upright(x, top, y, taken), tone: 'muted', style: 'dashed', width: 1 }));
  return { width, height: Math.ceil(Math.max(y, bottom)), items: [...items, ...lines] };
}

/** A stretch of time as an empty bar, so that lines are seen to cross it. */
const frame = (x0: number, x1: number, y: number): string =>
  `M${round(x0 + 1)} ${round(y - THICK / 2)}H${round(x1 - 1)}V${round(y + THICK / 2)}H${round(x0 + 1)}Z`;

/** Months since the beginning of the example. */
function monthOf(time: string): number {
  const [year = 1, month = 1] = time.split('-').map(Number);
  return 12 * (year - 1) + month - 1;
}

/**
 * How many months lie between the dates that are listed last in two calendars, whichever comes first: a stretch of time counts
 * by its last month.
 *
 * @returns 0 where there are not two calendars
 */
export function monthsBetween(rows: readonly CalendarRow[]): number {
  const [one, other, third] = [...Map.groupBy(rows, ({ calendar }) => calendar).values()]
    .map(lastOf)
    .map(({ from, until }) => monthOf(until || from));
  return one === undefined || other === undefined || third !== undefined ? 0 : Math.abs(one - other);
}

/** A line from top to bottom that leaves out whatever words it would cross. */
function upright(x: number, top: number, bottom: number, taken: readonly Taken[]): string {
  let y = top;
  let d = '';
  for (const { y0, y1 } of taken.filter((box) => box.x0 < x && x < box.x1).sort((a, b) => a.y0 - b.y0)) {
    if (y0 > y) d += `M${x} ${round(y)}V${round(Math.min(y0, bottom))}`;
    y = Math.max(y, y1);
    if (y >= bottom) return d;
  }
  return `${d}M${x} ${round(y)}V${round(bottom)}`;
}
