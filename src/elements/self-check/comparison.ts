import type { Chair } from '../../documents/self-check/chair.ts';
import type { CheckGuide } from '../../documents/self-check/check-guide.ts';
import { recordAddress } from '../../documents/self-check/record-address.ts';
import { type CheckView, type GroupView, type RowView, type SaidView, viewOf } from '../../documents/self-check/view.ts';
import { bearsLabel } from '../../documents/self-check/words.ts';
import { numbered, uncapital } from '../../lib/text.ts';
import type { MarkCopy } from '../decision-record/mark-copy.ts';
import { columns, element, header, linkTo, part } from '../shared/dom.ts';
import { chairSign, placeMarks } from './figure.ts';

/** A new element of a class. */
const classed = <K extends keyof HTMLElementTagNameMap>(tag: K, name: string, text = '', ...children: readonly Node[]) => {
  const made = element(tag, text, ...children);
  made.className = name;
  return made;
};

/** Shows views side by side: the figure, its table, and the lists that come from it. */
export class ComparisonPage {
  readonly #place: HTMLElement;
  readonly #mark: MarkCopy;
  readonly #guide: CheckGuide;
  readonly #record: string;

  /**
   * @param place holds `.finding`, `.legend`, the drawings, `table` and `.groups`
   * @param mark copies the mark of a pair
   * @param record the address of the page of the decision record
   */
  constructor(place: HTMLElement, guide: CheckGuide, mark: MarkCopy, record: string) {
    [this.#place, this.#guide, this.#mark, this.#record] = [place, guide, mark, record];
    // many views make the table wider than a phone; keys must reach what scrolls
    this.#part('.scroll').tabIndex = 0;
  }

  #part = (selector: string): HTMLElement => part(this.#place, selector);

  /** @param here the whole address of the page */
  show(chairs: readonly Chair[], here: string): void {
    const view = viewOf(this.#guide, chairs, here);
    this.#part('.finding').textContent = view.finding;
    this.#part('.legend').replaceChildren(
      ...view.chairs.map(({ place, letter, name, progress }) =>
        element('li', '', chairSign(place), classed('span', 'hidden', `${letter}: `), element('b', name), classed('span', 'far', progress)),
      ),
    );
    for (const drawing of this.#place.querySelectorAll<SVGSVGElement>('.drawing')) placeMarks(drawing, view);
    this.#part('table').replaceChildren(...tableOf(view));
    this.#part('.groups').replaceChildren(
      ...view.groups.map((group) => this.#group(group, view)),
      ...(view.notCompared ? [classed('p', 'whose', view.notCompared)] : []),
    );
  }

  #group({ id, heading, intro, rows }: GroupView, { missing }: CheckView): HTMLElement {
    const list = classed('ol', id, '', ...rows.map((row) => this.#row(row, id)));
    const made = element('section', '', element('h3', heading), classed('p', 'whose', intro), list);
    if (id === 'missing') {
      const way = linkTo(recordAddress(this.#guide, this.#record, missing), 'Start a decision record');
      way.className = 'button';
      made.append(classed('p', 'go', '', way));
    }
    return made;
  }

  #row(row: RowView, group: GroupView['id']): HTMLElement {
    const { ask, about, said, talk, bears, differs } = row;
    const what = classed('p', 'about', `${about.kind}: `, linkTo(about.address, about.name));
    const all = classed('ul', 'said', '', ...said.map((one) => saidBy(one)));
    const item = element('li', '', element('h4', ask), what, all);
    if (group === 'missing' && differs) item.append(classed('p', 'about', 'You differ on how far: see above.'));
    if (group === 'differ') item.append(classed('p', 'talk', '', element('b', 'To talk about: '), document.createTextNode(talk)));
    if (group === 'differ' || group === 'missing') item.append(this.#bears(bears, about.name, group === 'missing'));
    return item;
  }

  #bears(bears: RowView['bears'], name: string, open: boolean): HTMLElement {
    if (bears.length === 0) return classed('p', 'about', `The guide links nothing to ${uncapital(name)}.`);
    const made = classed(
      'details',
      'bears',
      '',
      element('summary', `${bearsLabel(bears)}: ${numbered(bears.length, 'link', 'links')}`, classed('span', 'hidden', ` to ${name}`)),
      element(
        'ul',
        '',
        ...bears.map(({ name: other, kind, state, voice, address }) =>
          element('li', '', linkTo(address, other), classed('span', 'kind', ` ${kind.toLowerCase()} `), this.#mark(state, voice)),
        ),
      ),
    );
    // on a phone the lists of many questions would bury the questions
    made.open = open && matchMedia('(min-width: 48rem)').matches;
    return made;
  }
}

/** A chair, its word and its note. */
function saidBy({ place, letter, name, word, answer, note }: SaidView): HTMLElement {
  const line = element(
    'p',
    '',
    chairSign(place),
    classed('span', 'hidden', `${letter}: `),
    element('span', `${name}: `),
    element('b', word.toLowerCase()),
  );
  const made = classed('li', answer || 'none', '', line);
  if (note.trim()) made.append(classed('p', 'note-said', note));
  return made;
}

function tableOf({ rows, chairs, finding }: CheckView): Node[] {
  return [
    classed('caption', 'hidden', finding),
    columns('Question', ...chairs.map(({ letter, name }) => (name === `View ${letter}` ? name : `${letter}: ${name}`))),
    element(
      'tbody',
      '',
      ...rows.map(({ about, said }) =>
        element('tr', '', header(about.name, 'row'), ...said.map(({ word, answer }) => classed('td', answer || 'none', word))),
      ),
    ),
  ];
}
