import { element, part } from '../shared/dom.ts';
import { placeWords } from './marking.ts';

/** What the pager needs to know of the quiz. */
interface Quiz {
  /** the questions that are shown, in order: the list can be narrowed */
  shown(): HTMLElement[];
  /** fills the summary, which comes after the last question */
  summary(place: HTMLElement): void;
}

/**
 * Shows the questions of a quiz one at a time, with the place of each and a way back and on; after the last one stands a
 * summary. The question that is shown stands in the address as its fragment, and "all at once" as `?show=all`.
 */
export class OneAtATime {
  readonly #root: HTMLElement;
  readonly #quiz: Quiz;
  /** the question that is shown; undefined for the summary */
  #at: HTMLElement | undefined;

  constructor(root: HTMLElement, quiz: Quiz) {
    this.#root = root;
    this.#quiz = quiz;
    addEventListener('popstate', () => this.arrive());
    addEventListener('hashchange', () => {
      const question = this.#named();
      if (question) this.go(question);
    });
  }

  get #all(): boolean {
    return new URLSearchParams(location.search).get('show') === 'all';
  }

  /** The question that the address names, or whose answer it names, if it is shown. */
  #named(): HTMLElement | undefined {
    const named = document.getElementById(location.hash.slice(1).replace(/^key-/, ''));
    const question = named?.closest<HTMLElement>('.quiz > li');
    return question && this.#quiz.shown().includes(question) ? question : undefined;
  }

  /** Opens what the address names, or the first question. */
  arrive(): void {
    const question = this.#named();
    const shown = this.#quiz.shown();
    if (question) this.#at = question;
    else if (this.#at === undefined || !shown.includes(this.#at)) this.#at = shown[0];
    this.draw();
    if (question && this.#all) question.scrollIntoView();
  }

  /** All questions, or one at a time again. */
  toggle(): void {
    const params = new URLSearchParams(location.search);
    if (this.#all) params.delete('show');
    else params.set('show', 'all');
    history.replaceState(null, '', `${location.pathname}${params.size > 0 ? `?${params}` : ''}${location.hash}`);
    this.#at ??= this.#quiz.shown()[0];
    this.draw();
  }

  /** The next question, or the one before; past the last one stands the summary. */
  step(by: 1 | -1): void {
    const shown = this.#quiz.shown();
    const now = this.#at ? shown.indexOf(this.#at) : shown.length;
    this.go(shown[Math.max(0, now + by)]);
  }

  /** @param question to be shown; left out for the summary */
  go(question: HTMLElement | undefined): void {
    this.#at = question;
    history.replaceState(null, '', `${location.pathname}${location.search}${question ? `#${question.id}` : ''}`);
    this.draw();
    const head = question ? part(question, 'legend h3') : part(this.#root, '.summary');
    head.tabIndex = -1;
    // which of how many is read with it
    if (question) head.setAttribute('aria-describedby', part(this.#root, '.place').id);
    head.focus();
    part(this.#root, '.pager').scrollIntoView({ block: 'nearest' });
  }

  /** Draws the place among the questions anew. */
  draw(): void {
    const shown = this.#quiz.shown();
    const ended = this.#at === undefined && !this.#all && shown.length > 0;
    this.#root.toggleAttribute('data-one', !this.#all);
    this.#root.toggleAttribute('data-ended', ended);
    for (const question of this.#root.querySelectorAll('.quiz > li')) question.toggleAttribute('data-at', question === this.#at);
    const at = this.#at ? shown.indexOf(this.#at) : -1;
    part(this.#root, '.place').textContent = at < 0 ? '' : placeWords(at, shown.length);
    part(this.#root, '.squares').replaceChildren(
      ...shown.map((question) => {
        const square = element('span');
        square.dataset.state = question.dataset.state || 'open';
        square.toggleAttribute('data-at', question === this.#at);
        return square;
      }),
    );
    part<HTMLButtonElement>(this.#root, '[data-back]').disabled = at === 0;
    const next = part(this.#root, '[data-next]');
    next.textContent = at === shown.length - 1 ? 'Summary' : 'Next';
    // one thing to do first: to check, and then to go on
    next.classList.toggle('plain', at >= 0 && !this.#at?.dataset.state);
    part(this.#root, '[data-show-all]').textContent = this.#all ? 'One at a time' : 'All at once';
    const summary = part(this.#root, '.summary');
    summary.hidden = !ended;
    if (ended) this.#quiz.summary(summary);
    else summary.replaceChildren();
  }
}
