import { strFromU8, unzipSync } from 'fflate';
import pptxgen from 'pptxgenjs';
import type { Guide, Lesson } from '../../guide/types.ts';
import { HAIRLINE_INK, INKS, VOICE_INKS } from '../../lib/inks.ts';
import type { Voice } from '../../lib/voices.ts';
import type { AddressFor } from '../addresses.ts';
import type { Picture } from '../figure-picture.ts';
import { FIGURE_ROOM, heightOf, lessonSlides, SHEET, SIZES, type Slide, type SlideItem } from './slides.ts';
import { escapeXml } from './xml.ts';
import { zipOf } from './zip.ts';

/** Faces that every machine has, in the roles that ours have in the guide. */
export const SERIF = 'Georgia';
export const SANS = 'Arial';

/** The height of a line, in inches. */
const LINE = (SIZES.text * 1.2) / 72;
const WIDTH = SHEET.width - 2 * SHEET.side;
/** Room for the shape of a mark. */
const INDENT = 0.35;

type Sheet = ReturnType<pptxgen['addSlide']>;
type FigureItem = Extract<SlideItem, { type: 'figure' }>;
type PictureOf = (item: FigureItem) => Promise<Picture>;

/**
 * The slides of a lesson as a PowerPoint file: text as text, tables as tables, notes for whoever speaks. The same content
 * gives the same bytes.
 *
 * @param pictureOf a figure or a part of it, two pixels to the unit
 */
export async function slidesPptx(guide: Guide, lesson: Lesson, addressFor: AddressFor, pictureOf: PictureOf): Promise<Uint8Array> {
  const deck = newDeck(guide, lesson.data.title);
  for (const slide of lessonSlides(guide, lesson, addressFor)) await addSlide(deck, slide, pictureOf);
  return stable((await deck.write({ outputType: 'uint8array' })) as Uint8Array, lesson.data.reviewed);
}

/** An empty presentation of the guide. */
export function newDeck({ about }: Guide, title: string): pptxgen {
  const deck = new pptxgen();
  deck.defineLayout({ name: 'WIDE', width: SHEET.width, height: SHEET.height });
  deck.layout = 'WIDE';
  deck.title = title;
  deck.subject = about.name;
  deck.author = about.name;
  // the library escapes all of these but one
  deck.company = escapeXml(about.name);
  deck.theme = { headFontFace: SERIF, bodyFontFace: SANS };
  return deck;
}

async function addSlide(deck: pptxgen, slide: Slide, pictureOf: PictureOf): Promise<void> {
  const sheet = deck.addSlide();
  const across = { x: SHEET.side, w: WIDTH, margin: 0 };
  sheet.addText(slide.kicker, {
    ...across,
    y: SHEET.top - 0.15,
    h: 0.42,
    fontSize: SIZES.kicker,
    fontFace: SANS,
    color: INKS.muted,
    valign: 'top',
  });
  sheet.addText(slide.title, {
    ...across,
    y: SHEET.top + 0.32,
    h: 0.95,
    fontSize: SIZES.title,
    fontFace: SERIF,
    bold: true,
    color: INKS.ink,
    valign: 'top',
    fit: 'shrink',
  });
  let y: number = SHEET.body;
  for (const item of slide.items) {
    const height = heightOf(item) * LINE;
    if (item.type === 'figure') await addFigure(sheet, item, await pictureOf(item));
    else if (item.type === 'table') addTable(sheet, item);
    else addTexts(sheet, item, y, height);
    y += height;
  }
  sheet.addNotes(slide.notes.join('\n\n'));
}

function addTexts(sheet: Sheet, item: Extract<SlideItem, { parts: unknown }>, y: number, height: number): void {
  const marked = item.type !== 'text';
  const voice = item.type === 'statement' ? item.voice : undefined;
  if (item.type === 'statement') addMark(sheet, item.voice, y);
  if (item.type === 'activity')
    sheet.addShape('rect', {
      x: SHEET.side,
      y: y + 0.02,
      w: 0.09,
      h: height - 0.15,
      fill: { color: INKS.ink },
      line: { color: INKS.ink, width: 0 },
    });
  const base = { fontSize: SIZES.text, fontFace: voice === 'paper' ? SERIF : SANS, color: voice === 'unknown' ? INKS.muted : INKS.ink };
  const mark = marked
    ? [
        {
          text: item.mark,
          options: {
            fontSize: SIZES.mark,
            fontFace: SANS,
            bold: true,
            color: voice ? VOICE_INKS[voice] : INKS.ink,
            breakLine: item.type === 'activity',
          },
        },
        ...(item.type === 'statement'
          ? [{ text: ` · ${item.basis}`, options: { fontSize: SIZES.mark, fontFace: SANS, color: INKS.muted, breakLine: true } }]
          : []),
      ]
    : [];
  sheet.addText(
    [
      ...mark,
      ...item.parts.map(({ text, item: listed }, i) => ({
        text,
        options: { ...base, breakLine: i < item.parts.length - 1, ...(listed && { bullet: { indent: 20 } }), paraSpaceAfter: 5 },
      })),
    ],
    { x: SHEET.side + (marked ? INDENT : 0), y, w: WIDTH - (marked ? INDENT : 0), h: height, margin: 0, valign: 'top' },
  );
}

/** The shape of a voice, beside its words. @param y where their line begins, in inches */
export function addMark(sheet: Sheet, voice: Voice, y: number, size = 0.2): void {
  const color = VOICE_INKS[voice];
  const [x, top] = [SHEET.side, y + size / 2];
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

/** A figure as large as the room under the title allows. */
async function addFigure(sheet: Sheet, item: FigureItem, { png, width, height }: Picture): Promise<void> {
  const scale = Math.min(FIGURE_ROOM.width / width, FIGURE_ROOM.height / height);
  const [w, h] = [width * scale, height * scale];
  sheet.addImage({
    data: `image/png;base64,${Buffer.from(png).toString('base64')}`,
    x: SHEET.side + (FIGURE_ROOM.width - w) / 2,
    y: SHEET.body - 0.35,
    w,
    h,
    altText: item.alt,
  });
}

function addTable(sheet: Sheet, { voice, mark, head, rows }: Extract<SlideItem, { type: 'table' }>): void {
  sheet.addText(mark, {
    x: SHEET.side,
    y: SHEET.body,
    w: WIDTH,
    h: 0.45,
    margin: 0,
    fontSize: SIZES.mark,
    fontFace: SANS,
    bold: true,
    color: VOICE_INKS[voice],
    valign: 'top',
  });
  const cell = (text: string, column: number, bold = false) => ({
    text,
    options: {
      fontSize: SIZES.table,
      fontFace: SANS,
      color: INKS.ink,
      bold,
      align: (column === 0 ? 'left' : 'right') as 'left' | 'right',
      valign: 'middle' as const,
      border: [
        { type: 'none' as const },
        { type: 'none' as const },
        { type: 'solid' as const, pt: 0.75, color: HAIRLINE_INK },
        { type: 'none' as const },
      ] as [{ type: 'none' }, { type: 'none' }, { type: 'solid'; pt: number; color: string }, { type: 'none' }],
    },
  });
  const first = WIDTH * 0.3;
  sheet.addTable(
    [head.map((text, i) => cell(text, i, true)), ...rows.map((row) => row.map((text, i) => cell(text, i, row[0] === 'All')))],
    {
      x: SHEET.side,
      y: SHEET.body + 0.6,
      w: WIDTH,
      colW: head.map((_, i) => (i === 0 ? first : (WIDTH - first) / (head.length - 1))),
      rowH: 0.62,
      margin: 0.05,
    },
  );
}

/** The same file without the time and the machine it was made on. */
export function stable(bytes: Uint8Array, day: string): Uint8Array {
  const files: Record<string, Uint8Array | string> = { ...unzipSync(bytes) };
  for (const [name, content] of Object.entries(files)) {
    // folders are names in a ZIP file, not files
    if (name.endsWith('/')) delete files[name];
    else if (name === 'docProps/core.xml')
      files[name] = strFromU8(content as Uint8Array).replace(/\d{4}-\d{2}-\d{2}T[\d:.]+Z/g, `${day}T00:00:00Z`);
  }
  return zipOf(files, ['[Content_Types].xml']);
}
