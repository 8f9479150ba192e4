import { valueFor } from '../../lib/items.ts';
import { type FindingKind, isFindingKind } from '../../schemas/kinds.ts';
import { fewCrossings } from './few-crossings.ts';
import type { PathRow } from './rows.ts';

/** One end of links. */
export interface PathNode {
  ref: string;
  name: string;
  stage: 0 | 1 | 2;
  /** links that arrive, and links that leave, from top to bottom */
  ins: PathRow[];
  outs: PathRow[];
}

/**
 * The folder of a reference: the kind of the finding it names.
 *
 * @throws Error where it names none
 */
export function kindOf(ref: string): FindingKind {
  const kind = ref.replace(/\/.*/s, '');
  if (!isFindingKind(kind)) throw new Error(`"${ref}" is no finding.`);
  return kind;
}

/**
 * The nodes that rows join, in three columns: the first in the study's order, as in every figure, the others in an order in which few
 * links cross, which means nothing else; only kinds that share a column stay together, one under the other.
 */
export function columnsOf(rows: readonly PathRow[]): PathNode[][] {
  const nodes = new Map<string, PathNode>();
  const node = (ref: string, name: string, stage: number): PathNode => {
    const known = nodes.get(ref) ?? { ref, name, stage: stage as PathNode['stage'], ins: [], outs: [] };
    nodes.set(ref, known);
    return known;
  };
  for (const row of rows) {
    node(row.from, row.from_name, row.stage - 1).outs.push(row);
    node(row.to, row.to_name, row.stage).ins.push(row);
  }
  const given = [0, 1, 2].map((stage) => [...nodes.values()].filter((n) => n.stage === stage).map(({ ref }) => ref));
  const columns = fewCrossings(given, rows, kindOf).map((column) => column.map((ref) => valueFor(nodes, ref)));
  const place = new Map(columns.flatMap((column) => column.map(({ ref }, i) => [ref, i] as const)));
  for (const { ins, outs } of nodes.values()) {
    ins.sort((a, b) => valueFor(place, a.from) - valueFor(place, b.from));
    outs.sort((a, b) => valueFor(place, a.to) - valueFor(place, b.to));
  }
  return columns;
}
