import { readFileSync } from 'node:fs';
import { create, type Font } from 'fontkit';
import type { Face, Measure } from './drawing.ts';

const FAMILIES = { sans: 'source-sans-3', serif: 'source-serif-4' } as const;
const loaded = new Map<string, Font>();

function fontOf({ family, weight }: Face): Font {
  const key = `${family} ${weight}`;
  const known = loaded.get(key);
  if (known) return known;
  const name = FAMILIES[family];
  const font = create(readFileSync(`node_modules/@fontsource/${name}/files/${name}-latin-${weight}-normal.woff`)) as Font;
  loaded.set(key, font);
  return font;
}

const widths = new Map<string, number>();

/** How wide a text is in the guide's own faces, kerned as a browser sets it. */
export const measure: Measure = (text, face) => {
  const key = `${face.family}${face.weight} ${text}`;
  let one = widths.get(key);
  if (one === undefined) {
    const font = fontOf(face);
    one = font.layout(text).advanceWidth / font.unitsPerEm;
    widths.set(key, one);
  }
  return one * face.size;
};

/**
 * A line of text as an outline, so that it looks the same where the face is not at hand.
 *
 * @param x where the baseline starts
 */
export function outline(text: string, face: Face, x: number, y: number): string {
  const font = fontOf(face);
  const scale = face.size / font.unitsPerEm;
  const { glyphs, positions } = font.layout(text);
  let pen = x;
  return glyphs
    .map((glyph, i) => {
      const { xAdvance, xOffset, yOffset } = positions[i] as (typeof positions)[number];
      const d = glyph.path
        .scale(scale, -scale)
        .translate(pen + xOffset * scale, y - yOffset * scale)
        .toSVG();
      pen += xAdvance * scale;
      return d;
    })
    .join('')
    .replace(/-?\d+\.\d+/g, (n) => String(Math.round(Number(n) * 10) / 10));
}
