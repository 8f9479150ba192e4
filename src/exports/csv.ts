import type { Guide } from '../guide/types.ts';
import type { AddressFor } from './guide-json.ts';

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

/**
 * A table as RFC 4180 has it: lines end in CRLF, the last one too. No byte order mark; the file is UTF-8.
 *
 * @param rows the first one names the columns
 */
export const csvText = (rows: readonly (readonly Cell[])[]): string => rows.map(lineText).join('');

/** Columns of a file with what stands in them, in order. */
export type Columns = Readonly<Record<string, string>>;

/** `links.csv`: one row for each pair, judged or not. */
export const LINK_COLUMNS = {
  from: 'the one end, such as gaps/timetables',
  to: 'the other end',
  state: 'what became of the pair: linked, contested, not-linked or not-assessed',
  voice: 'whose judgment it is; empty where there is none',
  reason: 'why the two belong together or not',
  against: 'the best case against the judgment; always the editors’',
  would_change: 'what the editors would have to see to judge otherwise',
  sources: 'ids of the sources that bear on the pair, joined by "; "',
  judged: 'the day somebody last judged the pair',
} as const satisfies Columns;

/** `statements.csv`: one row for each statement. */
export const STATEMENT_COLUMNS = {
  page: 'the entry it stands on, such as gaps/timetables',
  id: 'its name on that page; permanent',
  voice: 'whose statement it is',
  section: 'the heading it stands under; empty for an answer or a reason',
  text: 'the statement, without markup',
  at: 'paper: sentences of the abstract it rests on, joined by "; "',
  from: 'editors: what it rests on, joined by "; "; #name is a statement on the same page',
  because: 'editors: the reason',
  source: 'others: the id of the source',
  stance: 'others: how the source bears on the study: supports, refines or contradicts',
  where: 'unknown: where the answer may be found',
  address: 'where to read it',
} as const satisfies Columns;

/**
 * Rows under their columns as CSV.
 *
 * @param columns names in order, with what stands in them
 */
export const tableText = <C extends Columns>(columns: C, rows: readonly Record<keyof C, Cell>[]): string => {
  const names = Object.keys(columns) as (keyof C & string)[];
  return csvText([names, ...rows.map((row) => names.map((name) => row[name]))]);
};

const joined = (ids: readonly string[]): string => ids.join('; ');

/** All pairs as CSV, in the order of their ends. */
export const linksCsv = (guide: Guide): string =>
  tableText(
    LINK_COLUMNS,
    guide.links.flatMap(({ ends, data }) => {
      if (!ends) return [];
      const judged = data.state === 'not-assessed' ? undefined : data;
      return {
        from: ends.from.ref,
        to: ends.to.ref,
        state: data.state,
        voice: judged?.voice ?? '',
        reason: data.reason,
        against: judged?.against ?? '',
        would_change: judged?.['would-change-our-mind'] ?? '',
        sources: joined(judged?.sources.map(({ source }) => source) ?? []),
        judged: data.judged,
      };
    }),
  );

/**
 * All statements as CSV, in the order of pages and bodies.
 *
 * @param addressFor see `guideJson`
 */
export const statementsCsv = (guide: Guide, addressFor: AddressFor): string =>
  tableText(
    STATEMENT_COLUMNS,
    guide.statements.map(({ page, id, voice, section, text, at, from, because, source, stance, where }) => ({
      page,
      id,
      voice,
      section,
      text,
      at: joined(at),
      from: joined(from),
      because: because ?? '',
      source: source ?? '',
      stance: stance ?? '',
      where: where ?? '',
      address: addressFor(page, id),
    })),
  );
