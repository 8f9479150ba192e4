import { expect } from 'vitest';
import type { Drawing, Item, Label, Mark } from '../../../src/charts/drawing.ts';
import { measure } from '../../../src/charts/fonts.ts';
import { LEADING } from '../../../src/charts/lines.ts';

/** A rectangle of a drawing with what stands in it. */
export interface Box {
  what: string;
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}

/** How far a letter reaches above its baseline and below, as parts of the size. */
const [ABOVE, BELOW] = [0.72, 0.2];

function boxOf(item: Label | Mark, dx: number, dy: number): Box {
  if (item.type === 'mark') {
    const r = item.size / 2;
    return { what: `${item.shape} ${item.n ?? ''}`, x0: item.x + dx - r, y0: item.y + dy - r, x1: item.x + dx + r, y1: item.y + dy + r };
  }
  const { x, y, lines, face, anchor, turn = 0 } = item;
  const width = Math.max(...lines.map((line) => measure(line, face)));
  const left = -width * { start: 0, middle: 0.5, end: 1 }[anchor];
  const bottom = (lines.length - 1) * face.size * LEADING + face.size * BELOW;
  const corners = [
    [left, -face.size * ABOVE],
    [left + width, -face.size * ABOVE],
    [left, bottom],
    [left + width, bottom],
  ] as const;
  const angle = (turn * Math.PI) / 180;
  const points = corners.map(([px, py]) => [
    x + dx + px * Math.cos(angle) - py * Math.sin(angle),
    y + dy + px * Math.sin(angle) + py * Math.cos(angle),
  ]);
  const [xs, ys] = [points.map((p) => p[0] as number), points.map((p) => p[1] as number)];
  return { what: lines.join(' '), x0: Math.min(...xs), y0: Math.min(...ys), x1: Math.max(...xs), y1: Math.max(...ys) };
}

const boxesIn = (items: readonly Item[], dx = 0, dy = 0): { label: boolean; box: Box }[] =>
  items.flatMap((item) =>
    item.type === 'group' && item.scale !== undefined
      ? boxesIn(item.items).map(({ label, box: { what, x0, y0, x1, y1 } }) => {
          const at = (x: number, y: number, by = item.scale ?? 1) => [
            x * by + dx + (item.shift?.x ?? 0),
            y * by + dy + (item.shift?.y ?? 0),
          ];
          const [[left = 0, top = 0], [right = 0, bottom = 0]] = [at(x0, y0), at(x1, y1)];
          return { label, box: { what, x0: left, y0: top, x1: right, y1: bottom } };
        })
      : item.type === 'group'
        ? boxesIn(item.items, dx + (item.shift?.x ?? 0), dy + (item.shift?.y ?? 0))
        : item.type === 'stroke'
          ? []
          : [{ label: item.type === 'label', box: boxOf(item, dx, dy) }],
  );

const hit = (a: Box, b: Box): boolean => a.x0 < b.x1 - 0.5 && b.x0 < a.x1 - 0.5 && a.y0 < b.y1 - 0.5 && b.y0 < a.y1 - 0.5;

/**
 * What is wrong with where things stand in a drawing: labels and marks that overlap, or reach over its edge.
 *
 * @returns a line for each, for a message
 */
export function collisions({ width, height, items }: Drawing): string[] {
  const boxes = boxesIn(items);
  const sorted = [...boxes].sort((a, b) => a.box.y0 - b.box.y0);
  const found = boxes
    .filter(({ box }) => box.x0 < -1 || box.y0 < -1 || box.x1 > width + 1 || box.y1 > height + 1)
    .map(({ box }) => `"${box.what}" reaches over the edge`);
  for (const [i, one] of sorted.entries())
    for (let j = i + 1; j < sorted.length; j++) {
      const other = sorted[j] as (typeof sorted)[number];
      if (other.box.y0 > one.box.y1) break;
      if (hit(one.box, other.box)) found.push(`"${one.box.what}" and "${other.box.what}" overlap`);
    }
  return found;
}

/** Row numbers that a drawing shows, sorted. */
export function numbersIn({ items }: Drawing): number[] {
  const walk = (list: readonly Item[]): number[] =>
    list.flatMap((item) =>
      item.type === 'group'
        ? [...(typeof item.data?.n === 'number' ? [item.data.n] : []), ...walk(item.items)]
        : item.type !== 'label' && item.n !== undefined
          ? [item.n]
          : [],
    );
  return walk(items).sort((a, b) => a - b);
}

/** Holds that a drawing of some rows shows each once, overlaps nowhere, has only numbers, and is the same again. */
export function expectSound(draw: () => Drawing, rows: readonly unknown[]): void {
  const drawing = draw();
  expect(collisions(drawing)).toEqual([]);
  expect(numbersIn(drawing)).toEqual(rows.map((_, n) => n));
  expect(JSON.stringify(drawing)).not.toMatch(/NaN|null|Infinity/);
  expect(draw()).toEqual(drawing);
}
