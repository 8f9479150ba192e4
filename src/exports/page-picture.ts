import sharp from 'sharp';
import type { Drawing, Face, Item, Tone } from '../charts/drawing.ts';
import { measure } from '../charts/fonts.ts';
import { labelAt, wrap } from '../charts/lines.ts';
import { outlinedSvg } from '../charts/standalone.ts';
import { answerOf, isListed, usedKinds } from '../guide/entries.ts';
import { kindLabel, titleOf } from '../guide/labels.ts';
import type { Guide } from '../guide/types.ts';
import { INKS, VOICE_INKS } from '../lib/inks.ts';
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
};

/** A page that has a picture, by the name of its file without ending, such as gaps/timetables. */
export interface PagePicture {
  page: string;
  picture: Picture;
}

/** Pictures of all pages that people share: entries and lists of kinds. */
export function picturesOf(guide: Guide): PagePicture[] {
  const { about } = guide;
  const foot = `${about.name}. ${about.disclaimer}`;
  const path = (address: string) => (address === '/' ? 'home' : address.replace(/^\/|\/$/g, ''));
  const entries = [...guide.entries.values()]
    .filter((entry) => isListed(entry, 'picture'))
    .map((entry): PagePicture => {
      const first = entry.statements[0];
      const said = answerOf(entry) || entry.id === 'home' ? first : undefined;
      return {
        page: path(addressOf(entry.ref)),
        picture: {
          kicker: entry.kind === 'pages' ? about.kicker : kindLabel(guide, entry.kind),
          title: titleOf(entry),
          text: clip(said?.text ?? (entry.kind === 'pages' || entry.kind === 'lessons' ? entry.data.description : titleOf(entry)), 190),
          voice: said && { name: said.voice, label: about.voices[said.voice].label },
          foot: entry.id === 'home' ? about.disclaimer : foot,
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
const EDGE = { top: 64, side: 72, bottom: 56, rule: 14 };
const SMALL = { family: 'sans', size: 24 } as const;
/** A title is set as large as leaves room for what stands below it. */
const TITLES: readonly number[] = [76, 62, 52, 44];
/** Between the lines of a title and of a text, as a part of their size; between parts, in pixels. */
const LEADING = { title: 1.08, text: 1.35, small: 1.3 };
const APART = { title: 16, text: 34, label: 10, bar: 34, letters: 1.5 };

/** Plain rules for drawings that travel alone. */
export const CSS = Object.entries({ ink: INKS.ink, muted: INKS.muted, ...VOICE_INKS })
  .map(([tone, color]) => `.${tone}{fill:#${color}}.l.${tone}{fill:none;stroke:#${color}}`)
  .concat('.dashed{stroke-dasharray:14 9}')
  .join('');

/** A picture for shared links as a drawing of 1200 by 630 pixels. */
export function pageDrawing(picture: Picture): Drawing {
  let items: Item[] = [];
  for (const size of TITLES) {
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
function arrange({ kicker, title, text, voice, foot }: Picture, size: number): { items: Item[]; fits: boolean } {
  const items: Item[] = [{ type: 'stroke', d: `M0 ${EDGE.rule / 2}H${WIDTH}`, tone: 'ink', style: 'solid', width: EDGE.rule }];
  /** Sets lines below each other. @returns where the next thing may begin */
  const put = (words: string, face: Face, tone: Tone, x: number, top: number, leading: number): number => {
    const lines = wrap(words, WIDTH - EDGE.side - x, face, measure);
    for (const [i, line] of lines.entries()) items.push(labelAt(x, top + i * face.size * leading, [line], face, { anchor: 'start', tone }));
    return top + lines.length * face.size * leading;
  };
  const small: Face = { ...SMALL, weight: 600 };
  let x: number = EDGE.side;
  let y = EDGE.rule + EDGE.top;
  for (const letter of kicker.toUpperCase()) {
    items.push(labelAt(x, y, [letter], small, { anchor: 'start', tone: 'muted' }));
    x += measure(letter, small) + APART.letters;
  }
  y = put(title, { family: 'serif', weight: 600, size }, 'ink', EDGE.side, y + small.size * LEADING.small + APART.title, LEADING.title);
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
  const face: Face = { ...SMALL, weight: 400 };
  const lines = wrap(foot, WIDTH - 2 * EDGE.side, face, measure).length;
  const below = HEIGHT - EDGE.bottom - lines * face.size * LEADING.small;
  put(foot, face, 'muted', EDGE.side, below, LEADING.small);
  return { items, fits: y + face.size <= below };
}
