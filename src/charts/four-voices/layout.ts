import { withoutOpen } from '../../guide/links.ts';
import { listed, uncapital } from '../../lib/text.ts';
import type { FindingKind } from '../../schemas/kinds.ts';
import type { Box, Wording } from '../chart.ts';
import type { Drawing, Face, Group, Item, Measure } from '../drawing.ts';
import { hairline, NARROW, round, rule } from '../geometry.ts';
import { drawKey } from '../key.ts';
import { heightOf, labelAt, wrap } from '../lines.ts';
import { keyOf } from '../link-matrix/layout.ts';
import { linkMark, linkWords } from '../voice-marks.ts';
import { type FourVoicesRow, PANELS, type Panel } from './rows.ts';

const ROW: Face = { family: 'sans', weight: 600, size: 15 };
const NAME: Face = { family: 'sans', weight: 600, size: 16 };
const NOTE: Face = { family: 'sans', weight: 400, size: 14.5 };
/** How wide a dot is. */
const DOT = 1.6;
/** From the rules over columns to the first row. */
const RULED = 4;
/** A drawing narrower than this sets its panels close together. */
const TIGHT = 900;
/** Between the middles of two rows of marks. */
const HEIGHT = 25;

type Placed = FourVoicesRow & { n: number; r: number; c: number };

/** Where everything stands from left to right. Panels are equally wide, and so are columns; groups of columns stand a little apart. */
interface Plan {
  narrow: boolean;
  /** where panels begin, as many as stand beside each other; names of rows stand left of the first, or over their marks */
  lefts: readonly number[];
  panel: number;
  width: number;
  step: number;
  size: number;
  from: readonly (readonly [ref: string, name: string])[];
  /** columns; `x` is from the left of a panel */
  to: readonly { ref: string; name: string; group: string; x: number }[];
}

/**
 * The same pairs four times: for each voice those it speaks for, then those that were turned down or may make it worse.
 * Each pair is one mark, in one panel, and a dot at its place in the others. Pairs that nobody assessed are named below.
 *
 * @param rows row by row, in the order in which they are drawn
 */
export function layoutFourVoices(rows: readonly FourVoicesRow[], box: Box, wording: Wording): Drawing {
  const { measure } = box;
  const { plan, placed, items, middles, ruled, bottom } = drawPanels(rows, box, wording);
  const last = plan.lefts.at(-1) ?? 0;
  const notes = drawNotes(placed, { left: last, middles, bottom }, plan, measure, wording);
  // beside the notes where there is room, else under them
  const width = plan.narrow ? plan.width : last - 24;
  const named = drawNamed(plan, ruled, notes.bottom, width, measure);
  const key = drawKey(keyOf(rows, wording.about), (plan.narrow ? named.bottom : bottom) + 14, { width, measure });
  const rest = drawRest(placed, key.bottom + 8, width, measure, wording);
  return {
    width: plan.width,
    height: Math.ceil(Math.max(notes.bottom, rest.bottom) + 4),
    items: [...items, ...named.items, ...notes.items, ...key.items, ...rest.items],
  };
}

/** The same to be read from afar: the key holds only what the names of the panels leave open, and the pattern of the last panel is not told. */
export function layoutFourVoicesAfar(rows: readonly FourVoicesRow[], box: Box, wording: Wording): Drawing {
  const { measure } = box;
  const { plan, placed, items, ruled, bottom } = drawPanels(rows, box, wording);
  const named = drawNamed(plan, ruled, bottom, plan.width, measure);
  const open = rows.filter(({ state }) => state === 'contested' || state === 'may-worsen');
  const key = drawKey(keyOf(open, wording.about), bottom + 14, { width: plan.width, measure });
  const rest = drawRest(placed, key.bottom + 8, plan.width, measure, wording);
  return {
    width: plan.width,
    height: Math.ceil(Math.max(key.bottom, rest.bottom) + 4),
    items: [...items, ...named.items, ...key.items, ...rest.items],
  };
}

/** Names of groups are wider than their columns: they stand once, left of the rules or over the key. */
function drawNamed(
  { narrow, lefts, to }: Plan,
  ruled: number,
  bottom: number,
  width: number,
  measure: Measure,
): { items: Item[]; bottom: number } {
  const groups = [...new Set(to.map(({ group }) => uncapital(group)))];
  const lines = wrap(`Columns, from left: ${listed(groups)}`, narrow ? width : (lefts[0] ?? 0) - 18, NOTE, measure);
  const top = narrow ? bottom + 14 : ruled + 4 - heightOf(lines, NOTE);
  return {
    items: groups.length > 0 ? [labelAt(0, top, lines, NOTE, { anchor: 'start', tone: 'muted' })] : [],
    bottom: top + heightOf(lines, NOTE),
  };
}

/** The panels alone, with their numbers and names, to be looked at from afar: on a slide, in a picture for shared links. */
export function layoutPanels(rows: readonly FourVoicesRow[], box: Box, wording: Wording): Drawing {
  const words = Object.fromEntries(Object.entries(wording.words).filter(([name]) => !name.endsWith('-note')));
  const { plan, items, bottom } = drawPanels(rows, box, { ...wording, words });
  return { width: plan.width, height: Math.ceil(bottom + 1), items };
}

function drawPanels(rows: readonly FourVoicesRow[], box: Box, wording: Wording) {
  const plan = planOf(rows, box);
  const placed = rows.map((row, n): Placed => {
    const [r, c] = [plan.from.findIndex(([ref]) => ref === row.from), plan.to.findIndex(({ ref }) => ref === row.to)];
    return { ...row, n, r, c };
  });
  const items: Item[] = [];
  let [bottom, ruled] = [0, 0];
  let middles: readonly number[] = [];
  for (let start = 0; start < PANELS.length; start += plan.lefts.length) {
    const line = PANELS.slice(start, start + plan.lefts.length);
    const heads = drawHeads(line, start === 0 ? 0 : bottom + 26, placed, plan, box.measure, wording);
    const body = drawRows(line, heads.bottom, placed, plan, box.measure, wording);
    items.push(...heads.items, ...body.items);
    ({ middles, bottom } = body);
    ruled = heads.bottom - RULED;
  }
  return { plan, placed, items, middles, ruled, bottom };
}

/** The name of a panel, or of what stands in none, in the figure's words. */
export const panelName = (panel: Panel | '', words: Wording['words']): string => words[panel || 'none'] ?? '';

function planOf(rows: readonly FourVoicesRow[], { width: wanted, measure }: Box): Plan {
  const narrow = wanted < NARROW;
  const across = narrow ? 2 : PANELS.length;
  const from = [...new Map(rows.map((row) => [row.from, row.from_name]))];
  const ends = [...new Map(rows.map((row) => [row.to, row]))].map(([ref, row]) => ({ ref, name: row.to_name, group: row.to_kind }));
  const groups = [...new Set(ends.map(({ group }) => group))];
  const tight = wanted < TIGHT;
  const left = narrow ? 0 : Math.min(tight ? 130 : 180, Math.max(130, ...from.map(([, name]) => measure(name, ROW) + 22)));
  const [apart, between] = narrow ? [16, 4] : tight ? [18, 5] : [34, 9];
  const gaps = between * Math.max(0, groups.length - 1);
  const free = (wanted - left - apart * (across - 1)) / across;
  const step = Math.max(tight ? 8 : 10, Math.floor(Math.min((free - gaps) / Math.max(1, ends.length), 24) * 10) / 10);
  const panel = Math.max(free, step * ends.length + gaps);
  return {
    narrow,
    lefts: Array.from({ length: across }, (_, i) => left + i * (panel + apart)),
    panel,
    width: left + across * panel + (across - 1) * apart,
    step,
    size: Math.min(13, step - 2),
    from,
    to: ends.map((end, i) => ({ ...end, x: step * (i + 0.5) + between * groups.indexOf(end.group) })),
  };
}

/** Over each panel of a line: how many pairs, whose they are and what that means; under that its columns, by group. */
function drawHeads(line: readonly Panel[], y: number, rows: readonly Placed[], plan: Plan, measure: Measure, wording: Wording) {
  const { narrow, lefts, panel: room, to, step } = plan;
  const digits: Face = { family: 'serif', weight: 600, size: narrow || room < 200 ? 32 : 40 };
  const counts = line.map((panel) => String(rows.filter((row) => row.panel === panel).length));
  const words = line.map((panel) => panelName(panel, wording.words));
  const beside = counts.map((count) => measure(count, digits) + 10);
  // a name that does not fit beside its number stands under it, and with it all in the line
  const under = words.some((name, i) => wrap(name, room - (beside[i] ?? 0), NAME, measure).length > name.split(' ').length);
  const heads = line.map((panel, i) => {
    const x = lefts[i] ?? 0;
    const aside = under ? 0 : (beside[i] ?? 0);
    const name = wrap(words[i] ?? '', room - aside, NAME, measure);
    const nameTop = y + (under ? digits.size + 2 : Math.max(0, digits.size - heightOf(name, NAME)));
    const noteTop = Math.max(y + digits.size, nameTop + heightOf(name, NAME)) + 4;
    // the abstract may come to judge a pair: then its panel no longer says that it pairs nothing
    const said = panel === 'paper' && rows.some(({ voice }) => voice === 'paper') ? undefined : wording.words[`${panel}-note`];
    const note = said === undefined ? [] : wrap(said, room, NOTE, measure);
    const items: Item[] = [
      labelAt(x, y, [counts[i] ?? ''], digits, { anchor: 'start', tone: panel === 'closed' ? 'unknown' : panel }),
      labelAt(x + aside, nameTop, name, NAME, { anchor: 'start', tone: 'ink' }),
      ...(note.length > 0 ? [labelAt(x, noteTop, note, NOTE, { anchor: 'start', tone: 'muted' })] : []),
    ];
    return { x, items, bottom: noteTop + (note.length > 0 ? heightOf(note, NOTE) : 0) };
  });
  const top = Math.max(...heads.map(({ bottom }) => bottom)) + 10;
  const rules = heads.flatMap(({ x }) =>
    [...Map.groupBy(to, ({ group }) => group).values()].map((group) => {
      const xs = group.map((column) => x + column.x);
      return rule(Math.min(...xs) - step / 2 + 1, Math.max(...xs) + step / 2 - 1, top, 'ink');
    }),
  );
  return { items: [...heads.flatMap(({ items }) => items), ...rules], bottom: top + RULED };
}

/** Dots at places on one line. From the second on each is told by its distance, which is nearly always the same, so files stay small. */
const dotsAt = (xs: readonly number[], y: number): string =>
  xs.map((x, i) => `${i === 0 ? `M${round(x - DOT / 2)} ${round(y)}` : `m${round(x - (xs[i - 1] ?? 0) - DOT)} 0`}h${DOT}`).join('');

/** The rows of a line of panels: their names once, then in each panel a mark or a dot in each column. */
function drawRows(line: readonly Panel[], top: number, rows: readonly Placed[], plan: Plan, measure: Measure, { about }: Wording) {
  const { narrow, lefts, from, to, step, size, width } = plan;
  const items: Item[] = [];
  const middles: number[] = [];
  let y = top;
  for (const [r, [, name]] of from.entries()) {
    const lines = wrap(name, narrow ? width : (lefts[0] ?? 0) - 14, ROW, measure);
    const height = narrow ? heightOf(lines, ROW) + size + 12 : Math.max(HEIGHT, heightOf(lines, ROW) + 6);
    const middle = narrow ? y + height - size / 2 - 5 : y + height / 2;
    items.push(
      hairline(y, width),
      labelAt(0, narrow ? y + 3 : middle - heightOf(lines, ROW) / 2, lines, ROW, { anchor: 'start', tone: 'ink' }),
    );
    const own = rows.filter((row) => row.r === r);
    for (const [i, panel] of line.entries()) {
      const at = (c: number): number => (lefts[i] ?? 0) + (to[c]?.x ?? 0);
      const empty = to.flatMap((_, c) => (own.some((row) => row.c === c && row.panel === panel) ? [] : [at(c)]));
      if (empty.length > 0) items.push({ type: 'stroke', d: dotsAt(empty, middle), tone: 'muted', style: 'solid' });
      for (const row of own.filter((row) => row.panel === panel)) {
        const mark = linkMark(row.state, row.voice);
        items.push({
          type: 'group',
          as: 'unit',
          name: `${row.from_name} and ${row.to_name}: ${linkWords(about, row.state, row.voice)}`,
          data: { n: row.n },
          hit: { x: at(row.c) - step / 2, y: middle - size / 2 - 3, width: step, height: size + 6 },
          items: [{ type: 'mark', ...mark, x: at(row.c), y: middle, size: mark.shape === 'cross' ? size * 0.76 : size }],
        });
      }
    }
    middles.push(middle);
    y += height;
  }
  return { items: [...items, hairline(y, width)], middles, bottom: y };
}

/** What the guide says of rows without an open pair in one group of columns: "We found no strategy that may help with routines or skill sets." */
export const unlinkedWords = ({ kinds }: Wording['about'], kind: FindingKind, names: readonly string[]): string =>
  `We found no ${kinds[kind].one} that may help with ${listed(names.map(uncapital), 'or')}.`;

/**
 * The pattern of the last panel: where no pair of a row with one group of columns is open, a frame, and below the panel what that
 * says. A note stands right of the line that leads to it, so the last group is told first.
 */
function drawNotes(
  rows: readonly Placed[],
  { left, middles, bottom }: { left: number; middles: readonly number[]; bottom: number },
  { narrow, panel, from, to, step, size }: Plan,
  measure: Measure,
  { about }: Wording,
): { items: Item[]; bottom: number } {
  const items: Item[] = [];
  let y = bottom + 8;
  for (const [kind, refs] of [...withoutOpen(rows)].reverse()) {
    const xs = to.filter(({ ref }) => ref.startsWith(`${kind}/`)).map((column) => left + column.x);
    const [start, end] = [Math.min(...xs) - step / 2 - 1, Math.max(...xs) + step / 2 + 1];
    // one frame around rows that touch; on a phone their names stand between them
    const frames: [first: number, last: number][] = [];
    for (const [r, [ref]] of from.entries()) {
      const frame = frames.at(-1);
      if (!refs.includes(ref)) continue;
      if (frame && frame[1] === r - 1 && !narrow) frame[1] = r;
      else frames.push([r, r]);
    }
    const reach = size / 2 + 4;
    const d = frames.map(
      ([first, last]) =>
        `M${round(start)} ${round((middles[first] ?? 0) - reach)}H${round(end)}V${round((middles[last] ?? 0) + reach)}H${round(start)}Z`,
    );
    const names = from.flatMap(([ref, name]) => (refs.includes(ref) ? [name] : []));
    // right of its line, or under it where the panel ends soon after
    const room = Math.max(left + panel - start - 8, Math.min(122, panel - 8));
    const lines = wrap(unlinkedWords(about, kind, names), room, NOTE, measure);
    const x = left + panel - room;
    const foot = x > start ? y + heightOf(lines, NOTE) - 2 : y - 2;
    items.push(
      {
        type: 'stroke',
        d: [...d, `M${round(start)} ${round((middles[frames[0]?.[0] ?? 0] ?? 0) + reach)}V${round(foot)}`].join(''),
        tone: 'editors',
        style: 'solid',
        width: 1,
      },
      labelAt(x, y, lines, NOTE, { anchor: 'start', tone: 'ink' }),
    );
    y += heightOf(lines, NOTE) + 8;
  }
  return { items, bottom: y - 8 };
}

/** Pairs that nobody assessed, in words: they stand in no panel. */
function drawRest(
  rows: readonly Placed[],
  top: number,
  width: number,
  measure: Measure,
  { words }: Wording,
): { items: Group[]; bottom: number } {
  let y = top;
  const items = rows
    .filter(({ panel }) => panel === '')
    .map(({ n, from_name, to_name }): Group => {
      const lines = wrap(`${panelName('', words)}: ${from_name} and ${uncapital(to_name)}`, width, NOTE, measure);
      const label = labelAt(0, y, lines, NOTE, { anchor: 'start', tone: 'muted' });
      y += heightOf(lines, NOTE) + 4;
      return { type: 'group', as: 'unit', data: { n }, items: [label] };
    });
  return { items, bottom: y };
}
