import type { Face, Label, Measure } from './drawing.ts';
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

/**
 * Names over columns, level; the last line of each stands at one height.
 *
 * @param heads names, and where they begin or have their middle
 * @param room how wide a line may be
 * @returns a label for each, and how high the highest one is
 */
export function levelHeads(
  heads: readonly { x: number; name: string }[],
  { room, anchor, face, measure }: { room: number; anchor: Label['anchor']; face: Face; measure: Measure },
): { labels: Label[]; high: number } {
  const wrapped = heads.map(({ x, name }) => ({ x, lines: wrap(name, room, face, measure) }));
  const high = Math.max(0, ...wrapped.map(({ lines }) => heightOf(lines, face)));
  return {
    labels: wrapped.map(({ x, lines }) => labelAt(round(x), high - heightOf(lines, face), lines, face, { anchor, tone: 'ink' })),
    high,
  };
}
