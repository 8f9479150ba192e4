import type { Guide } from '../guide/types.ts';
import type { Detail } from '../lib/detail.ts';
import type { GuideData } from '../schemas/guide.ts';
import type { Drawing, Measure, Tone } from './drawing.ts';
import type { MarkShape } from './marks.ts';

/** The flat facts of one mark. Its place in the list is its number; references are kind and id. */
export type Row = Readonly<Record<string, string | number>>;

/** The room a drawing has. Heights follow from what it holds. */
export interface Box {
  width: number;
  measure: Measure;
}

/** Words that a drawing shows and that are no row's own. */
export interface Wording {
  about: GuideData;
  /** of the figure's own file */
  words: Readonly<Record<string, string>>;
  /** findings of the guide in order: what has no row keeps its place all the same */
  findings: readonly Point[];
  /** the finding that the figure's answer speaks of, where it names one */
  speaksOf?: string | undefined;
}

/** A finding as a row of a drawing. */
export interface Point {
  ref: string;
  name: string;
  /** heading of the group it stands in */
  group: string;
}

/** One cell of the table that says the same as the drawing. */
export interface TableCell {
  text: string;
  /** where it leads: an address inside the site, without base path */
  to?: string | undefined;
  /** the mark that stands in front of the text */
  mark?: { shape: MarkShape; tone: Tone } | undefined;
}

/** Narrows a figure to the marks that have a value. */
export interface Filter {
  /** name of the `data-` attribute, and in the address */
  name: string;
  label: string;
  options: readonly { value: string; text: string }[];
}

/** What stands open in a figure at the start. */
export interface Opening {
  /** of the cell or the link, as the drawing has it */
  id: string;
  /** numbers of the rows it opens */
  numbers: readonly number[];
  /** the rule it was chosen by, as part of a sentence: "a contested pair" */
  what: string;
}

/** What stands open in a figure at the start, as a sentence. */
export const beginWords = ({ what }: Opening): string => `To begin with, ${what}.`;

/** A figure as the guide's code knows it: what its rows are, how they stand as a table, and how they are drawn. */
export interface Chart<R extends Row = Row> {
  /** one mark and many, such as pair and pairs */
  unit: readonly [one: string, many: string];
  /** what is drawn, flat; each row is one mark */
  rows(guide: Guide): readonly R[];
  /** every field of a row with what it holds: the columns of its CSV file */
  columns: Readonly<Record<keyof R & string, string>>;
  /** the columns of the table in the page; the first one names the row */
  table: readonly { heading: string; cell(row: R, wording: Wording): TableCell }[];
  /** the fragment of a row in the table, where the row is a statement of its own */
  anchor?(row: R): string;
  /** rows and a box to geometry */
  layout(rows: readonly R[], box: Box, wording: Wording): Drawing;
  /** the same to be read from afar, on a slide: low, with no more words than the marks need; left out where the layout is low as it is */
  afar?(rows: readonly R[], box: Box, wording: Wording): Drawing;
  /** rows of one value may be drawn without the others, where all of them would be too small to read */
  apart?(row: R): string;
  /** how a talk builds it up before all of it stands there: what is said, and which rows are shown by then; left out where it is shown at once */
  build?(rows: readonly R[]): readonly { title: string; shows(row: R): boolean }[];
  /** by what readers may narrow it; left out where nothing can be narrowed */
  filters?(rows: readonly R[], wording: Wording): readonly Filter[];
  /** what opens for a mark; left out where marks open nothing */
  detail?(row: R, guide: Guide): Detail;
  /** how a figure whose marks open is explored: cell by cell, or along its links */
  explored?: 'cells' | 'paths';
  /** what stands open before a reader has chosen anything, where marks open something: chosen from the rows by a rule */
  opening?(rows: readonly R[]): Opening | undefined;
  /** the drawing's own width on a wide screen, in user units */
  wide: number;
  /** its width on the figure's own page, where that is another */
  page?: number;
  /** its width on a tablet and on paper, where it is so wide that its letters would be small */
  middle?: number;
  /** its width on a phone */
  narrow: number;
  /** on the figure's own page and in frames a list stands under the narrow drawing, whose marks may be too small for a finger */
  listed?: boolean;
}

/** Keeps the type of a chart's rows while it is defined, and forgets it for the list of all charts. */
export const chart = <R extends Row>(definition: Chart<R>): Chart => definition as unknown as Chart;
