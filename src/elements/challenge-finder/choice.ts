import { type Covered, coverageSentence, type Pair } from '../../documents/challenge-finder/coverage.ts';
import { uncapital } from '../../lib/text.ts';
import { button, element, part } from '../shared/dom.ts';
import type { FinderState } from './finder-state.ts';
import { couldSentence, couldTouch, type Noun, narrowedSentence, trayWords } from './words.ts';

/** What is weighed, said twice: in the tray at the foot of the window, and after the answers with what could close the rest. */
export class Choice {
  #place: HTMLElement;
  #tray: HTMLElement;
  #page: HTMLElement;
  #weigh: (to: string) => void;

  /**
   * @param page with the places `#choice` and `.tray`, and the names of gaps and responses; `data-record` and `data-compare` are addresses
   * @param weigh adds a response to the choice
   */
  constructor(page: HTMLElement, weigh: (to: string) => void) {
    [this.#place, this.#tray, this.#page, this.#weigh] = [part(page, '#choice'), part(page, '.tray'), page, weigh];
  }

  #start = (from: string): string | undefined => this.#page.querySelector<HTMLElement>(`.heads [data-from="${from}"]`)?.textContent?.trim();
  #response = (to: string): string => this.#page.querySelector<HTMLElement>(`.response[data-to="${to}"]`)?.dataset.name ?? to;
  /** the name of a gap or a response inside a sentence */
  named = (id: string): string => uncapital(this.#start(id) ?? this.#response(id));

  /**
   * @param rows a row for each ticked gap
   * @param pairs those that count
   * @param result the answer in one sentence, for as long as nothing is weighed
   * @returns what the choice comes to; empty where nothing is ticked or nothing weighed
   */
  show(rows: readonly Covered[], pairs: readonly Pair[], state: FinderState, noun: Noun, result: string): string {
    const narrowed = state.whose !== '';
    const both = rows.length > 0 && state.to.length > 0;
    const told = both ? narrowedSentence(coverageSentence(rows, this.named, noun), narrowed) : '';
    this.#place.hidden = !both;
    part(this.#place, '.coverage').textContent = told;
    const open = both ? rows.filter((row) => row.state === 'open') : [];
    part(this.#place, '.could').replaceChildren(
      ...open.map(({ from }) => this.#could(from, couldTouch(pairs, from, state.to), noun, narrowed)),
    );
    this.#showTray(rows, state, noun, result);
    return told;
  }

  #showTray(rows: readonly Covered[], state: FinderState, noun: Noun, result: string): void {
    const tray = this.#tray;
    const weighed = state.to.length;
    tray.hidden = weighed === 0 && result === '';
    const words = trayWords(rows, weighed, this.named, noun, result, state.whose !== '');
    for (const [name, text] of Object.entries(words)) part(tray, `.${name}`).textContent = text;
    const asked = new URLSearchParams([...state.from.map((id) => ['from', id]), ...state.to.map((id) => ['to', id])]);
    for (const way of tray.querySelectorAll<HTMLAnchorElement>('[data-to-page]')) way.href = `${way.dataset.toPage}?${asked}`;
    part(tray, '.see').hidden = weighed > 0;
    part(tray, '.on').hidden = weighed === 0;
    // one stands beside nothing
    part(tray, '.compare').hidden = weighed < 2;
  }

  /** Leads the focus to the way on. */
  goOn(): void {
    part(this.#tray, '.on').focus();
  }

  #could(from: string, could: readonly string[], [one]: Noun, narrowed: boolean): Node {
    const line = element('p', `${couldSentence(this.named(from), could.length, one, narrowed)} `);
    for (const to of could) {
      const add = button(this.#response(to), () => {
        this.#weigh(to);
        this.#place.focus({ preventScroll: true });
      });
      add.className = 'chip';
      add.setAttribute('aria-label', `${this.#response(to)}: weigh it for ${this.named(from)}`);
      line.append(add, ' ');
    }
    return line;
  }
}
