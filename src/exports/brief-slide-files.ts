import type pptxgen from 'pptxgenjs';
import type { Face } from '../charts/drawing.ts';
import { outlinedSvg } from '../charts/standalone.ts';
import { pageEntry } from '../guide/page.ts';
import type { Guide } from '../guide/types.ts';
import { INKS, VOICE_INKS } from '../lib/inks.ts';
import { addressesAt } from './addresses.ts';
import { APART, type BriefSlide, briefDrawing, briefSlide, INDENT, type PlacedSlide, placed, type SlideStatement } from './brief-slide.ts';
import { flatPng } from './flat-png.ts';
import { kept } from './kept.ts';
import { CSS } from './page-picture.ts';
import { WIDER } from './teaching/slide-sheet.ts';
import { addMark, newDeck, SANS, SERIF, stable } from './teaching/slides-pptx.ts';

/** The slide of the brief as files: what each is, and for whom. */
export const BRIEF_FILES = [
  { name: 'slide.pptx', what: 'PowerPoint' },
  { name: 'slide.png', what: 'Picture' },
] as const;
export type BriefFile = (typeof BRIEF_FILES)[number]['name'];

const [OWN, ...PPTX] = [
  'src/exports/brief-slide-files.ts',
  'src/exports/brief-slide.ts',
  'src/exports/teaching/slide-sheet.ts',
  'src/exports/zip.ts',
  'src/exports/teaching/slides-pptx.ts',
  'src/exports/teaching/pptx-repairs.ts',
  'src/lib/inks.ts',
] as const;

/**
 * A file of the slide, made once, then kept. The same content gives the same bytes.
 *
 * @param site the address of the site, where it is known: then the slide names the page
 */
export async function briefFile(guide: Guide, name: BriefFile, site: URL | undefined): Promise<Uint8Array<ArrayBuffer>> {
  const slide = briefSlide(guide, site && addressesAt(site).addressFor);
  if (!slide) throw new Error('The brief of this guide has no message, so there is no slide of it.');
  if (name === 'slide.png') {
    const svg = svgOf(slide);
    return kept([svg], [OWN, 'src/exports/flat-png.ts'], () => flatPng(svg));
  }
  const { title, reviewed } = pageEntry(guide, 'brief').data;
  const places = placed(slide, WIDER);
  return kept([JSON.stringify([slide, places, guide.about.name, title, reviewed])], [OWN, ...PPTX], () =>
    pptx(newDeck(guide, title), slide, places, reviewed),
  );
}

const textOf = ({ parts }: SlideStatement): string => parts.map(({ text }) => text).join(' ');

function svgOf(slide: BriefSlide): string {
  const description = [...slide.said.map((one) => `${one.mark}: ${textOf(one)}`), slide.foot].join(' ');
  return outlinedSvg(briefDrawing(slide), 0, { title: textOf(slide.title), description, css: CSS, ground: `#${INKS.page}` });
}

/** How a text of the slide is set in PowerPoint, which measures places in inches. */
const POINTS = 72;
const fontOf = ({ family, weight, size }: Face) => ({ fontFace: family === 'serif' ? SERIF : SANS, bold: weight === 600, fontSize: size });

async function pptx(deck: pptxgen, slide: BriefSlide, { title, said, foot }: PlacedSlide, day: string): Promise<Uint8Array> {
  const at = ({ x, y, width }: typeof foot, height: number) => ({
    x: x / POINTS,
    y: y / POINTS,
    w: width / POINTS,
    h: height / POINTS,
    margin: 0,
    align: 'left' as const,
    valign: 'top' as const,
  });
  // a title that programs know as one: outlines and screen readers go by it
  deck.defineSlideMaster({
    title: 'BRIEF',
    objects: [
      {
        placeholder: {
          options: { name: 'title', type: 'title', ...at(title.text, title.text.height), ...fontOf(title.text.face), color: INKS.ink },
          text: '',
        },
      },
    ],
  });
  const sheet = deck.addSlide({ masterName: 'BRIEF' });
  sheet.addText(textOf(slide.title), { placeholder: 'title', ...fontOf(title.text.face) });
  addWhose(sheet, slide.title, title.mark);
  for (const [i, one] of slide.said.entries()) {
    const own = said[i];
    const [first] = own?.parts ?? [];
    if (!own || !first) continue;
    addWhose(sheet, one, own.mark);
    const height = own.parts.reduce((sum, part) => sum + part.height + APART.part, 0);
    sheet.addText(
      one.parts.map(({ text, item }, n) => ({
        text,
        options: {
          ...fontOf(first.face),
          color: INKS.ink,
          breakLine: n < one.parts.length - 1,
          paraSpaceAfter: APART.part,
          ...(item && { bullet: { type: 'number' as const, indent: INDENT } }),
        },
      })),
      at({ ...first, x: own.mark.x, width: own.mark.width }, height),
    );
  }
  sheet.addText(slide.foot, { ...at(foot, foot.height), ...fontOf(foot.face), color: INKS.muted });
  sheet.addNotes(slide.notes.join('\n\n'));
  return stable((await deck.write({ outputType: 'uint8array' })) as Uint8Array, day);

  function addWhose(to: ReturnType<pptxgen['addSlide']>, { voice, mark }: SlideStatement, lines: typeof foot): void {
    addMark(to, voice, lines.y / POINTS, 0.17);
    to.addText(mark, { ...at(lines, lines.height), ...fontOf(lines.face), color: VOICE_INKS[voice] });
  }
}
