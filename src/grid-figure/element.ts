import { detailArticle, element, linkTo } from '../explore/details-panel.ts';
import { ExploredFigure, type KeyLayer, type Opened } from '../explore/explored-figure.ts';
import { nameOf } from '../explore/overlay.ts';
import { GridOverlay } from './grid-overlay.ts';

/**
 * A figure of cells that answers: a cell opens what stands behind it, and keys walk a grid over the drawing (WAI-ARIA APG).
 * Cells carry `data-id`, `data-r` and `data-c`; marks `data-n`, the number of their row, everywhere they stand. Without
 * scripts a cell is a link, and the table has everything.
 */
class GridFigure extends ExploredFigure {
  #at: string | undefined;

  protected openable() {
    return [['cell', [...this.svg.querySelectorAll<SVGElement>('.cell')].map(({ dataset }) => dataset.id as string)] as const];
  }

  protected ask(target: Element): boolean {
    const id = target.closest<SVGElement>('.cell')?.dataset.id;
    if (!id) return false;
    this.#at = id;
    this.choose(['cell', id]);
    return true;
  }

  protected show(opened: Opened): void {
    const cell = this.svg.querySelector<SVGElement>(`.cell[data-id="${CSS.escape(opened[1])}"]`) as SVGElement;
    cell.classList.add('chosen');
    const heading = element('h3', nameOf(cell));
    this.fill(heading);
    const numbers = [cell, ...cell.querySelectorAll<SVGElement>('[data-n]')].flatMap(({ dataset }) =>
      dataset.n ? [Number(dataset.n)] : [],
    );
    if (numbers.length === 0) return;
    const here = (): boolean => this.opened === opened;
    this.details.load().then(
      (details) => {
        const shown = numbers.flatMap((n) => details[n] ?? []);
        if (!here()) return;
        // one mark needs no name over its own title
        const [only] = shown;
        if (shown.length === 1 && only) this.fill(detailArticle(only, 'h3'));
        else this.fill(heading, ...shown.map((detail) => detailArticle(detail, 'h4')));
      },
      () => {
        const address = cell.getAttribute('href');
        const way = address ? [document.createTextNode(' '), linkTo(address, 'Open its page')] : [];
        if (here()) this.fill(heading, element('p', 'The details did not load. The table below has the same links.', ...way));
      },
    );
  }

  protected clear(): void {
    for (const cell of this.querySelectorAll('.cell.chosen')) cell.classList.remove('chosen');
  }

  /** Lights the names of the row and the column of a cell, or the name that is pointed at. */
  protected point(target: Element | undefined): void {
    for (const lit of this.querySelectorAll('.lit')) lit.classList.remove('lit');
    const group = target?.closest<SVGElement>('.cell, .row, .column');
    if (!group) return;
    const { r, c } = group.dataset;
    for (const other of (group.closest('svg') as SVGElement).querySelectorAll<SVGElement>('.row, .column'))
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
