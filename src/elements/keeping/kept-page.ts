import type { FileProblem } from '../../documents/text/json-file.ts';
import { part } from '../shared/dom.ts';
import { QuietStatus } from '../shared/quiet-status.ts';
import { chosenFile } from './chosen-file.ts';
import { copyLink } from './copy-link.ts';
import { Keeper, keepOnLeaving } from './keeper.ts';
import { KeptLine } from './kept-line.ts';
import { ASIDE_WORDS } from './kept-list.ts';
import { KeptPanel, type KeptWording } from './kept-panel.ts';
import { Notices } from './notices.ts';
import type { Read } from './store/envelope.ts';
import { BrowserStore } from './store/store.ts';

/** The names that sentences and addresses use for the kept thing. */
export interface KeptNames {
  /** in sentences, and as the beginning of its keys in the browser: "record" */
  thing: string;
  /** in the part of an address from ? on, before its id: "record" */
  param: string;
  /** how a fragment begins that is a link to it, even one that cannot be read */
  link: RegExp;
  /** told where a part of the page does not load: "Your record is safe." */
  safe: string;
}

/** What a page is asked to open. */
export interface Opening<T> {
  /** of what is kept; the newest where nothing else is asked for */
  id?: string | undefined;
  /** something that is not kept yet */
  value?: T;
  /** what to tell of it */
  says?: string;
  /** whether to offer to keep it */
  keep?: boolean;
  /** the link in the address is still to be read: it stays there */
  unread?: boolean;
}

/**
 * The common part of pages that keep what a reader writes: it is kept in the browser while it is written, named in the
 * address, listed, taken out as files and links, and there again on the way back. Nothing takes its place before it is kept
 * or saved as a file.
 *
 * The page holds `.notices`, `.status`, `.kept`, `.kept-said`, `.others-kept` with a list, a field for files, and buttons with
 * `data-file` and `data-new`.
 *
 * @typeParam T what is kept
 * @typeParam Opened what a file gives
 */
export abstract class KeptPage<T, Opened> extends HTMLElement {
  protected notices!: Notices;
  protected status!: QuietStatus;
  protected store!: BrowserStore<T>;
  protected keeper!: Keeper<T>;
  #line!: KeptLine;
  #kept!: KeptPanel<T>;
  /** the part of the address from ? on that is open */
  #asked = '';
  /** what was last saved as a whole in a JSON file */
  #filed: string | undefined;

  protected abstract readonly names: KeptNames;
  /** what the list says of what is kept, and more that can be done with it there */
  protected abstract readonly wording: Omit<KeptWording<T>, 'open'>;
  /** reads what the browser kept; nothing where it is none of ours */
  protected abstract accept: Read<T>;
  /** what a reader begins with */
  protected abstract empty(): T;
  /** what is in memory, which is the truth: browsers empty forms without a word */
  protected abstract read(): T;
  /** shows something else; calls `list` */
  protected abstract show(value: T): void;
  /** fills the form again from what is in memory */
  protected abstract refill(): void;
  /** leads to the first field of the form */
  protected abstract enter(): void;
  /** opens what the address asks for, by `settle` */
  protected abstract open(): void;
  /** opens the link in the address */
  protected abstract openLink(): void;
  /** takes over what was typed in a field */
  protected abstract typed(field: HTMLInputElement): void;
  /** a button was pressed that is not for files and not for something new */
  protected abstract pressed(button: HTMLButtonElement): void;
  /**
   * hands everything to the browser as a file
   *
   * @throws whatever stops a part of the page from loading
   */
  protected abstract save(kind: string): Promise<void>;
  /**
   * reads a file that a reader chose
   *
   * @throws whatever stops a part of the page from loading
   */
  protected abstract readFile(file: File): Promise<Opened | FileProblem>;
  /** takes what a file gave, or tells why it gave nothing */
  protected abstract took(read: Opened | FileProblem): void;

  connectedCallback(): void {
    const { thing } = this.names;
    this.notices = new Notices(part(this, '.notices'));
    this.status = new QuietStatus(part(this, '.status'));
    this.#line = new KeptLine(part(this, '.kept'), part(this, '.kept-said'));
    // two guides on one host keep apart what they keep
    this.store = new BrowserStore({ prefix: `${thing} ${location.pathname} `, version: 1, read: this.accept });
    this.keeper = new Keeper(this.store, this.notices, {
      thing,
      read: () => this.read(),
      show: (value) => this.show(value),
      refill: () => {
        this.refill();
        this.list();
      },
      named: (id) => this.#named(id) && this.list(),
      saved: (iso, surety, news) => this.#line.show(iso, surety, news),
      download: () => this.file('json'),
    });
    this.#kept = new KeptPanel(part(this, '.others-kept'), this.store, this.notices, {
      ...this.wording,
      open: (id) => this.settle({ id }) && this.enter(),
    });
    this.#listen();
    this.open();
    this.#recover();
  }

  #listen(): void {
    this.addEventListener('input', ({ target }) => this.typed(target as HTMLInputElement));
    this.addEventListener('click', ({ target }) => this.#clicked((target as Element).closest('button')));
    part(this, 'input[type="file"]').addEventListener('change', ({ target }) => this.#openFile(target as HTMLInputElement));
    keepOnLeaving(this.keeper);
    addEventListener('popstate', () => {
      // a step to another place of the page opens nothing; a link is opened once, by the event that follows
      if (location.search !== this.#asked && !this.hasLink()) this.open();
    });
    addEventListener('hashchange', () => this.hasLink() && this.openLink());
  }

  #clicked(button: HTMLButtonElement | null): void {
    if (button?.dataset.file) this.file(button.dataset.file);
    else if (button?.dataset.new !== undefined) this.begin(this.empty());
    else if (button) this.pressed(button);
  }

  /** The whole address of the page. */
  protected here = (): string => `${location.origin}${location.pathname}`;

  /** Whether the address holds a link, even one that cannot be read. */
  protected hasLink = (): boolean => this.names.link.test(location.hash.slice(1));

  /** Lists what else is kept. */
  protected list(): void {
    this.#kept.show(this.keeper.id);
  }

  /**
   * Opens something in the place of what is open, and says so. What is open is kept first.
   *
   * @returns false where it cannot be kept: it stays open, and the reader is told
   */
  protected settle({ id, value, says, keep, unread = false }: Opening<T>): boolean {
    if (!this.isKept()) return false;
    const { kept, blocked } = this.store.list();
    const asked = id ?? kept[0]?.id;
    this.#asked = location.search;
    this.notices.clearAll();
    this.#line.hide();
    if (value !== undefined) this.#showNew(value);
    else if (asked !== undefined) this.#showKept(asked, unread);
    else this.#showNew(this.empty());
    if (says) this.notices.tell('arrived', says, keep ? [{ label: 'Keep it in this browser', run: () => this.#keepNow() }] : []);
    if (blocked) this.keeper.blocked();
    return true;
  }

  /** As `settle`, for something that a reader begins here or takes from a file: the address names nothing until it is kept. */
  protected begin(value: T, says?: string): boolean {
    if (!this.settle({ value, ...(says && { says, keep: true }) })) return false;
    this.#named(undefined);
    this.enter();
    return true;
  }

  /** Keeps what is open; tells where the browser does not and no file holds it, since it would be lost. */
  protected isKept(): boolean {
    this.keeper.flush();
    if (!this.keeper.unsaved || this.#filed === JSON.stringify(this.read())) return true;
    this.notices.tell(
      'file',
      `What is here is not kept in this browser, and a new ${this.names.thing} would take its place. Save a file of it first.`,
      [{ label: 'Download JSON', run: () => this.file('json') }],
    );
    this.notices.focus('file');
    return false;
  }

  #showNew(value: T): void {
    this.keeper.begin();
    this.show(value);
  }

  #showKept(id: string, unread: boolean): void {
    const { thing } = this.names;
    const opened = this.store.open(id);
    if (opened.state === 'kept') {
      this.keeper.hold(id, opened.saved);
      if (!unread) this.#named(id);
      this.show(opened.value);
      return;
    }
    this.#showNew(this.empty());
    if (opened.state === 'aside')
      this.notices.tell('arrived', `The saved ${thing}: ${ASIDE_WORDS[opened.why]} It can be downloaded below. Here is a new ${thing}.`);
    else if (opened.state === 'none')
      this.notices.tell('arrived', `No saved ${thing} of that name in this browser. Open a file or a link, or start here.`);
  }

  #keepNow(): void {
    this.keeper.changed();
    this.keeper.flush();
    this.notices.clear('arrived');
  }

  /** Names in the address what is open; true where it had another name, or none. A link that was opened is gone from it. */
  #named(id: string | undefined): boolean {
    const hash = this.hasLink() ? '' : location.hash;
    const address = `${location.pathname}${id === undefined ? '' : `?${this.names.param}=${id}`}${hash}`;
    const other = `${location.pathname}${location.search}${location.hash}` !== address;
    if (other) history.replaceState(null, '', address);
    this.#asked = location.search;
    return other;
  }

  /** Lists what a browser that was killed had not written and is there again; an empty page opens the newest of it. */
  async #recover(): Promise<void> {
    if (!(await this.keeper.recover())) return;
    if (this.keeper.id === undefined && !this.keeper.unsaved && !this.hasLink()) this.open();
    else this.list();
  }

  /** Saves a file of everything that is here. */
  protected async file(kind: string): Promise<void> {
    const value = JSON.stringify(this.read());
    if ((await this.handOut(() => this.save(kind))) && kind === 'json') this.#filed = value;
  }

  /**
   * Saves a file, and says so; tells where a part of the page that makes it does not load.
   *
   * @returns whether it was saved
   */
  protected async handOut(save: () => Promise<void>): Promise<boolean> {
    this.notices.clear('file');
    try {
      await save();
      this.status.say('The file was saved by your browser.');
      return true;
    } catch {
      const { safe } = this.names;
      this.notices.tell('file', `The file could not be made: a part of this page did not load. ${safe} Try again, or save JSON.`);
      return false;
    }
  }

  /**
   * Shows a link and copies it; tells where it cannot be made. To be called in the press of the button (see `copyLink`).
   *
   * @param line what holds its field
   * @param thing what it holds: "record"
   * @param download saves the same as a JSON file
   */
  protected async share(address: Promise<string>, line: HTMLElement, thing: string, download: () => void): Promise<void> {
    this.notices.clear('file');
    const problem = await copyLink(address, line, this.status, thing).catch(
      () => `The link could not be made: a part of this page did not load. ${this.names.safe} Try again, or save a file.`,
    );
    if (problem) this.notices.tell('file', problem, [{ label: 'Download JSON', run: download }]);
  }

  async #openFile(field: HTMLInputElement): Promise<void> {
    const file = chosenFile(field);
    if (!file) return;
    const problem = 'The file could not be opened: a part of this page did not load. Try again.';
    this.took(await this.readFile(file).catch(() => ({ problem })));
  }
}
