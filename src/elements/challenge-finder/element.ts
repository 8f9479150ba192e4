import { coverageOf, isOpen, isTold, isWorse, type Pair } from '../../documents/challenge-finder/coverage.ts';
import { AfterFrame } from '../shared/after-frame.ts';
import { part, write } from '../shared/dom.ts';
import { Choice } from './choice.ts';
import { type Answer, answersTo, type Candidate, counting, type FinderState, type Known, readFinder, writeFinder } from './finder-state.ts';
import { pairOf } from './pair-of.ts';
import { askSentence, closedSentence, type Noun, nothingSentence, resultSentence, shortResult, touches } from './words.ts';

/** With so many columns the marks carry their words. */
const FEW = 3;

/** The marks in the row of a response, one for each pair. */
const marksOf = (card: HTMLElement): HTMLElement[] => [...card.querySelectorAll<HTMLElement>('.marks > li')];

/**
 * The finder: hides, orders and counts what the page holds. Its form works without it. What was asked stands in the
 * address; Back undoes it.
 */
class ChallengeFinder extends HTMLElement {
  #form!: HTMLFormElement;
  #list!: HTMLElement;
  #choice!: Choice;
  #known!: Known;
  #moved: Record<string, string> = {};
  #candidates: Candidate[] = [];
  /** every pair, linked or not */
  #pairs: Pair[] = [];
  #asked = false;

  connectedCallback(): void {
    this.#form = part(this, 'form');
    this.#list = part(this, '.responses');
    this.#moved = JSON.parse(this.dataset.moved ?? '{}');
    const values = (name: string): string[] =>
      [...this.querySelectorAll<HTMLInputElement | HTMLOptionElement>(`input[name="${name}"], select[name="${name}"] option`)]
        .map(({ value }) => value)
        .filter(Boolean);
    this.#known = { from: values('from'), to: values('to'), who: values('who'), whose: values('whose'), only: values('only') };
    this.#candidates = this.#cards().map((card) => {
      const { to = '', who = '', title = '' } = card.dataset;
      return { to, who, title, pairs: marksOf(card).map(pairOf).filter(isTold) };
    });
    this.#pairs = this.#cards().flatMap((card) => marksOf(card).map(pairOf));
    this.#choice = new Choice(this, (to) => this.#weigh(to));

    // nobody should wait for the answer to see what was ticked
    const answering = new AfterFrame(() => this.#go());
    this.addEventListener('change', () => answering.ask());
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#go();
      // Enter in a box sends its form: after a response is weighed that leads on
      const { from, to, only } = this.#state();
      if (to.length > 0 && this.#list.contains(document.activeElement)) this.#choice.goOn();
      else if (from.length === 0 && !only) this.#ask();
      else this.#land();
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
    // the form of another page leads here, ticked or not
    if (location.hash === '#answers' && !this.#asked) {
      // with the fragment in the address the browser would turn to the answers again
      history.replaceState(null, '', location.pathname + location.search);
      this.#ask();
    }
  }

  /** Leads to where the answers begin. */
  #land(): void {
    const answers = part(this, '#answers');
    answers.scrollIntoView();
    answers.focus({ preventScroll: true });
  }

  /** Says at the boxes that none is ticked. */
  #ask(): void {
    const says = part(this, '.ask');
    says.hidden = false;
    says.textContent = askSentence(this.#noun());
    this.#boxes('from')[0]?.focus();
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
    const rows = coverageOf(pairs, state.from, state.to);
    this.#choice.show(rows, pairs, state, this.#noun(), shortResult(answers, state, this.#noun()));
    const any = writeFinder('', state, this.#known) !== '';
    if (any) part(this, '.ask').hidden = true;
    part(this, '[type="reset"]').hidden = !any;
    this.#asked ||= any;
    // a status: it is read when it changes
    write(part(this, '.result'), `${before}${resultSentence(answers, state, this.#noun())}`.trim());
    // a filter that is set is seen
    if (state.who || state.whose || state.only) part<HTMLDetailsElement>(this, '.narrow').open = true;
  }

  /** Orders the rows, and hides those that do not answer, with the columns and reasons of what was not asked. */
  #show(answers: readonly Answer[], state: FinderState): void {
    const cards = this.#cards();
    const place = ({ dataset }: HTMLElement): number => answers.findIndex(({ to }) => to === dataset.to);
    const held = document.activeElement;
    const asked = ({ dataset }: HTMLElement): boolean => state.from.length === 0 || state.from.includes(dataset.from ?? '');
    const grid = part(this, '.grid');
    grid.hidden = answers.length === 0;
    const heads = [...part(this, '.heads').querySelectorAll<HTMLElement>('[data-from]')];
    for (const head of heads) head.hidden = !asked(head);
    // a few columns have room for words
    grid.classList.toggle('few', heads.filter((head) => !head.hidden).length <= FEW);
    for (const card of cards) {
      const answer = answers[place(card)];
      card.hidden = !answer;
      if (!answer) continue;
      write(part(card, '.touches'), touches({ ...answer, worse: [] }, state, this.#noun()));
      for (const mark of marksOf(card)) {
        const pair = pairOf(mark);
        mark.hidden = !asked(mark);
        mark.classList.toggle('out', isOpen(pair) && counting([pair], state).length === 0);
      }
      for (const pair of card.querySelectorAll<HTMLElement>('.warning, .reasons > li'))
        pair.hidden = ![...answer.pairs, ...answer.worse].some(({ from }) => from === pair.dataset.from);
      const told = [...card.querySelectorAll<HTMLElement>('.reasons > li')].filter(({ hidden }) => !hidden);
      part(card, '.detail').classList.toggle('one', told.length === 1);
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
