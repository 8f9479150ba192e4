import { chartOf } from '../../charts/charts.ts';
import { filledIn, lightColors } from '../../charts/colors.ts';
import { outlinedSvg } from '../../charts/standalone.ts';
import { entryIn, openingOf } from '../../guide/entries.ts';
import type { Guide } from '../../guide/types.ts';
import { HAIRLINE_INK, INKS } from '../../lib/inks.ts';
import { capital, stop } from '../../lib/text.ts';
import { rowsInWords, type Sheets } from '../figure-files.ts';
import { type Layout, type Picture, signSvg, voiceKey } from './laid.ts';

/** How wide a figure may be, in points; a drawing that would be set smaller than this is drawn in its narrower form, if it has one. */
const [WIDE, LEAST] = [473, 0.47];

/** A figure as it stands on a page: as wide as its letters can be read, and its rows in words for those who cannot see it. */
export function pictureFor(guide: Guide, { marks, tokens }: Sheets): (id: string) => Picture {
  const colors = lightColors(tokens);
  return (id) => {
    const figure = entryIn(guide, 'figures', id);
    const { chart, drawing } = chartOf(guide, figure);
    const drawn = drawing(WIDE / chart.wide < LEAST ? (chart.middle ?? chart.wide) : chart.wide);
    const { voice, text } = openingOf(figure);
    const alt = `${figure.data.title}. ${guide.about.voices[voice].label}: ${stop(text)} ${rowsInWords(guide, figure)}`;
    const svg = outlinedSvg(drawn, 0, { title: figure.data.title, description: '', css: filledIn(marks, colors), ground: 'none' });
    return { svg, alt, title: figure.data.title, width: drawn.width, height: drawn.height };
  };
}

/** What every template reads beside its text. */
export function printed(guide: Guide, title: string, description: string, day: string, keywords: readonly string[]) {
  const { about } = guide;
  const { language: lang, region } = new Intl.Locale(about.language);
  return {
    title,
    author: capital(about.editors),
    description,
    keywords,
    lang, // such as en
    region: region ?? null, // such as US
    date: day.split('-').map(Number),
    inks: { ink: INKS.ink, muted: INKS.muted, link: INKS.link, hair: HAIRLINE_INK },
    key: voiceKey(guide),
  };
}

/** The drawings of marks, by name. */
export const signsOf = (layout: Layout): Record<string, string> =>
  Object.fromEntries([...layout.signs].sort().map((sign) => [sign, signSvg(sign)]));
