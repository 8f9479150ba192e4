/** What stands in a cell. Numbers stay numbers; only text can be taken for a formula. */
export type Cell = string | number;

/**
 * A text that a spreadsheet may run as a formula: behind any space, no-break space, byte order mark, NUL, tab or line end
 * stands one of these signs. Apostrophes in front count too, so that taking one away again always gives the text back.
 */
const LIVE = /^'*[ \u00A0\uFEFF\0\t\r\n]*[=+\-@|＝＋－＠]/;

/** A text as a cell holds it: one that would start live gets an apostrophe in front. */
export const safeCell = (text: string): string => (LIVE.test(text) ? `'${text}` : text);

/** The text of a cell as it was before `safeCell`. For every reader of our files. */
export const plainCell = (cell: string): string => (cell.startsWith("'") && LIVE.test(cell) ? cell.slice(1) : cell);

/** Line ends, commas and quotes need quotes; so does white space at an end, which readers like to cut. */
const NEEDS_QUOTES = /[",\r\n]|^[\s\0]|[\s\0]$/;

function cellText(cell: Cell): string {
  if (typeof cell === 'number') return String(cell);
  const text = safeCell(cell);
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A line; one that would be empty gets quotes, since readers skip empty lines. */
const lineText = (row: readonly Cell[]): string => `${row.map(cellText).join(',') || '""'}\r\n`;

/** A sign at the beginning that tells spreadsheets that a file is UTF-8; without it they take it for their own old encoding. */
const BYTE_ORDER_MARK = '\uFEFF';

/**
 * A table as RFC 4180 has it: lines end in CRLF, the last one too. The file is UTF-8 and says so by a byte order mark.
 *
 * @param rows the first one names the columns
 */
export const csvText = (rows: readonly (readonly Cell[])[]): string => BYTE_ORDER_MARK + rows.map(lineText).join('');

/** Columns of a file with what stands in them, in order. */
export type Columns = Readonly<Record<string, string>>;

/**
 * Rows under their columns as CSV.
 *
 * @param columns names in order, with what stands in them
 */
export const tableText = <C extends Columns>(columns: C, rows: readonly Record<keyof C, Cell>[]): string => {
  const names = Object.keys(columns) as (keyof C & string)[];
  return csvText([names, ...rows.map((row) => names.map((name) => row[name]))]);
};
