import { type Chair, emptyChair, type Given, givenTo } from '../../documents/self-check/chair.ts';
import type { CheckGuide } from '../../documents/self-check/check-guide.ts';
import { ANSWERS } from '../../lib/answers.ts';
import { put } from '../keeping/put.ts';
import { part } from '../shared/dom.ts';

/**
 * One view as a form of radio buttons: shows it, and takes over what is chosen or typed. The view in memory is the truth, never
 * what the form shows: browsers empty fields, or fill them with old words, without a word.
 */
export class ChairForm {
  readonly #form: HTMLElement;
  readonly #guide: CheckGuide;
  #chair: Chair = emptyChair();
  /** whether the last of the chairs is chosen, and the words of one's own that belong to it */
  #own = { chosen: false, words: '' };

  constructor(form: HTMLElement, guide: CheckGuide) {
    [this.#form, this.#guide] = [form, guide];
  }

  #radios = (name: string): HTMLInputElement[] => [...this.#form.querySelectorAll<HTMLInputElement>(`input[type="radio"][name="${name}"]`)];
  #note = (id: string): HTMLTextAreaElement => part<HTMLTextAreaElement>(this.#form, `[name="note-${id}"]`);

  /** The view in memory. */
  get chair(): Chair {
    return this.#chair;
  }

  /** Another view is open now. */
  fill(chair: Chair): void {
    this.#chair = chair;
    const known = this.#radios('role').some(({ value }) => value !== '' && value === chair.role.trim());
    this.#own = known ? { chosen: false, words: '' } : { chosen: chair.role.trim() !== '', words: chair.role };
    this.refill();
  }

  /** Shows in every field what is in memory. */
  refill(): void {
    const role = this.#chair.role.trim();
    for (const radio of this.#radios('role')) radio.checked = radio.value === '' ? this.#own.chosen : radio.value === role;
    put(part<HTMLInputElement>(this.#form, '[name="role-words"]'), this.#own.words);
    for (const { id } of this.#guide.questions) {
      const { answer, note } = givenTo(this.#chair, id);
      for (const radio of this.#radios(id)) radio.checked = radio.value === answer;
      put(this.#note(id), note);
    }
    this.refresh();
  }

  /**
   * Takes over what was chosen or typed in one field, and nothing else of the form. An answer that was changed counts for the
   * present wording of its question.
   *
   * @returns false for a field that is none of the view's
   */
  typed({ name, value }: HTMLInputElement): boolean {
    const { questions } = this.#guide;
    const noted = questions.find(({ id }) => name === `note-${id}`);
    const answered = questions.find(({ id }) => name === id);
    if (name === 'role') this.#sit({ ...this.#own, chosen: value === '' }, value);
    // words of one's own belong to the last of the chairs
    else if (name === 'role-words') this.#sit({ chosen: this.#own.chosen || value !== '', words: value }, this.#chair.role);
    else if (noted) this.#give(noted.id, { note: value });
    else if (answered) this.#give(answered.id, { answer: ANSWERS.find((word) => word === value) ?? '' });
    else return false;
    this.refresh();
    return true;
  }

  /** Takes an answer away; leads to the first of its words. */
  clear(id: string): void {
    this.#give(id, { answer: '' });
    for (const radio of this.#radios(id)) radio.checked = false;
    this.refresh();
    this.#radios(id)[0]?.focus();
  }

  /** Shows what can be taken away. */
  refresh(): void {
    for (const button of this.#form.querySelectorAll<HTMLButtonElement>('[data-clear]'))
      button.hidden = !this.#radios(button.dataset.clear as string).some(({ checked }) => checked);
  }

  #sit(own: { chosen: boolean; words: string }, role: string): void {
    this.#own = own;
    this.#chair = { ...this.#chair, role: own.chosen ? own.words : role };
    for (const radio of this.#radios('role')) if (radio.value === '') radio.checked = own.chosen;
  }

  #give(id: string, part: Partial<Pick<Given, 'answer' | 'note'>>): void {
    const { questions } = this.#guide;
    const before = this.#chair.answers.find(({ question }) => question === id);
    const wording = questions.find((question) => question.id === id)?.wording ?? '';
    const given: Given = { question: id, wording, answer: '', note: '', ...before, ...part };
    if (part.answer !== undefined && part.answer !== before?.answer) given.wording = wording;
    const others = this.#chair.answers.filter(({ question }) => question !== id);
    const all = given.answer === '' && given.note === '' ? others : [...others, given];
    // in the order of the questions; what the guide no longer asks stands behind them
    const place = ({ question }: Given): number => {
      const at = questions.findIndex(({ id }) => id === question);
      return at < 0 ? questions.length : at;
    };
    this.#chair = { ...this.#chair, answers: all.sort((a, b) => place(a) - place(b)) };
  }
}
