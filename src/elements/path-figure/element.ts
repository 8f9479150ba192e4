import { pathsThrough, trace } from '../../lib/trace.ts';
import { detailArticle } from '../explore/details-panel.ts';
import { ExploredFigure, type KeyLayer, type Opened } from '../explore/explored-figure.ts';
import { part } from '../shared/dom.ts';
import { type DrawnEdge, type DrawnGraph, type DrawnNode, graphOf, widen } from './drawn-graph.ts';
import { buttonsOver } from './overlay.ts';
import { countOf, pathsArticle } from './panel.ts';
import { type Spot, sameSpot, type Walk, walkGraph } from './walk.ts';

/**
 * A figure of nodes and links that answers: a node lights every path through it and says them in words, a link opens what
 * stands behind it, and keys follow links over the drawing. Without scripts nodes and links are links, and the table has
 * everything.
 */
class PathFigure extends ExploredFigure {
  #graph!: DrawnGraph;
  #walk: Walk | undefined;
  #traced = false;

  override connectedCallback(): void {
    this.#graph = graphOf(part<SVGSVGElement>(this, 'svg.wide'));
    super.connectedCallback();
    widen(this.#graph);
  }

  protected ask(target: Element): boolean {
    const spot = this.#spotOf(target);
    if (spot) this.#ask(spot);
    return spot !== undefined;
  }

  protected openable() {
    const { nodes, edges } = this.#graph;
    return [['node', nodes.map(({ id }) => id)] as const, ['edge', edges.map(({ id }) => id)] as const];
  }

  /** the edges that the reader's choice leaves */
  #kept = (): DrawnEdge[] => this.#graph.edges.filter(({ group }) => !group.classList.contains('off'));
  /** everything that stands for a node or an edge, in each of its drawings */
  #groups = () => this.querySelectorAll<SVGElement>('.drawing :is(.node, .edge)');
  #node = (id: string): DrawnNode => this.#graph.nodes.find((node) => node.id === id) as DrawnNode;
  #edge = (id: string): DrawnEdge => this.#graph.edges.find((edge) => edge.id === id) as DrawnEdge;

  protected override told(): string[] {
    const [name, id] = this.opened ?? [];
    const node = name === 'node' && id ? this.#node(id) : undefined;
    this.#traced ||= node !== undefined;
    if (name === 'edge' && id) return [`Open: ${this.#edge(id).name}.`];
    if (node) return [`${countOf(pathsThrough(this.#kept(), node.id), node.label)}.`];
    return this.#traced ? ['No paths are traced.'] : [];
  }

  /** The node or the edge of the drawing to which something belongs. */
  #spotOf(target: Element): Spot | undefined {
    const group = target.closest<SVGElement>('.drawing :is(.node, .edge)');
    const { id = '', from = '' } = group?.dataset ?? {};
    return group ? (group.classList.contains('node') ? { node: id } : { edge: id, of: from }) : undefined;
  }

  /** Opens a node or an edge; asked again for a node, lets go of it. */
  #ask(spot: Spot): void {
    this.#walk = { at: spot, path: this.#walk && sameSpot(this.#walk.at, spot) ? this.#walk.path : [] };
    const opened: Opened = 'node' in spot ? ['node', spot.node] : ['edge', spot.edge];
    if (opened[0] === 'node' && this.opened?.join() === opened.join()) this.go(undefined);
    // lit paths are looked at where they are; what a link opens is read
    else this.choose(opened, !('node' in spot) || this.layer !== undefined);
  }

  protected show([name, id]: Opened): void {
    if (name === 'node') this.#trace(this.#node(id));
    else this.#open(this.#edge(id));
  }

  /** Lights every path through a node, and says them in words. */
  #trace(node: DrawnNode): void {
    const { edges, nodes } = trace(this.#kept(), node.id);
    const lit = new Set([...nodes, ...[...edges].map(({ id }) => id)]);
    for (const group of this.#groups()) {
      group.classList.toggle('lit', lit.has(group.dataset.id ?? ''));
      group.classList.toggle('chosen', group.dataset.id === node.id);
    }
    for (const svg of this.querySelectorAll('.drawing')) svg.classList.add('tracing');
    this.point(undefined);
    this.fill(node.label, pathsArticle(this.#graph, node, pathsThrough(this.#kept(), node.id)));
  }

  /** Opens what stands behind an edge. */
  #open({ group, id, name, address }: DrawnEdge): void {
    for (const one of this.#groups()) one.classList.toggle('chosen', one.dataset.id === id);
    void this.fillWith(name, [Number(group.dataset.n)], (details) => details.map((detail) => detailArticle(detail, 'h3')), address);
  }

  protected clear(): void {
    for (const svg of this.querySelectorAll('.drawing')) svg.classList.remove('tracing');
    for (const group of this.#groups()) group.classList.remove('lit', 'chosen');
  }

  protected point(target: Element | undefined): void {
    this.#mean(target && this.#spotOf(target));
  }

  /** Lights the edge, or the edges of the node, under the pointer or the focus, unless paths are lit already. */
  #mean(spot: Spot | undefined): void {
    const lit = this.svg.classList.contains('tracing');
    const meant = ({ id, from, to }: DrawnEdge): boolean =>
      spot !== undefined && ('node' in spot ? !lit && (from === spot.node || to === spot.node) : id === spot.edge);
    for (const edge of this.#graph.edges) edge.group.classList.toggle('here', meant(edge));
  }

  protected explore(name: string, help: string): KeyLayer | undefined {
    const [first] = this.#graph.nodes;
    if (!first) return undefined;
    const buttons = buttonsOver(this.svg, this.#graph, name);
    const stand = (walk: Walk): void => {
      this.#walk = walk;
      this.#mean(walk.at);
      buttons.stand(walk.at);
    };
    buttons.element.setAttribute('aria-describedby', help);
    buttons.element.addEventListener('keydown', (event) => {
      const walk = this.#walk as Walk;
      if (event.key === 'Escape') this.leave();
      else if (event.key === 'Enter' || event.key === ' ') this.#ask(walk.at);
      else {
        const next = walkGraph({ nodes: this.#graph.nodes, edges: this.#kept() }, walk, event.key);
        if (!next) return;
        stand(next);
      }
      event.preventDefault();
    });
    buttons.element.addEventListener('click', (event) => {
      const spot = buttons.spotOf(event.target);
      if (!spot) return;
      event.stopPropagation();
      buttons.stand(spot);
      this.#ask(spot);
    });
    this.#walk ??= { at: { node: this.opened?.[0] === 'node' ? this.opened[1] : first.id }, path: [] };
    return { root: buttons.element, stand: () => stand(this.#walk as Walk) };
  }
}

customElements.define('path-figure', PathFigure);
