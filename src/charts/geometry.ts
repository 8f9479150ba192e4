import type { Stroke } from './drawing.ts';

/** Coordinates have one digit: more would only make differences that nobody sees. */
export const round = (n: number): number => Math.round(n * 10) / 10;

/** A drawing narrower than this is the one for a phone. */
export const NARROW = 420;

/** From this width on, which only a figure's own page has, a drawing may be drawn larger and say more. */
export const ROOMY = 800;

/** A hairline from the left edge of a drawing to `width`. */
export const hairline = (y: number, width: number): Stroke => ({
  type: 'stroke',
  d: `M0 ${round(y)}H${round(width)}`,
  tone: 'hair',
  style: 'solid',
  width: 1,
});

/** A level line from one place to another. */
export const rule = (from: number, to: number, y: number, tone: 'ink' | 'hair'): Stroke => ({
  type: 'stroke',
  d: `M${round(from)} ${round(y)}H${round(to)}`,
  tone,
  style: 'solid',
  ...(tone === 'hair' && { width: 1 }),
});
