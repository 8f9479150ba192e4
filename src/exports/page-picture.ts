import sharp from 'sharp';
import { chartOf } from '../charts/charts.ts';
import type { Drawing, Face, Item, Tone } from '../charts/drawing.ts';
import { measure } from '../charts/fonts.ts';
import { layoutPanels } from '../charts/four-voices/layout.ts';
import { fourVoicesRows } from '../charts/four-voices/rows.ts';
import { labelAt, wrap } from '../charts/lines.ts';
import { outlinedSvg } from '../charts/standalone.ts';
import { VOICE_SHAPES } from '../charts/voice-marks.ts';
import { answerOf, entryIn, isListed, openingOf, usedKinds } from '../guide/entries.ts';
import { kindLabel, spokenOf, titleOf } from '../guide/labels.ts';
import type { Entry, Guide } from '../guide/types.ts';
import { HAIRLINE_INK, INKS, VOICE_INKS } from '../lib/inks.ts';
import { clip } from '../lib/text.ts';
import { addressOf } from '../lib/urls.ts';
import type { Voice } from '../lib/voices.ts';
import { kept } from './kept.ts';

/** What a shared link shows: the page's name and, where it has one, its answer with the mark of its voice. */
export type Picture = {
  kicker: string;
  title: string;
  text: string;
  voice?: { name: Voice; label: string } | undefined;
  foot: string;
  /** stands in the place of the text */
  drawing?: Drawing | undefined;
};

/** A page that has a picture, by the name of its file without ending, such as gaps/timetables. */
export interface PagePicture {
  page: string;
  picture: Picture;
}

/** Pages about whose statements are whose: their picture is the one figure that shows it. */
const OF_VOICES: readonly string[] = ['home', 'matrix', 'links', 'figures', 'about/voices'];

/** The figure whose panels stand in pictures. */
const EMBLEM = 'four-voices';

/** The panels of the figure of four voices; undefined for a guide without it. */
export function panelsOf(guide: Guide, width: number): Drawing | undefined {
  const figure = guide.figures.find(({ id }) => id === EMBLEM);
  return figure && layoutPanels(fourVoicesRows(guide), { width, measure }, chartOf(guide, figure).wording);
}

/** Pictures of all pages that people share: entries and lists of kinds. */
export function picturesOf(guide: Guide): PagePicture[] {
  const { about } = guide;
  const panels = panelsOf(guide, PANELS_WIDTH);
  /** the drawing of a page, where it can be read in a picture as small as services show it */
  const drawingOf = (entry: Entry): Drawing | undefined => {
    if (entry.kind === 'pages') return OF_VOICES.includes(entry.id) ? panels : undefined;
    if (entry.kind !== 'figures') return undefined;
    if (entry.id === EMBLEM) return panels;
    const { chart, drawing } = chartOf(guide, entry);
    const drawn = drawing(chart.wide);
    return drawn.height <= LOW ? drawn : undefined;
  };
  const foot = `${about.name}. ${about.disclaimer}`;
  const path = (address: string) => (address === '/' ? 'home' : address.replace(/^\/|\/$/g, ''));
  const entries = [...guide.entries.values()]
    .filter((entry) => isListed(entry, 'picture'))
    .map((entry): PagePicture => {
      const first = entry.statements[0];
      const said = answerOf(entry) || entry.id === 'home' ? first : undefined;
      const drawing = drawingOf(entry);
      // a gap is known by what people say; a figure by what it shows
      const spoken = entry.kind === about.recognise.kind ? spokenOf(entry) : undefined;
      // what a page's picture shows is its figure's, not its own answer's
      const whose = drawing && entry.kind === 'pages' ? openingOf(entryIn(guide, 'figures', EMBLEM)).voice : said?.voice;
      const shown = drawing && said && entry.kind === 'figures' ? said.text : undefined;
      return {
        page: path(addressOf(entry.ref)),
        picture: {
          kicker:
            entry.kind === 'pages'
              ? about.kicker
              : spoken
                ? `${titleOf(entry)} · as it may sound, in our words`
                : kindLabel(guide, entry.kind),
          title: spoken ?? shown ?? titleOf(entry),
          text: clip(said?.text ?? (entry.kind === 'pages' || entry.kind === 'lessons' ? entry.data.description : titleOf(entry)), 190),
          voice: whose && { name: whose, label: about.voices[whose].label },
          foot: entry.id === 'home' ? about.disclaimer : foot,
          drawing,
        },
      };
    });
  const kinds = usedKinds(guide).map((kind) => ({
    page: kind,
    picture: {
      kicker: about.kicker,
      title: about.kinds[kind].title,
      text: about.kinds[kind].lead,
      voice: { name: 'paper' as const, label: about.voices.paper.label },
      foot,
    },
  }));
  return [...entries, ...kinds];
}

/** The size that services show, in pixels, and how far its text stands from its edges. */
const [WIDTH, HEIGHT] = [1200, 630];
const EDGE = { top: 64, side: 72, bottom: 56, rule: 14, drawn: 36 };
const SMALL = { family: 'sans', size: 24 } as const;
/** A title is set as large as leaves room for what stands below it. */
const TITLES: readonly number[] = [76, 62, 52, 44];
const DRAWN_TITLES: readonly number[] = [52, 44, 38, 34];
/** A drawing fits that can be as wide as this, in pixels; panels are laid out so that their letters grow, others are left out where they are high. */
const [WIDE_ENOUGH, PANELS_WIDTH, LOW] = [1000, 860, 440];
/** Between the lines of a title and of a text, as a part of their size; between parts, in pixels. */
const LEADING = { title: 1.08, text: 1.35, small: 1.3 };
const APART = { title: 16, text: 34, label: 10, bar: 34, drawn: 26, letters: 1.5 };

/** Plain rules for drawings that travel alone. */
export const CSS = Object.entries({ ink: INKS.ink, muted: INKS.muted, ...VOICE_INKS })
  .map(([tone, color]) => `.${tone}{fill:#${color}}.l.${tone}{fill:none;stroke:#${color}}`)
  .concat(
    '.dashed{stroke-dasharray:14 9}',
    '.m{fill-rule:evenodd}',
    '.drawing{stroke-width:1.5}',
    `.l.hair{fill:none;stroke:#${HAIRLINE_INK}}`,
    '.dotted{stroke-dasharray:.1 4.4;stroke-linecap:round;stroke-width:2.2}',
  )
  .join('');

/** A picture for shared links as a drawing of 1200 by 630 pixels. */
export function pageDrawing(picture: Picture): Drawing {
  let items: Item[] = [];
  for (const size of picture.drawing ? DRAWN_TITLES : TITLES) {
    const tried = arrange(picture, size);
    items = tried.items;
    if (tried.fits) break;
  }
  return { width: WIDTH, height: HEIGHT, items };
}

/** The same as PNG; drawn once, then kept. The same input gives the same bytes. */
export function pagePicture(picture: Picture): Promise<Uint8Array<ArrayBuffer>> {
  const svg = outlinedSvg(pageDrawing(picture), 0, {
    title: picture.title,
    description: picture.text,
    css: CSS,
    ground: `#${INKS.page}`,
  });
  // a palette would halve the file and cost ten times the time; only services that show a shared link ever load it
  return kept([svg], ['src/exports/page-picture.ts'], () => sharp(Buffer.from(svg)).png({ compressionLevel: 6 }).toBuffer());
}

/** Where everything stands. @param size of the title @returns whether it leaves the foot alone */
function arrange({ kicker, title, text, voice, foot, drawing }: Picture, size: number): { items: Item[]; fits: boolean } {
  const items: Item[] = [{ type: 'stroke', d: `M0 ${EDGE.rule / 2}H${WIDTH}`, tone: 'ink', style: 'solid', width: EDGE.rule }];
  /** Sets lines below each other. @returns where the next thing may begin */
  const put = (words: string, face: Face, tone: Tone, x: number, top: number, leading: number): number => {
    const lines = wrap(words, WIDTH - EDGE.side - x, face, measure);
    for (const [i, line] of lines.entries()) items.push(labelAt(x, top + i * face.size * leading, [line], face, { anchor: 'start', tone }));
    return top + lines.length * face.size * leading;
  };
  const small: Face = { ...SMALL, weight: 600 };
  let x: number = EDGE.side;
  let y = EDGE.rule + (drawing ? EDGE.drawn : EDGE.top);
  for (const letter of kicker.toUpperCase()) {
    items.push(labelAt(x, y, [letter], small, { anchor: 'start', tone: 'muted' }));
    x += measure(letter, small) + APART.letters;
  }
  if (drawing && voice) {
    const start = WIDTH - EDGE.side - measure(voice.label, small);
    items.push(
      { type: 'mark', shape: VOICE_SHAPES[voice.name], tone: voice.name, x: start - 20, y: y + small.size * 0.64, size: 20 },
      labelAt(start, y, [voice.label], small, { anchor: 'start', tone: voice.name }),
    );
  }
  y = put(title, { family: 'serif', weight: 600, size }, 'ink', EDGE.side, y + small.size * LEADING.small + APART.title, LEADING.title);
  const face: Face = { ...SMALL, weight: 400 };
  const lines = wrap(foot, WIDTH - 2 * EDGE.side, face, measure).length;
  const below = HEIGHT - (drawing ? EDGE.drawn : EDGE.bottom) - lines * face.size * LEADING.small;
  put(foot, face, 'muted', EDGE.side, below, LEADING.small);
  if (drawing) {
    const top = y + APART.drawn;
    const room = below - APART.drawn - top;
    const scale = Math.floor(Math.min((WIDTH - 2 * EDGE.side) / drawing.width, room / drawing.height) * 1000) / 1000;
    if (scale > 0) items.push({ type: 'group', shift: { x: EDGE.side, y: top }, scale, items: drawing.items });
    return { items, fits: scale * drawing.width >= WIDE_ENOUGH };
  }
  const top = y + APART.text;
  const inside = EDGE.side + APART.bar;
  const tone = voice?.name ?? 'unknown';
  y = voice ? put(voice.label, { ...small, size: 26 }, tone, inside, top, LEADING.small) + APART.label : top;
  y = put(text, { family: tone === 'paper' ? 'serif' : 'sans', weight: 400, size: 34 }, 'ink', inside, y, LEADING.text);
  items.push({
    type: 'stroke',
    d: `M${EDGE.side + 3} ${Math.round(top)}V${Math.round(y)}`,
    tone,
    style: tone === 'editors' ? 'dashed' : 'solid',
    width: 6,
  });
  return { items, fits: y + face.size <= below };
}
