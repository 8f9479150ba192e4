import { nameOf } from '../explore/overlay.ts';
import type { Graph, GraphEdge, GraphNode } from './graph.ts';

/** A node as the drawing has it. */
export interface DrawnNode extends GraphNode {
  group: SVGElement;
  label: string;
  kind: string;
  /** its links in words */
  counts: string;
  address: string;
}

/** An edge as the drawing has it. */
export interface DrawnEdge extends GraphEdge {
  group: SVGElement;
  /** both ends, what it is and whose */
  name: string;
  /** what it is and whose */
  words: string;
  address: string;
}

export interface DrawnGraph extends Graph {
  nodes: readonly DrawnNode[];
  edges: readonly DrawnEdge[];
}

/** The graph that a drawing shows, from the attributes and the words of its groups. */
export function graphOf(svg: SVGSVGElement): DrawnGraph {
  const groups = (of: string): SVGElement[] => [...svg.querySelectorAll<SVGElement>(of)];
  return {
    nodes: groups('.node').map((group) => {
      const { id = '', stage, label = '', kind = '' } = group.dataset;
      return { group, id, stage: Number(stage), label, kind, counts: nameOf(group).slice(label.length + 2), address: address(group) };
    }),
    edges: groups('.edge').map((group) => {
      const { id = '', from = '', to = '' } = group.dataset;
      const name = nameOf(group);
      return { group, id, from, to, name, words: name.slice(name.lastIndexOf(': ') + 2), address: address(group) };
    }),
  };
}

const address = (group: SVGElement): string => group.getAttribute('href') ?? '';

/** Gives thin lines a second one that shows nothing and is wide enough to be met by a pointer, also where a mark breaks them. */
export function widen({ edges }: DrawnGraph): void {
  for (const { group } of edges) {
    const reach = group.querySelector('.l')?.cloneNode() as SVGElement;
    reach.setAttribute('class', 'reach');
    reach.setAttribute('d', (reach.getAttribute('d') ?? '').replace(/(?!^)M/g, 'L'));
    group.prepend(reach);
  }
}
