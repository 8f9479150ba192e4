import { readFileSync } from 'node:fs';
import { create, type Font } from 'fontkit';
import { itemAt, madeOnce } from '../lib/items.ts';
import type { Face, Measure } from './drawing.ts';

const FAMILIES = { sans: 'source-sans-3', serif: 'source-serif-4' } as const;

/** A face, and what was set in it: a guide says the same words over and over, and setting them is slow. */
interface LoadedFace {
  font: Font;
  /** how wide words and the spaces between two letters are, in units of the face */
  widths: Map<string, number>;
  /** the letters of words */
  letters: Map<string, Letter[]>;
  /** outlines by the number of a letter */
  outlines: Map<number, string>;
}

/** A letter that is drawn: the name of its outline, and where it stands in its word, in units of the face. */
interface Letter {
  id: string;
  x: number;
  path: string;
}

const faces = new Map<string, LoadedFace>();

const loadedFace = ({ family, weight }: Face): LoadedFace =>
  madeOnce(faces, `${family}${weight}`, () => {
    const name = FAMILIES[family];
    const font = create(readFileSync(`node_modules/@fontsource/${name}/files/${name}-latin-${weight}-normal.woff`)) as Font;
    return { font, widths: new Map(), letters: new Map(), outlines: new Map() };
  });

/** Spaces of other widths stand as the plain one: some faces have outlines for them that cannot be read. */
const layout = (font: Font, word: string) => font.layout(word.replace(/[^\S ]/g, '\u00a0'));

const widthOf = (word: string, { font, widths }: LoadedFace): number => madeOnce(widths, word, () => layout(font, word).advanceWidth);

/** How wide the space between two words is: faces set it closer beside some letters. */
function spaceBetween(before: string, after: string, face: LoadedFace): number {
  const [x = '', y = ''] = [[...before].at(-1), [...after][0]];
  return widthOf(`${x} ${y}`, face) - widthOf(x, face) - widthOf(y, face);
}

const lettersOf = (word: string, { family, weight }: Face, { font, letters, outlines }: LoadedFace): Letter[] =>
  madeOnce(letters, word, () => {
    const { glyphs, positions } = layout(font, word);
    let pen = 0;
    const all = glyphs.map((glyph, i) => {
      const { xAdvance, xOffset } = itemAt(positions, i);
      const x = Math.round(pen + xOffset);
      pen += xAdvance;
      const path = madeOnce(outlines, glyph.id, () => glyph.path.toSVG());
      return { id: `${family === 'serif' ? 'r' : 's'}${weight / 100}-${glyph.id}`, x, path };
    });
    return all.filter(({ path }) => path);
  });

/** The words of a line and where each begins, in units of the face; and where the last one ends. */
function setLine(text: string, face: LoadedFace): { words: { word: string; x: number }[]; width: number } {
  let width = 0;
  const all = text.split(' ');
  const words = all.map((word, i) => {
    if (i > 0) width += spaceBetween(itemAt(all, i - 1), word, face);
    const x = width;
    width += widthOf(word, face);
    return { word, x };
  });
  return { words, width };
}

/** How wide a text is in the guide's own faces, kerned as a browser sets it. */
export const measure: Measure = (text, face) => {
  const loaded = loadedFace(face);
  return (setLine(text, loaded).width / loaded.font.unitsPerEm) * face.size;
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
    const loaded = loadedFace(face);
    const glyphs = setLine(text, loaded).words.flatMap(({ word, x: start }) =>
      lettersOf(word, face, loaded).map(({ id, x, path }) => {
        this.#paths.set(id, path);
        return { id, x: start + x };
      }),
    );
    return { scale: face.size / loaded.font.unitsPerEm, glyphs };
  }

  /** Every outline that was used, by its name. */
  get paths(): ReadonlyMap<string, string> {
    return this.#paths;
  }
}
