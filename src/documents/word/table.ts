import {
  HeightRule,
  type IContext,
  type ITableOptions,
  type IXmlableObject,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { tidyLine } from '../text/texts.ts';
import { HAIRLINE, NO_LINE, WIDTH } from './style.ts';

/** What stands in the cells of a row. */
export type Row = readonly (readonly ParagraphChild[])[];

const { TOP, BOTTOM } = VerticalAlignTable;

/** The height of a line to write on by hand. */
const LINE = 340;

function cell(
  style: string,
  children: readonly ParagraphChild[],
  width: number,
  verticalAlign: typeof TOP | typeof BOTTOM,
  room = 70,
): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { top: room, bottom: room, left: 0, right: 160 },
    borders: { top: NO_LINE, left: NO_LINE, right: NO_LINE, bottom: HAIRLINE },
    verticalAlign,
    children: [new Paragraph({ style, children })],
  });
}

/** A table with a name of its own, which screen readers say before its rows. The library has no option for it. */
class NamedTable extends Table {
  readonly #name: string;

  constructor(name: string, options: ITableOptions) {
    super(options);
    this.#name = name;
  }

  override prepForXml(context: IContext): IXmlableObject | undefined {
    const made = super.prepForXml(context) as { 'w:tbl': [{ 'w:tblPr': IXmlableObject[] }] };
    made['w:tbl'][0]['w:tblPr'].push({ 'w:tblCaption': { _attr: { 'w:val': this.#name } } });
    return made;
  }
}

/**
 * A table with a thin line under each row. Its head stands again on every page, and no row is parted that fits on one.
 *
 * @param name what stands in it, for those who hear it; it is not shown
 * @param columns the heading and the width of each column
 * @param writable whether rows are to be written on: then they are high, stay on one page, and text stands on their lines; a number for each row says how many lines it takes, and its text stands at the top
 */
export function table(
  name: string,
  columns: readonly (readonly [heading: string, width: number])[],
  rows: readonly Row[],
  writable: boolean | readonly number[] = false,
): Table {
  const room = Array.isArray(writable) ? 40 : 70;
  return new NamedTable(tidyLine(name), {
    width: { size: WIDTH, type: WidthType.DXA },
    columnWidths: columns.map(([, width]) => width),
    layout: TableLayoutType.FIXED,
    borders: { top: NO_LINE, bottom: NO_LINE, left: NO_LINE, right: NO_LINE, insideHorizontal: NO_LINE, insideVertical: NO_LINE },
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: columns.map(([heading, width]) => cell('Head', [new TextRun(heading)], width, TOP, room)),
      }),
      ...rows.map(
        (row, i) =>
          new TableRow({
            // a row that is higher than a page would lose its end: a run is a line
            cantSplit: row.every((runs) => runs.length <= 20),
            keepNext: writable === true && i < rows.length - 1,
            ...(writable && { height: { value: writable === true ? 680 : LINE * (writable[i] ?? 1), rule: HeightRule.ATLEAST } }),
            children: columns.map(([, width], n) => cell('Cell', row[n] ?? [], width, writable === true ? BOTTOM : TOP, room)),
          }),
      ),
    ],
  });
}
