import { type Chair, emptyChair, emptyCheck, hasSaid, MOST_CHAIRS, nameOf, type SelfCheck } from '../../documents/self-check/chair.ts';
import { chairView } from '../../documents/self-check/chair-view.ts';
import type { CheckGuide } from '../../documents/self-check/check-guide.ts';
import type { FromLink } from '../../documents/self-check/check-link.ts';
import { apart, cutCheck, join, joinedSentence, putBack, taken, without } from '../../documents/self-check/join.ts';
import { type ReadChairs, readCheck } from '../../documents/self-check/read-check.ts';
import { atPresent, changesSince } from '../../documents/self-check/since.ts';
import { LINK_WORDS } from '../../documents/share-link/arrived-link.ts';
import { listed } from '../../lib/text.ts';
import { markCopy } from '../decision-record/mark-copy.ts';
import { chosenFile } from '../keeping/chosen-file.ts';
import { copyLink } from '../keeping/copy-link.ts';
import { Keeper, keepOnLeaving } from '../keeping/keeper.ts';
import { KeptLine } from '../keeping/kept-line.ts';
import { ASIDE_WORDS } from '../keeping/kept-list.ts';
import { KeptPanel } from '../keeping/kept-panel.ts';
import { type Act, Notices } from '../keeping/notices.ts';
import { BrowserStore } from '../keeping/store/store.ts';
import { QuietStatus } from '../shared/quiet-status.ts';
import { ChairForm } from './chair-form.ts';
import { chairsList } from './chairs-list.ts';
import type { FileKind } from './check-files.ts';
import type { ComparisonPage } from './comparison.ts';

/** What reads and writes links inflates and deflates: it is loaded when there is one. */
const links = () => import('../../documents/self-check/check-link.ts');

/** What reads and writes files, likewise. */
const files = () => import('./check-files.ts');

/** How a fragment of ours begins; what reads the rest is loaded only then. */
const LINK_START = /^s\d+_/;

/** Views that came from outside, and what else has to be told of them. */
type Arrived = ReadChairs & { gone?: number; says?: string };

/** What a kept self-check is called in a list. */
const titleOf = ({ chairs }: SelfCheck): string => {
  const names = chairs.flatMap((chair, place) => (hasSaid(chair) ? [nameOf(chair, place)] : []));
  return names.length > 0 ? listed(names) : 'No answers yet';
};

/** The self-check: one view to write in, up to six side by side, kept in the reader's browser and taken out as links, files or paper. */
class SelfCheckPage extends HTMLElement {
  #guide!: CheckGuide;
  #form!: ChairForm;
  #comparison: Promise<ComparisonPage> | undefined;
  #notices!: Notices;
  #status!: QuietStatus;
  #store!: BrowserStore<SelfCheck>;
  #keeper!: Keeper<SelfCheck>;
  #line!: KeptLine;
  #kept!: KeptPanel<SelfCheck>;
  #check: SelfCheck = emptyCheck();
  /** the part of the address from ? on that is open */
  #asked = '';

  connectedCallback(): void {
    this.#guide = JSON.parse(this.#part('script.guide').textContent ?? '');
    this.#form = new ChairForm(this.#part('.check-form'), this.#guide);
    this.#notices = new Notices(this.#part('.notices'));
    this.#status = new QuietStatus(this.#part('.status'));
    this.#line = new KeptLine(this.#part('.kept'), this.#part('.kept-said'));
    // two guides on one host keep their self-checks apart
    this.#store = new BrowserStore({ prefix: `self-check ${location.pathname} `, version: 1, read: readCheck });
    this.#keeper = new Keeper(this.#store, this.#notices, {
      thing: 'self-check',
      read: () => this.#read(),
      show: (check) => this.#show(check),
      named: (id) => this.#named(id) && this.#list(),
      refill: () => {
        this.#form.refill();
        this.#list();
      },
      saved: (iso, surety, news) => this.#line.show(iso, surety, news),
      download: () => this.#file('json'),
    });
    this.#kept = new KeptPanel(this.#part('.others-kept'), this.#store, this.#notices, {
      nameOf: titleOf,
      deleted: (check) => `The self-check of ${titleOf(check)}`,
      open: (id) => {
        this.#keeper.flush();
        this.#notices.clearAll();
        this.#openKept(id);
        this.#toForm();
      },
      more: { label: 'Set beside this', run: (id) => this.#beside(id) },
    });
    for (const part of this.querySelectorAll<HTMLElement>('.table, .check-form > .files')) part.hidden = false;
    this.#listen();
    this.#open();
    this.#recover();
  }

  #part<T extends Element = HTMLElement>(selector: string): T {
    const found = this.querySelector<T>(selector);
    if (!found) throw new Error(`<self-check> needs ${selector}.`);
    return found;
  }

  #listen(): void {
    const form = this.#part('.check-form');
    form.addEventListener('input', ({ target }) => {
      const field = target as HTMLInputElement;
      if (!this.#form.typed(field)) return;
      this.#changed();
      if (field.type === 'radio' && field.name !== 'role') this.#status.say(`${this.#progress()}.`);
    });
    this.addEventListener('click', ({ target }) => this.#clicked(target as Element));
    this.#part('.paste').addEventListener('submit', (event) => {
      event.preventDefault();
      this.#paste();
    });
    this.#part('input[type="file"]').addEventListener('change', ({ target }) => this.#openFile(target as HTMLInputElement));
    keepOnLeaving(this.#keeper);
    addEventListener('afterprint', () => delete this.dataset.print);
    addEventListener('popstate', () => {
      if (location.search !== this.#asked && !LINK_START.test(location.hash.slice(1))) {
        this.#keeper.flush();
        this.#open();
      }
    });
    addEventListener('hashchange', () => this.#arriveByAddress());
  }

  #clicked(target: Element): void {
    const button = target.closest('button');
    if (!button) return;
    const { file, save, share, print, clear, empty } = button.dataset;
    if (file) this.#file(file as FileKind);
    else if (save) this.#saveOwn();
    else if (share) this.#share(share as 'own' | 'all');
    else if (print) {
      this.dataset.print = print;
      window.print();
    } else if (clear) {
      this.#form.clear(clear);
      this.#changed();
      this.#status.say(`The answer was cleared. ${this.#progress()}.`);
    } else if (empty !== undefined) this.#seat();
    else if (button.dataset.new !== undefined) this.#begin(emptyCheck());
  }

  /** The views, with the one that stands in the form. */
  #read(): SelfCheck {
    const chairs = [...this.#check.chairs];
    chairs[this.#check.own] = this.#form.chair;
    return { ...this.#check, chairs };
  }

  #changed(): void {
    this.#check = this.#read();
    this.#refresh();
    this.#keeper.changed();
  }

  #progress = (): string => chairView(this.#guide, this.#check.chairs[this.#check.own] as Chair, 0).progress;
  #here = (): string => `${location.origin}${location.pathname}`;

  /** Shows a self-check under the names that the guide has now, and what has changed since. */
  #show(check: SelfCheck, gone = 0): void {
    this.#check = { ...check, chairs: check.chairs.map((chair) => atPresent(this.#guide, chair)) };
    this.#form.fill(this.#check.chairs[this.#check.own] as Chair);
    this.#refresh();
    this.#list();
    const changes = changesSince(this.#guide, this.#check.chairs, gone);
    // what was told before speaks of places that may be others' now
    this.#notices.clear('arrived', 'changes', 'removed');
    if (changes.length > 0) this.#notices.tell('changes', `The guide has changed since. ${changes.join(' ')}`);
  }

  /** Shows what follows from the answers: how far they have come, who is at the table, and what they say side by side. */
  #refresh(): void {
    const { chairs, own } = this.#check;
    const both = chairs.filter(hasSaid).length > 1;
    this.#part('.progress').textContent = `${this.#progress()}.`;
    this.#part<HTMLElement>('.lonely').hidden = both;
    this.#part<HTMLElement>('.jump').hidden = !both;
    this.#part<HTMLElement>('[data-empty]').hidden = chairs.length >= MOST_CHAIRS;
    const list = this.#part('.chairs');
    const made = chairsList(this.#guide, chairs, own, { write: (place) => this.#write(place), remove: (place) => this.#remove(place) });
    list.replaceChildren(...made);
    if (both) this.#compare();
    else this.#part<HTMLElement>('.comparison').hidden = true;
  }

  /** Shows the views side by side, as they stand when what shows them has loaded. */
  async #compare(): Promise<void> {
    try {
      this.#comparison ??= import('./comparison.ts').then(({ ComparisonPage }) => {
        const mark = markCopy(this.#part('.mark-template'), this.#guide);
        return new ComparisonPage(this.#part('.comparison'), this.#guide, mark, this.dataset.record as string);
      });
      const page = await this.#comparison;
      const { chairs } = this.#check;
      if (chairs.filter(hasSaid).length < 2) return;
      page.show(chairs, this.#here());
      this.#part<HTMLElement>('.comparison').hidden = false;
    } catch {
      this.#comparison = undefined;
      this.#notices.tell(
        'file',
        'The views could not be set side by side: a part of this page did not load. They are safe. Reload the page.',
      );
    }
  }

  /** Opens what the address asks for: a kept self-check, else the newest; a link is set beside it. */
  #open(): void {
    const { kept, blocked } = this.#store.list();
    this.#asked = location.search;
    this.#notices.clearAll();
    this.#line.hide();
    const id = new URLSearchParams(location.search).get('check') ?? kept[0]?.id;
    if (id === undefined) {
      this.#keeper.begin();
      this.#show(emptyCheck());
    } else this.#openKept(id);
    if (blocked) this.#keeper.blocked();
    this.#arriveByAddress();
  }

  #openKept(id: string): void {
    const opened = this.#store.open(id);
    if (opened.state === 'kept') {
      this.#keeper.hold(id, opened.saved);
      if (!LINK_START.test(location.hash.slice(1))) this.#named(id);
      this.#show(opened.value);
      return;
    }
    this.#keeper.begin();
    this.#show(emptyCheck());
    if (opened.state === 'aside')
      this.#notices.tell('arrived', `The saved self-check: ${ASIDE_WORDS[opened.why]} It can be downloaded below. Here is a new one.`);
    else if (opened.state === 'none')
      this.#notices.tell('arrived', 'No saved self-check of that name in this browser. Open a file or a link, or start here.');
  }

  /** Another self-check. What was open before stays kept; where it cannot be, it stays open. */
  #begin(check: SelfCheck): boolean {
    if (!this.#isKept()) return false;
    this.#keeper.begin();
    this.#named(undefined);
    this.#notices.clearAll();
    this.#line.hide();
    this.#show(check);
    this.#toForm();
    return true;
  }

  /** Keeps what is open; tells where the browser does not, since it would be lost. */
  #isKept(): boolean {
    this.#keeper.flush();
    if (!this.#keeper.unsaved) return true;
    this.#notices.tell(
      'file',
      'What is here is not kept in this browser, and a new self-check would take its place. Save a file of it first.',
      [{ label: 'Download JSON', run: () => this.#file('json') }],
    );
    this.#notices.focus('file');
    return false;
  }

  #toForm(): void {
    const roles = [...this.querySelectorAll<HTMLInputElement>('input[name="role"]')];
    (roles.find(({ checked }) => checked) ?? roles[0])?.focus();
  }

  async #arriveByAddress(): Promise<void> {
    const fragment = location.hash.slice(1);
    if (LINK_START.test(fragment)) await this.#arriveByLink(fragment);
  }

  /** Sets the views of a link beside those that are here. */
  async #arriveByLink(fragment: string): Promise<boolean> {
    let link: FromLink;
    try {
      link = (await links()).fromFragment(this.#guide, fragment);
    } catch {
      this.#notices.tell(
        'arrived',
        'The link could not be opened: a part of this page did not load. Your answers are safe. Reload the page and open the link again.',
      );
      return true;
    }
    if (link.state === 'none') return false;
    if (link.state === 'whole') this.#arrive(link, 'by a link');
    else if (link.state === 'cut') {
      this.#arrive({ ...link, says: cutCheck(link) }, 'by a link');
    } else this.#notices.tell('arrived', LINK_WORDS[link.state]);
    return true;
  }

  #arrive({ chairs, left, gone = 0, says }: Arrived, way: string): void {
    const before = this.#read();
    const joined = join(
      before,
      chairs.map((chair) => atPresent(this.#guide, chair)),
    );
    this.#show(joined.check, gone);
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
    this.#notices.tell('arrived', [...(says ? [says] : []), joinedSentence(joined, way), ...left].join(' '), acts);
    // only from the first change on is anything kept: to look is not to keep
    if (before.chairs.some(hasSaid) && joined.added.length > 0) this.#keeper.changed();
  }

  /** Sets what is kept under an id beside what is here. */
  #beside(id: string): void {
    const found = this.#store.list().kept.find((one) => one.id === id);
    if (!found) return;
    this.#arrive({ chairs: found.value.chairs, left: [] }, 'from this browser');
    this.#told();
  }

  /** Views that came go into a self-check of their own; the one they were set beside is as it was. */
  #apart(views: readonly Chair[]): void {
    if (!this.#isKept()) return;
    const before = this.#read();
    this.#show(apart(before, views));
    this.#keeper.changed();
    if (!this.#begin({ chairs: [emptyChair(), ...views], own: 0 })) this.#show(before);
    this.#keeper.changed();
  }

  /** Makes a view the one that stands in the form. */
  #write(place: number): void {
    this.#notices.clear('arrived');
    this.#show(taken(this.#read(), place));
    this.#keeper.changed();
    this.#toForm();
  }

  /** Somebody else sits down here: an empty view stands in the form. */
  #seat(): void {
    const check = this.#read();
    const free = check.chairs.findIndex((chair) => !hasSaid(chair));
    if (free >= 0) this.#write(free);
    else {
      this.#show({ chairs: [...check.chairs, emptyChair()], own: check.chairs.length });
      this.#keeper.changed();
      this.#toForm();
    }
  }

  #remove(place: number): void {
    const before = this.#read();
    const chair = before.chairs[place] as Chair;
    const name = nameOf(chair, place);
    this.#show(without(before, place));
    this.#keeper.changed();
    this.#notices.tell('removed', `${name} was taken away.`, [
      {
        label: 'Undo',
        run: () => {
          const now = putBack(this.#read(), chair, place, before.own === place);
          if (!now) {
            this.#notices.tell('file', `There is room for ${MOST_CHAIRS} views. Take another one away first.`);
            return;
          }
          this.#show(now);
          this.#keeper.changed();
          this.#part('#side-by-side').focus();
        },
      },
    ]);
    this.#notices.focus('removed');
  }

  async #paste(): Promise<void> {
    const field = this.#part<HTMLInputElement>('.paste input');
    const fragment = field.value.slice(field.value.indexOf('#') + 1).trim();
    if (LINK_START.test(fragment) && (await this.#arriveByLink(fragment))) {
      field.value = '';
      this.#told();
      return;
    }
    this.#notices.tell('arrived', 'This is no link of a self-check. Paste the whole address, from https to its end.');
    field.focus();
  }

  async #openFile(field: HTMLInputElement): Promise<void> {
    const file = chosenFile(field);
    if (!file) return;
    const read = await files().then(
      ({ readFile }) => readFile(file),
      () => ({ problem: 'The file could not be opened: a part of this page did not load. Try again.' }),
    );
    if ('problem' in read) this.#notices.tell('arrived', read.problem);
    else this.#arrive(read, 'from a file');
    this.#told();
  }

  /** Leads to what was just told: it stands above, out of sight. */
  #told(): void {
    const notice = this.#part<HTMLElement>('[data-notice="arrived"]');
    notice.tabIndex = -1;
    notice.setAttribute('role', 'group');
    notice.setAttribute('aria-label', 'What arrived');
    notice.focus();
  }

  /** Names the self-check that is open in the address; true where it had another name, or none. */
  #named(id: string | undefined): boolean {
    const address = `${location.pathname}${id === undefined ? '' : `?check=${id}`}`;
    const hash = LINK_START.test(location.hash.slice(1)) ? '' : location.hash;
    const other = `${location.pathname}${location.search}${location.hash}` !== `${address}${hash}`;
    if (other) history.replaceState(null, '', `${address}${hash}`);
    this.#asked = location.search;
    return other;
  }

  /** What a browser that was killed had not written is there again; an empty page opens the newest of it. */
  async #recover(): Promise<void> {
    if (!(await this.#keeper.recover())) return;
    if (this.#keeper.id === undefined && !this.#keeper.unsaved && !LINK_START.test(location.hash.slice(1))) this.#open();
    else this.#list();
  }

  #list(): void {
    this.#kept.show(this.#keeper.id);
  }

  async #file(kind: FileKind, chairs: readonly Chair[] = this.#read().chairs.filter(hasSaid), name = ''): Promise<void> {
    this.#notices.clear('file');
    try {
      const { saveFile } = await files();
      await saveFile(kind, this.#guide, chairs, this.#here(), name);
      this.#status.say('The file was saved by your browser.');
    } catch {
      this.#notices.tell(
        'file',
        'The file could not be made: a part of this page did not load. Your answers are safe. Try again, or save JSON.',
      );
    }
  }

  #saveOwn(): void {
    const { chairs, own } = this.#read();
    const chair = chairs[own] as Chair;
    this.#file('json', [chair], chair.role);
  }

  async #share(what: 'own' | 'all'): Promise<void> {
    const { chairs, own } = this.#read();
    const shared = what === 'own' ? [chairs[own] as Chair] : chairs.filter(hasSaid);
    this.#notices.clear('file');
    try {
      const address = links().then(({ checkFragment }) => `${this.#here()}#${checkFragment(this.#guide, shared)}`);
      const problem = await copyLink(address, this.#part(`.share.${what}`), this.#status, what === 'own' ? 'view' : 'comparison');
      if (problem) this.#notices.tell('file', problem, [{ label: 'Download JSON', run: () => this.#file('json', shared) }]);
    } catch {
      this.#notices.tell(
        'file',
        'The link could not be made: a part of this page did not load. Your answers are safe. Try again, or save a file.',
      );
    }
  }
}

customElements.define('self-check', SelfCheckPage);
