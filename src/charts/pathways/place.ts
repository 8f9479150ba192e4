import { itemAt, valueFor } from '../../lib/items.ts';
import type { FindingKind } from '../../schemas/kinds.ts';
import type { Box } from '../chart.ts';
import type { Face } from '../drawing.ts';
import { NARROW, ROOMY } from '../geometry.ts';
import { heightOf, wrap } from '../lines.ts';
import { columnsOf, kindOf, type PathNode } from './columns.ts';
import type { Point } from './curve.ts';
import type { PathRow } from './rows.ts';

export const NAME: Face = { family: 'sans', weight: 400, size: 15 };
export const HEAD: Face = { family: 'sans', weight: 600, size: 15 };

/** The widest a column of names may be, as a part of the whole; on a phone there are two columns at a time. */
const WIDEST = [0.243, 0.21, 0.243] as const;
const WIDEST_OF_TWO = [0.38, 0.38, 0.38] as const;
/** the same of a head there: wide enough for the longest name of a kind in one piece */
const WIDEST_HEAD = 0.42;
/** from a name to where its links begin */
export const PORT = 9;
/** between two links at one end, and between two names; where there is room */
const [STEP, BETWEEN] = [6, 14];
const [WIDE_STEP, WIDE_BETWEEN] = [9, 26];
/** from the head of a group to its first name, and from the names above to that head */
const [UNDER_HEAD, OVER_HEAD] = [12, 22];

/** A node with its place. */
export interface PlacedNode extends PathNode {
  lines: readonly string[];
  /** of the widest line */
  wide: number;
  top: number;
  height: number;
}

/** A heading over nodes of one kind. */
export interface PlacedHead {
  stage: number;
  lines: readonly string[];
  top: number;
}

/** Where everything stands. */
export interface Placed {
  /** between two links at one end */
  step: number;
  /** of each column of names */
  columns: readonly { left: number; right: number }[];
  nodes: readonly PlacedNode[];
  heads: readonly PlacedHead[];
  edges: readonly { row: PathRow; source: Point; target: Point }[];
  height: number;
}

/**
 * Gives every name and every link its place: three columns as wide as their names, links as far apart at their ends as they
 * need to be told apart, heights by what they hold.
 *
 * @param headOf the heading over names of one kind; left out, there are none
 */
export function placePaths(rows: readonly PathRow[], { width, measure }: Box, headOf?: (kind: FindingKind) => string): Placed {
  const sorted = columnsOf(rows);
  const [step, between] = width < ROOMY ? [STEP, BETWEEN] : [WIDE_STEP, WIDE_BETWEEN];
  const drafts = sorted.map((column, stage) => {
    const room = width * itemAt(width < NARROW ? WIDEST_OF_TWO : WIDEST, stage);
    const nodes = column.map((node) => {
      const lines = wrap(node.name, room, NAME, measure);
      const ports = Math.max(node.ins.length, node.outs.length);
      const wide = Math.max(20, ...lines.map((line) => measure(line, NAME)));
      return { ...node, lines, wide, top: 0, height: Math.max(30, heightOf(lines, NAME) + 10, (ports - 1) * step + 14) };
    });
    const groups = [...Map.groupBy(nodes, ({ ref }) => kindOf(ref))].map(([kind, members]) => {
      const lines = headOf ? wrap(headOf(kind), width < NARROW ? width * WIDEST_HEAD : room, HEAD, measure) : [];
      return { members, head: { stage, lines, top: 0 } };
    });
    const widths = groups.flatMap(({ members, head }) => [
      ...members.map(({ wide }) => wide),
      ...head.lines.map((line) => measure(line, HEAD)),
    ]);
    const inner = groups.map(({ head }, i) => (i > 0 && headOf ? heightOf(head.lines, HEAD) + OVER_HEAD + UNDER_HEAD - between : 0));
    const own = [...nodes.map(({ height }) => height + between), ...inner].reduce((sum, h) => sum + h, 0);
    return { groups, wide: Math.max(0, ...widths), own, count: nodes.length };
  });

  const [first = 0, middle = 0, last = 0] = drafts.map(({ wide }) => wide);
  // where one of the outer columns is missing the middle one stands in its place
  const center = first === 0 ? middle / 2 : last === 0 ? width - middle / 2 : (first + width - last) / 2;
  const columns = [
    { left: 0, right: first },
    { left: center - middle / 2, right: center + middle / 2 },
    { left: width - last, right: width },
  ];

  const tallest = Math.max(...drafts.map(({ own }) => own));
  const start = headOf
    ? Math.max(0, ...drafts.map(({ groups }) => (groups[0] ? heightOf(groups[0].head.lines, HEAD) : 0))) + UNDER_HEAD
    : 0;
  for (const { groups, own, count } of drafts) {
    // what a shorter column has left over stands around its names
    const spare = (tallest - own) / Math.max(1, count);
    let y = start;
    for (const [i, { members, head }] of groups.entries()) {
      const high = headOf ? heightOf(head.lines, HEAD) : 0;
      if (i > 0 && headOf) y += OVER_HEAD - between + high + UNDER_HEAD;
      head.top = i === 0 ? start - UNDER_HEAD - high : y - UNDER_HEAD - high;
      for (const node of members) {
        node.top = y + spare / 2;
        y += spare + node.height + between;
      }
    }
  }

  const nodes = drafts.flatMap(({ groups }) => groups.flatMap(({ members }) => members));
  const byRef = new Map(nodes.map((node) => [node.ref, node]));
  const port = (node: PlacedNode, links: readonly PathRow[], row: PathRow): number =>
    node.top + node.height / 2 + (links.indexOf(row) - (links.length - 1) / 2) * step;
  const edges = rows.map((row) => {
    const [from, to] = [valueFor(byRef, row.from), valueFor(byRef, row.to)];
    return {
      row,
      source: [itemAt(columns, from.stage).right + PORT, port(from, from.outs, row)] as const,
      target: [itemAt(columns, to.stage).left - PORT, port(to, to.ins, row)] as const,
    };
  });
  return {
    step,
    columns,
    nodes,
    heads: headOf ? drafts.flatMap(({ groups }) => groups.map(({ head }) => head)) : [],
    edges,
    height: nodes.length > 0 ? start + tallest - between : 0,
  };
}
