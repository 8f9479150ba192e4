import { clock, type Surety } from './kept-list.ts';
import type { Notices } from './notices.ts';
import type { Kept } from './store/envelope.ts';
import { newId } from './store/ids.ts';
import type { Saved } from './store/results.ts';
import type { BrowserStore } from './store/store.ts';

/** How long nothing may be typed before it is kept. */
const QUIET = 400;

/** How long the disk may take before the page says that it is not sure. */
const PATIENCE = 5000;

/** What the page does for the keeper. */
export interface KeeperHost<T> {
  /** what sentences call what is kept, such as record */
  thing: string;
  /** what is in memory; never what the form happens to show: browsers empty forms without a word */
  read(): T;
  show(value: T): void;
  /** fills the form again from what is in memory */
  refill(): void;
  /** it is kept under this id now, or under none */
  named(id: string | undefined): void;
  /**
   * it was saved then, and is that sure to last; told again when that changes
   *
   * @param news whether a reader does not know it yet: nothing was kept here before, the last try failed, or it is more or less sure now
   */
  saved(iso: string, surety: Surety, news: boolean): void;
  /** hands it out as a file */
  download(): void;
}

/** What the keeper needs of a store. */
export type KeeperStore<T> = Pick<BrowserStore<T>, 'open' | 'save' | 'take' | 'watch' | 'news' | 'secure' | 'recover'>;

/** Keeps what is open on a page in the reader's browser, and tells when it cannot. Nothing is written over that somebody else wrote. */
export class Keeper<T> {
  readonly #store: KeeperStore<T>;
  readonly #notices: Notices;
  readonly #host: KeeperHost<T>;
  #id: string | undefined;
  #waiting: ReturnType<typeof setTimeout> | undefined;
  /** counts what was saved or opened: only the last may say how sure it is */
  #saves = 0;
  #dirty = false;
  /** how sure a reader knows it to be; nothing where nothing was kept here yet, or the last try failed */
  #known: Surety | undefined;
  /** another tab was faster, or it is gone: nothing is written until the reader has chosen */
  #held = false;
  #lastSaved: string | undefined;
  #unwatch: (() => void) | undefined;

  constructor(store: KeeperStore<T>, notices: Notices, host: KeeperHost<T>) {
    [this.#store, this.#notices, this.#host] = [store, notices, host];
  }

  get id(): string | undefined {
    return this.#id;
  }

  /** True while something is on the page that is not kept. */
  get unsaved(): boolean {
    return this.#dirty;
  }

  /** Something that is not kept yet is open now: the first change keeps it under an id of its own. */
  begin(): void {
    this.#name(undefined);
  }

  /** Takes note that the item under an id is open, as it was read from the store. */
  hold(id: string, saved: string): void {
    this.#name(id);
    this.#stands(id, saved);
  }

  /** Something was typed: it is kept when typing has come to rest. */
  changed(): void {
    this.#dirty = true;
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => this.flush(), QUIET);
  }

  /** Keeps at once what is not kept yet. */
  flush(): void {
    clearTimeout(this.#waiting);
    if (!this.#dirty || this.#held) return;
    if (this.#id === undefined) this.#name(newId(), true);
    this.#handle(this.#store.save(this.#id as string, this.#host.read()));
  }

  /**
   * The page is shown again. The browser may have emptied the form or put old words into it.
   *
   * @param away whether the page was put aside meanwhile and brought back: other tabs may have written, and it was told nothing
   */
  shownAgain(away: boolean): void {
    if (away) this.#lookAgain();
    this.#host.refill();
  }

  /**
   * Puts back what a browser that was killed had not written. What is open is shown as it was last kept, unless something was
   * typed since.
   *
   * @returns whether anything was put back
   */
  async recover(): Promise<boolean> {
    const ids = await this.#store.recover();
    if (this.#id !== undefined && ids.includes(this.#id)) this.#lookAgain();
    return ids.length > 0;
  }

  #name(id: string | undefined, dirty = false): void {
    clearTimeout(this.#waiting);
    this.#unwatch?.();
    this.#id = id;
    this.#saves++;
    [this.#dirty, this.#known, this.#held, this.#lastSaved] = [dirty, undefined, false, undefined];
    this.#notices.clear('changed', 'gone', 'full');
    if (id === undefined) return;
    this.#unwatch = this.#store.watch(id, (news) => {
      if (news.state === 'changed') this.#changedElsewhere(news.theirs);
      else if (news.state === 'gone') this.#gone();
    });
  }

  #handle(result: Saved<T>): void {
    if (result.state !== 'saved') this.#known = undefined;
    if (result.state === 'saved') {
      this.#dirty = false;
      this.#notices.clear('full', 'blocked');
      this.#host.named(this.#id);
      this.#stands(this.#id as string, result.saved, true);
    } else if (result.state === 'changed') this.#changedElsewhere(result.theirs);
    else if (result.state === 'gone') this.#gone();
    else if (result.state === 'full')
      this.#notices.tell(
        'full',
        `${this.#lastSaved ? `Not saved since ${clock(this.#lastSaved)}.` : 'Not saved: this browser has no room left.'} Your work is still on this page. Download it now.`,
        [{ label: 'Download JSON', run: () => this.#host.download() }],
      );
    else if (result.state === 'newer')
      this.#notices.tell(
        'blocked',
        `The kept ${this.#host.thing} was written by a newer version of the guide. It was not changed. Save a file of what you see, then reload.`,
        [{ label: 'Download JSON', run: () => this.#host.download() }],
      );
    else this.blocked();
  }

  /**
   * Says when something was saved; that it is kept only when it is on the disk.
   *
   * @param here whether it was saved on this page just now, and not before
   */
  async #stands(id: string, saved: string, here = false): Promise<void> {
    this.#lastSaved = saved;
    const save = ++this.#saves;
    const say = (surety: Surety): void => {
      if (save !== this.#saves) return;
      const news = here && surety !== 'keeping' && surety !== this.#known;
      if (news) this.#known = surety;
      this.#host.saved(saved, surety, news);
    };
    say('keeping');
    const late = setTimeout(() => say('unsure'), PATIENCE);
    const sure = await this.#store.secure(id);
    clearTimeout(late);
    say(sure ? 'kept' : 'unsure');
  }

  /** Takes up what stands in the store now; asks the reader where something here is not kept. */
  #lookAgain(): void {
    const id = this.#id;
    if (id === undefined || this.#held) return;
    const news = this.#store.news(id);
    if (news?.state === 'gone') this.#gone();
    else if (news?.state === 'changed' && this.#dirty) this.#changedElsewhere(news.theirs);
    else if (news?.state === 'changed') this.#showTheirs(id, news.theirs);
  }

  #showTheirs(id: string, theirs: Kept<T>): void {
    this.#store.take(id);
    const now = this.#store.open(id);
    const { saved, value } = now.state === 'kept' ? now : theirs;
    this.hold(id, saved);
    this.#host.show(value);
  }

  /** Tells, once, that the browser keeps nothing. */
  blocked(): void {
    this.#notices.tell('blocked', 'This browser is not keeping what you write. Copy the link or save a file before you leave.');
  }

  #changedElsewhere(theirs: Kept<T>): void {
    this.#held = true;
    clearTimeout(this.#waiting);
    this.#notices.tell(
      'changed',
      `This ${this.#host.thing} was changed in another tab at ${clock(theirs.saved)}. Nothing here is saved until you choose.`,
      [
        { label: 'Show theirs', run: () => this.#showTheirs(this.#id as string, theirs) },
        { label: 'Keep mine as a copy', run: () => this.#copy() },
      ],
    );
  }

  #gone(): void {
    this.#held = true;
    clearTimeout(this.#waiting);
    this.#notices.tell(
      'gone',
      `This ${this.#host.thing} was deleted in another tab, or the browser was emptied. What you see is still here.`,
      [{ label: `Keep it as a new ${this.#host.thing}`, run: () => this.#copy() }],
    );
  }

  /** Keeps what the page shows under a new id. */
  #copy(): void {
    this.#name(newId(), true);
    this.flush();
  }
}

/** Saves what is not kept yet when a reader leaves the page or looks elsewhere, asks before leaving where that fails, and looks again when the page comes back. */
export function keepOnLeaving<T>(keeper: Keeper<T>): void {
  addEventListener('pageshow', ({ persisted }) => keeper.shownAgain(persisted));
  addEventListener('pagehide', () => keeper.flush());
  document.addEventListener('visibilitychange', () => document.hidden && keeper.flush());
  // a browser that keeps nothing would lose it
  addEventListener('beforeunload', (event) => {
    keeper.flush();
    if (keeper.unsaved) event.preventDefault();
  });
}
