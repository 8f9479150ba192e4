import type { Box } from './chart.ts';
import type { Face, Group, Item, Tone } from './drawing.ts';
import { hairline, NARROW, round } from './geometry.ts';
import { heightOf, labelAt, wrap } from './lines.ts';
import type { MarkShape } from './marks.ts';

const NAME: Face = { family: 'sans', weight: 600, size: 15 };
const TEXT: Face = { family: 'sans', weight: 400, size: 15 };
const SIZE = 12;
const DOWN = 15;
/** between words over one line of marks, and from these to their mark */
const [GAP, TICK] = [12, 6];
const PAD = 10;

/** A mark in a lane. */
export interface LaneMark {
  /** where it stands along the lane, in user units */
  x: number;
  shape: MarkShape;
  tone: Tone;
  /** what a pointer resting on it is told */
  name: string;
  /** its name in the address */
  id: string;
  /** the number of its row */
  n: number;
  /** values by which it can be narrowed */
  values: Readonly<Record<string, string>>;
  /** words at it where they have room, should it be the first or the last of its lane: whose it is, and what it says */
  label?: { whose: string; says: string };
}

export interface Lane {
  name: string;
  marks: readonly LaneMark[];
}

/** Where lanes begin: on a phone names stand above them. */
export const laneStart = (width: number): number => (width < NARROW ? SIZE : 168);

/**
 * Lanes under one another, each with its name and its marks where they belong along it. Marks that would cover one another
 * stand in lines; their height says nothing. The first and the last mark of a lane are named.
 *
 * @param top where they begin
 */
export function layoutLanes(lanes: readonly Lane[], top: number, { width, measure }: Box): { items: Item[]; bottom: number } {
  const narrow = width < NARROW;
  const left = laneStart(width);
  const items: Item[] = [];
  let y = top;
  for (const [r, { name, marks }] of lanes.entries()) {
    items.push(hairline(y, width));
    const names = wrap(name, narrow ? width : left - 24, NAME, measure);
    items.push(labelAt(0, y + PAD, names, NAME, { anchor: 'start', tone: 'ink' }));
    const head = heightOf(names, NAME);
    const ends: number[] = [];
    const tracked = [...marks]
      .sort((a, b) => a.x - b.x || a.n - b.n)
      .map((mark) => {
        const free = ends.findIndex((end) => end + SIZE + 2 <= mark.x);
        const track = free < 0 ? ends.length : free;
        ends[track] = mark.x;
        return { ...mark, track };
      });
    const words = endWords(tracked, { width, measure }, narrow ? 0 : left - SIZE / 2);
    const over = Math.max(0, ...words.map(({ over, lines }) => (over ? heightOf(lines, TEXT) + TICK : 0)));
    const first = y + PAD + (narrow ? head + 6 : 0) + over + SIZE / 2 + 2;
    items.push(...tracked.map((mark, c) => cellOf(mark, { r, c, y: first + mark.track * DOWN })));
    for (const { lines, x, at, track, over, anchor, tone } of words) {
      const high = heightOf(lines, TEXT);
      const foot = first - SIZE / 2 - TICK;
      if (over) items.push({ type: 'stroke', d: `M${round(at)} ${round(foot)}v${TICK - 1}`, tone, style: 'solid', width: 1 });
      items.push(labelAt(round(x), over ? foot - high : first + track * DOWN - high / 2, lines, TEXT, { anchor, tone }));
    }
    y = round(Math.max(y + 2 * PAD + head, first + Math.max(1, ends.length) * DOWN - DOWN + SIZE / 2 + PAD));
  }
  if (lanes.length > 0) items.push(hairline(y, width));
  return { items, bottom: y };
}

const cellOf = ({ x, shape, tone, name, id, n, values }: LaneMark, { r, c, y }: { r: number; c: number; y: number }): Group => ({
  type: 'group',
  as: 'cell',
  name,
  data: { r, c, id },
  hit: { x: round(x - SIZE / 2 - 1), y: round(y - DOWN / 2), width: SIZE + 2, height: DOWN },
  items: [
    { type: 'group', as: 'unit', data: { n, ...values }, items: [{ type: 'mark', shape, tone, size: SIZE, x: round(x), y: round(y) }] },
  ],
});

/** Words at a mark. */
interface Words {
  lines: readonly string[];
  x: number;
  /** the middle of their mark, and its line */
  at: number;
  track: number;
  anchor: 'start' | 'end';
  tone: Tone;
  /** over the lane's first line of marks, not beside the mark */
  over: boolean;
}

/**
 * The words of the last and the first mark of a lane: beside them with the name, for left of the first and right of the last
 * nothing stands; where there is no room over them, if they stand in the first line; else what they say without the name.
 *
 * @param marks from left to right
 * @param left where words may begin
 */
function endWords(marks: readonly (LaneMark & { track: number })[], { width, measure }: Box, left: number): Words[] {
  const placed: Words[] = [];
  const named = new Set<string>();
  /** from where to where words reach */
  const span = ({ lines, x, anchor }: Pick<Words, 'lines' | 'x' | 'anchor'>): [number, number] => {
    const long = Math.max(...lines.map((line) => measure(line, TEXT)));
    return anchor === 'start' ? [x, x + long] : [x - long, x];
  };
  const fits = (words: Words): boolean => {
    const [from, to] = span(words);
    return (
      from >= left &&
      to <= width &&
      placed.every((other) => !(other.over && words.over) || span(other)[0] > to + GAP || span(other)[1] < from - GAP)
    );
  };
  const ends = [
    ['start', marks.at(-1)],
    ['end', marks.length > 1 ? marks[0] : undefined],
  ] as const;
  for (const [anchor, mark] of ends) {
    if (!mark?.label) continue;
    const { x, track, label } = mark;
    const { whose, says } = label;
    const beside = (text: string, tone: Tone): Words => ({
      lines: [text],
      x: x + (SIZE / 2 + 5) * (anchor === 'start' ? 1 : -1),
      at: x,
      track,
      anchor,
      tone,
      over: false,
    });
    const over = (lines: readonly string[]): Words[] =>
      track > 0
        ? []
        : [
            { lines, x: x - SIZE / 2, at: x, track, anchor: 'start', tone: 'ink', over: true },
            { lines, x: x + SIZE / 2, at: x, track, anchor: 'end', tone: 'ink', over: true },
          ];
    const whole = `${whose}, ${says}`;
    const best = [
      // a name that stands in the lane already is not said again
      ...(named.has(whose) ? [] : [beside(whole, 'ink'), ...over([whole]), ...over([`${whose},`, says])]),
      beside(says, 'muted'),
    ].find(fits);
    if (best) placed.push(best);
    if (best?.tone === 'ink') named.add(whose);
  }
  return placed;
}
