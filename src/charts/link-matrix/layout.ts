import { scaleBand } from 'd3';
import { token } from '../../guide/labels.ts';
import { capital } from '../../lib/text.ts';
import type { Box, Wording } from '../chart.ts';
import type { Drawing, Face, Item } from '../drawing.ts';
import { drawKey } from '../key.ts';
import { heightOf, LEADING, labelAt, wrap } from '../lines.ts';
import { linkMark, linkWords } from '../voice-marks.ts';
import type { MatrixRow } from './rows.ts';

const NAME: Face = { family: 'sans', weight: 600, size: 15 };
const HEAD: Face = { family: 'sans', weight: 400, size: 14 };
const GROUP: Face = { family: 'sans', weight: 600, size: 14 };

/** A drawing this narrow has the names of rows above their marks and columns by group only. */
const NARROW = 420;
/** columns of one group stand this much apart from the next */
const BETWEEN = 14;
/** columns with names stand at least this far apart: a line of text */
const LEAST = Math.ceil(HEAD.size * LEADING) + 2;

/**
 * Pairs as a matrix: a row for each thing that links go from, a column for each that they lead to, columns in groups.
 * Marks differ by shape, never by size: nobody has measured a strength.
 *
 * @param rows row by row, in the order in which they are drawn
 */
export function layoutMatrix(rows: readonly MatrixRow[], box: Box, { about }: Wording): Drawing {
  const { measure } = box;
  const narrow = box.width < NARROW;
  const items: Item[] = [];
  const from = [...new Map(rows.map((row) => [row.from, row.from_name]))];
  const to = [...new Map(rows.map((row) => [row.to, row]))].map(([ref, { to_name, to_kind }]) => ({ ref, name: to_name, group: to_kind }));
  const groups = [...new Set(to.map(({ group }) => group))];

  // columns: equal steps, with a little more room between groups
  const left = narrow ? 0 : Math.min(190, Math.max(90, ...from.map(([, name]) => measure(name, NAME) + 14)));
  const right = narrow ? 0 : 8;
  const band = scaleBand(
    to.map(({ ref }) => ref),
    [left, box.width - right - BETWEEN * Math.max(0, groups.length - 1)],
  );
  // so many columns that marks or names would touch make the drawing wider than its box
  const step = Math.max(narrow ? 10 : LEAST, Math.min(band.step(), 72));
  const width = Math.max(box.width, left + right + step * to.length + BETWEEN * Math.max(0, groups.length - 1));
  const columnAt = new Map(to.map(({ ref, group }, i) => [ref, left + step * (i + 0.5) + BETWEEN * groups.indexOf(group)]));
  const x = (ref: string): number => columnAt.get(ref) as number;
  const size = Math.max(7, Math.min(17, step - 6));

  // heads: groups over a rule, names of columns turned and as high as the longest needs
  let y = 0;
  const spans = groups.map((group) => {
    const members = to.filter((column) => column.group === group).map(({ ref }) => x(ref));
    return { group, start: (members[0] as number) - step / 2 + 2, end: (members.at(-1) as number) + step / 2 - 2 };
  });
  const level = new Map<string, number>();
  const lanes: number[] = [];
  const heads = spans.map(({ group, start, end }) => {
    const lines = wrap(group, Math.max(end - start, Math.min(160, width - start)), GROUP, measure);
    return { group, start, end, lines, reach: start + Math.max(...lines.map((line) => measure(line, GROUP))) };
  });
  // a name that is wider than its columns stands a step higher than its neighbour
  for (const { group, start, reach } of [...heads].reverse()) {
    const lane = lanes.findIndex((begins) => reach + 8 <= begins);
    const at = lane < 0 ? lanes.length : lane;
    lanes[at] = start;
    level.set(group, at);
  }
  const laneHeight = Math.max(0, ...heads.map(({ lines }) => heightOf(lines, GROUP))) + 4;
  const ruleY = laneHeight * lanes.length + 4;
  for (const { group, start, end, lines } of heads) {
    const top = ruleY - 4 - laneHeight * ((level.get(group) as number) + 1) + (laneHeight - heightOf(lines, GROUP)) - 2;
    items.push(labelAt(start, top, lines, GROUP, { anchor: 'start', tone: 'ink' }), {
      type: 'stroke',
      d: `M${r(start)} ${r(ruleY)}H${r(end)}`,
      tone: 'ink',
      style: 'solid',
    });
    if ((level.get(group) as number) > 0)
      items.push({
        type: 'stroke',
        d: `M${r(start)} ${r(top + heightOf(lines, GROUP))}V${r(ruleY)}`,
        tone: 'ink',
        style: 'solid',
        width: 1,
      });
  }
  y = ruleY + 8;
  if (!narrow && to.length > 0) {
    const most = Math.max(1, Math.floor((step - 2) / (HEAD.size * LEADING)));
    const wrapped = to.map(({ ref, name }) => {
      let room = 96;
      let lines = wrap(name, room, HEAD, measure);
      while (lines.length > most && room < 400) {
        room += 12;
        lines = wrap(name, room, HEAD, measure);
      }
      return { ref, lines, long: Math.max(...lines.map((line) => measure(line, HEAD))) };
    });
    const high = Math.max(...wrapped.map(({ long }) => long));
    for (const { ref, lines } of wrapped) {
      const first = x(ref) - (lines.length - 1) * HEAD.size * LEADING * 0.5 + HEAD.size * 0.34;
      items.push({
        type: 'group',
        as: 'column',
        to: `/${ref}/`,
        data: { c: to.findIndex((column) => column.ref === ref) },
        hit: { x: x(ref) - step / 2, y, width: step, height: high + 10 },
        items: [{ type: 'label', x: first, y: y + high + 4, lines, face: HEAD, anchor: 'start', tone: 'ink', turn: -90 }],
      });
    }
    y += high + 14;
  }

  for (const [ref, name] of from) {
    const cells = rows.filter((row) => row.from === ref);
    const lines = wrap(name, narrow ? width : left - 10, NAME, measure);
    const nameHeight = heightOf(lines, NAME);
    const height = narrow ? nameHeight + size + 14 : Math.max(34, nameHeight + 12);
    const middle = narrow ? y + nameHeight + 4 + size / 2 : y + height / 2;
    items.push({ type: 'stroke', d: `M0 ${r(y)}H${r(width)}`, tone: 'hair', style: 'solid', width: 1 });
    items.push({
      type: 'group',
      as: 'row',
      to: `/${ref}/`,
      data: { r: from.findIndex(([other]) => other === ref) },
      hit: { x: 0, y, width: narrow ? width : left, height: narrow ? nameHeight + 4 : height },
      items: [labelAt(0, narrow ? y + 3 : middle - nameHeight / 2, lines, NAME, { anchor: 'start', tone: 'ink' })],
    });
    for (const row of cells) {
      const n = rows.indexOf(row);
      const { shape, tone } = linkMark(row.state, row.voice);
      items.push({
        type: 'group',
        as: 'cell',
        ...(row.page === 1 && { to: `/links/${row.id}/` }),
        name: nameOf(row, about),
        data: {
          n,
          id: row.id,
          r: from.findIndex(([ref]) => ref === row.from),
          c: to.findIndex(({ ref }) => ref === row.to),
          end: `${token(row.from)} ${token(row.to)}`,
          state: row.state,
          whose: row.voice,
        },
        hit: { x: x(row.to) - step / 2, y: middle - (narrow ? size / 2 + 4 : height / 2), width: step, height: narrow ? size + 8 : height },
        items: [{ type: 'mark', shape, tone, x: x(row.to), y: middle, size: shape === 'cross' ? size * 0.72 : size }],
      });
    }
    y += height;
  }
  items.push({ type: 'stroke', d: `M0 ${r(y)}H${r(width)}`, tone: 'hair', style: 'solid', width: 1 });
  const key = drawKey(keyOf(rows, about), y + 12, { ...box, width });
  return { width, height: Math.ceil(key.bottom + 4), items: [...items, ...key.items] };
}

/** What a pair is, in words: "Timetables and Internal funding: linked, we infer, 2 sources". */
export const nameOf = ({ from_name, to_name, state, voice, sources }: MatrixRow, about: Wording['about']): string =>
  `${from_name} and ${to_name}: ${[linkWords(about, state, voice), ...(sources > 0 ? [sources === 1 ? '1 source' : `${sources} sources`] : [])].join(', ')}`;

/** One entry for each mark that stands in the drawing. */
function keyOf(rows: readonly MatrixRow[], about: Wording['about']) {
  const seen = new Map<string, MatrixRow>();
  for (const row of rows) {
    const key = row.state === 'not-linked' || row.state === 'not-assessed' ? row.state : `${row.state} ${row.voice}`;
    if (!seen.has(key)) seen.set(key, row);
  }
  const order = [
    'linked paper',
    'linked others',
    'linked editors',
    'contested paper',
    'contested others',
    'contested editors',
    'not-linked',
    'not-assessed',
  ];
  return order.flatMap((key) => {
    const row = seen.get(key);
    return row ? [{ ...linkMark(row.state, row.voice), text: capital(linkWords(about, row.state, row.voice)) }] : [];
  });
}

const r = (n: number): number => Math.round(n * 10) / 10;
