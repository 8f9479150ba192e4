import { HeadingLevel, Paragraph, type ParagraphChild, TextRun } from 'docx';
import { tidyLine } from '../text/texts.ts';
import { type Block, heading, wordFile } from '../word/document.ts';
import { blankLine, bullet, link, paragraph, runs } from '../word/parts.ts';
import { WIDTH } from '../word/style.ts';
import { table } from '../word/table.ts';
import type { CheckView, GroupView, RowView, SaidView } from './view.ts';
import { bearsLabel } from './words.ts';

/** How wide the column of questions is; the views share the rest. */
const QUESTIONS = 3000;

const bold = (text: string): TextRun => new TextRun({ text, bold: true });

/** Views side by side as a Word document to discuss: differences first, with lines to write on. */
export const checkDocx = (view: CheckView): Promise<Uint8Array> =>
  wordFile({ ...view, title: view.finding, subject: 'Self-check', basis: `${view.basis} ${view.caution}` }, [
    ...headOf(view),
    ...view.groups.flatMap(groupOf),
    ...restOf(view),
  ]);

const headOf = (view: CheckView): Block[] => [
  paragraph('Kicker', `Self-check, to discuss · ${view.guide}`),
  new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun({ text: tidyLine(view.finding), size: 34 })] }),
  paragraph('Lead', `${view.caution} ${view.basis}`),
  heading(1, 'At the table'),
  ...view.chairs.map(({ letter, name, progress }) => bullet([bold(`${letter} `), ...runs(`${name}: ${progress.toLowerCase()}`)])),
  ...(view.changes.length > 0
    ? [heading(1, 'What has changed in the guide since'), ...view.changes.map((change) => bullet(runs(change)))]
    : []),
];

function groupOf({ id, heading: title, intro, rows }: GroupView): Block[] {
  return [
    heading(1, title),
    new Paragraph({ style: 'Lead', keepNext: true, children: runs(intro) }),
    ...rows.flatMap((row, i) => rowOf(row, i + 1, id)),
  ];
}

function rowOf({ ask, about, said, talk, bears }: RowView, number: number, group: GroupView['id']): Block[] {
  const linked = (group === 'differ' || group === 'missing') && bears.length > 0;
  return [
    new Paragraph({ heading: HeadingLevel.HEADING_2, children: [new TextRun(`${number}. ${tidyLine(ask)}`)] }),
    new Paragraph({ style: 'Lead', keepNext: true, children: [new TextRun(`${about.kind}: `), link(about.name, about.address)] }),
    ...said.map((one, i) => saidBy(one, linked || i < said.length - 1)),
    ...(linked ? bearsOf(bears) : []),
    ...(group === 'differ'
      ? [new Paragraph({ style: 'Normal', keepNext: true, children: [bold('To talk about: '), ...runs(talk)] }), blankLine(), blankLine()]
      : []),
  ];
}

/** What one view says, as an item of a list. */
const saidBy = (one: SaidView, keepNext: boolean): Paragraph =>
  new Paragraph({ numbering: { reference: 'bullets', level: 0 }, keepNext, children: saidOf(one) });

const saidOf = ({ letter, name, word, note }: SaidView): ParagraphChild[] => [
  bold(`${letter} `),
  ...runs(`${name}: `),
  new TextRun(' '),
  bold(word.toLowerCase()),
  ...(tidyLine(note) ? [new TextRun('. '), ...runs(note)] : []),
];

/** What the guide links to it, each with whose judgment it is. */
const bearsOf = (bears: RowView['bears']): Paragraph[] => [
  new Paragraph({
    style: 'Lead',
    children: [
      new TextRun(`${bearsLabel(bears)}: `),
      ...bears.flatMap(({ name, mark, address }, i) => [
        ...(i > 0 ? [new TextRun('; ')] : []),
        link(name, address),
        new TextRun(` (${mark.toLowerCase()})`),
      ]),
      new TextRun('.'),
    ],
  }),
];

/** Every question in a table, what was not compared, and room for what the two agree to do. */
function restOf({ chairs, rows, notCompared }: CheckView): Block[] {
  const width = Math.floor((WIDTH - QUESTIONS) / Math.max(1, chairs.length));
  return [
    heading(1, 'All questions'),
    ...(notCompared ? [paragraph('Lead', notCompared)] : []),
    table(
      'All questions',
      [
        ['Question', QUESTIONS],
        ...chairs.map(({ letter, name }) => [chairs.length > 3 ? letter : tidyLine(`${letter} ${name}`), width] as const),
      ],
      rows.map(({ about, said }) => [runs(about.name), ...said.map(({ word }) => runs(word))]),
    ),
    heading(1, 'What we look into next'),
    blankLine(),
    blankLine(),
    blankLine(),
  ];
}
