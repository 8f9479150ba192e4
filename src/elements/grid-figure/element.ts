import type { Detail } from '../../lib/detail.ts';
import { detailArticle } from '../explore/details-panel.ts';
import { ExploredFigure, type KeyLayer, type Opened } from '../explore/explored-figure.ts';
import { nameOf } from '../explore/overlay.ts';
import { around, element, part } from '../shared/dom.ts';
import { GridOverlay } from './grid-overlay.ts';

/**
 * A figure of cells that answers: a cell opens what stands behind it, and keys walk a grid over the drawing (WAI-ARIA APG).
 * Cells carry `data-id`, `data-r` and `data-c`; marks `data-n`, the number of their row, everywhere they stand. Without
 * scripts a cell is a link, and the table has everything.
 */
class GridFigure extends ExploredFigure {
  #at: string | undefined;
  #shown = false;

  protected openable() {
    return [['cell', [...this.svg.querySelectorAll<SVGElement>('.cell')].map(({ dataset }) => dataset.id ?? '')] as const];
  }

  protected ask(target: Element): boolean {
    const id = target.closest<SVGElement>('.cell')?.dataset.id;
    if (!id) return false;
    this.#at = id;
    this.choose(['cell', id]);
    return true;
  }

  protected show([, id]: Opened): void {
    const cell = this.#cell(id);
    for (const one of this.querySelectorAll(`.drawing .cell[data-id="${CSS.escape(id)}"]`)) one.classList.add('chosen');
    const name = nameOf(cell);
    const numbers = [cell, ...cell.querySelectorAll<SVGElement>('[data-n]')].flatMap(({ dataset }) =>
      dataset.n ? [Number(dataset.n)] : [],
    );
    if (numbers.length === 0) {
      this.fill(name, element('h3', name));
      return;
    }
    const draw = (details: readonly Detail[]): Node[] =>
      // one mark needs no name over its own title
      details.length === 1 && details[0]
        ? [detailArticle(details[0], 'h3')]
        : [element('h3', name), ...details.map((detail) => detailArticle(detail, 'h4'))];
    void this.fillWith(name, numbers, draw, cell.getAttribute('href'));
  }

  protected override told(): string[] {
    this.#shown ||= this.opened !== undefined;
    if (this.opened) return [`Open: ${nameOf(this.#cell(this.opened[1])).replace(/\.$/, '')}.`];
    return this.#shown ? ['Nothing is open.'] : [];
  }

  #cell = (id: string): SVGElement => part<SVGElement>(this.svg, `.cell[data-id="${CSS.escape(id)}"]`);

  protected clear(): void {
    for (const cell of this.querySelectorAll('.cell.chosen')) cell.classList.remove('chosen');
  }

  /** Lights the names of the row and the column of a cell, or the name that is pointed at. */
  protected point(target: Element | undefined): void {
    for (const lit of this.querySelectorAll('.lit')) lit.classList.remove('lit');
    const group = target?.closest<SVGElement>('.cell, .row, .column');
    if (!group) return;
    const { r, c } = group.dataset;
    for (const other of around(group, 'svg').querySelectorAll<SVGElement>('.row, .column'))
      if ((r !== undefined && other.dataset.r === r) || (c !== undefined && other.dataset.c === c)) other.classList.add('lit');
  }

  protected explore(name: string, help: string): KeyLayer | undefined {
    if (!this.svg.querySelector('.cell')) return undefined;
    const grid = new GridOverlay(this.svg, name, help, {
      on: (group) => {
        this.#at = group.dataset.id;
        this.point(group);
      },
      open: (group) => this.ask(group),
      leave: () => this.leave(),
    });
    return { root: grid.root, stand: () => grid.stand(this.#at) };
  }
}

customElements.define('grid-figure', GridFigure);
