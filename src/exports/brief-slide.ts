import type { Drawing, Face, Item, Measure } from '../charts/drawing.ts';
import { measure } from '../charts/fonts.ts';
import { wrap } from '../charts/lines.ts';
import { VOICE_SHAPES } from '../charts/voice-marks.ts';
import { pageEntry } from '../guide/page.ts';
import type { Guide, Part, Statement } from '../guide/types.ts';
import { PlainError } from '../lib/plain-error.ts';
import { listed } from '../lib/text.ts';
import type { Voice } from '../lib/voices.ts';
import type { AddressFor } from './addresses.ts';
import { basisOf, noteOf } from './teaching/slides.ts';

/** A statement of the brief as it stands on the slide. */
export interface SlideStatement {
  voice: Voice;
  /** whose it is and what it rests on, in words */
  mark: string;
  parts: readonly Part[];
}

/** The brief on one slide, for a board. */
export interface BriefSlide {
  title: SlideStatement;
  said: readonly SlideStatement[];
  /** the study, what was read of it, and where the brief stands */
  foot: string;
  /** for whoever speaks: the whole brief */
  notes: readonly string[];
}

/** The statements of the brief that the slide shows, by id: the message is its title. */
const SHOWN = ['message', 'monday'];

/**
 * The slide of the brief: its own statements, word for word.
 *
 * @param addressFor see `addressesAt`; left out where the address of the site is not known, and no slide names it
 * @returns undefined for a guide whose brief has no message
 */
export function briefSlide(guide: Guide, addressFor?: AddressFor): BriefSlide | undefined {
  const { about, study } = guide;
  const brief = pageEntry(guide, 'brief');
  const basis = basisOf(guide);
  const shown = SHOWN.flatMap((id) =>
    brief.blocks.flatMap((block) => (block.type === 'statement' && block.statement.id === id ? [block] : [])),
  );
  const said = shown.map(({ statement, parts }) => ({
    voice: statement.voice,
    mark: `${about.voices[statement.voice].label} · ${sourceOf(guide, statement) ?? basis(statement)}`,
    parts,
  }));
  const [title, ...rest] = said;
  if (!title || shown[0]?.statement.id !== SHOWN[0]) return undefined;
  return {
    title,
    said: rest,
    foot: [`${study.data.short}.`, about['rests-on'], about.disclaimer, addressFor?.(brief.ref)].filter(Boolean).join(' '),
    notes: brief.statements.map((one) =>
      [`${about.voices[one.voice].label}: ${one.text}`, addressFor && noteOf(one, addressFor, basis)].filter(Boolean).join(' '),
    ),
  };
}

const sourceOf = (guide: Guide, { source }: Statement): string | undefined =>
  source === undefined ? undefined : guide.sources.find(({ id }) => id === source)?.data.short;

/** The sheet in points, and what stays free at its edges. */
const SHEET = { width: 960, height: 540, side: 54, top: 30, bottom: 24 };
/** Room for the shape of a mark, and for the number of an item. */
export const INDENT = 26;
const MARK: Face = { family: 'sans', weight: 600, size: 18 };
const FOOT: Face = { family: 'sans', weight: 400, size: 18 };
/** Main lines can be read from the back of a room; a title is set as large as leaves room for them. */
const TEXT = 24;
const TITLES: readonly number[] = [32, 30, 28, 26, 24];
const LEADING = { title: 1.12, text: 1.18, small: 1.22 };
/** Between what stands below each other, in points. */
export const APART = { mark: 4, part: 5, statement: 18 };

/** Lines that stand together, in points from the top left of the sheet. */
interface Lines {
  x: number;
  y: number;
  width: number;
  height: number;
  face: Face;
  leading: number;
  lines: readonly string[];
}

/** Where everything stands on the slide. */
export interface PlacedSlide {
  title: { mark: Lines; text: Lines };
  said: readonly { mark: Lines; parts: readonly (Lines & { number?: number })[] }[];
  foot: Lines;
}

/**
 * Places the slide. No text is left out and none is set smaller than 18 points, so one that is too long is refused.
 *
 * @param slide see `briefSlide`
 * @param wider how much wider than ours the faces may run in which it will be shown
 * @throws PlainError where the texts do not fit on one sheet
 */
export function placed(slide: BriefSlide, wider = 1): PlacedSlide {
  for (const size of TITLES) {
    const tried = arrange(slide, size, (text, face) => measure(text, face) * wider);
    if (tried.fits) return tried.slide;
  }
  throw new PlainError(
    `content/pages/brief.mdx: its statements ${listed(SHOWN)} are too long for one slide. Shorten them; the slide shows them word for word.`,
  );
}

function arrange(slide: BriefSlide, size: number, measured: Measure): { slide: PlacedSlide; fits: boolean } {
  let y = SHEET.top;
  const put = (text: string, face: Face, leading: number, indent = 0): Lines => {
    const x = SHEET.side + indent;
    const width = SHEET.width - SHEET.side - x;
    const lines = wrap(text, width, face, measured);
    const one = { x, y, width, height: lines.length * face.size * leading, face, leading, lines };
    y += one.height;
    return one;
  };
  const family = (voice: Voice) => (voice === 'paper' ? 'serif' : 'sans');
  const mark = put(slide.title.mark, MARK, LEADING.small, INDENT);
  y += APART.mark;
  const words = slide.title.parts.map(({ text }) => text).join(' ');
  const title = { mark, text: put(words, { family: family(slide.title.voice), weight: 600, size }, LEADING.title) };
  const said = slide.said.map(({ voice, mark: whose, parts }) => {
    y += APART.statement;
    const own = put(whose, MARK, LEADING.small, INDENT);
    y += APART.mark;
    let number = 0;
    const face: Face = { family: family(voice), weight: 400, size: TEXT };
    return {
      mark: own,
      parts: parts.map(({ text, item }) => {
        const lines = put(text, face, LEADING.text, INDENT * (item ? 2 : 1));
        y += APART.part;
        return item ? { ...lines, number: ++number } : lines;
      }),
    };
  });
  const end = y;
  const foot = put(slide.foot, FOOT, LEADING.small);
  return {
    slide: { title, said, foot: { ...foot, y: SHEET.height - SHEET.bottom - foot.height } },
    fits: end + APART.mark <= SHEET.height - SHEET.bottom - foot.height,
  };
}

/** Pixels to a point: the picture has 1920 by 1080. */
const SCALE = 2;

/** The slide as a drawing of 1920 by 1080 pixels. */
export function briefDrawing(slide: BriefSlide): Drawing {
  const { title, said, foot } = placed(slide);
  const items: Item[] = [];
  const draw = ({ x, y, face, leading, lines }: Lines, tone: 'ink' | 'muted' | Voice): void => {
    const size = face.size * SCALE;
    for (const [i, line] of lines.entries())
      items.push({
        type: 'label',
        x: x * SCALE,
        y: Math.round((y + face.size * (i * leading + 0.92)) * SCALE),
        lines: [line],
        face: { ...face, size },
        anchor: 'start',
        tone,
      });
  };
  const whose = (lines: Lines, voice: Voice): void => {
    const [size, middle] = [16, lines.y + lines.face.size * 0.6];
    items.push({
      type: 'mark',
      shape: VOICE_SHAPES[voice],
      x: (SHEET.side + size / 2) * SCALE,
      y: middle * SCALE,
      size: size * SCALE,
      tone: voice,
    });
    draw(lines, voice);
  };
  whose(title.mark, slide.title.voice);
  draw(title.text, 'ink');
  for (const [i, { mark, parts }] of said.entries()) {
    const voice = slide.said[i]?.voice ?? 'unknown';
    whose(mark, voice);
    for (const part of parts) {
      if (part.number !== undefined) draw({ ...part, x: part.x - INDENT, lines: [`${part.number}`] }, 'muted');
      draw(part, 'ink');
    }
  }
  draw(foot, 'muted');
  return { width: SHEET.width * SCALE, height: SHEET.height * SCALE, items };
}
