import { s } from 'hastscript';
import { drawItems, svgText } from './draw.ts';
import type { Drawing, Face, Item, Tone } from './drawing.ts';
import { measure, Outlines } from './fonts.ts';
import { heightOf, labelAt, wrap } from './lines.ts';
import type { MarkShape } from './marks.ts';

/** What stands around a drawing that travels alone. */
export interface Surroundings {
  /** what it shows */
  title: string;
  /** whose that is */
  mark: { shape: MarkShape; tone: Tone; text: string };
  how: string;
  /** citation, date, address, license: a line each */
  foot: readonly string[];
  /** the same in words, for those who cannot see it */
  description: string;
  /** plain rules for the classes of the drawing */
  css: string;
  /** color of the ground */
  ground: string;
}

const TITLE: Face = { family: 'serif', weight: 600, size: 23 };
const MARK: Face = { family: 'sans', weight: 600, size: 14 };
const HOW: Face = { family: 'sans', weight: 400, size: 15 };
const FOOT: Face = { family: 'sans', weight: 400, size: 12 };
const MARGIN = 32;

/** upright: the title stands over the drawing; slide: left of it, so that the whole is wide and low. */
export type Form = 'upright' | 'slide';

/** A title beside a drawing is this wide, and stands this far from it. */
const [SIDE, APART] = [270, 44];

/** A drawing up to this height makes a slide; a higher one stays upright. */
const LOW = 700;

/** The form in which a drawing fills a slide best. */
export const slideForm = ({ height }: Drawing): Form => (height <= LOW ? 'slide' : 'upright');

/** Where the drawing stands, and what is written around it. */
function arrange(drawing: Drawing, { title, mark, how, foot }: Surroundings, form: Form): Drawing {
  const [textWidth, left] = form === 'slide' ? [SIDE, SIDE + APART] : [drawing.width, 0];
  const width = left + drawing.width;
  const items: Item[] = [
    { type: 'mark', shape: mark.shape, tone: mark.tone, x: 6, y: 7, size: 12 },
    { type: 'label', x: 18, y: 12, lines: [mark.text], face: MARK, anchor: 'start', tone: mark.tone },
  ];
  let y = 22;
  const put = (text: string, face: Face, tone: Tone, gap: number, room: number): void => {
    const lines = wrap(text, room, face, measure);
    items.push(labelAt(0, y + gap, lines, face, { anchor: 'start', tone }));
    y += gap + heightOf(lines, face);
  };
  put(title, TITLE, 'ink', 2, textWidth);
  put(how, HOW, 'muted', form === 'slide' ? 12 : 6, textWidth);
  const top = form === 'slide' ? 0 : y + 20;
  items.push({ type: 'group', shift: { x: left, y: top }, items: drawing.items });
  y = Math.max(y, top + drawing.height) + 14;
  items.push({ type: 'stroke', d: `M0 ${Math.round(y)}H${width}`, tone: 'hair', style: 'solid', width: 1 });
  for (const line of foot) put(line, FOOT, 'muted', 4, width);
  return { width, height: Math.ceil(y) - 8, items };
}

/**
 * A drawing as an SVG file that needs nothing else: its text is outlines, its colors are filled in, and what it shows,
 * whose it is and where it comes from are drawn into it. No script, no link, and no reference but to its own letters.
 */
export function standaloneSvg(drawing: Drawing, surroundings: Surroundings, form: Form = 'upright'): string {
  const { mark, how, foot, description } = surroundings;
  return outlinedSvg(arrange(drawing, surroundings, form), MARGIN, {
    ...surroundings,
    description: `${mark.text}. ${how} ${description} ${foot.join(' ')}`.replace(/\s+/g, ' ').trim(),
  });
}

/**
 * The same for a drawing whose surroundings stand elsewhere, as on a slide.
 *
 * @param size of the sheet, with units, where it is printed as large as it says
 */
export function outlinedSvg(
  { width, height, items }: Drawing,
  margin: number,
  { title, description, css, ground }: Pick<Surroundings, 'title' | 'description' | 'css' | 'ground'>,
  size?: { width: string; height: string },
): string {
  const outlines = new Outlines();
  const drawn = drawItems(items, { outlined: outlines });
  const [w, h] = [width + 2 * margin, height + 2 * margin];
  return `<?xml version="1.0" encoding="UTF-8"?>\n${svgText(
    s(
      'svg',
      {
        xmlns: 'http://www.w3.org/2000/svg',
        className: ['drawing'],
        viewBox: `0 0 ${w} ${h}`,
        width: size?.width ?? w,
        height: size?.height ?? h,
        role: 'img',
        ariaLabelledBy: 't',
        ariaDescribedBy: 'd',
      },
      [
        s('title', { id: 't' }, title),
        s('desc', { id: 'd' }, [description]),
        s('style', css),
        s(
          'defs',
          [...outlines.paths].map(([id, d]) => s('path', { id, d })),
        ),
        s('rect', { width: w, height: h, fill: ground }),
        s('g', { transform: `translate(${margin} ${margin})` }, drawn),
      ],
    ),
  )}\n`;
}
