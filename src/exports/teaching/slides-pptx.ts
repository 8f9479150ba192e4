import { strFromU8, unzipSync } from 'fflate';
import pptxgen from 'pptxgenjs';
import type { Guide, Lesson } from '../../guide/types.ts';
import { HAIRLINE_INK, INKS, VOICE_INKS } from '../../lib/inks.ts';
import { listed, numbered } from '../../lib/text.ts';
import type { Voice } from '../../lib/voices.ts';
import type { AddressFor } from '../addresses.ts';
import type { Picture } from '../figure-picture.ts';
import { escapeXml } from '../xml.ts';
import { zipOf } from '../zip.ts';
import { repaired } from './pptx-repairs.ts';
import { clockBars, figureRoom, INDENT, itemSize, placed, SHEET, SIZES, sizeOf, titleLines } from './slide-sheet.ts';
import { lessonSlides, type Slide, type SlideFigure, type SlideTable } from './slides.ts';

/** Faces that every machine has, in the roles that ours have in the guide. */
export const SERIF = 'Georgia';
export const SANS = 'Arial';

/** PowerPoint measures places in inches. */
const POINTS = 72;
const WIDTH = SHEET.width - 2 * SHEET.side;
const box = (x: number, y: number, w: number, h: number) => ({ x: x / POINTS, y: y / POINTS, w: w / POINTS, h: h / POINTS, margin: 0 });

type Sheet = ReturnType<pptxgen['addSlide']>;
type PictureOf = (figure: SlideFigure) => Promise<Picture>;

/**
 * The slides of a lesson as a PowerPoint file: text as text, tables as tables, notes for whoever speaks. The same content
 * gives the same bytes.
 *
 * @param pictureOf what a figure shows on its slide
 */
export async function slidesPptx(guide: Guide, lesson: Lesson, addressFor: AddressFor, pictureOf: PictureOf): Promise<Uint8Array> {
  const deck = newDeck(guide, lesson.data.title);
  const layouts = new Set<string>();
  for (const slide of lessonSlides(guide, lesson, addressFor)) await addSlide(deck, layouts, slide, pictureOf);
  return stable((await deck.write({ outputType: 'uint8array' })) as Uint8Array, lesson.data.reviewed);
}

/** An empty presentation of the guide. */
export function newDeck({ about }: Guide, title: string): pptxgen {
  const deck = new pptxgen();
  deck.defineLayout({ name: 'WIDE', width: SHEET.width / POINTS, height: SHEET.height / POINTS });
  deck.layout = 'WIDE';
  deck.title = title;
  deck.subject = about.name;
  deck.author = about.name;
  // the library escapes all of these but one
  deck.company = escapeXml(about.name);
  deck.theme = { headFontFace: SERIF, bodyFontFace: SANS };
  return deck;
}

/** How the title of a slide is set, which is what its layout holds: programs and screen readers know it as the title. */
function titleOf(slide: Slide): { name: string; place: ReturnType<typeof box>; set: pptxgen.TextPropsOptions } {
  const { look, title, items, voice, figure } = slide;
  const size = sizeOf(slide);
  const { title: own } = placed(slide);
  const room = figureRoom(figure?.lines ?? titleLines(title));
  const place =
    look === 'figure' || look === 'table'
      ? box(room.x, SHEET.top - 6, room.width, room.y - SHEET.top)
      : box(SHEET.side, own.y, WIDTH, own.height);
  const heading = look !== 'idea' && look !== 'task';
  const serif = heading || voice === 'paper';
  return {
    name: `${look} ${serif ? 'serif' : 'sans'} ${size} at ${place.y.toFixed(2)}, ${place.h.toFixed(2)} high`,
    place,
    set: {
      fontSize: size,
      fontFace: serif ? SERIF : SANS,
      bold: heading || items.length > 0,
      color: INKS.ink,
      align: 'left',
      valign: items.length > 0 || look === 'figure' || look === 'table' ? 'top' : 'middle',
    },
  };
}

async function addSlide(deck: pptxgen, layouts: Set<string>, slide: Slide, pictureOf: PictureOf): Promise<void> {
  const { name, place, set } = titleOf(slide);
  if (!layouts.has(name))
    deck.defineSlideMaster({
      title: name,
      background: { color: INKS.page },
      slideNumber: {
        ...box(SHEET.width - SHEET.side - 60, SHEET.foot, 60, 24),
        fontFace: SANS,
        fontSize: SIZES.foot,
        color: INKS.muted,
        align: 'right',
      },
      objects: [{ placeholder: { options: { name: 'title', type: 'title', ...place, ...set }, text: '' } }],
    });
  layouts.add(name);
  const sheet = deck.addSlide({ masterName: name });
  sheet.addText(slide.title, { placeholder: 'title', ...set });
  if (slide.look !== 'figure' && slide.look !== 'table')
    sheet.addText(slide.kicker, { ...box(SHEET.side, SHEET.top, WIDTH, 26), ...line(INKS.muted) });
  if (slide.look === 'task') addBar(sheet);
  addItems(sheet, slide);
  if (slide.clock) addClock(sheet, slide.clock);
  if (slide.figure) addFigure(sheet, slide.figure, await pictureOf(slide.figure));
  if (slide.table) addTable(sheet, slide.title, slide.table);
  addFoot(sheet, slide);
  sheet.addNotes(slide.notes.join('\n\n'));
}

/** A text in one line, at the head or the foot. */
const line = (color: string) => ({ fontSize: SIZES.foot, fontFace: SANS, color, align: 'left' as const, valign: 'top' as const });

/** What follows from the title: a list, or the definition of a word. */
function addItems(sheet: Sheet, slide: Slide): void {
  if (slide.items.length === 0) return;
  const { y, height } = placed(slide).items;
  const bullet = slide.look === 'word' ? {} : { bullet: { indent: INDENT } };
  sheet.addText(
    slide.items.map((text, i) => ({
      text,
      options: {
        fontSize: itemSize(slide),
        fontFace: slide.voice === 'paper' ? SERIF : SANS,
        color: INKS.ink,
        breakLine: i < slide.items.length - 1,
        paraSpaceAfter: 8,
        ...bullet,
      },
    })),
    { ...box(SHEET.side, y, WIDTH, height), align: 'left', valign: 'top' },
  );
}

/** The bar beside what the room does. */
function addBar(sheet: Sheet): void {
  sheet.addShape('rect', {
    ...box(SHEET.side - 26, SHEET.body, 7, SHEET.end - SHEET.body),
    fill: { color: INKS.ink },
    line: { color: INKS.ink, width: 0 },
  });
}

/** The minutes of a lesson, a bar for each step. */
function addClock(sheet: Sheet, clock: NonNullable<Slide['clock']>): void {
  for (const { x, y, width, height, on } of clockBars(clock)) {
    const color = on ? INKS.ink : HAIRLINE_INK;
    sheet.addShape('rect', { ...box(x, y, width, height), fill: { color }, line: { color, width: 0 } });
  }
}

/** Whose it is and what it rests on, at the foot. */
function addFoot(sheet: Sheet, { look, voice, mark, basis }: Slide): void {
  if (voice) addMark(sheet, voice, (SHEET.foot - 4) / POINTS);
  const x = SHEET.side + (voice ? 24 : 0);
  const bold = { text: mark, options: { ...line(voice ? VOICE_INKS[voice] : INKS.ink), bold: true } };
  sheet.addText(
    [
      ...(mark ? [bold] : []),
      { text: mark ? ` · ${basis}` : basis, options: { ...line(INKS.muted), ...(look === 'opening' && { fontSize: SIZES.reference }) } },
    ],
    {
      ...box(x, SHEET.foot, SHEET.width - SHEET.side - 70 - x, 40),
      align: 'left',
      valign: 'top',
    },
  );
}

/** The shape of a voice, beside its words. @param y where their line begins, in inches */
export function addMark(sheet: Sheet, voice: Voice, y: number, size = 0.2): void {
  const color = VOICE_INKS[voice];
  const [x, top] = [SHEET.side / POINTS, y + size / 2];
  const box = { x, y: top, w: size, h: size };
  const line = { color, width: 1.75 };
  if (voice === 'paper') sheet.addShape('rect', { ...box, fill: { color }, line });
  else if (voice === 'editors') sheet.addShape('diamond', { ...box, line });
  else if (voice === 'unknown') sheet.addShape('line', { x, y: top + size / 2, w: size, h: 0, line });
  else if (voice === 'others') {
    sheet.addShape('ellipse', { ...box, line });
    sheet.addShape('ellipse', {
      x: x + size * 0.32,
      y: top + size * 0.32,
      w: size * 0.36,
      h: size * 0.36,
      fill: { color },
      line: { color, width: 0.5 },
    });
  }
}

/** A figure as large as the room under its title allows. */
function addFigure(sheet: Sheet, { alt, lines }: SlideFigure, { png, width, height }: Picture): void {
  const room = figureRoom(lines);
  const scale = Math.min(room.width / width, room.height / height);
  const [w, h] = [width * scale, height * scale];
  sheet.addImage({
    data: `image/png;base64,${Buffer.from(png).toString('base64')}`,
    ...box(room.x + (room.width - w) / 2, room.y + (room.height - h) / 2, w, h),
    altText: alt,
  });
}

/** What a table holds, for whoever does not see it: its title, its columns, and how many rows follow. */
export const tableName = (title: string, { head, rows }: SlideTable): string =>
  `${title}: ${listed(head)}, ${numbered(rows.length, 'row', 'rows')}`;

function addTable(sheet: Sheet, title: string, { head, rows }: SlideTable): void {
  const none = { type: 'none' as const };
  const rule = { type: 'solid' as const, pt: 0.75, color: HAIRLINE_INK };
  const cell = (text: string, column: number, bold = false) => ({
    text,
    options: {
      fontSize: SIZES.table,
      fontFace: SANS,
      color: INKS.ink,
      bold,
      align: (column === 0 ? 'left' : 'right') as 'left' | 'right',
      valign: 'middle' as const,
      border: [none, none, rule, none] as [typeof none, typeof none, typeof rule, typeof none],
    },
  });
  const { x, y, width, height } = figureRoom(titleLines(title));
  const first = width * 0.3;
  sheet.addTable(
    [head.map((text, i) => cell(text, i, true)), ...rows.map((row) => row.map((text, i) => cell(text, i, row[0] === 'All')))],
    {
      x: x / POINTS,
      y: y / POINTS,
      w: width / POINTS,
      colW: head.map((_, i) => (i === 0 ? first : (width - first) / (head.length - 1)) / POINTS),
      rowH: height / (rows.length + 1) / POINTS,
      margin: 0.05,
      // whoever does not see it hears this
      objectName: tableName(title, { head, rows }),
    },
  );
}

/** The same file without the time and the machine it was made on, and put right where the library errs. */
export function stable(bytes: Uint8Array, day: string): Uint8Array {
  const files: Record<string, Uint8Array | string> = { ...unzipSync(bytes) };
  for (const [name, content] of Object.entries(files)) {
    // folders are names in a ZIP file, not files
    if (name.endsWith('/')) delete files[name];
    else if (name === 'docProps/core.xml')
      files[name] = strFromU8(content as Uint8Array).replace(/\d{4}-\d{2}-\d{2}T[\d:.]+Z/g, `${day}T00:00:00Z`);
    else if (name.endsWith('.xml')) files[name] = repaired(name, strFromU8(content as Uint8Array), (path) => path in files);
  }
  return zipOf(files, ['[Content_Types].xml']);
}
