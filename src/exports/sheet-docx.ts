import { HeadingLevel, Paragraph, type ParagraphChild, Table, TextRun } from 'docx';
import { type Block, wordFile } from '../documents/word/document.ts';
import { bullet, link, paragraph, runs } from '../documents/word/parts.ts';
import { LABELS, VOICES, WIDTH } from '../documents/word/style.ts';
import { table } from '../documents/word/table.ts';
import { cited } from '../guide/cited.ts';
import { entryIn } from '../guide/entries.ts';
import { editionOf } from '../guide/responses.ts';
import { partsOfSheet, type Sheet, type SheetField, sheetWords, whoseWords } from '../guide/sheets.ts';
import type { Guide, Statement } from '../guide/types.ts';
import { longDate } from '../lib/dates.ts';
import { INKS } from '../lib/inks.ts';
import { stop } from '../lib/text.ts';
import type { AddressFor } from './addresses.ts';
import { stable } from './teaching/handout-docx.ts';

/**
 * A sheet as a Word file: headings that Word knows, tables whose heads stand again on each page, empty cells to type into. The
 * same content gives the same bytes.
 *
 * @param isFilledIn as the invented program fills it in, or empty
 */
export async function sheetDocx(guide: Guide, entry: Sheet, isFilledIn: boolean, addressFor: AddressFor): Promise<Uint8Array> {
  const { about } = guide;
  const { title, example, reviewed } = entry.data;
  const whose = whoseWords(guide, isFilledIn);
  const file = await wordFile(
    {
      title: isFilledIn ? `${title}, filled in` : title,
      subject: whose,
      guide: about.name,
      basis: `${about.disclaimer} ${about['rests-on']}`,
      whose,
      edition: longDate(editionOf(guide)),
      address: addressFor(entry.ref),
    },
    [
      paragraph('Kicker', `${whose} · ${entry.data.for}`),
      paragraph('Title', title),
      paragraph('Lead', isFilledIn && example ? `${about.voices.example.label}. ${example.note}` : sheetWords(guide)),
      ...partsOfSheet(guide, entry, isFilledIn).flatMap(({ heading, newPage, why, fields }) => [
        // closer than in a text: a sheet has to keep to its page
        new Paragraph({
          heading: HeadingLevel.HEADING_1,
          pageBreakBefore: newPage,
          spacing: { before: 160, after: 40 },
          children: runs(heading),
        }),
        ...(isFilledIn ? [] : why.map((statement) => guidance(guide, statement, entry.data.pages !== 1, addressFor))),
        ...blocksOf(heading, fields, addressFor),
      ]),
    ],
  );
  return stable(file, reviewed);
}

/**
 * How a part is meant to be filled in, with its mark and what it rests on, in small type.
 *
 * @param hasRoom whether there is room for the reason, too; it stands on the page in any case
 */
function guidance(
  guide: Guide,
  { voice, text, from, because, source, stance }: Statement,
  hasRoom: boolean,
  addressFor: AddressFor,
): Paragraph {
  const { color, style } = VOICES[voice === 'unknown' || voice === 'example' ? '' : voice];
  const names = source ? [source] : from;
  const children: ParagraphChild[] = [
    new TextRun({ text: `${stop(guide.about.voices[voice].label + (stance ? ` · ${stance}` : ''))} `, bold: true, color }),
    ...runs(`${text} `),
    ...(because && hasRoom ? [new TextRun({ text: `Because ${stop(because)} `, color: INKS.muted })] : []),
    new TextRun({ text: source ? 'Source: ' : 'Rests on ', color: INKS.muted }),
    ...names.flatMap((name, i) => {
      const { label, ref, fragment } = source
        ? { label: entryIn(guide, 'sources', source).data.short, ref: `sources/${source}`, fragment: undefined }
        : cited(guide, name);
      return [new TextRun(i > 0 ? '; ' : ''), link(label, addressFor(ref, fragment))];
    }),
    new TextRun('.'),
  ];
  return new Paragraph({
    style: 'Lead',
    keepNext: true,
    indent: { left: 160 },
    border: { left: { style, color, size: 12, space: 8 } },
    children,
  });
}

const box = (item: string): string => `☐ ${item}`;

/** Boxes with so few letters in all stand side by side. */
const SHORT = 60;

/** Fields one under the other; lines that follow each other make one table. @param name of the part they stand in */
function blocksOf(name: string, fields: readonly SheetField[], addressFor: AddressFor): Block[] {
  const blocks: Block[] = [];
  for (let i = 0; i < fields.length; i++) {
    const field = fields[i] as SheetField;
    // Word would read two tables that touch as one
    if (!['text', 'list'].includes(field.type) && blocks.at(-1) instanceof Table)
      blocks.push(new Paragraph({ spacing: { after: 60 }, children: [] }));
    if (field.type === 'text') blocks.push(paragraph('Normal', field.text));
    else if (field.type === 'list' && field.boxes && field.items.join('').length < SHORT)
      blocks.push(paragraph('Normal', field.items.map(box).join('      ')));
    else if (field.type === 'list')
      blocks.push(...field.items.map((item) => (field.boxes ? paragraph('Normal', box(item)) : bullet(runs(item)))));
    else if (field.type === 'line') {
      const lines = [field];
      for (let next = fields[i + 1]; next?.type === 'line'; next = fields[++i + 1]) lines.push(next);
      blocks.push(
        table(
          name,
          [
            ['Asked', LABELS],
            ['Answer', WIDTH - LABELS],
          ],
          lines.map(({ label, value }) => [[new TextRun({ text: label, bold: true })], runs(value)]),
          lines.map((line) => line.lines),
        ),
      );
    } else if (field.type === 'table')
      blocks.push(
        table(
          name,
          widths(field.columns),
          field.rows.map(({ cells }) => cells.map((text) => runs(text))),
          field.rows.map(() => 1),
        ),
      );
    else
      blocks.push(
        table(
          name,
          [
            ['Question', 5560],
            ['Page', 800],
            ['What it says', WIDTH - 6360],
          ],
          field.points.map(({ about, statement }) => [
            [link(about, addressFor(statement.page, statement.id)), new TextRun(`: ${statement.text}`)],
          ]),
          field.points.map(() => 2),
        ),
      );
  }
  return blocks;
}

/** Columns of equal width, but for the first, which holds names. */
function widths(columns: readonly string[]): [string, number][] {
  const other = Math.floor(WIDTH / (columns.length + 1));
  return columns.map((name, i) => [name, i === 0 ? WIDTH - other * (columns.length - 1) : other]);
}
