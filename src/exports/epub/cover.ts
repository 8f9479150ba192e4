import type { Drawing, Face, Item, Tone } from '../../charts/drawing.ts';
import { measure } from '../../charts/fonts.ts';
import { rule } from '../../charts/geometry.ts';
import { heightOf, labelAt, wrap } from '../../charts/lines.ts';
import { outlinedSvg } from '../../charts/standalone.ts';
import { editionOf } from '../../guide/responses.ts';
import type { Guide } from '../../guide/types.ts';
import { longDate } from '../../lib/dates.ts';
import { INKS } from '../../lib/inks.ts';
import { reference } from '../citation.ts';
import { flatPng } from '../flat-png.ts';
import { kept } from '../kept.ts';
import { CSS, panelsOf } from '../page-picture.ts';

/** As wide and high as shelves of readers show covers, in pixels. */
export const COVER = { width: 1200, height: 1800 };
const EDGE = 96;
const ROOM = COVER.width - 2 * EDGE;
/** The figure is laid out narrower than the room there is, so that its letters grow. */
const PANELS = 440;

const KICKER: Face = { family: 'sans', weight: 600, size: 38 };
/** The name is set as large as leaves it on two lines. */
const TITLES: readonly [Face, ...Face[]] = [
  { family: 'serif', weight: 600, size: 104 },
  { family: 'serif', weight: 600, size: 84 },
  { family: 'serif', weight: 600, size: 68 },
];
const TEXT: Face = { family: 'sans', weight: 400, size: 32 };

/** The cover: the name of the guide, the figure that stands for it, and whose guide it is not. */
function coverDrawing(guide: Guide): Drawing {
  const { about, study } = guide;
  const items: Item[] = [{ ...rule(0, ROOM, 0, 'ink'), width: 12 }];
  let y = 44;
  const put = (text: string, face: Face, tone: Tone, below: number): void => {
    const lines = wrap(text, ROOM, face, measure);
    items.push(labelAt(0, y, lines, face, { anchor: 'start', tone }));
    y += heightOf(lines, face) + below;
  };
  put(about.kicker, KICKER, 'muted', 22);
  put(about.name, TITLES.find((face) => wrap(about.name, ROOM, face, measure).length <= 2) ?? TITLES[0], 'ink', 0);
  const middle = y;
  const foot = [`The study: ${reference(study)}`, `Edition of ${longDate(editionOf(guide))}. ${about.disclaimer}`];
  y = COVER.height - 2 * EDGE - foot.reduce((sum, text) => sum + heightOf(wrap(text, ROOM, TEXT, measure), TEXT) + 10, 0);
  const bottom = y;
  for (const text of foot) put(text, TEXT, 'muted', 10);
  const panels = panelsOf(guide, PANELS);
  if (panels) {
    const scale = Math.min(ROOM / panels.width, (bottom - middle - 120) / panels.height);
    // in the middle of what is left between title and foot
    const top = Math.round((middle + bottom - panels.height * scale) / 2);
    items.push({ type: 'group', shift: { x: Math.round((ROOM - panels.width * scale) / 2), y: top }, scale, items: panels.items });
  }
  return { width: ROOM, height: COVER.height - 2 * EDGE, items };
}

/** The cover as PNG, made once and kept. */
export function coverPicture(guide: Guide): Promise<Uint8Array<ArrayBuffer>> {
  const { name, kicker } = guide.about;
  const svg = outlinedSvg(coverDrawing(guide), EDGE, { title: name, description: kicker, css: CSS, ground: `#${INKS.page}` });
  return kept([svg], ['src/exports/flat-png.ts'], () => flatPng(svg));
}
