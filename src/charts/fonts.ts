import { readFileSync } from 'node:fs';
import { create, type Font } from 'fontkit';
import { itemAt } from '../lib/items.ts';
import type { Face, Measure } from './drawing.ts';

const FAMILIES = { sans: 'source-sans-3', serif: 'source-serif-4' } as const;

/** A face, and the words that were set in it: a guide says the same ones over and over, and setting them is slow. */
interface LoadedFace {
  font: Font;
  words: Map<string, Word>;
  joints: Map<string, number>;
}

/** A word as it is set, in units of its face. */
interface Word {
  width: number;
  /** without those that have no outline */
  glyphs: readonly { id: string; x: number; path: string }[];
}

const faces = new Map<string, LoadedFace>();

function loadedFace({ family, weight }: Face): LoadedFace {
  const key = `${family}${weight}`;
  const known = faces.get(key);
  if (known) return known;
  const name = FAMILIES[family];
  const font = create(readFileSync(`node_modules/@fontsource/${name}/files/${name}-latin-${weight}-normal.woff`)) as Font;
  const face = { font, words: new Map(), joints: new Map() };
  faces.set(key, face);
  return face;
}

function wordOf(text: string, face: Face): Word {
  const { font, words } = loadedFace(face);
  const known = words.get(text);
  if (known) return known;
  const { glyphs, positions } = font.layout(text);
  let width = 0;
  const placed = glyphs.map((glyph, i) => {
    const { xAdvance, xOffset } = itemAt(positions, i);
    const x = Math.round(width + xOffset);
    width += xAdvance;
    return { id: `${face.family === 'serif' ? 'r' : 's'}${face.weight / 100}-${glyph.id}`, x, path: glyph.path.toSVG() };
  });
  const word = { width, glyphs: placed.filter(({ path }) => path) };
  words.set(text, word);
  return word;
}

/** How wide the space between two words is: faces set it closer beside some letters. */
function jointOf(before: string, after: string, face: Face): number {
  const { joints } = loadedFace(face);
  const [x = '', y = ''] = [[...before].at(-1), [...after][0]];
  const pair = `${x} ${y}`;
  const known = joints.get(pair);
  if (known !== undefined) return known;
  const joint = wordOf(pair, face).width - wordOf(x, face).width - wordOf(y, face).width;
  joints.set(pair, joint);
  return joint;
}

/** The words of a line, each with the place where it begins, in units of the face; and where the last one ends. */
function setLine(text: string, face: Face): { words: { x: number; word: Word }[]; width: number } {
  let pen = 0;
  let before: string | undefined;
  const words = text.split(' ').map((one) => {
    if (before !== undefined) pen += jointOf(before, one, face);
    before = one;
    const word = wordOf(one, face);
    const x = pen;
    pen += word.width;
    return { x, word };
  });
  return { words, width: pen };
}

/** How wide a text is in the guide's own faces, kerned as a browser sets it. */
export const measure: Measure = (text, face) => (setLine(text, face).width / loadedFace(face).font.unitsPerEm) * face.size;

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
    const { words } = setLine(text, face);
    const glyphs = words.flatMap(({ x: start, word }) =>
      word.glyphs.map(({ id, x, path }) => {
        this.#paths.set(id, path);
        return { id, x: start + x };
      }),
    );
    return { scale: face.size / loadedFace(face).font.unitsPerEm, glyphs };
  }

  /** Every outline that was used, by its name. */
  get paths(): ReadonlyMap<string, string> {
    return this.#paths;
  }
}
