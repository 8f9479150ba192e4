import { lastOf } from '../lib/items.ts';
import type { Face, Label, Measure } from './drawing.ts';

/** How far apart baselines stand, as a part of the size. */
export const LEADING = 1.22;

/**
 * A text in lines no wider than asked, broken between words; a word that is wider than a whole line is broken inside.
 *
 * @param width in the units of `face.size`
 * @returns at least one line
 */
export function wrap(text: string, width: number, face: Face, measure: Measure): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).filter(Boolean)) {
    if (line && measure(`${line} ${word}`, face) <= width) line += ` ${word}`;
    else {
      if (line) lines.push(line);
      const parts = broken(word, width, face, measure);
      lines.push(...parts.slice(0, -1));
      line = lastOf(parts);
    }
  }
  if (line || lines.length === 0) lines.push(line);
  return lines;
}

function broken(word: string, width: number, face: Face, measure: Measure): string[] {
  const parts: string[] = [];
  let rest = word;
  while (rest.length > 1 && measure(rest, face) > width) {
    let at = rest.length - 1;
    while (at > 1 && measure(`${rest.slice(0, at)}-`, face) > width) at--;
    parts.push(`${rest.slice(0, at)}-`);
    rest = rest.slice(at);
  }
  return [...parts, rest];
}

/** The height of so many lines, from the top of the first to the bottom of the last. */
export const heightOf = (lines: readonly string[], { size }: Face): number => lines.length * size * LEADING;

/**
 * Lines as a label whose top is at `top`.
 *
 * @param top where the first line begins; its baseline stands below that
 */
export const labelAt = (x: number, top: number, lines: readonly string[], face: Face, more: Pick<Label, 'anchor' | 'tone'>): Label => ({
  type: 'label',
  x,
  y: Math.round((top + face.size * 0.96) * 10) / 10,
  lines,
  face,
  ...more,
});
