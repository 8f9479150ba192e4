import {
  callsOf,
  FIRST_SEED,
  newSeed,
  readSeed,
  roundOf,
  type SpotData,
  type SpotStatement,
  type SpotVoice,
} from '../../documents/spot-the-inference/round.ts';
import { arrived, asks, outcome, verdict } from '../../documents/spot-the-inference/words.ts';
import { around, columns, element, header, linkTo, part } from '../shared/dom.ts';

/** An exercise in telling whose a statement is. A round is named by a seed in the address, so that a class has the same one. */
class SpotTheInference extends HTMLElement {
  #data!: SpotData;
  #labels!: Record<SpotVoice, string>;
  #round: SpotStatement[] = [];
  #seed = FIRST_SEED;
  #checked = new Set<number>();

  connectedCallback(): void {
    this.#data = JSON.parse(part(this, 'script.statements').textContent ?? '');
    this.#labels = JSON.parse(part(this, 'script.labels').textContent ?? '');
    for (const hidden of this.querySelectorAll<HTMLElement>('.go')) hidden.hidden = false;
    this.addEventListener('click', ({ target }) => {
      const button = (target as Element).closest('button');
      if (button?.dataset.check !== undefined) this.#check(Number(button.dataset.check));
      else if (button?.dataset.all !== undefined) this.#checkAll();
      else if (button?.dataset.new !== undefined) this.#begin(newSeed(`${Date.now()} ${Math.random()}`), true);
      else if (button?.dataset.share !== undefined) this.#share();
    });
    // a choice that is changed is open again
    this.addEventListener('change', ({ target }) => this.#open(around(target as Element, 'li')));
    addEventListener('popstate', () => this.#arrive());
    this.#arrive();
  }

  /** Opens the round that the address names; says so where the guide has changed since it was made. */
  #arrive(): void {
    const params = new URLSearchParams(location.search);
    const seed = readSeed(params.get('round'));
    const edition = params.get('of');
    this.#begin(seed ?? FIRST_SEED, false);
    this.#say(arrived(params.get('round'), seed, edition, this.#data.edition));
  }

  #say(text: string): void {
    part(this, '.round').textContent = text;
  }

  #begin(seed: string, asked: boolean): void {
    if (asked) {
      history.pushState(null, '', `?${new URLSearchParams({ round: seed, of: this.#data.edition })}`);
      this.#say('A new round.');
    }
    this.#seed = seed;
    this.#round = roundOf(this.#data.statements, seed);
    this.#checked.clear();
    const template = part<HTMLTemplateElement>(this, 'template');
    part(this, '.quiz').replaceChildren(
      ...this.#round.map(({ text }, i) => {
        const item = template.content.cloneNode(true) as DocumentFragment;
        part(item, '.said').textContent = text;
        part(item, 'legend .hidden').textContent = asks(i, this.#round.length);
        for (const radio of item.querySelectorAll('input')) radio.name = `statement-${i}`;
        part<HTMLButtonElement>(item, 'button').dataset.check = String(i);
        return item;
      }),
    );
    const key = part(this, '.key ol');
    key.replaceChildren(...this.#round.map((statement) => element('li', '', element('p', statement.text), this.#reason(statement))));
    part(this, '.summary').replaceChildren();
    if (asked) part(this, '.quiz input').focus();
  }

  #item = (i: number): HTMLElement => part(this, '.quiz').children[i] as HTMLElement;
  #called = (i: number): SpotVoice | undefined =>
    this.#item(i).querySelector<HTMLInputElement>('input:checked')?.value as SpotVoice | undefined;

  #reason({ voice, why, title, to, basis, basisTo }: SpotStatement): HTMLElement {
    const line = element(
      'p',
      '',
      element('b', `${this.#labels[voice]}. `),
      document.createTextNode(`${why} `),
      linkTo(to, `Where it stands: ${title}`),
    );
    if (basis && basisTo) line.append(' · ', linkTo(basisTo, basis));
    return line;
  }

  #check(i: number): void {
    const statement = this.#round[i];
    if (!statement) return;
    const called = this.#called(i);
    const result = part(this.#item(i), '.result');
    const line = element('p', verdict(statement.voice, called, this.#labels));
    line.className = 'verdict';
    this.#item(i).dataset.state = called === undefined ? '' : called === statement.voice ? 'as-the-guide' : 'otherwise';
    result.replaceChildren(line, ...(called === undefined ? [] : [this.#reason(statement)]));
    if (called === undefined) return;
    this.#checked.add(i);
    if (this.#checked.size === this.#round.length) this.#summary();
  }

  #open(item: HTMLElement): void {
    item.querySelector('.result')?.replaceChildren();
    item.removeAttribute('data-state');
    this.#checked.delete([...part(this, '.quiz').children].indexOf(item));
    part(this, '.summary').replaceChildren();
  }

  #checkAll(): void {
    for (const [i] of this.#round.entries()) if (this.#called(i) !== undefined) this.#check(i);
    this.#summary();
    part(this, '.summary').focus();
  }

  /** What was taken for what, the most frequent first. */
  #summary(): void {
    const called = this.#round.map((_, i) => this.#called(i));
    const calls = callsOf(this.#round, called).sort((a, b) => b.count - a.count);
    const said = outcome(this.#round, called);
    const head = element('h2', said.head);
    const rest = said.rest ? [element('p', said.rest)] : [];
    if (calls.length === 0) {
      part(this, '.summary').replaceChildren(head, ...rest);
      return;
    }
    const table = element('table', '', columns('Marked as', 'You called it', 'How often'));
    table.className = 'calls';
    const cell = (text: string, column: string): HTMLElement => {
      const made = element('td', text);
      made.dataset.column = column;
      return made;
    };
    table.append(
      element(
        'tbody',
        '',
        ...calls.map(({ voice, as, count }) =>
          element('tr', '', header(this.#labels[voice], 'row'), cell(this.#labels[as], 'You called it'), cell(String(count), 'How often')),
        ),
      ),
    );
    part(this, '.summary').replaceChildren(head, ...rest, table);
  }

  async #share(): Promise<void> {
    history.replaceState(null, '', `?${new URLSearchParams({ round: this.#seed, of: this.#data.edition })}`);
    try {
      await navigator.clipboard.writeText(location.href);
      this.#say('The link to this round was copied.');
    } catch {
      this.#say(`Copy the address of this page: ${location.href}`);
    }
  }
}

customElements.define('spot-the-inference', SpotTheInference);
