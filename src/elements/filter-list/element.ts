import { shown } from '../explore/shown.ts';
import { fits } from './fits.ts';

/** Items of lists and rows of tables; a list inside an item is the item's own. */
const ITEMS = ':is(li, tbody > tr):not(:is(li, tbody > tr) li)';

/**
 * Narrows a list or a table by the selects of its fieldset: items carry `data-{name}` with the values they have, separated by spaces;
 * `data-joint` names two selects whose values belong together (see `fits`). The choice stands in the address; Back undoes it. Without scripts the whole list is shown and the selects are hidden by style.
 */
class FilterList extends HTMLElement {
  #filters!: HTMLFieldSetElement;
  #saying = 0;
  #touched = false;

  connectedCallback(): void {
    const filters = this.querySelector('fieldset');
    if (!filters || !this.querySelector('[role="status"]')) throw new Error('<filter-list> needs a fieldset and a status.');
    this.#filters = filters;
    filters.addEventListener('change', () => {
      // what else stands in the address is not ours
      const params = new URLSearchParams(location.search);
      for (const { name } of this.#selects()) params.delete(name);
      for (const [name, value] of this.#chosen()) params.set(name, value);
      history.pushState(null, '', params.size > 0 ? `?${params}` : location.pathname);
      this.#apply();
    });
    // browsers put selects into an earlier state without a word: the address is the truth
    for (const back of ['popstate', 'pageshow']) addEventListener(back, () => this.#restore());
    this.#restore();
  }

  #selects = (): HTMLSelectElement[] => [...this.#filters.querySelectorAll('select')];
  #chosen = (): [string, string][] =>
    this.#selects()
      .filter(({ value }) => value !== '')
      .map(({ name, value }) => [name, value]);

  /** Takes the choice from the address; a value that no option has counts as none. */
  #restore(): void {
    const params = new URLSearchParams(location.search);
    for (const select of this.#selects()) {
      const wanted = params.get(select.name) ?? '';
      select.value = [...select.options].some(({ value }) => value === wanted) ? wanted : '';
    }
    this.#apply();
  }

  #apply(): void {
    const chosen = this.#chosen();
    const items = [...this.querySelectorAll<HTMLElement>(ITEMS)];
    const joint = this.dataset.joint?.split(' ') as [string, string] | undefined;
    for (const item of items) item.hidden = !fits((name) => item.getAttribute(`data-${name}`) ?? '', chosen, joint);
    for (const group of this.querySelectorAll<HTMLElement>('[data-group]'))
      group.hidden = ![...group.querySelectorAll<HTMLElement>(ITEMS)].some(({ hidden }) => !hidden);
    const kept = items.filter(({ hidden }) => !hidden).length;
    const { one = '', many = '' } = this.dataset;
    // an opened page on which nothing was ever chosen says nothing
    this.#touched ||= chosen.length > 0;
    const message = this.#touched ? `${shown(kept, items.length, one, many)}.` : '';
    clearTimeout(this.#saying);
    this.#saying = window.setTimeout(() => {
      (this.querySelector('[role="status"]') as HTMLElement).textContent = message;
    }, 500);
  }
}

customElements.define('filter-list', FilterList);
