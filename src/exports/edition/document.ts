import { lengthWords, partsOfSheet, type Sheet, type SheetField, sheetWords } from '../../guide/sheets.ts';
import { stop } from '../../lib/text.ts';
import { type Block, heading, line, list, plain, said, table } from './blocks.ts';
import { fact, type Writer } from './writer.ts';

/** The page of a document: what it is for, and the sheet with what each part rests on. */
export const documentBlocks = (write: Writer, entry: Sheet): Block[] => [
  ...headOf(write, entry, entry.data.title),
  ...entry.statements.slice(0, 1).map((one) => write.statement(one)),
  ...partBlocks(write, entry, false, fieldMarked),
  ...write.next(entry.data.next),
];

/**
 * The sheet alone, to fill in or as the invented program fills it in.
 *
 * @param isFilledIn which of the two
 */
export function sheetBlocks(write: Writer, entry: Sheet, isFilledIn: boolean): Block[] {
  const { title, example } = entry.data;
  return [
    ...headOf(write, entry, isFilledIn ? `${title}, filled in` : title),
    ...(isFilledIn && example ? [said(write.marks.example, example.note)] : []),
    ...partBlocks(write, entry, isFilledIn, fieldOpen),
  ];
}

const headOf = ({ guide, head, ours }: Writer, entry: Sheet, title: string): Block[] => [
  ...head(entry, title, [
    fact('Who fills it in', entry.data.for),
    fact('Length', lengthWords(entry.data.pages)),
    fact('Reviewed', entry.data.reviewed),
  ]),
  ours(sheetWords(guide)),
];

/** The parts of a sheet. One that is filled in says what was written, and not how to write it. */
const partBlocks = (write: Writer, entry: Sheet, isFilledIn: boolean, field: typeof fieldOpen): Block[] =>
  partsOfSheet(write.guide, entry, isFilledIn).flatMap(({ id, heading: title, why, fields }) => [
    heading(2, title, id),
    ...(isFilledIn ? [] : why.map((one) => write.statement(one))),
    ...fields.map((one) => field(write, one)),
  ]);

/** A field on a page, where each paragraph and each row says whose it is. */
function fieldMarked({ ours, marks, at }: Writer, field: SheetField): Block {
  switch (field.type) {
    case 'text':
      return ours(field.text);
    case 'list':
      return list(field.items.map((item) => ours(item)));
    case 'line':
      return ours(`To fill in: ${stop(field.label)}`);
    case 'table':
      return list(
        [field.columns, ...field.rows.map(({ cells }) => cells.filter(Boolean))]
          .filter((row) => row.length > 0)
          .map((row, i) => ours(`${i === 0 ? 'Table to fill in: ' : ''}${row.join(' · ')}`)),
      );
    case 'open':
      return list(field.points.map(({ about, statement }) => said(marks.unknown, statement.text, at(statement.page, about, statement.id))));
  }
}

/** A field on a sheet: what is typed over stands open. */
function fieldOpen({ at }: Writer, field: SheetField): Block {
  switch (field.type) {
    case 'text':
      return plain(field.text);
    case 'list':
      return list(field.items.map((item) => (field.boxes ? plain({ open: 'box' }, ` ${item}`) : plain(item))));
    case 'line':
      return plain({ strong: `${field.label}:` }, ' ', field.value || { open: 'blank' });
    case 'table':
      return table(
        field.columns,
        field.rows.map(({ cells }) => cells),
      );
    case 'open':
      return table(
        ['Question', 'Page', 'What it says'],
        field.points.map(({ about, statement }) => [line(at(statement.page, about, statement.id), `: ${statement.text}`), '', '']),
      );
  }
}
