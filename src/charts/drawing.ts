import type { Voice } from '../lib/voices.ts';
import type { MarkShape } from './marks.ts';

/** Whose a mark is, or the plain ink of the figure. Style sheets give each tone its color. */
export type Tone = 'ink' | 'muted' | 'hair' | 'paper' | 'others' | 'editors' | 'unknown' | 'example';

/** How a text is set; sizes are user units, which are CSS pixels at the figure's own width. */
export interface Face {
  family: 'sans' | 'serif';
  weight: 400 | 600;
  size: number;
}

/** Text in lines. `x`, `y` are where the first line's baseline starts, stands in the middle or ends. */
export interface Label {
  type: 'label';
  x: number;
  y: number;
  lines: readonly string[];
  face: Face;
  anchor: 'start' | 'middle' | 'end';
  tone: Tone;
  /** degrees, clockwise, about x and y */
  turn?: number;
}

/** One mark, centered on `x`, `y`. */
export interface Mark {
  type: 'mark';
  shape: MarkShape;
  x: number;
  y: number;
  size: number;
  tone: Tone;
  /** the number of its row in the figure's table */
  n?: number;
}

/** A line or a curve. */
export interface Stroke {
  type: 'stroke';
  /** a path as SVG has it */
  d: string;
  tone: Tone;
  /** solid is the paper's, dotted another publication's, dashed ours */
  style: 'solid' | 'dotted' | 'dashed';
  width?: number;
  n?: number;
}

/** Things that belong together: a cell, a node, a link. */
export interface Group {
  type: 'group';
  /** words for style sheets and scripts, such as cell */
  as?: string;
  /** address inside the site, without base path */
  to?: string;
  /** what a pointer resting on it is told, and what a screen reader would be */
  name?: string;
  /** `data-` attributes for scripts */
  data?: Readonly<Record<string, string | number>>;
  /** whose it is, where that is not the figure's own voice */
  voice?: Voice;
  /** a transparent box, so that a pointer need not hit the mark itself */
  hit?: { x: number; y: number; width: number; height: number };
  /** how far it stands from where its items say */
  shift?: { x: number; y: number };
  /** how many times as large it stands as its items say, where it came from another drawing */
  scale?: number;
  items: readonly Item[];
}

export type Item = Label | Mark | Stroke | Group;

/** A figure as numbers and words; who draws it needs to know no more. */
export interface Drawing {
  width: number;
  height: number;
  items: readonly Item[];
}

/**
 * A drawing in which some marks do not show yet; all else keeps its place.
 *
 * @param shown whether the mark of a row shows, by the number of the row
 */
export const onlyMarks = ({ items, ...size }: Drawing, shown: (n: number) => boolean): Drawing => ({
  ...size,
  items: items.filter((item) => item.type !== 'group' || item.as !== 'cell' || shown(Number(item.data?.n))),
});

/** How wide a text is, in user units. */
export type Measure = (text: string, face: Face) => number;

/** Every item of a drawing, groups before what they hold. */
export const itemsOf = (items: readonly Item[]): Item[] =>
  items.flatMap((item) => (item.type === 'group' ? [item, ...itemsOf(item.items)] : [item]));
