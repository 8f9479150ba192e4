import { type Chair, emptyChair, emptyCheck, hasSaid, MOST_CHAIRS, nameOf, type SelfCheck } from '../../documents/self-check/chair.ts';
import { chairView } from '../../documents/self-check/chair-view.ts';
import type { CheckGuide } from '../../documents/self-check/check-guide.ts';
import type { FromLink } from '../../documents/self-check/check-link.ts';
import { apart, cutCheck, join, joinedSentence, putBack, taken, without } from '../../documents/self-check/join.ts';
import { type ReadChairs, readCheck } from '../../documents/self-check/read-check.ts';
import { atPresent, changesSince } from '../../documents/self-check/since.ts';
import { LINK_WORDS } from '../../documents/share-link/arrived-link.ts';
import type { FileProblem } from '../../documents/text/json-file.ts';
import { listed } from '../../lib/text.ts';
import { markCopy } from '../decision-record/mark-copy.ts';
import { KeptPage } from '../keeping/kept-page.ts';
import type { Act } from '../keeping/notices.ts';
import { AfterFrame } from '../shared/after-frame.ts';
import { part } from '../shared/dom.ts';
import { ChairForm } from './chair-form.ts';
import { chairsList } from './chairs-list.ts';
import type { FileKind } from './check-files.ts';
import type { ComparisonPage } from './comparison.ts';

/** Links are compressed: the code for it loads when there is one. */
const links = () => import('../../documents/self-check/check-link.ts');

/** Likewise the code for files. */
const files = () => import('./check-files.ts');

/** Views that came from outside, and what else has to be told of them. */
type Arrived = ReadChairs & { gone?: number; says?: string };

/** What a kept self-check is called in a list. */
const titleOf = ({ chairs }: SelfCheck): string => {
  const names = chairs.flatMap((chair, place) => (hasSaid(chair) ? [nameOf(chair, place)] : []));
  return names.length > 0 ? listed(names) : 'No answers yet';
};

/** The self-check: one view to write in, up to six side by side, kept in the reader's browser and taken out as links, files or paper. */
class SelfCheckPage extends KeptPage<SelfCheck, ReadChairs> {
  protected readonly names = { thing: 'self-check', param: 'check', link: /^s\d+_/, safe: 'Your answers are safe.' };
  protected readonly wording = {
    nameOf: titleOf,
    deleted: (check: SelfCheck) => `The self-check of ${titleOf(check)}`,
    more: { label: 'Set beside this', run: (id: string) => this.#beside(id) },
  };
  #guide!: CheckGuide;
  #form!: ChairForm;
  #comparison: Promise<ComparisonPage> | undefined;
  /** the long part of an answer: nobody should wait for it to see what was chosen */
  readonly #comparing = new AfterFrame(() => this.#compare());
  #check: SelfCheck = emptyCheck();

  override connectedCallback(): void {
    this.#guide = JSON.parse(part(this, 'script.guide').textContent ?? '');
    this.#form = new ChairForm(part(this, '.check-form'), this.#guide);
    for (const hidden of this.querySelectorAll<HTMLElement>('.table, .check-form > .files')) hidden.hidden = false;
    super.connectedCallback();
    part(this, '.paste').addEventListener('submit', (event) => {
      event.preventDefault();
      this.#paste();
    });
    addEventListener('afterprint', () => delete this.dataset.print);
  }

  protected accept = readCheck;
  protected empty = emptyCheck;
  protected refill = (): void => this.#form.refill();

  protected enter(): void {
    const roles = [...this.querySelectorAll<HTMLInputElement>('input[name="role"]')];
    (roles.find(({ checked }) => checked) ?? roles[0])?.focus();
  }

  protected typed(field: HTMLInputElement): void {
    if (!this.#form.typed(field)) return;
    this.#changed();
    if (field.type === 'radio' && field.name !== 'role') this.status.say(`${this.#progress()}.`);
  }

  protected pressed({ dataset }: HTMLButtonElement): void {
    const { save, share, print, clear, empty } = dataset;
    if (save) this.#saveOwn();
    else if (share) this.#share(share as 'own' | 'all');
    else if (print) {
      this.dataset.print = print;
      window.print();
    } else if (clear) {
      this.#form.clear(clear);
      this.#changed();
      this.status.say(`The answer was cleared. ${this.#progress()}.`);
    } else if (empty !== undefined) this.#seat();
  }

  /** The views, with the one that stands in the form. */
  protected read(): SelfCheck {
    const chairs = [...this.#check.chairs];
    chairs[this.#check.own] = this.#form.chair;
    return { ...this.#check, chairs };
  }

  #changed(): void {
    this.#check = this.read();
    this.#refresh();
    this.keeper.changed();
  }

  #progress = (): string => chairView(this.#guide, this.#check.chairs[this.#check.own] as Chair, 0).progress;

  /** Shows a self-check under the names that the guide has now, and what has changed since. */
  protected show(check: SelfCheck, gone = 0): void {
    this.#check = { ...check, chairs: check.chairs.map((chair) => atPresent(this.#guide, chair)) };
    this.#form.fill(this.#check.chairs[this.#check.own] as Chair);
    this.#refresh();
    this.list();
    const changes = changesSince(this.#guide, this.#check.chairs, gone);
    // what was told before speaks of places that may be others' now
    this.notices.clear('arrived', 'changes', 'removed');
    if (changes.length > 0) this.notices.tell('changes', `The guide has changed since. ${changes.join(' ')}`);
  }

  /** Shows what follows from the answers: how far they have come, who is at the table, and what they say side by side. */
  #refresh(): void {
    const { chairs, own } = this.#check;
    const both = chairs.filter(hasSaid).length > 1;
    part(this, '.progress').textContent = `${this.#progress()}.`;
    part(this, '.lonely').hidden = both;
    part(this, '.jump').hidden = !both;
    part(this, '[data-empty]').hidden = chairs.length >= MOST_CHAIRS;
    const list = part(this, '.chairs');
    const made = chairsList(this.#guide, chairs, own, { write: (place) => this.#write(place), remove: (place) => this.#remove(place) });
    list.replaceChildren(...made);
    if (both) this.#comparing.ask();
    else part(this, '.comparison').hidden = true;
  }

  /** Shows the views side by side, as they stand when what shows them has loaded. */
  async #compare(): Promise<void> {
    try {
      this.#comparison ??= import('./comparison.ts').then(({ ComparisonPage }) => {
        const mark = markCopy(part(this, '.mark-template'), this.#guide);
        return new ComparisonPage(part(this, '.comparison'), this.#guide, mark, this.dataset.record as string);
      });
      const page = await this.#comparison;
      const { chairs } = this.#check;
      if (chairs.filter(hasSaid).length < 2) return;
      page.show(chairs, this.here());
      part(this, '.comparison').hidden = false;
    } catch {
      this.#comparison = undefined;
      this.notices.tell(
        'file',
        'The views could not be set side by side: a part of this page did not load. They are safe. Reload the page.',
      );
    }
  }

  /** Opens a kept self-check, else the newest; a link is set beside it. */
  protected open(): void {
    this.settle({ id: new URLSearchParams(location.search).get('check') ?? undefined, unread: this.hasLink() });
    if (this.hasLink()) this.openLink();
  }

  protected async openLink(): Promise<void> {
    await this.#arriveByLink(location.hash.slice(1));
  }

  /** Sets the views of a link beside those that are here. */
  async #arriveByLink(fragment: string): Promise<boolean> {
    let link: FromLink;
    try {
      link = (await links()).fromFragment(this.#guide, fragment);
    } catch {
      this.notices.tell(
        'arrived',
        'The link could not be opened: a part of this page did not load. Your answers are safe. Reload the page and open the link again.',
      );
      return true;
    }
    if (link.state === 'none') return false;
    if (link.state === 'whole') this.#arrive(link, 'by a link');
    else if (link.state === 'cut') {
      this.#arrive({ ...link, says: cutCheck(link) }, 'by a link');
    } else this.notices.tell('arrived', LINK_WORDS[link.state]);
    return true;
  }

  #arrive({ chairs, left, gone = 0, says }: Arrived, way: string): void {
    const before = this.read();
    const joined = join(
      before,
      chairs.map((chair) => atPresent(this.#guide, chair)),
    );
    this.show(joined.check, gone);
    const [first] = joined.added;
    const own = before.chairs[before.own] as Chair;
    const acts: Act[] = [
      ...(first !== undefined && joined.added.length === 1
        ? [{ label: hasSaid(own) ? 'Open it in the form' : 'This view is mine: go on with it', run: () => this.#write(first) }]
        : []),
      ...(first !== undefined && before.chairs.some(hasSaid)
        ? [{ label: 'Set it apart from mine', run: () => this.#apart(joined.added.map((place) => joined.check.chairs[place] as Chair)) }]
        : []),
    ];
    this.notices.tell('arrived', [...(says ? [says] : []), joinedSentence(joined, way), ...left].join(' '), acts);
    // only from the first change on is anything kept: to look is not to keep
    if (before.chairs.some(hasSaid) && joined.added.length > 0) this.keeper.changed();
  }

  /** Sets what is kept under an id beside what is here. */
  #beside(id: string): void {
    const found = this.store.list().kept.find((one) => one.id === id);
    if (!found) return;
    this.#arrive({ chairs: found.value.chairs, left: [] }, 'from this browser');
    this.#told();
  }

  /** Views that came go into a self-check of their own; the one they were set beside is as it was. */
  #apart(views: readonly Chair[]): void {
    if (!this.isKept()) return;
    const before = this.read();
    this.show(apart(before, views));
    this.keeper.changed();
    if (!this.begin({ chairs: [emptyChair(), ...views], own: 0 })) this.show(before);
    this.keeper.changed();
  }

  /** Makes a view the one that stands in the form. */
  #write(place: number): void {
    this.notices.clear('arrived');
    this.show(taken(this.read(), place));
    this.keeper.changed();
    this.enter();
  }

  /** Somebody else sits down here: an empty view stands in the form. */
  #seat(): void {
    const check = this.read();
    const free = check.chairs.findIndex((chair) => !hasSaid(chair));
    if (free >= 0) this.#write(free);
    else {
      this.show({ chairs: [...check.chairs, emptyChair()], own: check.chairs.length });
      this.keeper.changed();
      this.enter();
    }
  }

  #remove(place: number): void {
    const before = this.read();
    const chair = before.chairs[place] as Chair;
    const name = nameOf(chair, place);
    this.show(without(before, place));
    this.keeper.changed();
    this.notices.tell('removed', `${name} was taken away.`, [
      {
        label: 'Undo',
        run: () => {
          const now = putBack(this.read(), chair, place, before.own === place);
          if (!now) {
            this.notices.tell('file', `There is room for ${MOST_CHAIRS} views. Take another one away first.`);
            return;
          }
          this.show(now);
          this.keeper.changed();
          part(this, '#side-by-side').focus();
        },
      },
    ]);
    this.notices.focus('removed');
  }

  async #paste(): Promise<void> {
    const field = part<HTMLInputElement>(this, '.paste input');
    const fragment = field.value.slice(field.value.indexOf('#') + 1).trim();
    if (this.names.link.test(fragment) && (await this.#arriveByLink(fragment))) {
      field.value = '';
      this.#told();
      return;
    }
    this.notices.tell('arrived', 'This is no link of a self-check. Paste the whole address, from https to its end.');
    field.focus();
  }

  protected readFile = async (file: File): Promise<ReadChairs | FileProblem> => (await files()).readFile(file);

  protected took(read: ReadChairs | FileProblem): void {
    if ('problem' in read) this.notices.tell('arrived', read.problem);
    else this.#arrive(read, 'from a file');
    this.#told();
  }

  /** Leads to what was just told: it stands above, out of sight. */
  #told(): void {
    const notice = part(this, '[data-notice="arrived"]');
    notice.tabIndex = -1;
    notice.setAttribute('role', 'group');
    notice.setAttribute('aria-label', 'What arrived');
    notice.focus();
  }

  protected save = (kind: FileKind): Promise<void> => this.#save(kind, this.read().chairs.filter(hasSaid));

  async #save(kind: FileKind, chairs: readonly Chair[], name = ''): Promise<void> {
    const { saveFile } = await files();
    await saveFile(kind, this.#guide, chairs, this.here(), name);
  }

  #saveOwn(): void {
    const { chairs, own } = this.read();
    const chair = chairs[own] as Chair;
    this.handOut(() => this.#save('json', [chair], chair.role));
  }

  #share(what: 'own' | 'all'): void {
    const { chairs, own } = this.read();
    const shared = what === 'own' ? [chairs[own] as Chair] : chairs.filter(hasSaid);
    const address = links().then(({ checkFragment }) => `${this.here()}#${checkFragment(this.#guide, shared)}`);
    this.share(address, part(this, `.share.${what}`), what === 'own' ? 'view' : 'comparison', () =>
      this.handOut(() => this.#save('json', shared)),
    );
  }
}

customElements.define('self-check', SelfCheckPage);
