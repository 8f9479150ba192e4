import type { CaseSheet, SheetItem } from '../../documents/compare-cases/case-sheet.ts';
import { choiceWords, FEWEST, leftOutWords, MOST } from '../../documents/compare-cases/wording.ts';
import { madeOnce } from '../../lib/items.ts';
import { readValues, writeValues } from '../shared/address-state.ts';
import { element, header, linkTo, part } from '../shared/dom.ts';

/** Sets two to four cases side by side. The choice stands in the address; Back undoes it. A case is fetched when it is chosen. */
class CompareCases extends HTMLElement {
  readonly #sheets = new Map<string, Promise<CaseSheet>>();
  #turn = 0;
  #touched = false;
  /** what the address asked for and did not get */
  #leftOut = '';

  connectedCallback(): void {
    this.addEventListener('change', () => {
      this.#touched = true;
      this.#leftOut = '';
      history.pushState(null, '', location.pathname + writeValues(location.search, new Map([['case', this.#chosen()]]), this.#allowed()));
      void this.#show();
    });
    part(this, '[data-print]').addEventListener('click', () => window.print());
    // browsers put selects into an earlier state without a word: the address is the truth
    for (const back of ['popstate', 'pageshow']) addEventListener(back, () => this.#restore());
    this.#restore();
  }

  #selects = (): HTMLSelectElement[] => [...this.querySelectorAll('select')];
  /** each once, in the order of the selects */
  #chosen = (): string[] => [...new Set(this.#selects().map(({ value }) => value))].filter(Boolean);
  #allowed = () => new Map([['case', new Set([...part<HTMLSelectElement>(this, 'select').options].map(({ value }) => value))]]);

  /** Takes the choice from the address; a case that was renamed stands there under its present id. */
  #restore(): void {
    const moved: Record<string, string> = JSON.parse(this.dataset.moved ?? '{}');
    const asked = new URLSearchParams(location.search).getAll('case').map((id) => (Object.hasOwn(moved, id) && moved[id]) || id);
    const present = new URLSearchParams(asked.map((id) => ['case', id]));
    const wanted = readValues(`?${present}`, this.#allowed()).values.get('case') ?? [];
    this.#leftOut = leftOutWords(new Set(asked.filter(Boolean)).size - wanted.length, Math.max(0, wanted.length - MOST));
    for (const [i, select] of this.#selects().entries()) select.value = wanted.slice(0, MOST)[i] ?? '';
    void this.#show();
  }

  async #show(): Promise<void> {
    this.#turn += 1;
    const turn = this.#turn;
    const ids = this.#chosen();
    // a case stands in one column
    for (const select of this.#selects())
      for (const option of select.options)
        option.disabled = option.value !== '' && option.value !== select.value && ids.includes(option.value);
    const few = ids.length < FEWEST;
    try {
      const sheets = few ? [] : await Promise.all(ids.map((id) => this.#sheet(id)));
      // a later choice may have come first
      if (turn === this.#turn) this.#put(sheets, [this.#leftOut, choiceWords(ids.length, this.#touched)].filter(Boolean).join(' '));
    } catch {
      if (turn === this.#turn)
        this.#put([], 'A case could not be loaded. Choose it again, or load the page again: your choice stands in the address.');
    }
  }

  /** Shows some cases side by side, or none. */
  #put(sheets: readonly CaseSheet[], said: string): void {
    const sheet = part(this, '.sheet');
    const none = sheets.length === 0;
    sheet.replaceChildren(...(none ? [] : [tableOf(sheets)]));
    // what may be wider than the window must be reached by keys
    if (none) sheet.removeAttribute('tabindex');
    else sheet.tabIndex = 0;
    part(this, '[data-print]').hidden = none;
    part(this, '[role="status"]').textContent = said;
  }

  #sheet(id: string): Promise<CaseSheet> {
    return madeOnce(this.#sheets, id, () => {
      const sheet = fetched(`${this.dataset.from}${id}.json`);
      // what failed once may come the next time
      sheet.catch(() => this.#sheets.delete(id));
      return sheet;
    });
  }
}

async function fetched(address: string): Promise<CaseSheet> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.json();
}

function tableOf(sheets: readonly CaseSheet[]): HTMLTableElement {
  const head = element('tr', '', element('td'));
  for (const { name, place, address } of sheets) {
    const cell = header('', 'col');
    cell.append(linkTo(address, name), element('small', place));
    head.append(cell);
  }
  const body = (sheets[0]?.rows ?? []).map(({ heading }, i) => {
    const cells = sheets.map(({ rows }) => element('td', '', ...(rows[i]?.items ?? []).map(itemOf)));
    return element('tr', '', header(heading, 'row'), ...cells);
  });
  return element('table', '', element('thead', '', head), element('tbody', '', ...body));
}

function itemOf({ text, source, address, account }: SheetItem): HTMLElement {
  const item = element('p', text);
  if (source && address) {
    const under = element('small', '', linkTo(address, source));
    if (account) under.append(`. ${account}`);
    item.append(' ', under);
  }
  return item;
}

customElements.define('compare-cases', CompareCases);
