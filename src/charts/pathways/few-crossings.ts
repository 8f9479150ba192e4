import { itemAt, valueFor } from '../../lib/items.ts';

/** A line between two things that stand in columns. */
export interface Edge {
  from: string;
  to: string;
}

/** Down and up again, so often at most. */
const SWEEPS = 24;

/**
 * Orders columns so that the lines between them cross seldom: each thing moves to the middle of what it is joined to, column
 * by column, down and up (barycenter method), and the order with the fewest crossings is kept. The result says nothing but
 * that: an order in a column means no more than fewer crossings. Only the first column keeps the order it is given in. Same input,
 * same output.
 *
 * @param columns what stands in each, in the order to start from and to fall back to where two things are level
 * @param edges from one column to the next
 * @param groupOf things of one group stay together
 */
export function fewCrossings(
  columns: readonly (readonly string[])[],
  edges: readonly Edge[],
  groupOf: (id: string) => string = () => '',
): string[][] {
  const given = new Map(columns.flatMap((column) => column.map((id, i) => [id, i] as const)));
  const before = joined(edges, 'to', 'from');
  const after = joined(edges, 'from', 'to');
  let best = columns.map((column) => [...column]);
  let fewest = crossings(best, edges);
  // from the given order and from its reverse: each may end where the other does not
  for (const start of [columns, columns.map((column, c) => (c === 0 ? column : [...column].reverse()))]) {
    let order = start.map((column) => [...column]);
    for (let sweep = 0; sweep < SWEEPS / 2 && fewest > 0; sweep++) {
      const down = sweep % 2 === 0;
      order = [...order];
      const turns = down
        ? order.map((_, c) => c).slice(1)
        : order
            .map((_, c) => c)
            .slice(1, -1)
            .reverse();
      for (const c of turns) {
        const beside = places(itemAt(order, down ? c - 1 : c + 1));
        order[c] = settle(itemAt(order, c), beside, down ? before : after, given, groupOf);
      }
      const count = crossings(order, edges);
      if (count < fewest) [best, fewest] = [order, count];
    }
  }
  return best;
}

const places = (column: readonly string[]): Map<string, number> => new Map(column.map((id, i) => [id, i]));

function joined(edges: readonly Edge[], end: keyof Edge, other: keyof Edge): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const edge of edges) found.set(edge[end], [...(found.get(edge[end]) ?? []), edge[other]]);
  return found;
}

/** One column in the order of the middles of what its things are joined to, in the column beside it. */
function settle(
  column: readonly string[],
  beside: ReadonlyMap<string, number>,
  ends: ReadonlyMap<string, readonly string[]>,
  given: ReadonlyMap<string, number>,
  groupOf: (id: string) => string,
): string[] {
  const middle = new Map(
    column.map((id, i) => {
      const at = (ends.get(id) ?? []).flatMap((other) => beside.get(other) ?? []);
      // what is joined to nothing there keeps its place
      return [id, at.length > 0 ? mean(at) : ((i + 0.5) / column.length) * beside.size - 0.5] as const;
    }),
  );
  const of = (id: string): number => valueFor(middle, id);
  const rank = new Map(
    [...new Set([...column].sort((a, b) => valueFor(given, a) - valueFor(given, b)).map(groupOf))].map((group, i) => [group, i]),
  );
  const group = (id: string): number => valueFor(rank, groupOf(id));
  return [...column].sort((a, b) => group(a) - group(b) || of(a) - of(b) || valueFor(given, a) - valueFor(given, b));
}

const mean = (numbers: readonly number[]): number => numbers.reduce((sum, n) => sum + n, 0) / numbers.length;

/** How many pairs of lines cross between neighboring columns. */
export function crossings(columns: readonly (readonly string[])[], edges: readonly Edge[]): number {
  let count = 0;
  for (const [c, column] of columns.entries()) {
    const [left, right] = [places(column), places(columns[c + 1] ?? [])];
    const ends = edges
      .flatMap(({ from, to }) => {
        const [a, b] = [left.get(from), right.get(to)];
        return a === undefined || b === undefined ? [] : [[a, b] as const];
      })
      .sort(([a, b], [x, y]) => a - x || b - y);
    // a binary indexed tree of right ends seen so far: lines that end lower and started higher are crossed
    const tree = new Array<number>(right.size + 1).fill(0);
    for (const [seen, [, b]] of ends.entries()) {
      let notLower = 0;
      for (let i = b + 1; i > 0; i -= i & -i) notLower += itemAt(tree, i);
      count += seen - notLower;
      for (let i = b + 1; i < tree.length; i += i & -i) tree[i] = itemAt(tree, i) + 1;
    }
  }
  return count;
}
