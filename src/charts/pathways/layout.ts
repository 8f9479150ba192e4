import { token } from '../../guide/addresses.ts';
import { itemAt } from '../../lib/items.ts';
import { capital, listed, numbered } from '../../lib/text.ts';
import type { Box, Wording } from '../chart.ts';
import type { Drawing, Group, Item, Label } from '../drawing.ts';
import { NARROW, round } from '../geometry.ts';
import { heightOf, labelAt, wrap } from '../lines.ts';
import { linkMark, linkWords, VOICE_LINES } from '../voice-marks.ts';
import { kindOf } from './columns.ts';
import { brokenCurve, curve, type Point, pointAt } from './curve.ts';
import { drawLineKey } from './line-key.ts';
import { HEAD, NAME, type Placed, type PlacedNode, PORT, placePaths } from './place.ts';
import type { PathRow } from './rows.ts';

type About = Wording['about'];

/** the mark on a contested link */
const MARK = 11;
/** where on a link it may stand, best first */
const PLACES = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82];

const NOTE: Label['face'] = { family: 'sans', weight: 400, size: 15 };

/**
 * Links as lines between three columns: what they start from, what they lead to, what stands behind that. The order of the first
 * column is the study's; in the others it is chosen so that few lines cross, and means nothing. All lines are equally thick:
 * nobody has measured a strength. On a phone the second half stands under the first.
 */
export function layoutPaths(rows: readonly PathRow[], box: Box, { about }: Wording): Drawing {
  const { width, measure } = box;
  const halves =
    width < NARROW
      ? ([1, 2] as const).map((stage) => rows.filter((row) => row.stage === stage)).filter(({ length }) => length > 0)
      : [rows];
  const items: Item[] = [];
  let bottom = 0;
  for (const [i, half] of halves.entries()) {
    const placed = placePaths(half, box, (kind) => about.kinds[kind].title);
    const y = bottom + (i > 0 ? 26 : 0);
    items.push({
      type: 'group',
      shift: { x: 0, y },
      items: [
        ...placed.heads.map(({ stage, lines, top }) => columnLabel(placed, stage, top, lines, HEAD)),
        ...edgeGroups(placed, about, (row) => rows.indexOf(row)),
        ...placed.nodes.map((node) => nodeGroup(node, placed, about)),
      ],
    });
    bottom = y + placed.height;
  }
  const note = wrap(endsWords(rows, about), width, NOTE, measure);
  const key = drawLineKey(rows, bottom + 26, box, about);
  const said = endsWords(rows, about) ? [labelAt(0, key.bottom + 10, note, NOTE, { anchor: 'start', tone: 'ink' })] : [];
  const end = key.bottom + (said.length > 0 ? 10 + heightOf(note, NOTE) : 0);
  return { width, height: rows.length > 0 ? Math.ceil(end + 4) : 0, items: [...items, ...key.items, ...said] };
}

/** Which of the first column reach the middle and nothing behind it: "Routines and Skill sets: no line leads on to a recommendation." */
export function endsWords(rows: readonly PathRow[], { kinds }: Pick<About, 'kinds'>): string {
  const on = new Set(rows.filter(({ stage }) => stage === 2).map(({ from }) => from));
  const last = rows.find(({ stage }) => stage === 2);
  if (!last) return '';
  const first = rows.filter(({ stage }) => stage === 1);
  const reach = new Set(first.filter(({ to }) => on.has(to)).map(({ from }) => from));
  const ends = [...new Map(first.filter(({ from }) => !reach.has(from)).map(({ from, from_name }) => [from, from_name])).values()];
  return ends.length > 0 ? `${listed(ends)}: no line here leads on to a ${kinds[kindOf(last.to)].one}.` : '';
}

/** A text in its column: to the right in the first, in the middle of the second, to the left in the third. */
export function columnLabel({ columns }: Placed, stage: number, top: number, lines: readonly string[], face: Label['face']): Label {
  const { left, right } = itemAt(columns, stage);
  const [x, anchor] = itemAt(
    [
      [right, 'end'],
      [(left + right) / 2, 'middle'],
      [left, 'start'],
    ] as const,
    stage,
  );
  return labelAt(round(x), top, lines, face, { anchor, tone: 'ink' });
}

function nodeGroup(node: PlacedNode, placed: Placed, about: About): Group {
  const { ref, name, stage, lines, wide, top, height, ins, outs } = node;
  const { left, right } = itemAt(placed.columns, stage);
  const start = itemAt([right - wide, (left + right - wide) / 2, left], stage);
  /** holds the ends of links together */
  const tick = (x: number, links: readonly PathRow[]): Item[] => {
    if (links.length === 0) return [];
    const half = ((links.length - 1) * placed.step) / 2 + 4;
    return [{ type: 'stroke', d: `M${round(x)} ${round(top + height / 2 - half)}v${round(2 * half)}`, tone: 'ink', style: 'solid' }];
  };
  return {
    type: 'group',
    as: 'node',
    to: `/${ref}/`,
    name: `${name}: ${countsOf(node, about)}`,
    data: { id: token(ref), stage, kind: capital(about.kinds[kindOf(ref)].one), label: name },
    hit: { x: start - 5, y: top, width: wide + 10, height },
    items: [
      columnLabel(placed, stage, top + (height - heightOf(lines, NAME)) / 2, lines, NAME),
      ...tick(left - PORT, ins),
      ...tick(right + PORT, outs),
    ],
  };
}

/** The links of a node in words: "5 links from gaps, 1 to one recommendation". */
export function countsOf({ ins, outs }: Pick<PlacedNode, 'ins' | 'outs'>, { kinds, links }: Pick<About, 'kinds' | 'links'>): string {
  const many = (refs: readonly string[]): string =>
    listed(
      [...Map.groupBy(refs, kindOf)].map(([kind, { length }]) => {
        const { one, many } = kinds[kind];
        return length === 1 ? `one ${one}` : many;
      }),
    );
  const count = (n: number): string => numbered(n, links.one, links.many);
  return [
    ...(ins.length > 0 ? [`${count(ins.length)} from ${many(ins.map(({ from }) => from))}`] : []),
    ...(outs.length > 0 ? [`${ins.length > 0 ? outs.length : count(outs.length)} to ${many(outs.map(({ to }) => to))}`] : []),
  ].join(', ');
}

function edgeGroups({ edges }: Placed, about: About, numberOf: (row: PathRow) => number): Group[] {
  const taken: Point[] = [];
  const stages = Map.groupBy(edges, ({ row }) => row.stage);
  /** where on its link a mark meets no other mark, and no other link where that can be helped */
  const free = (one: Placed['edges'][number]): number => {
    let best = { t: 0.5, room: 0 };
    for (const t of PLACES) {
      const [x, y] = pointAt(one.source, one.target, t);
      if (taken.some(([ox, oy]) => Math.abs(ox - x) < MARK + 1 && Math.abs(oy - y) < MARK + 1)) continue;
      let room = MARK;
      for (const other of stages.get(one.row.stage) ?? [])
        if (other !== one && room > best.room) room = Math.min(room, Math.abs(pointAt(other.source, other.target, t)[1] - y));
      if (room > best.room) best = { t, room };
    }
    taken.push(pointAt(one.source, one.target, best.t));
    return best.t;
  };
  return edges.map((edge) => {
    const { row, source, target } = edge;
    const { id, state, voice } = row;
    const t = state === 'contested' ? free(edge) : undefined;
    const [x, y] = pointAt(source, target, t ?? 0.5);
    return {
      type: 'group',
      as: 'edge',
      to: `/links/${id}/`,
      name: nameOf(row, about),
      data: { n: numberOf(row), id, from: token(row.from), to: token(row.to), stage: row.stage, state, whose: voice },
      items: [
        {
          type: 'stroke',
          d: t === undefined ? curve(source, target) : brokenCurve(source, target, t, MARK / 2 + 2.5),
          tone: voice,
          style: VOICE_LINES[voice],
        },
        ...(t === undefined ? [] : [{ type: 'mark' as const, ...linkMark(state, voice), x: round(x), y: round(y), size: MARK }]),
      ],
    };
  });
}

/** A link in words: "Timetables to Internal funding: linked, we infer". */
const nameOf = ({ from_name, to_name, state, voice }: PathRow, about: About): string =>
  `${from_name} to ${to_name}: ${linkWords(about, state, voice)}`;
