export interface GraphNode {
  id: string;
  /** its column, counted from 0 */
  stage: number;
}

export interface GraphEdge {
  id: string;
  /** a node of the column before that of `to` */
  from: string;
  to: string;
}

/** Nodes in columns, each from top to bottom, and what joins neighboring columns. */
export interface Graph {
  nodes: readonly GraphNode[];
  edges: readonly GraphEdge[];
}

/** The edges that leave a node (`from`) or arrive at it (`to`), from top to bottom at their other ends. */
export function linksAt({ nodes, edges }: Graph, id: string, end: 'from' | 'to'): GraphEdge[] {
  const other = end === 'from' ? 'to' : 'from';
  const place = new Map(nodes.map((node, i) => [node.id, i]));
  return edges.filter((edge) => edge[end] === id).sort((a, b) => (place.get(a[other]) as number) - (place.get(b[other]) as number));
}
