import { type Graph, type GraphEdge, linksAt } from './graph.ts';

/** Where somebody stands: on a node, or on an edge, which has the node they reached it from. */
export type Spot = { node: string } | { edge: string; of: string };

/** Where somebody stands, and the way they came along links. */
export interface Walk {
  at: Spot;
  path: readonly Spot[];
}

/**
 * Where a key leads in a graph. Right and Left follow a link, Up and Down go along a column or from link to link, Home and
 * End to the ends of a column, Backspace back along the way. Nothing wraps.
 *
 * @param key as `KeyboardEvent.key` names it
 * @returns the new walk, the old one where there is no way, or undefined for a key that moves nothing
 */
export function walkGraph(graph: Graph, walk: Walk, key: string): Walk | undefined {
  const { at, path } = walk;
  switch (key) {
    case 'ArrowRight':
      return follow(graph, walk, 'from', 'to');
    case 'ArrowLeft':
      return follow(graph, walk, 'to', 'from');
    case 'ArrowDown':
      return beside(graph, walk, 1);
    case 'ArrowUp':
      return beside(graph, walk, -1);
    case 'Home':
    case 'End': {
      const column = columnOf(graph, 'node' in at ? at.node : at.of);
      return { at: { node: (key === 'Home' ? column[0] : column.at(-1)) as string }, path: [] };
    }
    case 'Backspace': {
      const last = path.at(-1);
      return last ? { at: last, path: path.slice(0, -1) } : walk;
    }
    default:
      return undefined;
  }
}

export const sameSpot = (a: Spot, b: Spot): boolean => ('node' in a ? 'node' in b && a.node === b.node : 'edge' in b && a.edge === b.edge);

const edgeOf = ({ edges }: Graph, id: string): GraphEdge => edges.find((edge) => edge.id === id) as GraphEdge;

/** The nodes of the column in which a node stands. */
function columnOf({ nodes }: Graph, id: string): string[] {
  const stage = nodes.find((node) => node.id === id)?.stage;
  return nodes.filter((node) => node.stage === stage).map((node) => node.id);
}

function follow(graph: Graph, walk: Walk, near: 'from' | 'to', far: 'from' | 'to'): Walk {
  const { at, path } = walk;
  if ('node' in at) {
    const first = linksAt(graph, at.node, near)[0];
    return first ? { at: { edge: first.id, of: at.node }, path: [...path, at] } : walk;
  }
  const node = edgeOf(graph, at.edge)[far];
  const last = path.at(-1);
  // whoever turns round on a link is on the way back
  return last && 'node' in last && last.node === node ? { at: last, path: path.slice(0, -1) } : { at: { node }, path: [...path, at] };
}

function beside(graph: Graph, walk: Walk, step: 1 | -1): Walk {
  const { at, path } = walk;
  if ('node' in at) {
    const column = columnOf(graph, at.node);
    const next = column[column.indexOf(at.node) + step];
    return next === undefined ? walk : { at: { node: next }, path: [] };
  }
  const siblings = linksAt(graph, at.of, edgeOf(graph, at.edge).from === at.of ? 'from' : 'to');
  const next = siblings[siblings.findIndex(({ id }) => id === at.edge) + step];
  return next ? { at: { edge: next.id, of: at.of }, path } : walk;
}
