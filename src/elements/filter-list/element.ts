import { shown } from '../explore/shown.ts';
import { part } from '../shared/dom.ts';
import { fits, holds } from './fits.ts';

/** Items of lists, rows of tables and terms; a list inside an item is the item's own. */
const ITEMS = ':is(li, tbody > tr, dl > div):not(:is(li, tbody > tr, dl > div) *)';

type Control = HTMLSelectElement | HTMLInputElement;

/**
 * Narrows a list or a table by the fields of its fieldset. A select named `x` keeps items that have its value among those of
 * their `data-x`, separated by spaces; `data-joint` names two selects whose values belong together (see `fits`). A search field
 * keeps items that hold its words. A select with `data-order` puts rows in the order of the attribute it names, the highest
 * first. The choice stands in the address; Back undoes it. Without scripts the whole list is shown and the fields are hidden by
 * style. Of a long list that stands on several pages, `data-rest` names the others: their rows are fetched at the first choice.
 */
class FilterList extends HTMLElement {
  #filters!: HTMLFieldSetElement;
  #items: HTMLElement[] = [];
  #saying = 0;
  #touched = false;
  /** rows are on their way: what is chosen meanwhile is seen to when they are here */
  #coming = false;
  /** the attribute by which rows stand in order */
  #ordered = '';
  /** told with the count where rows of other pages could not be had */
  #lacks = '';

  connectedCallback(): void {
    this.#filters = part(this, 'fieldset');
    this.#items = [...this.querySelectorAll<HTMLElement>(ITEMS)];
    this.#filters.addEventListener('input', ({ target }) => {
      // what else stands in the address is not ours
      const params = new URLSearchParams(location.search);
      for (const { name } of this.#controls()) params.delete(name);
      for (const [name, value] of this.#chosen()) params.set(name, value);
      // each choice is a step to go back to, each letter is none
      const put = target instanceof HTMLSelectElement ? 'pushState' : 'replaceState';
      history[put](null, '', params.size > 0 ? `?${params}` : location.pathname);
      // what could not be had is asked for again at a choice, not at each letter
      if (put === 'pushState') this.#lacks = '';
      this.#apply();
    });
    // browsers put fields into an earlier state without a word: the address is the truth
    for (const back of ['popstate', 'pageshow']) addEventListener(back, () => this.#restore());
    this.#restore();
  }

  #controls = (): Control[] => [...this.#filters.querySelectorAll<Control>('select, input[type="search"]')];
  #chosen = (): [string, string][] =>
    this.#controls()
      .filter(({ value }) => value.trim() !== '')
      .map(({ name, value }) => [name, value.trim()]);

  /** Takes the choice from the address; a value that no option has counts as none. */
  #restore(): void {
    const params = new URLSearchParams(location.search);
    for (const control of this.#controls()) {
      const wanted = params.get(control.name) ?? '';
      control.value = wanted;
      if (control.value !== wanted) control.value = '';
    }
    this.#apply();
  }

  /** Brings the rows of the other pages here. Where they cannot be had, what is here is narrowed, and the list says so. */
  async #bring(): Promise<void> {
    const { coming = '', lacks = '' } = this.dataset;
    this.#coming = true;
    this.#say(coming);
    try {
      await (await import('./rest.ts')).bring(this);
    } catch {
      this.#lacks = lacks;
    }
    this.#coming = false;
    this.#ordered = '';
    this.#items = [...this.querySelectorAll<HTMLElement>(ITEMS)];
    this.#apply();
  }

  #apply(): void {
    if (this.#coming) return;
    const chosen = this.#chosen();
    if (chosen[0] && this.dataset.rest && !this.#lacks) {
      this.#bring();
      return;
    }
    const [words, order] = ['input[type="search"]', '[data-order]'].map((field) => this.#filters.querySelector<Control>(field));
    const narrowing = chosen.filter(([name]) => name !== words?.name && name !== order?.name);
    const joint = this.dataset.joint?.split(' ');
    const wanted = words?.value.trim() ?? '';
    for (const item of this.#items)
      item.hidden =
        !fits((name) => item.getAttribute(`data-${name}`) ?? '', narrowing, joint) ||
        // the text of a long list is not gathered for nothing
        (wanted !== '' && !holds(item.textContent ?? '', wanted));
    if (order) this.#order(order.value);
    for (const group of this.querySelectorAll<HTMLElement>('[data-group]'))
      group.hidden = !this.#items.some((item) => !item.hidden && group.contains(item));
    const kept = this.#items.filter(({ hidden }) => !hidden).length;
    const { one = '', many = '' } = this.dataset;
    // an opened page on which nothing was ever chosen says nothing
    this.#touched ||= chosen.length > 0;
    this.#say(this.#touched ? `${shown(kept, this.#items.length, one, many)}.${this.#lacks}` : '');
  }

  /** Says it when nothing else came for a moment. */
  #say(message: string): void {
    clearTimeout(this.#saying);
    this.#saying = window.setTimeout(() => {
      part(this, '[role="status"]').textContent = message;
    }, 500);
  }

  /** Puts the rows in the order of an attribute, the highest first; as they were written for none. */
  #order(name: string): void {
    // what stands in this order already is not laid out again
    if (name === this.#ordered) return;
    this.#ordered = name;
    const by = (item: HTMLElement): number => (name === '' ? 0 : Number(item.getAttribute(`data-${name}`)));
    this.#items[0]?.parentElement?.append(...[...this.#items].sort((a, b) => by(b) - by(a)));
  }
}

customElements.define('filter-list', FilterList);
