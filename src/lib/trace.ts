/** Something that leads from one thing to another. */
interface Step {
  from: string;
  to: string;
}

/**
 * Every path through a node, as far as it goes both ways.
 *
 * @param edges of a graph without circles
 * @returns the edges of each path, from its start to its end
 */
export function pathsThrough<E extends Step>(edges: readonly E[], node: string): E[][] {
  const before = runs(edges, node, 'to').map((run) => run.reverse());
  const after = runs(edges, node, 'from');
  if (before.length === 0) return after;
  if (after.length === 0) return before;
  return before.flatMap((start) => after.map((end) => [...start, ...end]));
}

/** The ways from a node, as far as they go: along edges that leave it (`from`), or back along those that arrive (`to`). */
function runs<E extends Step>(edges: readonly E[], node: string, end: keyof Step): E[][] {
  return edges
    .filter((edge) => edge[end] === node)
    .flatMap((edge) => {
      const rest = runs(edges, edge[end === 'from' ? 'to' : 'from'], end);
      return rest.length > 0 ? rest.map((run) => [edge, ...run]) : [[edge]];
    });
}

/** Everything on a path through a node: edges, and the nodes at their ends. */
export function trace<E extends Step>(edges: readonly E[], node: string): { edges: Set<E>; nodes: Set<string> } {
  const found = { edges: new Set<E>(), nodes: new Set([node]) };
  for (const end of ['from', 'to'] as const) {
    const other = end === 'from' ? 'to' : 'from';
    const waiting = [node];
    for (let at = waiting.pop(); at !== undefined; at = waiting.pop())
      for (const edge of edges) {
        if (edge[end] !== at || found.edges.has(edge)) continue;
        found.edges.add(edge);
        found.nodes.add(edge[other]);
        waiting.push(edge[other]);
      }
  }
  return found;
}
