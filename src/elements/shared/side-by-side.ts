import { choiceWords, FEWEST, leftOutWords, MOST, type Noun } from '../../documents/side-by-side/wording.ts';
import { readValues, writeValues } from './address-state.ts';
import { part } from './dom.ts';

/**
 * Two to four things side by side. Each is chosen in a select; the choice stands in the address, and Back undoes it.
 *
 * The element holds the selects, `.sheet` for the comparison, a status, a button with `data-print`, and `data-moved`: old ids with
 * the present ones.
 */
export abstract class SideBySide extends HTMLElement {
  /** their name in the address */
  protected abstract readonly param: string;
  protected abstract readonly noun: Noun;
  /** shows these side by side, or none, and calls `told` */
  protected abstract show(ids: readonly string[], said: string): void;
  #touched = false;
  /** what the address asked for and did not get */
  #leftOut = '';

  connectedCallback(): void {
    this.addEventListener('change', () => {
      this.#touched = true;
      this.#leftOut = '';
      const address = writeValues(location.search, new Map([[this.param, this.#chosen()]]), this.#allowed());
      history.pushState(null, '', location.pathname + address);
      this.#showChosen();
    });
    part(this, '[data-print]').addEventListener('click', () => window.print());
    // browsers put selects into an earlier state without a word: the address is the truth
    for (const back of ['popstate', 'pageshow']) addEventListener(back, () => this.#restore());
    this.#restore();
  }

  #selects = (): HTMLSelectElement[] => [...this.querySelectorAll('select')];
  /** each once, in the order of the selects */
  #chosen = (): string[] => [...new Set(this.#selects().map(({ value }) => value))].filter(Boolean);
  #allowed = () => new Map([[this.param, new Set([...part<HTMLSelectElement>(this, 'select').options].map(({ value }) => value))]]);

  /** What the address asks for under a name; what was renamed has its present id. */
  protected asked(name: string): string[] {
    const moved: Record<string, string> = JSON.parse(this.dataset.moved ?? '{}');
    return new URLSearchParams(location.search).getAll(name).map((id) => (Object.hasOwn(moved, id) && moved[id]) || id);
  }

  /** Takes the choice from the address; what was renamed stands there under its present id. */
  #restore(): void {
    const asked = this.asked(this.param);
    const present = new URLSearchParams(asked.map((id) => [this.param, id]));
    const wanted = readValues(`?${present}`, this.#allowed()).values.get(this.param) ?? [];
    const unknown = new Set(asked.filter(Boolean)).size - wanted.length;
    this.#leftOut = leftOutWords(this.noun, unknown, Math.max(0, wanted.length - MOST));
    for (const [i, select] of this.#selects().entries()) select.value = wanted.slice(0, MOST)[i] ?? '';
    this.#showChosen();
  }

  #showChosen(): void {
    const ids = this.#chosen();
    // each stands in one column
    for (const select of this.#selects())
      for (const option of select.options)
        option.disabled = option.value !== '' && option.value !== select.value && ids.includes(option.value);
    const said = [this.#leftOut, choiceWords(this.noun, ids.length, this.#touched)].filter(Boolean).join(' ');
    this.show(ids.length < FEWEST ? [] : ids, said);
  }

  /** Says what was shown. */
  protected told(said: string, any: boolean): void {
    const sheet = part(this, '.sheet');
    // what may be wider than the window must be reached by keys
    if (any) sheet.tabIndex = 0;
    else sheet.removeAttribute('tabindex');
    part(this, '[data-print]').hidden = !any;
    part(this, '[role="status"]').textContent = said;
  }
}
