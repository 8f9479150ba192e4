import { token } from '../../guide/addresses.ts';
import { byStateAndVoice, withoutOpen } from '../../guide/links.ts';
import { itemAt } from '../../lib/items.ts';
import { capital, numbered } from '../../lib/text.ts';
import type { Box, Wording } from '../chart.ts';
import type { Drawing, Group, Item, Measure } from '../drawing.ts';
import { hairline, ROOMY, round } from '../geometry.ts';
import { drawKey, KEY_MARK } from '../key.ts';
import { heightOf, labelAt, wrap } from '../lines.ts';
import { linkMark, linkWords } from '../voice-marks.ts';
import { type Columns, HEAD, hasNames, NAME, placeColumns } from './columns.ts';
import { drawGroups, drawNames } from './heads.ts';
import type { MatrixRow } from './rows.ts';

/** from the rows to a key at their side */
const BESIDE = 28;

type Numbered = MatrixRow & { n: number };

/**
 * Pairs as a matrix: a row for each thing that links go from, a column for each that they lead to, columns in groups.
 * Marks differ by shape, never by size: nobody has measured a strength.
 *
 * @param rows row by row, in the order in which they are drawn
 */
export function layoutMatrix(rows: readonly MatrixRow[], box: Box, wording: Wording): Drawing {
  const { about } = wording;
  const { width, items, bottom } = drawTable(rows, box, wording, box.width < ROOMY ? 34 : 48);
  const key = drawKey(keyOf(rows, about), bottom + 12, { ...box, width });
  return { width, height: Math.ceil(key.bottom + 4), items: [...items, ...key.items] };
}

/** The same to be read from afar: rows are no higher than their words, and the key stands at the right of them. */
export function layoutMatrixAfar(rows: readonly MatrixRow[], { width: wanted, measure }: Box, wording: Wording): Drawing {
  const entries = keyOf(rows, wording.about);
  const side = Math.max(0, ...entries.map(({ text }) => KEY_MARK + measure(text, HEAD)));
  // a drawing of its own page has more words than a slide needs
  const table = drawTable(rows, { width: Math.min(wanted - side - BESIDE, ROOMY - 1), measure }, wording, 0);
  const key = drawKey(entries, 0, { width: side, measure });
  const left = table.width + BESIDE;
  const beside: Group = { type: 'group', shift: { x: left, y: Math.max(0, table.bottom - key.bottom) }, items: key.items };
  return { width: left + side, height: Math.ceil(Math.max(table.bottom, key.bottom) + 4), items: [...table.items, beside] };
}

/** Rows and columns with their names, in rows that are so high at least. */
function drawTable(
  rows: readonly MatrixRow[],
  box: Box,
  { about, speaksOf }: Wording,
  least: number,
): { width: number; items: Item[]; bottom: number } {
  const { measure } = box;
  const notes = box.width < ROOMY ? new Map<string, string>() : noneWords(rows, about);
  const longest = Math.max(0, ...[...notes.values()].map((text) => measure(text, HEAD)));
  const columns = placeColumns(rows, box, longest > 0 ? longest + 20 : 0);
  const groups = drawGroups(columns, measure);
  const names = hasNames(columns) ? drawNames(columns, groups.bottom, measure, speaksOf) : { items: [], bottom: groups.bottom };
  const items: Item[] = [...groups.items, ...names.items];
  const numbered = rows.map((row, n) => ({ ...row, n }));
  let y = names.bottom;
  for (const [r, [ref, name]] of columns.from.entries()) {
    const row = drawRow({ r, ref, name, cells: numbered.filter(({ from }) => from === ref) }, y, columns, measure, about, least);
    items.push(hairline(y, columns.width), ...row.items);
    const note = notes.get(ref);
    if (note) {
      const top = (y + row.bottom) / 2 - heightOf([note], HEAD) / 2;
      items.push(labelAt(columns.width - longest, top, [note], HEAD, { anchor: 'start', tone: 'editors' }));
    }
    y = row.bottom;
  }
  // what the answer speaks of is seen at once; on a phone names of rows would be struck through, and the bold name tells alone
  const told = hasNames(columns) && !columns.narrow && columns.to.find(({ ref }) => ref === speaksOf);
  const sides = told ? [told.x - columns.step / 2, told.x + columns.step / 2] : [];
  items.push(
    ...sides.map(
      (x): Item => ({ type: 'stroke', d: `M${round(x)} ${round(names.bottom)}V${round(y)}`, tone: 'ink', style: 'solid', width: 1 }),
    ),
  );
  return { width: columns.width, items: [...items, hairline(y, columns.width)], bottom: y };
}

/** A group of columns in which a row has no open link, row by row: "no strategy linked", "no strategy or practice linked". */
export function noneWords(rows: readonly MatrixRow[], { kinds }: Pick<Wording['about'], 'kinds'>): Map<string, string> {
  const none = [...withoutOpen(rows)].flatMap(([kind, refs]) => refs.map((from) => ({ from, one: kinds[kind].one })));
  const byRow = Map.groupBy(none, ({ from }) => from);
  return new Map([...byRow].map(([from, own]) => [from, `no ${own.map(({ one }) => one).join(' or ')} linked`]));
}

/** A row: its name, left of its marks or over them, and a mark in each column. */
function drawRow(
  { r, ref, name, cells }: { r: number; ref: string; name: string; cells: readonly Numbered[] },
  y: number,
  { narrow, left, width, step, size, to }: Columns,
  measure: Measure,
  about: Wording['about'],
  least: number,
): { items: Group[]; bottom: number } {
  const lines = wrap(name, narrow ? width : left - 10, NAME, measure);
  const nameHeight = heightOf(lines, NAME);
  const height = narrow ? nameHeight + size + 14 : Math.max(least, nameHeight + 12);
  const middle = narrow ? y + nameHeight + 4 + size / 2 : y + height / 2;
  const label: Group = {
    type: 'group',
    as: 'row',
    to: `/${ref}/`,
    data: { r },
    hit: { x: 0, y, width: narrow ? width : left, height: narrow ? nameHeight + 4 : height },
    items: [labelAt(0, narrow ? y + 3 : middle - nameHeight / 2, lines, NAME, { anchor: 'start', tone: 'ink' })],
  };
  const marks = cells.map((row): Group => {
    const c = to.findIndex((column) => column.ref === row.to);
    const { x } = itemAt(to, c);
    const mark = linkMark(row.state, row.voice);
    const tall = narrow ? size + 8 : height;
    return {
      type: 'group',
      as: 'cell',
      ...(row.page === 1 && { to: `/links/${row.id}/` }),
      name: nameOf(row, about),
      data: { n: row.n, id: row.id, r, c, end: `${token(row.from)} ${token(row.to)}`, state: row.state, whose: row.voice },
      hit: { x: x - step / 2, y: middle - tall / 2, width: step, height: tall },
      items: [{ type: 'mark', ...mark, x, y: middle, size: mark.shape === 'cross' ? size * 0.72 : size }],
    };
  });
  return { items: [label, ...marks], bottom: y + height };
}

/** What a pair is, in words: "Timetables and Internal funding: linked, we infer, 2 sources bear on it". */
const nameOf = ({ from_name, to_name, state, voice, sources }: MatrixRow, about: Wording['about']): string =>
  `${from_name} and ${to_name}: ${[linkWords(about, state, voice), ...(sources > 0 ? [numbered(sources, 'source bears on it', 'sources bear on it')] : [])].join(', ')}`;

/** One entry for each mark that stands in the drawing. */
export function keyOf(rows: readonly MatrixRow[], about: Wording['about']) {
  const seen = new Map(rows.map((row) => [`${row.state} ${row.voice}`, row]));
  return [...seen.values()]
    .sort(byStateAndVoice)
    .map(({ state, voice }) => ({ ...linkMark(state, voice), text: capital(linkWords(about, state, voice)) }));
}
