import { readFileSync } from 'node:fs';
import { create, type Font } from 'fontkit';
import { itemAt } from '../lib/items.ts';
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

/** A line of text as outlines: each letter by the name of its outline, and where it stands, in units of the face. */
export interface GlyphRun {
  /** user units to a unit of the face */
  scale: number;
  glyphs: readonly { id: string; x: number }[];
}

/** The outlines of a file's letters, each kept once however often it is set. */
export class Outlines {
  readonly #paths = new Map<string, string>();

  /** A line of text, so that it looks the same where the face is not at hand. */
  run(text: string, face: Face): GlyphRun {
    const font = fontOf(face);
    const { glyphs, positions } = font.layout(text);
    let pen = 0;
    const placed = glyphs.map((glyph, i) => {
      const id = `${face.family === 'serif' ? 'r' : 's'}${face.weight / 100}-${glyph.id}`;
      if (!this.#paths.has(id)) this.#paths.set(id, glyph.path.toSVG());
      const { xAdvance, xOffset } = itemAt(positions, i);
      const x = Math.round(pen + xOffset);
      pen += xAdvance;
      return { id, x };
    });
    // a space has no outline
    return { scale: face.size / font.unitsPerEm, glyphs: placed.filter(({ id }) => this.#paths.get(id)) };
  }

  /** Every outline that was used, by its name. */
  get paths(): ReadonlyMap<string, string> {
    return new Map([...this.#paths].filter(([, path]) => path));
  }
}
