import { placeOver } from '../explore/overlay.ts';
import { element, part } from '../shared/dom.ts';
import type { DrawnGraph } from './drawn-graph.ts';
import type { Spot } from './walk.ts';

/** A button over each node and each edge of a drawing, as real HTML for the keyboard. */
export interface Buttons {
  element: HTMLElement;
  /** the one button that Tab reaches gets the focus */
  stand(spot: Spot): void;
  /** where a button stands */
  spotOf(button: EventTarget | null): Spot | undefined;
}

/** Lays buttons over a drawing: on the boxes of nodes, and on the middles of edges, as large as a target must be there. */
export function buttonsOver(svg: SVGSVGElement, graph: DrawnGraph, name: string): Buttons {
  const { nodes, edges } = graph;
  const make = (): HTMLButtonElement => {
    const button = element('button');
    button.type = 'button';
    button.tabIndex = -1;
    return button;
  };
  const onNodes = placeOver(
    svg,
    nodes.map((node) => {
      const column = nodes.filter(({ stage }) => stage === node.stage);
      return {
        group: node.group,
        name: `${node.label}. ${node.kind}. ${node.counts}. ${column.indexOf(node) + 1} of ${column.length} in its column`,
      };
    }),
    make,
  );
  const { width, height } = svg.viewBox.baseVal;
  const onEdges = edges.map(({ group, name }) => {
    const line = part<SVGPathElement>(group, '.l');
    const { x, y } = line.getPointAtLength(line.getTotalLength() / 2);
    const button = make();
    button.className = 'on-edge';
    button.setAttribute('aria-label', name);
    button.style.left = `${(x / width) * 100}%`;
    button.style.top = `${(y / height) * 100}%`;
    return button;
  });
  const box = element('div');
  box.className = 'overlay';
  // of plain buttons in a group a screen reader keeps the arrows for itself; in an application they reach the figure
  box.setAttribute('role', 'application');
  box.setAttribute('aria-roledescription', 'figure to walk with arrow keys');
  box.setAttribute('aria-label', name);
  const spots = new Map<EventTarget, Spot>([
    ...onNodes.map((button, i): [EventTarget, Spot] => [button, { node: nodes[i]?.id ?? '' }]),
    ...onEdges.map((button, i): [EventTarget, Spot] => [button, { edge: edges[i]?.id ?? '', of: edges[i]?.from ?? '' }]),
  ]);
  const all = [...onNodes, ...onEdges];
  box.append(...all);
  return {
    element: box,
    spotOf: (button) => (button ? spots.get(button) : undefined),
    stand: (spot) => {
      const at =
        'node' in spot ? onNodes[nodes.findIndex(({ id }) => id === spot.node)] : onEdges[edges.findIndex(({ id }) => id === spot.edge)];
      for (const button of all) button.tabIndex = button === at ? 0 : -1;
      at?.focus();
    },
  };
}
