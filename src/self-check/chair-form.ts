import { ANSWERS, type Answer, type Chair, emptyChair, type Given, givenTo } from './chair.ts';
import type { CheckGuide } from './check-guide.ts';

/** One view as a form of radio buttons: fills it and reads it. What the form cannot show stays in the view as it was. */
export class ChairForm {
  readonly #form: HTMLElement;
  readonly #guide: CheckGuide;
  #base: Chair = emptyChair();

  constructor(form: HTMLElement, guide: CheckGuide) {
    [this.#form, this.#guide] = [form, guide];
  }

  #radios = (name: string): HTMLInputElement[] => [...this.#form.querySelectorAll<HTMLInputElement>(`input[type="radio"][name="${name}"]`)];
  #note = (id: string): HTMLTextAreaElement => this.#form.querySelector(`[name="note-${id}"]`) as HTMLTextAreaElement;
  get #words(): HTMLInputElement {
    return this.#form.querySelector('[name="role-words"]') as HTMLInputElement;
  }

  fill(chair: Chair): void {
    this.#base = chair;
    const role = chair.role.trim();
    const known = this.#radios('role').find(({ value }) => value !== '' && value === role);
    for (const radio of this.#radios('role')) radio.checked = known ? radio === known : role !== '' && radio.value === '';
    this.#words.value = known ? '' : chair.role;
    for (const { id } of this.#guide.questions) {
      const { answer, note } = givenTo(chair, id);
      for (const radio of this.#radios(id)) radio.checked = radio.value === answer;
      this.#note(id).value = note;
    }
    this.refresh();
  }

  /** The view as it stands in the form. An answer that was changed counts for the present wording of its question. */
  read(): Chair {
    const role = this.#radios('role').find(({ checked }) => checked)?.value || this.#words.value;
    const shown = this.#guide.questions.flatMap(({ id, wording }): Given[] => {
      const value = this.#radios(id).find(({ checked }) => checked)?.value;
      const answer: Answer = ANSWERS.find((word) => word === value) ?? '';
      const note = this.#note(id).value;
      if (answer === '' && note === '') return [];
      const before = this.#base.answers.find(({ question }) => question === id);
      return [{ question: id, wording: before?.answer === answer ? before.wording : wording, answer, note }];
    });
    const hidden = this.#base.answers.filter(({ question }) => !this.#guide.questions.some(({ id }) => id === question));
    return { role, answers: [...shown, ...hidden] };
  }

  /** Takes an answer away; leads to the first of its words. */
  clear(id: string): void {
    for (const radio of this.#radios(id)) radio.checked = false;
    this.refresh();
    this.#radios(id)[0]?.focus();
  }

  /** Shows what can be taken away. */
  refresh(): void {
    for (const button of this.#form.querySelectorAll<HTMLButtonElement>('[data-clear]'))
      button.hidden = !this.#radios(button.dataset.clear as string).some(({ checked }) => checked);
  }

  /** Words of one's own belong to the last of the chairs. */
  wordsTyped(): void {
    const own = this.#radios('role').at(-1);
    if (own && this.#words.value !== '') own.checked = true;
  }
}
