import type { Row } from '../charts/chart.ts';
import { chartOf } from '../charts/charts.ts';
import { filledIn, lightColors } from '../charts/colors.ts';
import type { Drawing } from '../charts/drawing.ts';
import { outlinedSvg, type Surroundings, slideForm, standaloneSvg } from '../charts/standalone.ts';
import { VOICE_SHAPES } from '../charts/voice-marks.ts';
import { openingOf } from '../guide/entries.ts';
import type { Figure, Guide } from '../guide/types.ts';
import { tableText } from '../lib/csv.ts';
import { valueFor } from '../lib/items.ts';
import { doiAddress, href } from '../lib/urls.ts';
import type { AddressFor } from './addresses.ts';
import { pageCitation, reference } from './citation.ts';

/** Sheets whose rules and colors travel with a figure. */
export interface Sheets {
  marks: string;
  tokens: string;
}

/**
 * What a figure rests on: the study with its DOI, what was read of it, and what else its own file names. Only a figure in
 * the paper's voice is based on the study; the others are about it.
 */
export function figureBasis({ about, study }: Pick<Guide, 'about' | 'study'>, { data }: Pick<Figure, 'data'>): string {
  const doi = study.data.doi ? ` ${doiAddress(study.data.doi)}.` : '';
  const how = data.answer.voice === 'paper' ? 'Based on' : 'About';
  return [`${how}: ${reference(study)}${doi}`, about['rests-on'], data.credit].filter(Boolean).join(' ');
}

/** How to cite a figure: its name, its day and its page. */
export const figureCitation = (guide: Guide, { data }: Figure, address: string): string =>
  pageCitation(guide, { title: `${data.title} (figure)`, reviewed: data.reviewed, address });

/**
 * A figure as an SVG file of its own.
 *
 * @param form how wide it is: as on a desk, in the form that fills a slide best, or as on a phone
 */
export function figureSvg(
  guide: Guide,
  figure: Figure,
  addressFor: AddressFor,
  { marks, tokens }: Sheets,
  form: 'wide' | 'slide' | 'narrow' = 'wide',
): string {
  const { chart, drawing } = chartOf(guide, figure);
  const { about } = guide;
  const answer = openingOf(figure);
  const colors = lightColors(tokens);
  const drawn = drawing(form === 'narrow' ? chart.narrow : chart.wide);
  const surroundings: Surroundings = {
    title: answer.text,
    mark: { shape: VOICE_SHAPES[answer.voice], tone: answer.voice, text: about.voices[answer.voice].label },
    how: figure.data.how,
    foot: [
      figureBasis(guide, figure),
      `${figureCitation(guide, figure, addressFor(figure.ref))} License: ${about.licences.text.replaceAll(' ', '\u00a0')}. ${about.disclaimer}`,
    ],
    description: rowsInWords(guide, figure),
    css: filledIn(marks, colors),
    ground: valueFor(colors, 'page'),
  };
  return standaloneSvg(drawn, surroundings, form === 'slide' ? slideForm(drawn) : 'upright');
}

/** The rows of a figure, read one after the other: the text alternative. */
export function rowsInWords(guide: Guide, figure: Figure, some?: readonly Row[]): string {
  const { chart, rows, wording } = chartOf(guide, figure);
  return (some ?? rows).map((row) => chart.table.map(({ cell }) => cell(row, wording).text).join(', ')).join('; ');
}

/** A drawing on the ground of a slide, whose title and mark stand around it. */
export function slideSvg(drawing: Drawing, title: string, description: string, { marks, tokens }: Sheets): string {
  const colors = lightColors(tokens);
  return outlinedSvg(drawing, 0, { title, description, css: filledIn(marks, colors), ground: valueFor(colors, 'page') });
}

/** The rows of a figure as CSV. */
export function figureCsv(guide: Guide, figure: Figure): string {
  const { chart, rows } = chartOf(guide, figure);
  return tableText(chart.columns, rows);
}

/** What opens for each mark of a figure, in the order of its rows; links with the base path. */
export function figureDetails(guide: Guide, figure: Figure) {
  const { chart, rows } = chartOf(guide, figure);
  return rows.flatMap((row) => {
    const detail = chart.detail?.(row, guide);
    return detail
      ? { ...detail, ...(detail.to && { to: href(detail.to) }), sources: detail.sources.map(({ text, to }) => ({ text, to: href(to) })) }
      : [];
  });
}

/** How much wider than its own width a drawing is shown at most, and the height of what stands around it in a frame, in pixels. */
const [GROWN, AROUND] = [1.16, 470];

/**
 * The code that shows a figure in another page: high enough for its widest form. A narrower frame scrolls.
 *
 * @param address of its bare page
 */
export function embedCode(guide: Guide, figure: Figure, address: string): string {
  const { chart, drawing } = chartOf(guide, figure);
  const height = Math.ceil((drawing(chart.wide).height * GROWN + AROUND) / 20) * 20;
  return `<iframe src="${address}" title="${figure.data.title.replaceAll('"', '&quot;')}" width="100%" height="${height}" loading="lazy"></iframe>`;
}

/**
 * A line for the page that shows a figure: a bare page tells the frame around it how high it is, and nothing else. It hears only frames
 * that stand in its own page.
 */
export const EMBED_HEIGHT =
  "<script>addEventListener('message', (e) => { for (const f of document.querySelectorAll('iframe')) if (f.contentWindow === e.source && e.data?.figureHeight > 0) f.height = e.data.figureHeight; });</script>";
