import { fits } from '../filter-list/fits.ts';

/**
 * Fades marks of a figure that do not have every chosen value, and hides their rows in lists and tables. Marks carry
 * `data-n`, the number of their row, everywhere they stand; those of the drawing also the values.
 *
 * @param chosen names with the value that was chosen
 * @returns how many marks are left, and of how many
 */
export function filterMarks(
  figure: Element,
  drawing: Element,
  chosen: readonly (readonly [string, string])[],
): { kept: number; all: number } {
  const units = [...drawing.querySelectorAll<SVGElement>('[data-n]')];
  const kept = new Set(units.filter(({ dataset }) => fits((name) => dataset[name] ?? '', chosen)).map(({ dataset }) => dataset.n));
  for (const item of figure.querySelectorAll<HTMLElement | SVGElement>('[data-n]')) {
    const off = !kept.has(item.dataset.n);
    // a cell of a table keeps its place
    if (item instanceof SVGElement || item instanceof HTMLTableCellElement) item.classList.toggle('off', off);
    else item.hidden = off;
  }
  for (const group of figure.querySelectorAll<HTMLElement>('[data-group]'))
    group.hidden = chosen.length > 0 && !group.querySelector('[data-n]:not([hidden])');
  return { kept: kept.size, all: units.length };
}
