import { isTold } from '../challenge-finder/coverage.ts';
import { element, linkTo } from '../explore/details-panel.ts';
import type { MarkCopy } from './mark-copy.ts';
import { CHOICE_FIELDS, type Choice, type DecisionRecord, emptyChoice, emptyRecord } from './record.ts';
import type { RecordGuide } from './record-guide.ts';
import { viewOf } from './resolve.ts';
import { noteSeen } from './since.ts';
import type { PairView } from './view.ts';
import { notLinked } from './wording.ts';

type Field = HTMLInputElement | HTMLTextAreaElement;

/** A record as a form: fills it, reads it, and shows what the guide says beside what the team writes. */
export class RecordForm {
  readonly #form: HTMLElement;
  readonly #item: HTMLTemplateElement;
  readonly #guide: RecordGuide;
  readonly #mark: MarkCopy;
  /** what the form cannot show: gaps that the guide no longer has, and how pairs stood */
  #base: DecisionRecord = emptyRecord();

  constructor(form: HTMLElement, item: HTMLTemplateElement, guide: RecordGuide, mark: MarkCopy) {
    [this.#form, this.#item, this.#guide, this.#mark] = [form, item, guide, mark];
  }

  #field = (name: string): Field => this.#form.querySelector<Field>(`[name="${name}"]:not(.choices *)`) as Field;
  #boxes = (): HTMLInputElement[] => [...this.#form.querySelectorAll<HTMLInputElement>('input[name="from"]')];
  #list = (): HTMLElement => this.#form.querySelector('.choices') as HTMLElement;
  #items = (): HTMLElement[] => [...this.#list().querySelectorAll<HTMLElement>(':scope > li')];

  /** Shows a record. */
  fill(record: DecisionRecord): void {
    this.#base = record;
    this.#field('title').value = record.title;
    this.#field('review').value = record.review;
    this.#field('people').value = record.people;
    for (const box of this.#boxes()) box.checked = record.gaps.includes(box.value);
    this.#list().replaceChildren(...record.choices.map((choice) => this.#made(choice)));
    this.refresh();
  }

  /** The record as it stands in the form. */
  read(): DecisionRecord {
    const shown = this.#boxes().map(({ value }) => value);
    const ticked = this.#boxes().flatMap(({ checked, value }) => (checked ? [value] : []));
    return noteSeen(this.#guide, {
      title: this.#field('title').value,
      gaps: [...ticked, ...this.#base.gaps.filter((id) => !shown.includes(id))],
      choices: this.#items().map((item) => ({
        response: item.dataset.response as string,
        ...(Object.fromEntries(CHOICE_FIELDS.map((name) => [name, (item.querySelector(`[name="${name}"]`) as Field).value])) as Omit<
          Choice,
          'response'
        >),
      })),
      review: this.#field('review').value,
      people: this.#field('people').value,
      seen: this.#base.seen,
    });
  }

  /** Adds a response, unless it is there; leads to it. */
  add(response: string): void {
    const there = this.#items().find(({ dataset }) => dataset.response === response);
    const item = there ?? this.#made(emptyChoice(response));
    if (!there) this.#list().append(item);
    this.refresh();
    item.querySelector('textarea')?.focus();
  }

  /** Takes the guide as it is now: what has changed since is no longer told. */
  acceptChanges(): void {
    this.#base = { ...this.read(), seen: [] };
    this.#base = noteSeen(this.#guide, this.#base);
  }

  #made(choice: Choice): HTMLElement {
    const item = (this.#item.content.cloneNode(true) as DocumentFragment).firstElementChild as HTMLElement;
    const known = this.#guide.responses.find(({ id }) => id === choice.response);
    item.dataset.response = choice.response;
    (item.querySelector('.kind') as HTMLElement).textContent = known?.kind ?? 'No longer in the guide';
    const title = known?.title ?? choice.response;
    item.querySelector('.kind')?.after(element('h3', '', known ? linkTo(known.to, title) : document.createTextNode(title)));
    for (const field of CHOICE_FIELDS) (item.querySelector(`[name="${field}"]`) as Field).value = choice[field];
    const remove = item.querySelector('[data-remove]') as HTMLButtonElement;
    remove.setAttribute('aria-label', `Remove ${title}`);
    return item;
  }

  /** Shows what the guide says of the ticked gaps, under each response. */
  refresh(): void {
    const record = this.read();
    const { choices, coverage, againstLabel } = viewOf(record, this.#guide, location.href);
    for (const [i, item] of this.#items().entries()) {
      const pairs = choices[i]?.pairs ?? [];
      (item.querySelector('.pairs') as HTMLElement).replaceChildren(
        ...pairs.filter(isTold).map((pair) => this.#ground(pair, againstLabel)),
      );
      const closed = pairs.filter((pair) => !isTold(pair));
      (item.querySelector('.not-linked') as HTMLElement).textContent = closed.length > 0 ? notLinked(closed) : '';
    }
    (this.#form.querySelector('.coverage') as HTMLElement).textContent = coverage;
    for (const option of this.#form.querySelectorAll<HTMLOptionElement>('select[name="add"] option'))
      option.disabled = option.value !== '' && record.choices.some(({ response }) => response === option.value);
  }

  /** What the guide says of a pair that may help or may make it worse, with its mark. */
  #ground({ gap, state, voice, reason, against, address }: PairView, againstLabel: string): HTMLElement {
    const line = element('p', '', element('b', gap), document.createTextNode(' '), this.#mark(state, voice));
    const said = element('p', reason);
    said.className = `reason ${voice}`;
    const other = element('p', '', element('b', `${againstLabel}:`), document.createTextNode(` ${against} `));
    if (address) other.append(linkTo(address, 'All about this link'));
    other.className = 'small';
    return element('li', '', line, said, other);
  }
}
