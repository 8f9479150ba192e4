import { type CaseSheet, choiceWords, FEWEST, MOST, type SheetItem } from '../../documents/compare-cases/case-sheet.ts';
import { readValues, writeValues } from '../shared/address-state.ts';
import { element, header, linkTo, part } from '../shared/dom.ts';

/** Sets two to four cases side by side. The choice stands in the address; Back undoes it. A case is fetched when it is chosen. */
class CompareCases extends HTMLElement {
  readonly #sheets = new Map<string, Promise<CaseSheet>>();
  #turn = 0;

  connectedCallback(): void {
    this.addEventListener('change', () => {
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

  #restore(): void {
    const wanted = readValues(location.search, this.#allowed()).values.get('case') ?? [];
    for (const [i, select] of this.#selects().entries()) select.value = wanted.slice(0, MOST)[i] ?? '';
    void this.#show();
  }

  async #show(): Promise<void> {
    this.#turn += 1;
    const turn = this.#turn;
    const ids = this.#chosen();
    const status = part(this, '[role="status"]');
    const sheet = part(this, '.sheet');
    const print = part(this, '[data-print]');
    const few = ids.length < FEWEST;
    try {
      const sheets = few ? [] : await Promise.all(ids.map((id) => this.#sheet(id)));
      // a later choice may have come first
      if (turn !== this.#turn) return;
      sheet.replaceChildren(...(few ? [] : [tableOf(sheets)]));
      // what may be wider than the window must be reached by keys
      if (few) sheet.removeAttribute('tabindex');
      else sheet.tabIndex = 0;
      status.textContent = choiceWords(ids.length);
      print.hidden = few;
    } catch {
      if (turn === this.#turn) status.textContent = 'A case could not be loaded. Your choice is safe in the address: load the page again.';
    }
  }

  #sheet(id: string): Promise<CaseSheet> {
    const known = this.#sheets.get(id) ?? fetched(`${this.dataset.from}${id}.json`);
    this.#sheets.set(id, known);
    // what failed once may come the next time
    known.catch(() => this.#sheets.delete(id));
    return known;
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
  const table = element('table', '', element('thead', '', head), element('tbody', '', ...body));
  table.dataset.many = String(sheets.length);
  return table;
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
