import { HeadingLevel, Paragraph, TextRun } from 'docx';
import { stop } from '../../lib/text.ts';
import { linkTarget } from '../text/link-target.ts';
import { tidyLine } from '../text/texts.ts';
import { type Block, heading, wordFile } from '../word/document.ts';
import { blankLine, bullet, fieldOf, link, pairOf, paragraph, runs } from '../word/parts.ts';
import { type Row, table } from '../word/table.ts';
import type { ChoiceView, RecordView } from './view.ts';
import { FIELD_LABELS, HEADINGS, NONE, SEEN, signers, WHOSE } from './wording.ts';

const RESPONSE_COLUMNS = [
  ['Response', 3000],
  [FIELD_LABELS.owner, 1960],
  [FIELD_LABELS.step, 3000],
  [FIELD_LABELS.by, 1800],
] as const;
const SIGNATURE_COLUMNS = [
  ['Name', 4300],
  ['Signature', 3660],
  ['Date', 1800],
] as const;

/**
 * A record as a Word document that people can read, fill in by hand and sign. The same view gives the same document, but for
 * what the library stamps: when it was made, and the inner numbers of links.
 */
export const recordDocx = (view: RecordView): Promise<Uint8Array> =>
  wordFile({ ...view, subject: 'Decision record' }, [...headOf(view), ...choicesOf(view), ...agreedOf(view)]);

/** A long title in smaller letters, so that it takes no more than three lines. */
const titleRun = (text: string): TextRun => new TextRun(text.length > 60 ? { text, size: 30 } : text);

const headOf = (view: RecordView): Block[] => [
  paragraph('Kicker', `Decision record · ${view.guide}`),
  new Paragraph({ heading: HeadingLevel.TITLE, children: [titleRun(tidyLine(view.title))] }),
  paragraph('Lead', WHOSE),
  paragraph('Lead', view.basis),
  heading(1, HEADINGS.gaps),
  ...(view.gaps.length > 0 ? view.gaps.map(({ title, address }) => bullet([link(title, address)])) : [paragraph('Normal', NONE.gaps)]),
];

function choicesOf({ choices, againstLabel }: RecordView): Block[] {
  if (choices.length === 0) return [heading(1, HEADINGS.choices), paragraph('Normal', NONE.choices)];
  const row = (choice: ChoiceView, i: number): Row => [
    [new TextRun({ text: `${i + 1}. ${tidyLine(choice.title)}`, bold: true })],
    runs(choice.owner),
    runs(choice.step),
    runs(choice.by),
  ];
  return [
    heading(1, HEADINGS.choices),
    table(HEADINGS.choices, RESPONSE_COLUMNS, choices.map(row)),
    ...choices.flatMap((choice, i) => [
      new Paragraph({ heading: HeadingLevel.HEADING_2, children: [new TextRun(`${i + 1}. ${tidyLine(choice.title)}`)] }),
      new Paragraph({
        style: 'Lead',
        keepNext: true,
        spacing: { after: 100 },
        children: [
          new TextRun(`${stop(tidyLine(choice.kind))} `),
          ...(linkTarget(choice.address) ? [link('Its page in the guide', choice.address)] : []),
        ],
      }),
      fieldOf(FIELD_LABELS.why, choice.why),
      fieldOf(FIELD_LABELS.sign, choice.sign),
      fieldOf(FIELD_LABELS.stop, choice.stop),
      heading(3, HEADINGS.restsOn),
      ...(choice.pairs.length > 0 ? choice.pairs.flatMap((pair) => pairOf(pair, againstLabel)) : [paragraph('Normal', NONE.pairs)]),
      ...(choice.seen.length > 0
        ? [heading(3, HEADINGS.seen), paragraph('Lead', SEEN), ...choice.seen.map(({ text, address }) => bullet([link(text, address)]))]
        : []),
    ]),
  ];
}

/** What is left to do, when to look again, and who agrees to it. */
function agreedOf(view: RecordView): Block[] {
  const names = signers(view.people);
  const orBlank = (text: string) => (tidyLine(text) ? paragraph('Normal', text) : blankLine());
  return [
    heading(1, HEADINGS.open),
    orBlank(view.coverage),
    ...(view.changes.length > 0 ? [heading(1, HEADINGS.changes), ...view.changes.map((change) => bullet(runs(change)))] : []),
    heading(1, HEADINGS.review),
    orBlank(view.review),
    heading(1, HEADINGS.people),
    ...(names.every((name) => name === '') && tidyLine(view.people) ? [paragraph('Normal', view.people)] : []),
    table(
      HEADINGS.people,
      SIGNATURE_COLUMNS,
      names.map((name) => [runs(name)]),
      true,
    ),
  ];
}
