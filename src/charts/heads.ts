import { sum } from 'd3';
import { itemAt } from '../lib/items.ts';
import type { Face, Group, Label, Measure } from './drawing.ts';
import { round } from './geometry.ts';
import { heightOf, LEADING, labelAt, wrap } from './lines.ts';

/**
 * Names over columns, turned upright, each in as many lines as its column has room for; all end at one height.
 *
 * @param heads names, and where the middles of their columns are
 * @param step from the middle of a column to that of the next
 * @returns a label for each, and how high the highest one is
 */
export function turnHeads(
  heads: readonly { x: number; name: string }[],
  { step, top, face, measure }: { step: number; top: number; face: Face; measure: Measure },
): { labels: Label[]; high: number } {
  const most = Math.max(1, Math.floor((step - 2) / (face.size * LEADING)));
  const turned = heads.map(({ x, name }) => {
    let room = 96;
    while (wrap(name, room, face, measure).length > most && room < 400) room += 12;
    const lines = wrap(name, room, face, measure);
    return { x, lines, long: Math.max(...lines.map((line) => measure(line, face))) };
  });
  const high = Math.max(0, ...turned.map(({ long }) => long));
  return {
    labels: turned.map(({ x, lines }) => ({
      type: 'label',
      x: x - (lines.length - 1) * face.size * LEADING * 0.5 + face.size * 0.34,
      y: top + high + 4,
      lines,
      face,
      anchor: 'start',
      tone: 'ink',
      turn: -90,
    })),
    high,
  };
}

/** Names over columns, level; the last line of each stands at one height. They begin where their columns do, or have their middle there. */
function levelHeads(
  heads: readonly { x: number; name: string }[],
  {
    room,
    anchor,
    top,
    least,
    face,
    measure,
  }: { room: number; anchor: Label['anchor']; top: number; least: number; face: Face; measure: Measure },
): { labels: Label[]; high: number } {
  const wrapped = heads.map(({ x, name }) => ({ x, lines: wrap(name, room, face, measure) }));
  const high = Math.max(least, ...wrapped.map(({ lines }) => heightOf(lines, face)));
  return {
    labels: wrapped.map(({ x, lines }) => labelAt(round(x), top + high - heightOf(lines, face), lines, face, { anchor, tone: 'ink' })),
    high,
  };
}

/** From the names of columns to the rule under them. */
export const UNDER_NAMES = 8;

/** The columns of a table of marks, and how their names are set. */
export interface ColumnNames {
  columns: readonly { name: string; left: number }[];
  /** how wide a column is, and how much of that stays free at each side of a name */
  step: number;
  gap: number;
  /** upright where columns are narrow; else level, from the start of a column or about its middle */
  set: 'upright' | 'start' | 'middle';
  face: Face;
  measure: Measure;
}

/**
 * One line of the names of columns; a drawing that is taller than a screen has more than one.
 *
 * @param again a line that only repeats the first one: it is quieter
 * @param least how high the line is at least, where other words stand left of level names
 * @returns a group for each name, with the number of its column, and where the names end
 */
export function columnHeads(
  { columns, step, gap, set, face, measure }: ColumnNames,
  top: number,
  again: boolean,
  least = 0,
): { items: Group[]; bottom: number } {
  const heads = columns.map(({ name, left }) => ({ name, x: round(left + (set === 'start' ? gap : step / 2)) }));
  const { labels, high } =
    set === 'upright'
      ? turnHeads(heads, { step, top, face, measure })
      : levelHeads(heads, { room: step - 2 * gap, anchor: set, top, least, face, measure });
  return {
    items: labels.map((label, c) => ({
      type: 'group',
      as: 'column',
      data: { c },
      hit: { x: round(itemAt(columns, c).left), y: round(top), width: round(step), height: round(high + 4) },
      items: [again ? { ...label, tone: 'muted' } : label],
    })),
    bottom: round(top + high + (set === 'upright' ? 4 : 0)),
  };
}

/** How far down the rows under one line of names may reach, in user units: some fifteen rows, less than a screen. */
export const IN_SIGHT = 525;

/**
 * Before which rows the names of the columns stand: the first, and others, so that none reaches much further down than IN_SIGHT
 * and about as much stands under each line of names.
 *
 * @param heights of the rows
 */
export function namedBefore(heights: readonly number[]): Set<number> {
  const all = sum(heights);
  const share = all / Math.max(1, Math.ceil(all / IN_SIGHT));
  const named = new Set<number>();
  let above = 0;
  for (const [i, height] of heights.entries()) {
    if (above >= named.size * share - 1) named.add(i);
    above += height;
  }
  return named;
}

/**
 * The same for rows in groups: names stand before a group that would reach out of sight, and inside one that does so alone.
 *
 * @param groups heights of the rows of each
 */
export function namedBeforeGroups(groups: readonly (readonly number[])[]): Set<number> {
  const named = new Set<number>();
  let row = 0;
  /** from the last names to this row */
  let reach = Number.POSITIVE_INFINITY;
  for (const heights of groups) {
    const all = sum(heights);
    // the last row need only begin in sight
    const long = all - (heights.at(-1) ?? 0);
    if (reach + long > IN_SIGHT) {
      const own = long > IN_SIGHT ? [...namedBefore(heights)] : [0];
      for (const i of own) named.add(row + i);
      reach = sum(heights.slice(own.at(-1)));
    } else reach += all;
    row += heights.length;
  }
  return named;
}
