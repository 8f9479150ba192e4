import type { Charted } from '../../charts/charts.ts';
import type { Drawing, Face } from '../../charts/drawing.ts';
import { measure } from '../../charts/fonts.ts';
import { LEADING, wrap } from '../../charts/lines.ts';
import type { Voice } from '../../lib/voices.ts';

/** The sheet in points, 16 to 9. What stands on it keeps `side` and `top` free; the foot is a line at the bottom. */
export const SHEET = { width: 960, height: 540, side: 54, top: 34, body: 78, end: 474, foot: 492 } as const;

/** Sizes of what stands in one line, in points. */
export const SIZES = { kicker: 18, foot: 18, reference: 15, figure: 28, table: 24, part: 20, source: 20 } as const;

/** An idea is set in the largest of these that leaves it on the sheet; the last can be read from the back of a room. */
export const IDEA_SIZES = [54, 46, 40] as const;
type IdeaSize = (typeof IDEA_SIZES)[number];

/** The title of a lesson or a step, alone on its sheet, is set in the largest of these in which it takes half of it at most. */
const HEADING_SIZES = [80, 66, 54, 46, 40] as const;

/** How many words share a sheet, where a sentence does not need more by itself. */
export const WORDS = 48;

/**
 * Presentations are shown in faces that every machine has, which run wider than ours, by up to this much (Georgia and Arial
 * beside Source Serif and Source Sans, measured over the texts of the lessons).
 */
export const WIDER = 1.17;

/** Between what stands below each other, in points. */
const APART = 10;

/** How far the items of a list stand in from the left, behind their mark, in points. */
export const INDENT = 30;

const WIDTH = SHEET.width - 2 * SHEET.side;
const HEIGHT = SHEET.end - SHEET.body;

/** What is said on a sheet: a text that is its title, and the list that follows from it. */
export interface Said {
  title: string;
  items: readonly string[];
}

/** What decides how large the title of a slide is set. */
interface Setting extends Said {
  look: 'opening' | 'step' | 'idea' | 'task' | 'word' | 'figure' | 'table' | 'sources';
  voice?: Voice | undefined;
}

/** The face of an idea: the paper speaks in the serif, all others in the sans. */
const faceOf = (voice: Voice | undefined, size: number): Face => ({ family: voice === 'paper' ? 'serif' : 'sans', weight: 400, size });

/** How high a text stands when set, in points. */
const heightOf = (text: string, face: Face, width = WIDTH): number => wrap(text, width / WIDER, face, measure).length * face.size * LEADING;

/** The largest size in which a sheet holds what is said; undefined where even the smallest leaves something out. */
export const sizeFor = ({ title, items }: Said, voice?: Voice): IdeaSize | undefined =>
  IDEA_SIZES.find((size) => {
    const face = faceOf(voice, size);
    const listed = items.reduce((sum, item) => sum + APART + heightOf(item, face, WIDTH - INDENT), 0);
    return (title ? heightOf(title, face) : 0) + listed <= HEIGHT;
  });

/** A figure stands under its title, nearly as wide as the sheet. */
const BLEED = 24;

/** How many lines the title over a figure takes. */
export const titleLines = (title: string): number =>
  wrap(title, (SHEET.width - 2 * BLEED) / WIDER, { family: 'serif', weight: 600, size: SIZES.figure }, measure).length;

/** Where a figure may stand on its sheet, in points: under a title of so many lines. */
export function figureRoom(lines: number): { x: number; y: number; width: number; height: number } {
  const y = SHEET.top + lines * SIZES.figure * LEADING + 10;
  return { x: BLEED, y, width: SHEET.width - 2 * BLEED, height: SHEET.end + 6 - y };
}

/** User units that make a figure's text (15 units: see src/charts) as large as that of a part. */
const UNITS = 15 / SIZES.part;

/** How wide and high a part of a figure is drawn, in user units. */
export const partRoom = (lines: number): { width: number; height: number } => {
  const { width, height } = figureRoom(lines);
  return { width: Math.floor(width * UNITS), height: Math.floor(height * UNITS) };
};

const [NARROWEST, WIDEST, STEP] = [520, 1400, 20];

/** A whole figure drawn in the width in which its letters are largest in its room; of widths that are alike in this, in the widest. */
export function filling({ afar }: Charted, room: { width: number; height: number }): Drawing {
  const drawn = Array.from({ length: (WIDEST - NARROWEST) / STEP + 1 }, (_, i) => afar(NARROWEST + i * STEP));
  const scale = ({ width, height }: Drawing): number => Math.min(room.width / width, room.height / height);
  return drawn.reduce((best, one) => (scale(one) >= scale(best) ? one : best));
}

/** The size of a slide's title, and of its list where that is an idea or a task. */
export function sizeOf({ look, voice, ...said }: Setting): number {
  if (look === 'figure' || look === 'table') return SIZES.figure;
  if (look === 'sources') return 40;
  if (look === 'opening' || look === 'step') {
    const heading = (size: number): Face => ({ family: 'serif', weight: 600, size });
    return HEADING_SIZES.find((size) => heightOf(said.title, heading(size)) <= HEIGHT / 2) ?? 40;
  }
  return sizeFor(look === 'word' ? { ...said, items: [] } : said, voice) ?? 40;
}

/** How large a word's definition is set, in points. */
const MEANING = 40;

/** How large what follows from the title is set. */
export const itemSize = (set: Setting): number => (set.look === 'sources' ? SIZES.source : set.look === 'word' ? MEANING : sizeOf(set));

/** Where the title stands and where what follows from it begins, in points; both together stand in the middle of the sheet. */
export function placed(set: Setting): { title: { y: number; height: number }; items: { y: number; height: number } } {
  const { look, voice, title, items } = set;
  if (items.length === 0) return { title: { y: SHEET.body, height: HEIGHT }, items: { y: SHEET.end, height: 0 } };
  const heading = look !== 'idea' && look !== 'task';
  const high =
    Math.ceil(heightOf(title, { family: heading || voice === 'paper' ? 'serif' : 'sans', weight: 600, size: sizeOf(set) })) + APART;
  const face = faceOf(voice, itemSize(set));
  const low = items.reduce((sum, item) => sum + APART + heightOf(item, face, WIDTH - INDENT), 0);
  const y = SHEET.body + Math.max(0, Math.floor((HEIGHT - high - low) / 2));
  return { title: { y, height: high }, items: { y: y + high, height: SHEET.end - y - high } };
}

/** A bar for each step, as long as its minutes; the one that begins is on, and on the title all are. */
export function clockBars({ minutes, step }: { minutes: readonly number[]; step?: number }) {
  const gap = 4;
  const all = minutes.reduce((sum, one) => sum + one, 0);
  const unit = (WIDTH - gap * (minutes.length - 1)) / all;
  let x: number = SHEET.side;
  return minutes.map((one, i) => {
    const bar = {
      x: Math.round(x * 10) / 10,
      y: SHEET.end - 8,
      width: Math.round(one * unit * 10) / 10,
      height: 6,
      on: step === undefined || i === step,
    };
    x += one * unit + gap;
    return bar;
  });
}
