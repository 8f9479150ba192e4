import { coverageOf, isWorse, type Pair } from '../../documents/challenge-finder/coverage.ts';
import { AfterFrame } from '../shared/after-frame.ts';
import { part } from '../shared/dom.ts';
import { QuietStatus } from '../shared/quiet-status.ts';
import { CoverageTable } from './coverage-table.ts';
import { type Answer, answersTo, type Candidate, counting, type FinderState, type Known, readFinder, writeFinder } from './finder-state.ts';
import { pairOf } from './pair-of.ts';
import { closedSentence, type Noun, nothingSentence, resultSentence, touches } from './words.ts';

/**
 * The finder: hides, orders and counts what the page holds. Its form works without it. What was asked stands in the
 * address; Back undoes it.
 */
class ChallengeFinder extends HTMLElement {
  #form!: HTMLFormElement;
  #list!: HTMLElement;
  #status!: QuietStatus;
  #coverage!: CoverageTable;
  #known!: Known;
  #moved: Record<string, string> = {};
  #candidates: Candidate[] = [];
  /** every pair, linked or not */
  #pairs: Pair[] = [];
  #asked = false;

  connectedCallback(): void {
    this.#form = part(this, 'form');
    this.#list = part(this, '.responses');
    this.#status = new QuietStatus(part(this, '[role="status"]'));
    this.#moved = JSON.parse(this.dataset.moved ?? '{}');
    const values = (name: string): string[] =>
      [...this.querySelectorAll<HTMLInputElement | HTMLOptionElement>(`input[name="${name}"], select[name="${name}"] option`)]
        .map(({ value }) => value)
        .filter(Boolean);
    this.#known = { from: values('from'), to: values('to'), who: values('who'), whose: values('whose'), only: values('only') };
    this.#candidates = this.#cards().map((card) => {
      const { to = '', who = '', title = '' } = card.dataset;
      return { to, who, title, pairs: [...card.querySelectorAll<HTMLElement>('.reasons > li')].map(pairOf) };
    });
    this.#pairs = [...this.querySelectorAll<HTMLElement>('[data-state]')].map(pairOf);
    this.#coverage = new CoverageTable(part(this, '#choice'), this, (to) => this.#weigh(to));

    // nobody should wait for the answer to see what was ticked
    const answering = new AfterFrame(() => this.#go());
    this.addEventListener('change', () => answering.ask());
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#go();
      part(this, '#answers').focus();
    });
    const again = part<HTMLButtonElement>(this, '[type="reset"]');
    again.addEventListener('click', (event) => {
      event.preventDefault();
      this.#fill({ from: [], to: [], who: '', whose: '', only: '' });
      this.#go();
      this.#boxes('from')[0]?.focus();
    });
    addEventListener('popstate', () => this.#restore());
    // browsers put a form into an earlier state without a word: the address is the truth
    addEventListener('pageshow', () => {
      if (writeFinder(location.search, this.#state(), this.#known) !== location.search) this.#restore();
    });
    // the form leads the focus here
    part(this, '#answers').tabIndex = -1;
    this.#restore();
  }

  #noun = (): Noun => [this.dataset.one ?? '', this.dataset.many ?? ''];
  #cards = (): HTMLElement[] => [...this.#list.querySelectorAll<HTMLElement>(':scope > li')];
  #boxes = (name: string): HTMLInputElement[] => [...this.querySelectorAll<HTMLInputElement>(`input[name="${name}"]`)];
  #select = (name: string): HTMLSelectElement => part<HTMLSelectElement>(this, `select[name="${name}"]`);

  /** What the form asks. */
  #state(): FinderState {
    const ticked = (name: string): string[] => this.#boxes(name).flatMap(({ checked, value }) => (checked ? [value] : []));
    // boxes of responses stand in the order of the answer; a state has the order of the page
    const to = ticked('to');
    return {
      from: ticked('from'),
      to: this.#known.to.filter((id) => to.includes(id)),
      who: this.#select('who').value,
      whose: this.#select('whose').value,
      only: this.#select('only').value,
    };
  }

  #fill({ from, to, who, whose, only }: FinderState): void {
    for (const box of this.#boxes('from')) box.checked = from.includes(box.value);
    for (const box of this.#boxes('to')) box.checked = to.includes(box.value);
    for (const [name, value] of Object.entries({ who, whose, only })) this.#select(name).value = value;
  }

  /** Takes what the form asks into the address, and answers. */
  #go(): void {
    const address = writeFinder(location.search, this.#state(), this.#known);
    if (address !== location.search) history.pushState(null, '', `${location.pathname}${address}${location.hash}`);
    this.#answer();
  }

  /** Fills the form from the address, and answers. */
  #restore(): void {
    const { state, refused } = readFinder(location.search, this.#known, this.#moved);
    this.#fill(state);
    const address = writeFinder(location.search, state, this.#known);
    if (refused.length > 0) history.replaceState(null, '', `${location.pathname}${address}${location.hash}`);
    this.#answer(refused.length > 0 ? 'The address asked for something this page does not have. That was left out. ' : '');
  }

  #weigh(to: string): void {
    for (const box of this.#boxes('to')) if (box.value === to) box.checked = true;
    this.#go();
  }

  #answer(before = ''): void {
    const state = this.#state();
    const answers = answersTo(this.#candidates, state);
    this.#show(answers, state);
    const closed = this.#showClosed(state);
    const nothing = part(this, '.nothing');
    const helps = answers.some(({ pairs }) => pairs.length > 0);
    nothing.hidden = helps;
    nothing.textContent = helps ? '' : nothingSentence(state, this.#noun(), closed);
    const pairs = state.whose ? this.#pairs.filter((pair) => isWorse(pair) || counting([pair], state).length > 0) : this.#pairs;
    const covered = this.#coverage.show(coverageOf(pairs, state.from, state.to), pairs, state, this.#noun());
    const any = writeFinder('', state, this.#known) !== '';
    part(this, '[type="reset"]').hidden = !any;
    this.#asked ||= any;
    if (this.#asked || before)
      this.#status.say(`${before}${resultSentence(answers, state, this.#noun())}${covered ? ` ${covered}` : ''}`.trim());
  }

  /** Orders the cards, and hides reasons and cards that do not answer. */
  #show(answers: readonly Answer[], state: FinderState): void {
    const cards = this.#cards();
    const place = ({ dataset }: HTMLElement): number => answers.findIndex(({ to }) => to === dataset.to);
    const held = document.activeElement;
    for (const card of cards) {
      const answer = answers[place(card)];
      card.hidden = !answer;
      const line = part(card, '.touches');
      line.hidden = !answer;
      line.textContent = answer ? touches(answer, state, this.#noun()) : '';
      for (const pair of card.querySelectorAll<HTMLElement>('.reasons > li'))
        pair.hidden = ![...(answer?.pairs ?? []), ...(answer?.worse ?? [])].some(({ from }) => from === pair.dataset.from);
    }
    const sorted = cards.filter((card) => !card.hidden).sort((a, b) => place(a) - place(b));
    // moving a card would take the focus from what is inside it: only what stands elsewhere is moved
    if (sorted.some((card, i) => cards[i] !== card)) this.#list.prepend(...sorted);
    if (held instanceof HTMLElement && held !== document.activeElement && this.contains(held)) held.focus({ preventScroll: true });
  }

  /**
   * Pairs that were closed stay one step away: those of the ticked gaps, and of the response that was started from.
   *
   * @returns whether there are any
   */
  #showClosed({ from, only, who }: FinderState): boolean {
    const closed = this.querySelector<HTMLElement>('.closed');
    if (!closed) return false;
    const kindOf = new Map(this.#candidates.map(({ to, who }) => [to, who]));
    const items = [...closed.querySelectorAll<HTMLElement>('li')];
    for (const item of items) {
      const pair = pairOf(item);
      item.hidden =
        (from.length > 0 && !from.includes(pair.from)) || (only !== '' && only !== pair.to) || (who !== '' && kindOf.get(pair.to) !== who);
    }
    const shown = items.filter(({ hidden }) => !hidden).length;
    closed.hidden = shown === 0 || (from.length === 0 && only === '');
    part(closed, 'summary').textContent = closedSentence(shown);
    return !closed.hidden;
  }
}

customElements.define('challenge-finder', ChallengeFinder);
