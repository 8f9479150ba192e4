import { chartOf } from '../charts/charts.ts';
import { filledIn, lightColors } from '../charts/colors.ts';
import type { Drawing, Face, Item, Tone } from '../charts/drawing.ts';
import { measure } from '../charts/fonts.ts';
import { rule } from '../charts/geometry.ts';
import { heightOf, labelAt, wrap } from '../charts/lines.ts';
import { outlinedSvg } from '../charts/standalone.ts';
import { VOICE_SHAPES } from '../charts/voice-marks.ts';
import { openingOf } from '../guide/entries.ts';
import type { Figure, Guide } from '../guide/types.ts';
import { valueFor } from '../lib/items.ts';
import type { AddressFor } from './addresses.ts';
import { figureBasis, figureCitation, rowsInWords, type Sheets } from './figure-files.ts';

/** Figures that there is a poster of: those wide enough for a sheet that lies on its side. */
export const POSTERS: readonly string[] = ['four-voices'];

/** A3, lying; one user unit is a little less than a point. */
const SHEET = { width: '420mm', height: '297mm' };
const MARGIN = 56;
/** How much of the height is left when the margins of a sheet 1.414 times as wide as high are taken off. */
const heightFor = (width: number): number => Math.floor((width + 2 * MARGIN) * (297 / 420)) - 2 * MARGIN;

const KICKER: Face = { family: 'sans', weight: 600, size: 17 };
const TEXT: Face = { family: 'sans', weight: 400, size: 18 };
const FOOT: Face = { family: 'sans', weight: 400, size: 12.5 };
const TITLES: readonly number[] = [54, 50, 46, 42, 38];
/** The size of a title for which there is no room at any other. */
const LEAST = 34;

/**
 * A figure as a poster: an SVG file as large as a sheet of A3, with title, key, citation, day, address and license drawn in.
 *
 * @param sheets see `figureSvg`
 */
export function posterSvg(guide: Guide, figure: Figure, addressFor: AddressFor, { marks, tokens }: Sheets): string {
  const colors = lightColors(tokens);
  return outlinedSvg(
    posterDrawing(guide, figure, addressFor),
    MARGIN,
    {
      title: openingOf(figure).text,
      description: `${figure.data.how} ${rowsInWords(guide, figure)}`,
      css: filledIn(marks, colors),
      ground: valueFor(colors, 'page'),
    },
    SHEET,
  );
}

/** Where everything stands on the poster, inside its margins. The title is set as large as leaves room for what stands below it. */
export function posterDrawing(guide: Guide, figure: Figure, addressFor: AddressFor): Drawing {
  const { chart, drawing } = chartOf(guide, figure);
  const drawn = drawing(chart.wide);
  const height = heightFor(drawn.width);
  const answer = openingOf(figure);
  const { about } = guide;
  const foot = [
    figureBasis(guide, figure),
    `${figureCitation(guide, figure, addressFor(figure.ref))} License: ${about.licences.text}. ${about.disclaimer}`,
  ].map((text) => wrap(text, drawn.width, FOOT, measure));
  const footTop = height - foot.reduce((sum, lines) => sum + heightOf(lines, FOOT) + 4, 0);
  const arrange = (size: number) => {
    const items: Item[] = [];
    let y = 18;
    const put = (text: string, face: Face, tone: Tone, below: number): void => {
      const lines = wrap(text, drawn.width, face, measure);
      items.push(labelAt(0, y, lines, face, { anchor: 'start', tone }));
      y += heightOf(lines, face) + below;
    };
    items.push({ ...rule(0, drawn.width, 0, 'ink'), width: 6 });
    put(`${about.kicker} · ${figure.data.title}`, KICKER, 'muted', 18);
    put(answer.text, { family: 'serif', weight: 600, size }, 'ink', 16);
    items.push({ type: 'mark', shape: VOICE_SHAPES[answer.voice], tone: answer.voice, x: 8, y: y + 11, size: 16 });
    items.push(labelAt(26, y + 1, [about.voices[answer.voice].label], KICKER, { anchor: 'start', tone: answer.voice }));
    y += 28;
    put(figure.data.how, TEXT, 'muted', 0);
    return { items, bottom: y };
  };
  const free = footTop - 24 - drawn.height;
  const { items, bottom } = TITLES.map(arrange).find((one) => one.bottom + 24 <= free) ?? arrange(LEAST);
  // the drawing stands in the middle of what is left
  items.push({ type: 'group', shift: { x: 0, y: Math.round((bottom + 24 + free) / 2) }, items: drawn.items });
  let y = footTop;
  items.push(rule(0, drawn.width, y - 8, 'hair'));
  for (const lines of foot) {
    items.push(labelAt(0, y, lines, FOOT, { anchor: 'start', tone: 'muted' }));
    y += heightOf(lines, FOOT) + 4;
  }
  return { width: drawn.width, height, items };
}
