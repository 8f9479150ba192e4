import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pathRows } from '../../../../src/charts/pathways/rows.ts';
import type { Graph } from '../../../../src/elements/path-figure/graph.ts';
import { type Spot, sameSpot, type Walk, walkGraph } from '../../../../src/elements/path-figure/walk.ts';
import { checkedGuide } from '../../../../src/guide/check.ts';
import { pathsThrough, trace } from '../../../../src/lib/trace.ts';

const KEYS = ['ArrowRight', 'ArrowLeft', 'ArrowDown', 'ArrowUp', 'Home', 'End', 'Backspace'];

const rows = pathRows(checkedGuide());
const real: Graph = {
  nodes: [...new Map(rows.flatMap(({ from, to, stage }) => [[from, stage - 1] as const, [to, stage] as const]))].map(([id, stage]) => ({
    id,
    stage,
  })),
  edges: rows,
};
/** a, b | c, d | e; only c leads on */
const small: Graph = {
  nodes: ['a0', 'b0', 'c1', 'd1', 'e2'].map((id) => ({ id, stage: Number(id[1]) })),
  edges: ['a0-d1', 'a0-c1', 'b0-c1', 'c1-e2'].map((id) => ({ id, from: id.slice(0, 2), to: id.slice(3) })),
};

const spots = ({ nodes, edges }: Graph): Spot[] => [
  ...nodes.map(({ id }) => ({ node: id })),
  ...edges.map(({ id, from }) => ({ edge: id, of: from })),
];
const standing = (at: Spot): Walk => ({ at, path: [] });
const press = (graph: Graph, walk: Walk, keys: readonly string[]): Walk => keys.reduce((w, key) => walkGraph(graph, w, key) ?? w, walk);
const nameOf = (spot: Spot): string => ('node' in spot ? spot.node : spot.edge);

/** Everything that keys reach from a spot. */
function reached(graph: Graph, start: Spot): Spot[] {
  const seen = new Map<string, Spot>();
  const waiting = [start];
  for (let at = waiting.pop(); at; at = waiting.pop()) {
    const key = JSON.stringify(at);
    if (seen.has(key)) continue;
    seen.set(key, at);
    for (const pressed of KEYS) waiting.push((walkGraph(graph, standing(at), pressed) as Walk).at);
  }
  return [...seen.values()];
}

test.each([
  ['the guide’s graph', real],
  ['a small one', small],
])('%s: keys reach every node and every edge from any start, and back', (_, graph) => {
  for (const start of spots(graph)) {
    const found = reached(graph, start);
    // every spot is in every other's reach, so each gets back to where it began
    expect(spots(graph).filter((spot) => !found.some((other) => sameSpot(spot, other)))).toEqual([]);
  }
});

test('after any keys exactly one place is stood on, and the way back is made of places', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...spots(real)),
      fc.array(fc.constantFrom(...KEYS, 'x', 'Tab', 'Escape'), { minLength: 1000, maxLength: 1000 }),
      (start, keys) => {
        let walk = standing(start);
        for (const key of keys) {
          walk = walkGraph(real, walk, key) ?? walk;
          expect(spots(real).filter((spot) => sameSpot(spot, walk.at))).toHaveLength(1);
        }
        for (const spot of walk.path) expect(spots(real).some((other) => sameSpot(spot, other))).toBe(true);
        const back = press(real, walk, Array(walk.path.length).fill('Backspace'));
        expect(back).toEqual({ at: walk.path[0] ?? walk.at, path: [] });
        expect(walkGraph(real, back, 'Backspace')).toBe(back);
      },
    ),
    { numRuns: 30 },
  );
});

test.each([
  [['ArrowRight'], 'a0-c1', 'the first link, from top to bottom at its other end'],
  [['ArrowRight', 'ArrowDown'], 'a0-d1', 'the next one of the same node'],
  [['ArrowRight', 'ArrowDown', 'ArrowDown'], 'a0-d1', 'nothing wraps'],
  [['ArrowRight', 'ArrowRight'], 'c1', 'the node at its end'],
  [['ArrowRight', 'ArrowRight', 'ArrowLeft', 'ArrowDown'], 'b0-c1', 'turned round at a node, one is among the links that arrive there'],
  [['ArrowDown', 'ArrowRight', 'ArrowLeft', 'Backspace'], 'b0', 'turned round on a link, one is back, with no way behind'],
  [['ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight'], 'e2', 'to the end'],
  [['ArrowDown'], 'b0', 'along the column'],
  [['ArrowDown', 'ArrowDown'], 'b0', 'to its end'],
  [['End', 'Home'], 'a0', 'its ends'],
  [['ArrowRight', 'ArrowDown', 'End'], 'b0', 'from a link, the column one came from'],
  [['ArrowLeft'], 'a0', 'nothing arrives at the first column'],
  [['ArrowRight', 'ArrowDown', 'ArrowRight', 'Backspace'], 'a0-d1', 'back the way one came'],
  [['ArrowRight', 'ArrowDown', 'ArrowRight', 'Backspace', 'Backspace', 'Backspace'], 'a0', 'and no further'],
])('%j leads to %s: %s', (keys, to) => {
  expect(nameOf(press(small, standing({ node: 'a0' }), keys).at)).toBe(to);
});

test('from the right, links are those that arrive', () => {
  const walk = press(small, standing({ node: 'c1' }), ['ArrowLeft']);
  expect(nameOf(walk.at)).toBe('a0-c1');
  expect(nameOf(press(small, walk, ['ArrowDown']).at)).toBe('b0-c1');
  expect(nameOf(press(small, walk, ['ArrowDown', 'ArrowRight']).at)).toBe('c1');
});

test('other keys move nothing', () => {
  for (const key of ['a', 'Tab', 'Enter', 'Escape', ' ']) expect(walkGraph(small, standing({ node: 'a0' }), key)).toBeUndefined();
});

test.each([
  ['a0', ['a0-d1', 'a0-c1 c1-e2']],
  ['c1', ['a0-c1 c1-e2', 'b0-c1 c1-e2']],
  ['d1', ['a0-d1']],
  ['e2', ['a0-c1 c1-e2', 'b0-c1 c1-e2']],
  ['z9', []],
])('paths through %s', (node, expected) => {
  expect(pathsThrough(small.edges, node).map((path) => path.map(({ id }) => id).join(' '))).toEqual(expected);
});

test('what is traced is what stands on the paths, and each path hangs together and runs through the node', () => {
  for (const { id } of real.nodes) {
    const paths = pathsThrough(real.edges, id);
    const { edges, nodes } = trace(real.edges, id);
    expect(new Set(paths.flat())).toEqual(edges);
    expect(new Set([id, ...paths.flat().flatMap(({ from, to }) => [from, to])])).toEqual(nodes);
    for (const path of paths) {
      expect(path.some(({ from, to }) => from === id || to === id)).toBe(true);
      for (const [i, edge] of path.entries()) if (i > 0) expect(edge.from).toBe(path[i - 1]?.to);
    }
    expect(new Set(paths.map((path) => path.map((edge) => edge.id).join(' '))).size).toBe(paths.length);
  }
});
