import { type Covered, coverageSentence, type Pair } from '../../documents/challenge-finder/coverage.ts';
import { uncapital } from '../../lib/text.ts';
import { button, columns, element, header, part } from '../shared/dom.ts';
import type { FinderState } from './finder-state.ts';
import { couldSentence, couldTouch, type Noun, narrowedSentence, togetherWords } from './words.ts';

/** Chosen gaps and chosen responses as a table whose last column says what is still open, and what could close the rest. */
export class CoverageTable {
  #place: HTMLElement;
  #page: HTMLElement;
  #weigh: (to: string) => void;

  /**
   * @param place where it stands, with `.coverage`, `.covers`, `.could` and the way to the record
   * @param page where the names and marks of the pairs stand
   * @param weigh adds a response to the choice
   */
  constructor(place: HTMLElement, page: HTMLElement, weigh: (to: string) => void) {
    [this.#place, this.#page, this.#weigh] = [place, page, weigh];
    // many responses make the table wider than the page; keys must reach what scrolls
    part(place, '.scroll').tabIndex = 0;
  }

  #start = (from: string): string =>
    this.#page.querySelector(`input[name="from"][value="${from}"]`)?.parentElement?.querySelector('span')?.textContent ?? from;
  #response = (to: string): string => this.#page.querySelector<HTMLElement>(`.response[data-to="${to}"]`)?.dataset.name ?? to;
  /** the name of a gap or a response inside a sentence */
  #named = (id: string): string =>
    uncapital(this.#page.querySelector(`input[name="from"][value="${id}"]`) ? this.#start(id) : this.#response(id));
  #mark = (from: string, to: string): Node | undefined =>
    this.#page.querySelector(`[data-from="${from}"][data-to="${to}"] .link-mark`)?.cloneNode(true);

  /**
   * @param pairs those that count
   * @returns its sentence; empty where nothing is ticked or nothing weighed
   */
  show(rows: readonly Covered[], pairs: readonly Pair[], state: FinderState, noun: Noun): string {
    this.#place.hidden = rows.length === 0 && state.to.length === 0;
    const [sentence, table, could] = [part(this.#place, '.coverage'), part(this.#place, '.covers'), part(this.#place, '.could')];
    const way = part<HTMLAnchorElement>(this.#place, '.go a');
    const { record = '' } = this.#page.dataset;
    way.href = `${record}?${new URLSearchParams([...state.from.map((id) => ['from', id]), ...state.to.map((id) => ['to', id])])}`;
    const both = rows.length > 0 && state.to.length > 0;
    (table.parentElement as HTMLElement).hidden = !both;
    const narrowed = state.whose !== '';
    const told = both ? narrowedSentence(coverageSentence(rows, this.#named, noun), narrowed) : '';
    sentence.textContent = both
      ? told
      : state.to.length === 0
        ? 'Weigh one or more responses below to see what they may touch together, and what nothing chosen is linked to.'
        : `Tick at least one ${noun[0]} to see what these responses may touch.`;
    table.replaceChildren(...(both ? this.#rows(rows, state) : []));
    could.replaceChildren(
      ...(both
        ? rows.filter((row) => row.state === 'open').map(({ from }) => this.#could(from, couldTouch(pairs, from, state.to), noun, narrowed))
        : []),
    );
    return told;
  }

  #rows(rows: readonly Covered[], { to }: FinderState): Node[] {
    const caption = element('caption', 'What you ticked, by what you weigh');
    caption.className = 'hidden';
    return [
      caption,
      columns('What you ticked', ...to.map((id) => this.#response(id)), 'Together'),
      element(
        'tbody',
        '',
        ...rows.map((row) => {
          const last = element('td', togetherWords(row));
          last.className = row.worse.length > 0 ? 'open' : row.state;
          return element(
            'tr',
            '',
            header(this.#start(row.from), 'row'),
            ...to.map((id, i) => {
              const mark = row.cells[i] && this.#mark(row.from, id);
              const made = element('td', mark ? '' : 'not counted');
              if (mark) made.append(mark);
              // a narrow screen shows each cell under the name of its column
              made.dataset.column = this.#response(id);
              return made;
            }),
            last,
          );
        }),
      ),
    ];
  }

  #could(from: string, could: readonly string[], [one]: Noun, narrowed: boolean): Node {
    const line = element('p', `${couldSentence(this.#named(from), could.length, one, narrowed)} `);
    for (const to of could) {
      const add = button(this.#response(to), () => {
        this.#weigh(to);
        this.#place.focus({ preventScroll: true });
      });
      add.className = 'chip';
      add.setAttribute('aria-label', `${this.#response(to)}: weigh it for ${this.#start(from)}`);
      line.append(add, ' ');
    }
    return line;
  }
}
