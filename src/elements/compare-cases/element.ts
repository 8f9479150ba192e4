import type { CaseSheet, SheetItem } from '../../documents/compare-cases/case-sheet.ts';
import { madeOnce } from '../../lib/items.ts';
import { element, header, linkTo, part } from '../shared/dom.ts';
import { SideBySide } from '../shared/side-by-side.ts';

/** Sets two to four cases side by side. A case is fetched when it is chosen. */
class CompareCases extends SideBySide {
  protected readonly param = 'case';
  protected readonly noun = ['case', 'cases'] as const;
  readonly #sheets = new Map<string, Promise<CaseSheet>>();
  #turn = 0;

  protected async show(ids: readonly string[], said: string): Promise<void> {
    this.#turn += 1;
    const turn = this.#turn;
    try {
      const sheets = await Promise.all(ids.map((id) => this.#sheet(id)));
      // a later choice may have come first
      if (turn === this.#turn) this.#put(sheets, said);
    } catch {
      if (turn === this.#turn)
        this.#put([], 'A case could not be loaded. Choose it again, or load the page again: your choice stands in the address.');
    }
  }

  /** Shows some cases side by side, or none. */
  #put(sheets: readonly CaseSheet[], said: string): void {
    const none = sheets.length === 0;
    part(this, '.sheet').replaceChildren(...(none ? [] : [tableOf(sheets)]));
    this.told(said, !none);
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
    const cells = sheets.map(({ name, rows }) => {
      const cell = element('td', '', ...(rows[i]?.items ?? []).map(itemOf));
      // a narrow screen shows each cell under the name of its column
      cell.dataset.column = name;
      return cell;
    });
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
