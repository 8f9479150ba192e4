import { fits } from '../filter-list/fits.ts';

/**
 * Tells which marks of a drawing have every chosen value. Marks carry `data-n`, the number of their row, everywhere they
 * stand; those of the drawing also the values.
 *
 * @param chosen names with the value that was chosen
 * @returns the numbers of the rows that are left, and how many marks there are
 */
export function keptMarks(drawing: Element, chosen: readonly (readonly [string, string])[]): { kept: ReadonlySet<string>; all: number } {
  const units = [...drawing.querySelectorAll<SVGElement>('[data-n]')];
  const kept = units.flatMap(({ dataset }) => (fits((name) => dataset[name] ?? '', chosen) ? [dataset.n ?? ''] : []));
  return { kept: new Set(kept), all: units.length };
}

/** Fades the marks of a drawing whose rows are not left. */
export function fadeMarks(drawing: Element, kept: ReadonlySet<string>): void {
  for (const mark of drawing.querySelectorAll<SVGElement>('[data-n]')) mark.classList.toggle('off', !kept.has(mark.dataset.n ?? ''));
}

/**
 * Hides the rows of lists and tables that are not left, and the groups of which nothing is.
 *
 * @param figure the figure, whose drawings are left as they are
 * @param chosen whether anything is chosen at all
 */
export function hideRows(figure: Element, kept: ReadonlySet<string>, chosen: boolean): void {
  for (const item of figure.querySelectorAll<HTMLElement>('[data-n]:not(svg *)')) {
    const off = !kept.has(item.dataset.n ?? '');
    // a cell of a table keeps its place
    if (item instanceof HTMLTableCellElement) item.classList.toggle('off', off);
    else item.hidden = off;
  }
  for (const group of figure.querySelectorAll<HTMLElement>('[data-group]'))
    group.hidden = chosen && !group.querySelector('[data-n]:not([hidden])');
}
