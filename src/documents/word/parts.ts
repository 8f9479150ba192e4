import { ExternalHyperlink, LeaderType, Paragraph, type ParagraphChild, Tab, type TabStopDefinition, TabStopType, TextRun } from 'docx';
import { INKS } from '../../lib/inks.ts';
import { stop } from '../../lib/text.ts';
import type { PairView } from '../decision-record/view.ts';
import { linkTarget } from '../text/link-target.ts';
import { linesOf, tidyLine } from '../text/texts.ts';
import { HAIRLINE, LABELS, VOICES, WIDTH } from './style.ts';

/** A text with its line breaks, and without what XML has no place for. */
export const runs = (text: string): TextRun[] => linesOf(text).map((line, i) => new TextRun({ text: line, break: i > 0 ? 1 : 0 }));

/** A paragraph of one of our styles. */
export const paragraph = (style: string, text: string): Paragraph => new Paragraph({ style, children: runs(text) });

/** A name that leads to its page where it has one. */
export const link = (text: string, address: string): ParagraphChild => {
  const target = linkTarget(address);
  const name = tidyLine(text) || target;
  return target ? new ExternalHyperlink({ link: target, children: [new TextRun({ text: name, style: 'Hyperlink' })] }) : new TextRun(name);
};

/** One item of a list. */
export const bullet = (children: readonly ParagraphChild[]): Paragraph =>
  new Paragraph({ numbering: { reference: 'bullets', level: 0 }, children });

/** A line to write on by hand. Word draws one frame around paragraphs with the same border, so the lines in between are asked for. */
export const blankLine = (left = 0): Paragraph =>
  new Paragraph({
    indent: { left, hanging: 0 },
    spacing: { before: 200, after: 80 },
    border: { bottom: HAIRLINE, between: HAIRLINE },
    children: [],
  });

const labelRun = (text: string, color?: string): TextRun => new TextRun({ text, bold: true, ...(color && { color }) });
const tab = (color?: string): TextRun => new TextRun({ children: [new Tab()], ...(color && { color }) });

/** The team's words beside their label; a line to write on where there are none. */
export const fieldOf = (label: string, text: string): Paragraph => {
  const toWords: TabStopDefinition = { type: TabStopType.LEFT, position: LABELS };
  const lineToEnd: TabStopDefinition = { type: TabStopType.RIGHT, position: WIDTH, leader: LeaderType.UNDERSCORE };
  const isBlank = tidyLine(text) === '';
  return new Paragraph({
    style: 'Field',
    keepNext: true,
    tabStops: isBlank ? [toWords, lineToEnd] : [toWords],
    children: [labelRun(label), tab(), ...(isBlank ? [tab(HAIRLINE.color)] : runs(text))],
  });
};

/** What the guide says about a pair: the words of its mark, the gap, the reason, the case against, the sources. */
export function pairOf(pair: PairView, againstLabel: string): Paragraph[] {
  const { color, style } = VOICES[pair.voice];
  const sources = stop(tidyLine(`Sources: ${pair.sources.join(', ')}`));
  const lines: readonly (readonly ParagraphChild[])[] = [
    [labelRun(`${stop(tidyLine(pair.mark))} `, color), link(pair.gap, pair.address)],
    runs(pair.reason),
    ...(pair.against ? [[labelRun(`${stop(tidyLine(againstLabel))} `, VOICES.editors.color), ...runs(pair.against)]] : []),
    ...(pair.sources.length > 0 ? [[new TextRun({ text: sources, color: INKS.muted })]] : []),
  ];
  const isLast = (i: number): boolean => i === lines.length - 1;
  return lines.map(
    (children, i) =>
      new Paragraph({
        style: 'Pair',
        keepNext: !isLast(i),
        border: { left: { style, color, size: 12, space: 8 } },
        spacing: { after: isLast(i) ? 140 : 0 },
        children,
      }),
  );
}
