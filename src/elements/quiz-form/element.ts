import { around, element, part } from '../shared/dom.ts';
import { QuietStatus } from '../shared/quiet-status.ts';
import { compare, type Marked, type Part, progress, verdict } from './marking.ts';

type Type = Parameters<typeof compare>[0];

/** A quiz that checks itself: the feedback of the key comes to the question that was answered. Nothing is kept. */
class QuizForm extends HTMLElement {
  #status!: QuietStatus;
  readonly #checked = new Map<string, Marked>();

  connectedCallback(): void {
    this.#status = new QuietStatus(part(this, '.progress'));
    for (const go of this.querySelectorAll<HTMLElement>('.go')) go.hidden = false;
    this.addEventListener('click', ({ target }) => {
      const button = (target as Element).closest('button');
      if (button?.dataset.again !== undefined) this.#again();
      else if (button?.dataset.check !== undefined) this.#check(button);
      else if (button?.dataset.answer !== undefined) this.#answer(button);
    });
    // an answer that is changed is open again
    this.addEventListener('change', ({ target }) => {
      const question = (target as Element).closest<HTMLElement>('.quiz > li');
      if (question) this.#open(question);
    });
  }

  #all = (): HTMLElement[] => [...this.querySelectorAll<HTMLElement>('.quiz > li')];
  /** the questions that are shown: the list around them can be narrowed */
  #shown = (): HTMLElement[] => this.#all().filter(({ hidden }) => !hidden);

  #open(question: HTMLElement): void {
    this.#result(question).replaceChildren();
    question.removeAttribute('data-state');
    if (this.#checked.delete(question.id)) this.#progress();
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

  #check(button: HTMLElement): void {
    const question = around(button, '.quiz > li');
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
    this.#checked.set(question.id, marked);
    this.#progress();
  }

  #answer(button: HTMLElement): void {
    const question = around(button, '.quiz > li');
    this.#tell(question, '', 'The answer:', undefined);
  }

  /** @param parts whose feedback is shown; all of it where left out */
  #tell(question: HTMLElement, state: string, text: string, parts?: readonly string[]): void {
    question.dataset.state = state;
    const line = element('p', text);
    line.className = 'verdict';
    this.#result(question).replaceChildren(line, ...(parts?.length === 0 ? [] : this.#feedback(question, parts)));
  }

  #feedback(question: HTMLElement, parts: readonly string[] | undefined): Node[] {
    const key = document.getElementById(`key-${question.id}`) as HTMLElement;
    // the first line of the key repeats the question
    return [...key.children].slice(1).map((child) => {
      const copy = child.cloneNode(true) as HTMLElement;
      if (parts)
        for (const line of copy.querySelectorAll<HTMLElement>('[data-part]')) if (!parts.includes(line.dataset.part ?? '')) line.remove();
      return copy;
    });
  }

  #progress(): void {
    const shown = this.#shown();
    const checked = shown.flatMap(({ id }) => this.#checked.get(id) ?? []);
    const same = checked.filter(({ state }) => state === 'as-the-guide').length;
    this.#status.say(progress(checked.length, same, shown.length));
  }

  #again(): void {
    for (const question of this.#all()) {
      for (const field of question.querySelectorAll<HTMLInputElement | HTMLSelectElement>('[data-part]'))
        if (field instanceof HTMLInputElement) field.checked = false;
        else field.value = '';
      this.#result(question).replaceChildren();
      question.removeAttribute('data-state');
    }
    this.#checked.clear();
    this.#progress();
    this.#shown()[0]?.querySelector<HTMLElement>('input, select')?.focus();
  }
}

customElements.define('quiz-form', QuizForm);
