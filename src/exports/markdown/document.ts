import { lengthWords, partsOfSheet, type Sheet, type SheetField, sheetWords } from '../../guide/sheets.ts';
import type { Guide } from '../../guide/types.ts';
import { escapeMarkdown } from '../../lib/markdown.ts';
import { stop } from '../../lib/text.ts';
import type { Addresses } from '../addresses.ts';
import { anchor, bullets, marked, table, type Writer, writerOf } from './writer.ts';

/** The page of a document: what it is for, and the sheet with what each part rests on. */
export const documentMarkdown = (write: Writer, entry: Sheet): string[] => [
  ...headOf(write, entry, entry.data.title),
  ...entry.statements.slice(0, 1).map(write.statement),
  ...partsMarkdown(write, entry, false, fieldMarked),
  ...write.next(entry.data.next),
];

/**
 * The sheet alone, to fill in or as the invented program fills it in.
 *
 * @param isFilledIn which of the two
 */
export function sheetMarkdown(guide: Guide, entry: Sheet, isFilledIn: boolean, addresses: Addresses): string {
  const write = writerOf(guide, addresses);
  const { title, example } = entry.data;
  const parts = [
    ...headOf(write, entry, isFilledIn ? `${title}, filled in` : title),
    ...(isFilledIn && example ? [marked(write.labels.example.label, escapeMarkdown(example.note))] : []),
    ...partsMarkdown(write, entry, isFilledIn, fieldMarkdown),
    ...write.foot(entry),
  ];
  return `${parts.join('\n\n')}\n`;
}

const headOf = ({ guide, head, ours }: Writer, entry: Sheet, title: string): string[] => [
  ...head(entry, title, [
    `Who fills it in: ${escapeMarkdown(entry.data.for)}`,
    `Length: ${lengthWords(entry.data.pages)}`,
    `Reviewed: ${entry.data.reviewed}`,
  ]),
  ours(sheetWords(guide)),
];

/** The parts of a sheet. One that is filled in says what was written, and not how to write it. */
const partsMarkdown = (write: Writer, entry: Sheet, isFilledIn: boolean, field: typeof fieldMarkdown): string[] =>
  partsOfSheet(write.guide, entry, isFilledIn).flatMap(({ heading, why, fields }) => [
    `## ${escapeMarkdown(heading)}`,
    ...(isFilledIn ? [] : why.map(write.statement)),
    ...fields.map((one) => field(write, one)),
  ]);

const BLANK = '\\_\\_\\_\\_\\_\\_\\_\\_';

/** A field on a page, where each paragraph and each row says whose it is. */
function fieldMarked({ ours, labels, addressFor }: Writer, field: SheetField): string {
  switch (field.type) {
    case 'text':
      return ours(field.text);
    case 'list':
      return bullets(field.items.map((item) => ours(item)));
    case 'line':
      return ours(`To fill in: ${stop(field.label)}`);
    case 'table':
      return bullets(
        [field.columns, ...field.rows.map(({ cells }) => cells.filter(Boolean))]
          .filter((row) => row.length > 0)
          .map((row, i) => ours(`${i === 0 ? 'Table to fill in: ' : ''}${row.join(' · ')}`)),
      );
    case 'open':
      return bullets(
        field.points.map(({ about, statement }) =>
          marked(labels.unknown.label, escapeMarkdown(statement.text), anchor(about, addressFor(statement.page, statement.id))),
        ),
      );
  }
}

/** A field on a sheet: what is typed over stands open. */
function fieldMarkdown({ addressFor }: Writer, field: SheetField): string {
  switch (field.type) {
    case 'text':
      return escapeMarkdown(field.text);
    case 'list':
      return bullets(field.items.map((item) => `${field.boxes ? '[ ] ' : ''}${escapeMarkdown(item)}`));
    case 'line':
      return `**${escapeMarkdown(field.label)}:** ${field.value ? escapeMarkdown(field.value) : BLANK}`;
    case 'table':
      return table(
        field.columns.map(escapeMarkdown),
        field.rows.map(({ cells }) => cells.map(escapeMarkdown)),
      );
    case 'open':
      return table(
        ['Question', 'Page', 'What it says'],
        field.points.map(({ about, statement }) => [
          `${anchor(about, addressFor(statement.page, statement.id))}: ${escapeMarkdown(statement.text)}`,
          '',
          '',
        ]),
      );
  }
}
