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

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('click', (event) => {
      if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
      const cell = (event.target as Element).closest<SVGElement>('.cell');
      if (!cell) return;
      event.preventDefault();
      this.#ask(cell);
    });
  }

  protected openable() {
    return [['cell', [...this.svg.querySelectorAll<SVGElement>('.cell')].map(({ dataset }) => dataset.id as string)] as const];
  }

  #cells = (id: string): SVGElement[] => [...this.querySelectorAll<SVGElement>(`.cell[data-id="${CSS.escape(id)}"]`)];

  #ask({ dataset }: SVGElement): void {
    this.#at = dataset.id;
    this.choose(['cell', dataset.id as string]);
  }

  protected show(opened: Opened): void {
    const cells = this.#cells(opened[1]);
    for (const cell of cells) cell.classList.add('chosen');
    const [cell] = cells as [SVGElement];
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

  protected explore(drawing: SVGSVGElement, name: string, help: string): KeyLayer {
    const grid = new GridOverlay(drawing, name, help, {
      on: (group) => {
        this.#at = group.dataset.id;
        this.point(group);
      },
      open: (group) => this.#ask(group),
      leave: () => this.leave(),
    });
    return { root: grid.root, stand: () => grid.stand(this.#at) };
  }
}

customElements.define('grid-figure', GridFigure);
