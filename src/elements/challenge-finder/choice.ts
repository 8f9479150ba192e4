import { type Covered, coverageSentence, type Pair } from '../../documents/challenge-finder/coverage.ts';
import { uncapital } from '../../lib/text.ts';
import { button, element, part, write } from '../shared/dom.ts';
import type { FinderState } from './finder-state.ts';
import { couldSentence, couldTouch, type Noun, narrowedSentence, trayLeads, trayWords } from './words.ts';

/** What is weighed, said twice: in the tray at the foot of the window, and after the answers with what could close the rest. */
export class Choice {
  #place: HTMLElement;
  #tray: HTMLElement;
  #page: HTMLElement;
  #weigh: (to: string) => void;

  /**
   * @param page with the places `#choice` and `.tray`, and the names of gaps and responses; ways on in the tray carry `data-to-page`, their address
   * @param weigh adds a response to the choice
   */
  constructor(page: HTMLElement, weigh: (to: string) => void) {
    [this.#place, this.#tray, this.#page, this.#weigh] = [part(page, '#choice'), part(page, '.tray'), page, weigh];
    // while the answers hold the middle of the window nobody needs the way to them
    new IntersectionObserver(([answers]) => this.#tray.classList.toggle('there', answers?.isIntersecting), {
      rootMargin: '-50% 0px',
    }).observe(part(page, '#answers'));
  }

  #start = (from: string): string | undefined => this.#page.querySelector<HTMLElement>(`.heads [data-from="${from}"]`)?.textContent?.trim();
  #response = (to: string): string => this.#page.querySelector<HTMLElement>(`.response[data-to="${to}"]`)?.dataset.name ?? to;
  /** the name of a gap or a response inside a sentence */
  named = (id: string): string => uncapital(this.#start(id) ?? this.#response(id));

  /**
   * @param rows a row for each ticked gap
   * @param pairs those that count
   * @param result the answer in one sentence, for as long as nothing is weighed
   */
  show(rows: readonly Covered[], pairs: readonly Pair[], state: FinderState, noun: Noun, result: string): void {
    const narrowed = state.whose !== '';
    const both = rows.length > 0 && state.to.length > 0;
    // the place of a status is never hidden, or nothing is announced
    this.#place.classList.toggle('none', !both);
    write(part(this.#place, '.coverage'), both ? narrowedSentence(coverageSentence(rows, this.named, noun), narrowed) : '');
    const open = both ? rows.filter((row) => row.state === 'open') : [];
    part(this.#place, '.could').replaceChildren(
      ...open.map(({ from }) => this.#could(from, couldTouch(pairs, from, state.to), noun, narrowed)),
    );
    this.#showTray(rows, state, noun, result);
  }

  #showTray(rows: readonly Covered[], state: FinderState, noun: Noun, result: string): void {
    const tray = this.#tray;
    const weighed = state.to.length;
    tray.hidden = weighed === 0 && result === '';
    const words = trayWords(rows, weighed, this.named, noun, result, state.whose !== '');
    for (const [name, text] of Object.entries(words)) part(tray, `.${name}`).textContent = text;
    part<HTMLAnchorElement>(tray, '.says').href = trayLeads(rows.length, weighed);
    const asked = new URLSearchParams([...state.from.map((id) => ['from', id]), ...state.to.map((id) => ['to', id])]);
    // what this page recommends to read next leads to the same tools
    for (const { dataset } of tray.querySelectorAll<HTMLElement>('[data-to-page]'))
      for (const way of document.querySelectorAll<HTMLAnchorElement>(`main a[href^="${dataset.toPage}"]`))
        way.href = `${dataset.toPage}${asked.size > 0 ? `?${asked}` : ''}`;
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
