import type { Box } from './chart.ts';
import type { Face, Item, Tone } from './drawing.ts';
import { LEADING, wrap } from './lines.ts';
import type { MarkShape } from './marks.ts';

/** A mark with what it means. */
export interface KeyEntry {
  shape: MarkShape;
  tone: Tone;
  text: string;
}

const FACE: Face = { family: 'sans', weight: 400, size: 15 };
const MARK = 12;
const GAP = 22;

/** How much room a mark takes before its words. */
export const KEY_MARK = MARK + 8;

/** What the marks mean, in rows under a drawing, as wide as the drawing at most. */
export function drawKey(entries: readonly KeyEntry[], top: number, { width, measure }: Box): { items: Item[]; bottom: number } {
  const items: Item[] = [];
  let [x, y] = [0, top];
  let lowest = top;
  for (const { shape, tone, text } of entries) {
    const lines = wrap(text, width - KEY_MARK, FACE, measure);
    const wide = KEY_MARK + Math.max(...lines.map((line) => measure(line, FACE)));
    if (x > 0 && x + wide > width) [x, y] = [0, lowest + 6];
    const middle = y + FACE.size * LEADING * 0.5;
    items.push(
      { type: 'mark', shape, tone, size: MARK, x: x + MARK / 2, y: middle },
      { type: 'label', x: x + KEY_MARK, y: middle + FACE.size * 0.34, lines, face: FACE, anchor: 'start', tone: 'ink' },
    );
    lowest = Math.max(lowest, y + lines.length * FACE.size * LEADING);
    x += wide + GAP;
  }
  return { items, bottom: lowest };
}
