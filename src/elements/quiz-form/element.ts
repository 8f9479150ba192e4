import { around, element, linkTo, part } from '../shared/dom.ts';
import { compare, type Marked, outcome, type Part, progress, verdict } from './marking.ts';
import { OneAtATime } from './one-at-a-time.ts';

type Type = Parameters<typeof compare>[0];

/** A quiz that checks itself, one question at a time: the feedback of the key comes to the question that was answered. Nothing is kept. */
class QuizForm extends HTMLElement {
  #pages!: OneAtATime;
  readonly #checked = new Map<string, Marked>();

  connectedCallback(): void {
    this.#pages = new OneAtATime(this, {
      shown: () => this.#shown(),
      summary: (place) => this.#summary(place),
    });
    for (const go of this.querySelectorAll<HTMLElement>('.go, .pager')) go.hidden = false;
    this.addEventListener('click', ({ target }) => {
      const button = (target as Element).closest('button');
      const data = button?.dataset;
      if (!button || !data) return;
      if (data.again !== undefined) this.#again();
      else if (data.check !== undefined) this.#check(around(button, '.quiz > li'));
      else if (data.answer !== undefined) this.#answer(button);
      else if (data.back !== undefined) this.#pages.step(-1);
      else if (data.next !== undefined) this.#pages.step(1);
      else if (data.showAll !== undefined) this.#pages.toggle();
    });
    // Enter answers, as in a form
    this.addEventListener('keydown', ({ key, target }) => {
      const question =
        key === 'Enter' && (target as Element).matches('.choice-line input') && (target as Element).closest<HTMLElement>('.quiz > li');
      if (question) this.#check(question);
    });
    this.addEventListener('change', ({ target }) => {
      const question = (target as Element).closest<HTMLElement>('.quiz > li');
      // an answer that is changed is open again; what is not in a question narrows the list
      if (question) this.#open(question);
      else this.#pages.arrive();
    });
    this.#pages.arrive();
  }

  #all = (): HTMLElement[] => [...this.querySelectorAll<HTMLElement>('.quiz > li')];
  /** the questions that are shown: the list around them can be narrowed */
  #shown = (): HTMLElement[] => this.#all().filter(({ hidden }) => !hidden);

  #open(question: HTMLElement): void {
    this.#clear(question);
    if (this.#checked.delete(question.id)) this.#progress();
  }

  #clear(question: HTMLElement): void {
    this.#result(question).replaceChildren();
    question.removeAttribute('data-state');
    for (const line of question.querySelectorAll('[data-told]')) line.removeAttribute('data-told');
  }

  #result = (question: HTMLElement): HTMLElement => part(question, '.result');
  #type = (question: HTMLElement): Type => part(question, 'fieldset').dataset.type as Type;

  #parts(question: HTMLElement): (Part & { part: string })[] {
    return [...question.querySelectorAll<HTMLInputElement | HTMLSelectElement>('[data-part]')].map((field) => ({
      part: field.dataset.part ?? '',
      right: field.dataset.right ?? '',
      given: field instanceof HTMLInputElement ? (field.checked ? 'yes' : '') : field.value,
    }));
  }

  #check(question: HTMLElement): void {
    const type = this.#type(question);
    const parts = this.#parts(question);
    const marked = compare(type, parts);
    const answered = parts.filter(({ given }) => given !== '').map(({ part }) => part);
    // of a match only what is right is explained, or the next try would be no try
    const told =
      type === 'match' && marked.state !== 'as-the-guide' ? parts.filter((p) => p.right === p.given).map((p) => p.part) : answered;
    const explain = marked.state !== 'open' && (type !== 'order' || marked.state === 'as-the-guide');
    this.#tell(question, marked.state, verdict(type, marked, parts.length), explain ? told : []);
    if (marked.state === 'open') return;
    for (const field of question.querySelectorAll<HTMLInputElement>('.choice-line input:checked'))
      around(field, '.choice-line').dataset.told = field.dataset.right === 'yes' ? 'right' : 'not';
    this.#checked.set(question.id, marked);
    this.#progress();
  }

  #answer(button: HTMLElement): void {
    const question = around(button, '.quiz > li');
    this.#tell(question, '', 'The answer:', undefined);
  }

  /** @param parts whose feedback is shown; all of it where left out */
  #tell(question: HTMLElement, state: string, text: string, parts?: readonly string[]): void {
    this.#clear(question);
    question.dataset.state = state;
    const line = element('p', text);
    line.className = 'verdict';
    this.#result(question).replaceChildren(line, ...(parts?.length === 0 ? [] : this.#feedback(question, parts)));
  }

  #key = (question: HTMLElement): HTMLElement => document.getElementById(`key-${question.id}`) as HTMLElement;

  #feedback(question: HTMLElement, parts: readonly string[] | undefined): Node[] {
    // the first line of the key repeats the question
    return [...this.#key(question).children].slice(1).map((child) => {
      const copy = child.cloneNode(true) as HTMLElement;
      if (parts)
        for (const line of copy.querySelectorAll<HTMLElement>('[data-part]')) if (!parts.includes(line.dataset.part ?? '')) line.remove();
      return copy;
    });
  }

  #counts(): [answered: number, same: number, all: number] {
    const shown = this.#shown();
    const checked = shown.flatMap(({ id }) => this.#checked.get(id) ?? []);
    return [checked.length, checked.filter(({ state }) => state === 'as-the-guide').length, shown.length];
  }

  #progress(): void {
    part(this, '.progress').textContent = progress(...this.#counts());
    this.#pages.draw();
  }

  /** What the answers came to, and of those that are otherwise what to read again. */
  #summary(place: HTMLElement): void {
    const { head, rest } = outcome(...this.#counts());
    const again = this.#shown().filter(({ id }) => this.#checked.get(id)?.state === 'otherwise');
    const items = again.map((question) => {
      const cites = new Map([...this.#key(question).querySelectorAll('.cites')].map((cite) => [cite.textContent, cite.cloneNode(true)]));
      const prompt = linkTo(`#${question.id}`, part(question, 'legend').textContent ?? '');
      return element('li', '', element('p', '', prompt), ...[...cites.values()].map((cite) => element('p', '', cite)));
    });
    const list = items.length > 0 ? [element('h3', 'To read again'), element('ol', '', ...items)] : [];
    place.replaceChildren(element('h2', head), ...(rest ? [element('p', rest)] : []), ...list);
  }

  #again(): void {
    for (const question of this.#all()) {
      for (const field of question.querySelectorAll<HTMLInputElement | HTMLSelectElement>('[data-part]'))
        if (field instanceof HTMLInputElement) field.checked = false;
        else field.value = '';
      this.#clear(question);
    }
    this.#checked.clear();
    this.#progress();
    this.#pages.go(this.#shown()[0]);
  }
}

customElements.define('quiz-form', QuizForm);
