import type { Box } from './chart.ts';
import type { Face, Group, Item, Tone } from './drawing.ts';
import { hairline, NARROW, round } from './geometry.ts';
import { heightOf, labelAt, wrap } from './lines.ts';
import type { MarkShape } from './marks.ts';

const NAME: Face = { family: 'sans', weight: 600, size: 15 };
const TEXT: Face = { family: 'sans', weight: 400, size: 15 };
const SIZE = 12;
const DOWN = 15;
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
  /** words beside it, where they have room */
  label?: string;
}

export interface Lane {
  name: string;
  marks: readonly LaneMark[];
}

/** Where lanes begin: on a phone names stand above them. */
export const laneStart = (width: number): number => (width < NARROW ? SIZE : 168);

/**
 * Lanes under one another, each with its name and its marks where they belong along it. Marks that would cover one another
 * stand in lines; their height says nothing. The first mark of a lane has its words at the left, the last one at the right.
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
    const first = y + PAD + (narrow ? head + 6 : 0) + SIZE / 2 + 2;
    const ends: number[] = [];
    const sorted = [...marks].sort((a, b) => a.x - b.x || a.n - b.n);
    for (const [c, mark] of sorted.entries()) {
      const free = ends.findIndex((end) => end + SIZE + 2 <= mark.x);
      const track = free < 0 ? ends.length : free;
      ends[track] = mark.x;
      items.push(cellOf(mark, { r, c, y: first + track * DOWN }));
      items.push(...besides(mark, c, sorted.length, first + track * DOWN, { width, measure }, narrow ? 0 : left));
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

/** The words of the first and the last mark of a lane, where they have room; left of the first and right of the last nothing stands. */
function besides({ x, label }: LaneMark, c: number, count: number, y: number, { width, measure }: Box, left: number): Item[] {
  if (!label) return [];
  const room = measure(label, TEXT) + SIZE / 2 + 6;
  const at = y - heightOf([''], TEXT) / 2;
  if (c === count - 1 && x + room <= width)
    return [labelAt(round(x + SIZE / 2 + 5), at, [label], TEXT, { anchor: 'start', tone: 'muted' })];
  if (c === 0 && x - room >= left) return [labelAt(round(x - SIZE / 2 - 5), at, [label], TEXT, { anchor: 'end', tone: 'muted' })];
  return [];
}
