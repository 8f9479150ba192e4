import { isTold } from '../../documents/challenge-finder/coverage.ts';
import { CHOICE_FIELDS, type Choice, type DecisionRecord, emptyChoice, emptyRecord } from '../../documents/decision-record/record.ts';
import type { RecordGuide } from '../../documents/decision-record/record-guide.ts';
import { noteSeen } from '../../documents/decision-record/since.ts';
import type { PairView } from '../../documents/decision-record/view.ts';
import { viewOf } from '../../documents/decision-record/view.ts';
import { HEADINGS, notLinked, SEEN } from '../../documents/decision-record/wording.ts';
import { put } from '../keeping/put.ts';
import { element, linkTo, part } from '../shared/dom.ts';
import type { MarkCopy } from './mark-copy.ts';

type Field = HTMLInputElement | HTMLTextAreaElement;

/** The fields of the record itself; those of a response stand in its item. */
const OWN_FIELDS = ['title', 'review', 'people'] as const satisfies readonly (keyof DecisionRecord)[];

const isOneOf = <T extends string>(names: readonly T[], name: string): name is T => (names as readonly string[]).includes(name);

/**
 * A record as a form: shows it, takes over what is typed, and shows what the guide says beside what the team writes. The record
 * in memory is the truth, never what the form shows: browsers empty fields, or fill them with old words, without a word.
 */
export class RecordForm {
  readonly #form: HTMLElement;
  readonly #item: HTMLTemplateElement;
  readonly #guide: RecordGuide;
  readonly #mark: MarkCopy;
  /** with how pairs stood when it was made, those too that are not ticked just now */
  #record: DecisionRecord = emptyRecord();

  constructor(form: HTMLElement, item: HTMLTemplateElement, guide: RecordGuide, mark: MarkCopy) {
    [this.#form, this.#item, this.#guide, this.#mark] = [form, item, guide, mark];
  }

  #field = (name: string): Field => part<Field>(this.#form, `[name="${name}"]:not(.choices *)`);
  #boxes = (): HTMLInputElement[] => [...this.#form.querySelectorAll<HTMLInputElement>('input[name="from"]')];
  #list = (): HTMLElement => part(this.#form, '.choices');
  #items = (): HTMLElement[] => [...this.#list().querySelectorAll<HTMLElement>(':scope > li')];

  /** The record in memory. */
  get record(): DecisionRecord {
    return noteSeen(this.#guide, this.#record);
  }

  /** Another record is open now. */
  fill(record: DecisionRecord): void {
    this.#record = { ...record, gaps: this.#inOrder(record.gaps) };
    this.#list().replaceChildren(...record.choices.map((choice) => this.#made(choice)));
    this.refill();
  }

  /** Shows in every field what is in memory. */
  refill(): void {
    const { choices, gaps } = this.#record;
    for (const name of OWN_FIELDS) put(this.#field(name), this.#record[name]);
    for (const box of this.#boxes()) box.checked = gaps.includes(box.value);
    for (const [i, item] of this.#items().entries())
      for (const name of CHOICE_FIELDS) put(part<Field>(item, `[name="${name}"]`), choices[i]?.[name] ?? '');
    this.refresh();
  }

  /**
   * Takes over what was typed or ticked in one field, and nothing else of the form.
   *
   * @returns false for a field that is none of the record's
   */
  typed(field: Field): boolean {
    const { name, value } = field;
    const place = this.#items().findIndex((item) => item.contains(field));
    if (name === 'from') this.#tick(value, (field as HTMLInputElement).checked);
    else if (place >= 0 && isOneOf(CHOICE_FIELDS, name))
      this.#change({ choices: this.#record.choices.map((choice, i) => (i === place ? { ...choice, [name]: value } : choice)) });
    else if (place < 0 && isOneOf(OWN_FIELDS, name)) this.#change({ [name]: value });
    else return false;
    return true;
  }

  #tick(gap: string, checked: boolean): void {
    const others = this.#record.gaps.filter((id) => id !== gap);
    this.#change({ gaps: this.#inOrder(checked ? [...others, gap] : others) });
    this.refresh();
  }

  /** Gaps in the order of the page; those that the guide no longer has stand behind them. */
  #inOrder(gaps: readonly string[]): string[] {
    const shown = this.#boxes().map(({ value }) => value);
    return [...shown.filter((id) => gaps.includes(id)), ...gaps.filter((id) => !shown.includes(id))];
  }

  #change(part: Partial<DecisionRecord>): void {
    this.#record = { ...this.#record, ...part };
  }

  /** Adds a response, unless it is there; leads to it. */
  add(response: string): void {
    const there = this.#items().find(({ dataset }) => dataset.response === response);
    const item = there ?? this.#made(emptyChoice(response));
    if (!there) {
      this.#list().append(item);
      this.#change({ choices: [...this.#record.choices, emptyChoice(response)] });
    }
    this.refresh();
    item.querySelector('textarea')?.focus();
  }

  /** Takes a response out. */
  remove(item: Element): void {
    const place = this.#items().findIndex((one) => one.contains(item));
    item.remove();
    this.#change({ choices: this.#record.choices.filter((_, i) => i !== place) });
    this.refresh();
  }

  /** Takes the guide as it is now: what has changed since is no longer told. */
  acceptChanges(): void {
    this.#record = noteSeen(this.#guide, { ...this.#record, seen: [] });
  }

  #made(choice: Choice): HTMLElement {
    const item = (this.#item.content.cloneNode(true) as DocumentFragment).firstElementChild as HTMLElement;
    const known = this.#guide.responses.find(({ id }) => id === choice.response);
    item.dataset.response = choice.response;
    part(item, '.kind').textContent = known?.kind ?? 'No longer in the guide';
    const title = known?.title ?? choice.response;
    item.querySelector('.kind')?.after(element('h3', '', known ? linkTo(known.to, title) : document.createTextNode(title)));
    for (const field of CHOICE_FIELDS) put(part<Field>(item, `[name="${field}"]`), choice[field]);
    part(item, '.seen').replaceChildren(...seenLine(known?.seen ?? []));
    part(item, 'legend').textContent = title;
    const remove = part<HTMLButtonElement>(item, '[data-remove]');
    remove.setAttribute('aria-label', `Remove ${title}`);
    return item;
  }

  /** Shows what the guide says of the ticked gaps, under each response. */
  refresh(): void {
    const { record } = this;
    const { choices, coverage, againstLabel } = viewOf(record, this.#guide, location.href);
    for (const [i, item] of this.#items().entries()) {
      const pairs = choices[i]?.pairs ?? [];
      part(item, '.pairs').replaceChildren(...pairs.filter(isTold).map((pair) => this.#ground(pair, againstLabel)));
      const closed = pairs.filter((pair) => !isTold(pair));
      part(item, '.not-linked').textContent = closed.length > 0 ? notLinked(closed) : '';
    }
    // at the top as well: a record that was begun elsewhere opens there
    for (const place of this.#form.querySelectorAll('.coverage')) place.textContent = coverage;
    part(this.#form, '.to-choices').hidden = choices.length === 0;
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

/** Where a response can be seen, in one line; nothing where it is seen nowhere. */
function seenLine(seen: RecordGuide['responses'][number]['seen']): (Node | string)[] {
  if (seen.length === 0) return [];
  const links = seen.flatMap(({ text, to }, i) => [...(i > 0 ? ['; '] : []), linkTo(to, text)]);
  return [element('b', `${HEADINGS.seen}:`), ' ', ...links, `. ${SEEN}`];
}
