import { type Place, walkGrid } from '../explore/grid-walk.ts';
import { nameOf, placeOver } from '../explore/overlay.ts';
import { element } from '../shared/dom.ts';

/** What a grid over a drawing tells of. */
export interface GridEvents {
  /** somebody stands on a cell */
  on(group: SVGElement): void;
  /** somebody wants to know more of it */
  open(group: SVGElement): void;
  /** somebody wants to get out */
  leave(): void;
}

/** A grid laid over the cells of a drawing (WAI-ARIA APG): one tab stop, arrows move, the last cell is remembered. */
export class GridOverlay {
  readonly root = element('div');
  #groups: SVGElement[];
  #cells: HTMLElement[];
  #events: GridEvents;

  /**
   * @param svg the drawing that it will lie over
   * @param label what the grid is called
   * @param help id of the text that names the keys
   */
  constructor(svg: SVGSVGElement, label: string, help: string, events: GridEvents) {
    this.#events = events;
    this.#groups = [...svg.querySelectorAll<SVGElement>('.cell')];
    this.#cells = placeOver(
      svg,
      this.#groups.map((group) => ({ group, name: nameOf(group) })),
      () => {
        const cell = element('div');
        cell.setAttribute('role', 'gridcell');
        cell.tabIndex = -1;
        return cell;
      },
    );
    const rows = new Map<number, HTMLElement>();
    for (const [i, cell] of this.#cells.entries()) {
      const { r } = this.#placeOf(i);
      const row = rows.get(r) ?? element('div');
      row.setAttribute('role', 'row');
      rows.set(r, row);
      row.append(cell);
    }
    this.root.append(...rows.values());
    this.root.className = 'overlay';
    this.root.setAttribute('role', 'grid');
    this.root.setAttribute('aria-label', label);
    this.root.setAttribute('aria-describedby', help);
    this.root.addEventListener('keydown', (event) => this.#pressed(event));
    this.root.addEventListener('click', (event) => {
      const i = this.#cells.indexOf(event.target as HTMLElement);
      if (i < 0) return;
      event.stopPropagation();
      this.#rove(i);
      this.#events.open(this.#groups[i] as SVGElement);
    });
  }

  /** Stands on the cell of an id, or on the first one. */
  stand(id: string | undefined): void {
    const i = Math.max(
      0,
      this.#groups.findIndex(({ dataset }) => dataset.id === id),
    );
    this.#rove(i);
    this.#cells[i]?.focus();
    this.#events.on(this.#groups[i] as SVGElement);
  }

  #placeOf(i: number): Place {
    const { r, c } = (this.#groups[i] as SVGElement).dataset;
    return { r: Number(r), c: Number(c) };
  }

  #at = ({ r, c }: Place): number => this.#groups.findIndex(({ dataset }) => dataset.r === String(r) && dataset.c === String(c));

  /** Cells that the reader's choice left out are passed over. */
  #there(group: SVGElement | undefined): boolean {
    if (!group || group.classList.contains('off')) return false;
    const units = [...group.querySelectorAll('[data-n]')];
    return units.length === 0 || units.some((unit) => !unit.classList.contains('off'));
  }

  #rove(i: number): void {
    for (const [j, cell] of this.#cells.entries()) cell.tabIndex = i === j ? 0 : -1;
  }

  #pressed(event: KeyboardEvent): void {
    const i = this.#cells.indexOf(event.target as HTMLElement);
    const group = this.#groups[i];
    if (!group) return;
    if (event.key === 'Escape') this.#events.leave();
    else if (event.key === 'Enter' || event.key === ' ') this.#events.open(group);
    else {
      const places = this.#groups.map((_, j) => this.#placeOf(j));
      const size = { rows: Math.max(...places.map(({ r }) => r)) + 1, columns: Math.max(...places.map(({ c }) => c)) + 1 };
      const next = walkGrid(this.#placeOf(i), event.key, event.ctrlKey || event.metaKey, size, (place) =>
        this.#there(this.#groups[this.#at(place)]),
      );
      if (!next) return;
      this.stand(this.#groups[this.#at(next)]?.dataset.id);
    }
    event.preventDefault();
  }
}
