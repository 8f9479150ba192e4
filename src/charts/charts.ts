import { shortOf } from '../guide/labels.ts';
import type { Figure, Guide } from '../guide/types.ts';
import { madeOnce } from '../lib/items.ts';
import { capital } from '../lib/text.ts';
import { type FigureId, isFigureId } from '../schemas/kinds.ts';
import type { Chart, Row, Wording } from './chart.ts';
import { coverage } from './coverage/coverage.ts';
import type { Drawing } from './drawing.ts';
import { measure } from './fonts.ts';
import { fourVoices } from './four-voices/four-voices.ts';
import { linkMatrix } from './link-matrix/link-matrix.ts';
import { literature } from './literature/literature.ts';
import { pathways } from './pathways/pathways.ts';
import { payers } from './payers/payers.ts';
import { since } from './since/since.ts';
import { study } from './study/study.ts';
import { sums } from './sums/sums.ts';
import { tension } from './tension/tension.ts';
import { twoCalendars } from './two-calendars/two-calendars.ts';
import { voiceBar } from './voice-bar/voice-bar.ts';

/** Every figure that can be drawn, by its id. */
export const CHARTS: Record<FigureId, Chart> = {
  'four-voices': fourVoices,
  'link-matrix': linkMatrix,
  pathways,
  literature,
  tension,
  'two-calendars': twoCalendars,
  study,
  payers,
  sums,
  since,
  'voice-bar': voiceBar,
  coverage,
};

/** A figure's chart with its rows and words, ready to be drawn. */
export interface Charted {
  chart: Chart;
  rows: readonly Row[];
  wording: Wording;
  /** all rows as a drawing, or some of them */
  drawing(width: number, some?: readonly Row[]): Drawing;
  /** all rows, to be read from afar */
  afar(width: number): Drawing;
}

/**
 * The chart that draws a figure.
 *
 * @throws Error where none has its name; the rule on figures refuses it before
 */
export function chartFor({ id }: Pick<Figure, 'id'>): Chart {
  if (!isFigureId(id)) throw new Error(`There is no chart "${id}".`);
  return CHARTS[id];
}

const charted = new WeakMap<Guide, WeakMap<Figure, Charted>>();

/** The chart of a figure over a guide; rows are told, and all of them laid out, once: a figure stands on many pages and in many files. */
export const chartOf = (guide: Guide, figure: Figure): Charted =>
  madeOnce(
    madeOnce(charted, guide, () => new WeakMap<Figure, Charted>()),
    figure,
    () => chartFrom(guide, figure),
  );

function chartFrom(guide: Guide, figure: Figure): Charted {
  const chart = chartFor(figure);
  const rows = chart.rows(guide);
  const wording = {
    about: guide.about,
    words: figure.data.words,
    speaksOf: figure.data['speaks-of'],
    findings: guide.findings.map((finding) => ({
      ref: finding.ref,
      name: capital(shortOf(finding)),
      group: guide.about.kinds[finding.kind].title,
    })),
  };
  const wholes = new Map<number, Drawing>();
  const layout = (some: readonly Row[], width: number): Drawing => chart.layout(some, { width, measure }, wording);
  const drawing = (width: number, some?: readonly Row[]): Drawing =>
    some ? layout(some, width) : madeOnce(wholes, width, () => layout(rows, width));
  const afar = (width: number): Drawing => chart.afar?.(rows, { width, measure }, wording) ?? drawing(width);
  return { chart, rows, wording, drawing, afar };
}

/**
 * The rows of a figure in as few parts as fit a box when drawn; rows that belong together stay together.
 *
 * @param height in user units, like the width
 * @returns nothing for a figure that says something as a whole only
 */
export function partsOf({ chart, rows, drawing }: Charted, width: number, height: number): Row[][] {
  const { apart } = chart;
  if (!apart) return [];
  const parts: Row[][] = [];
  for (const group of Map.groupBy(rows, apart).values()) {
    const last = parts.at(-1);
    if (last && drawing(width, [...last, ...group]).height <= height) last.push(...group);
    else parts.push([...group]);
  }
  return parts;
}
