import { BorderStyle, type IBorderOptions, type IPropertiesOptions, LevelFormat, LineRuleType } from 'docx';
import { HAIRLINE_INK, INKS, VOICE_INKS } from '../../lib/inks.ts';
import type { PairView } from '../decision-record/view.ts';

/** A page of Letter size with margins that A4 has room for too. All lengths are twentieths of a point. */
export const PAGE = { width: 12240, height: 15840, side: 1240, top: 1180, bottom: 1360 } as const;

/** The width of the text. */
export const WIDTH = PAGE.width - 2 * PAGE.side;

/** How far the team's words stand from the margin, so that their labels stand in a column. */
export const LABELS = 2620;

const SERIF = 'Georgia';

/** A thin line under cells, and under places to write on. */
export const HAIRLINE = { style: BorderStyle.SINGLE, size: 4, color: HAIRLINE_INK, space: 0 } as const satisfies IBorderOptions;
export const NO_LINE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const satisfies IBorderOptions;

/** The line beside what the guide says. It repeats what the words of the mark say, for eyes that skim; so does the color. */
export const VOICES: Readonly<Record<PairView['voice'], { color: string; style: IBorderOptions['style'] }>> = {
  paper: { color: VOICE_INKS.paper, style: BorderStyle.SINGLE },
  others: { color: VOICE_INKS.others, style: BorderStyle.DOTTED },
  editors: { color: VOICE_INKS.editors, style: BorderStyle.DASHED },
  '': { color: VOICE_INKS.unknown, style: BorderStyle.NONE },
};

/** The height of lines in parts of 240: with the type, or readers disagree on it. */
const lines = (line: number) => ({ line, lineRule: LineRuleType.AUTO });

const heading = (size: number, before: number, after: number) => ({
  run: { font: SERIF, size, bold: true, color: INKS.ink },
  paragraph: { spacing: { before, after, ...lines(250) }, keepNext: true, keepLines: true },
});

/** Styles by name, so that whoever edits the document can change one and see it everywhere. Common fonts, so that it looks the same everywhere. */
export const STYLES: NonNullable<IPropertiesOptions['styles']> = {
  default: {
    document: {
      run: { font: 'Arial', size: 19, color: INKS.ink, language: { value: 'en-US' } },
      paragraph: { spacing: { after: 80, ...lines(284) } },
    },
    title: {
      run: { font: SERIF, size: 42, bold: true, color: INKS.ink },
      paragraph: { spacing: { before: 60, after: 160, ...lines(250) }, keepLines: true },
    },
    heading1: heading(27, 360, 110),
    heading2: heading(22, 300, 40),
    heading3: { run: { size: 17, bold: true, color: INKS.muted }, paragraph: { spacing: { before: 160, after: 80 }, keepNext: true } },
    hyperlink: { run: { color: INKS.link, underline: {} } },
  },
  paragraphStyles: [
    { id: 'Kicker', name: 'Kicker', basedOn: 'Normal', run: { size: 17, color: INKS.muted }, paragraph: { spacing: { after: 0 } } },
    {
      id: 'Lead',
      name: 'Lead',
      basedOn: 'Normal',
      run: { size: 17, color: INKS.muted },
      paragraph: { spacing: { after: 60, ...lines(264) } },
    },
    {
      id: 'Field',
      name: 'Field',
      basedOn: 'Normal',
      paragraph: { indent: { left: LABELS, hanging: LABELS }, spacing: { after: 60 } },
    },
    {
      id: 'Pair',
      name: 'Pair',
      basedOn: 'Normal',
      run: { size: 18 },
      paragraph: { indent: { left: 240 }, spacing: { after: 0, ...lines(264) }, keepLines: true },
    },
    { id: 'Cell', name: 'Cell', basedOn: 'Normal', run: { size: 18 }, paragraph: { spacing: { after: 0, ...lines(252) } } },
    { id: 'Head', name: 'Head', basedOn: 'Cell', run: { size: 16, bold: true, color: INKS.muted }, paragraph: { keepNext: true } },
    {
      id: 'Foot',
      name: 'Foot',
      basedOn: 'Normal',
      run: { size: 15, color: INKS.muted },
      paragraph: { spacing: { after: 0, ...lines(240) } },
    },
  ],
};

/** The one kind of list. */
export const BULLETS: NonNullable<IPropertiesOptions['numbering']> = {
  config: [
    {
      reference: 'bullets',
      levels: [
        {
          level: 0,
          format: LevelFormat.BULLET,
          text: '•',
          style: { paragraph: { indent: { left: 300, hanging: 300 }, spacing: { after: 40 } } },
        },
      ],
    },
  ],
};
