import { cleanQuery } from '../../documents/site-search/query.ts';
import { element, linkTo } from '../shared/dom.ts';
import { QuietStatus } from '../shared/quiet-status.ts';
import { type Result, SearchEngine } from './engine.ts';
import { chosen } from './keys.ts';
import { NameStore } from './name-store.ts';
import { toldOffered } from './wording.ts';

/** How many answers are offered. */
const SHOWN = 3;
/** Keys that follow each other faster than this are looked at together. */
const PAUSE = 60;
const LIST = 'seek-answers';

/**
 * The first answers to what is being typed, under the field in the head: a combobox whose options are links. It asks the names
 * alone; Enter without a choice goes to the search page, which reads the full text. Where the names do not come the form stays
 * what it is.
 */
export class Suggestions {
  readonly #field: HTMLInputElement;
  readonly #names: string;
  readonly #list = element('div');
  readonly #status: QuietStatus;
  #engine: Promise<SearchEngine> | undefined;
  #turn = 0;
  #timer = 0;
  #at = -1;

  /**
   * @param field stands in its form, next to which the answers are put
   * @param names the address of the first file of names
   */
  constructor(field: HTMLInputElement, names: string) {
    this.#field = field;
    this.#names = names;
    const status = element('p');
    status.className = 'hidden';
    status.setAttribute('role', 'status');
    this.#status = new QuietStatus(status);
    this.#list.id = LIST;
    this.#list.className = 'first-answers';
    this.#list.hidden = true;
    this.#list.setAttribute('role', 'listbox');
    this.#list.setAttribute('aria-label', 'First answers');
    field.form?.append(this.#list, status);
    for (const [name, value] of [
      ['role', 'combobox'],
      ['aria-autocomplete', 'list'],
      ['aria-controls', LIST],
      ['aria-expanded', 'false'],
    ] as const)
      field.setAttribute(name, value);
    field.addEventListener('input', () => this.#soon());
    field.addEventListener('keydown', (event) => this.#onKey(event));
    field.addEventListener('blur', () => this.#close());
    // who presses an answer stays in the field until the answer is followed
    this.#list.addEventListener('mousedown', (event) => event.preventDefault());
    if (field.value) this.#soon();
  }

  #soon(): void {
    clearTimeout(this.#timer);
    const turn = ++this.#turn;
    this.#timer = window.setTimeout(() => this.#run(turn), PAUSE);
  }

  async #run(turn: number): Promise<void> {
    const query = cleanQuery(this.#field.value);
    if (!query) return this.#close();
    try {
      this.#engine ??= NameStore.load(this.#names).then(
        (store) => new SearchEngine(store, () => Promise.reject(new Error('Only names are asked here.'))),
      );
      const engine = await this.#engine;
      const { found } = await engine.byName(query, { kind: [], voice: [] }, !/\s$/.test(this.#field.value));
      // nobody is told by which phrase they were found
      const first = found.slice(0, SHOWN).map(({ phrase: _, ...one }) => one);
      const results = await engine.show(first, false);
      if (turn === this.#turn && document.activeElement === this.#field) this.#show(results);
    } catch {
      // the next key loads it again
      this.#engine = undefined;
      if (turn === this.#turn) this.#close();
    }
  }

  #show(results: readonly Result[]): void {
    this.#list.replaceChildren(
      ...results.map(({ name, terms: [term] }, i) => {
        // of the glossary the term is the answer
        const { address, title, kind, label = kind } = term ?? name;
        const option = linkTo(address, '');
        option.id = `${LIST}-${i}`;
        option.tabIndex = -1;
        option.setAttribute('role', 'option');
        option.append(element('b', title), ' ', element('span', label));
        return option;
      }),
    );
    this.#choose(-1);
    this.#open(results.length > 0);
    this.#status.say(toldOffered(results.length));
  }

  #choose(at: number): void {
    this.#at = at;
    for (const [i, option] of [...this.#list.children].entries()) option.setAttribute('aria-selected', String(i === at));
    if (at < 0) this.#field.removeAttribute('aria-activedescendant');
    else this.#field.setAttribute('aria-activedescendant', `${LIST}-${at}`);
  }

  #open(open: boolean): void {
    this.#list.hidden = !open;
    this.#field.setAttribute('aria-expanded', String(open));
  }

  #close(): void {
    clearTimeout(this.#timer);
    this.#turn++;
    this.#choose(-1);
    this.#open(false);
    this.#status.say('');
  }

  #onKey(event: KeyboardEvent): void {
    if (event.isComposing || event.shiftKey || event.ctrlKey || event.metaKey || event.altKey) return;
    const open = !this.#list.hidden;
    if (event.key === 'Escape' && open) this.#close();
    else if (event.key === 'Enter' && this.#at >= 0) (this.#list.children[this.#at] as HTMLElement).click();
    else if (event.key === 'ArrowDown' && !open) this.#soon();
    else {
      const to = open ? chosen(event.key, this.#at, this.#list.childElementCount) : undefined;
      if (to === undefined) return;
      this.#choose(to);
    }
    event.preventDefault();
  }
}
