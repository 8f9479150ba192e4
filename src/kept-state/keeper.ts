import type { Kept } from '../browser-store/envelope.ts';
import { newId } from '../browser-store/ids.ts';
import type { Saved } from '../browser-store/results.ts';
import type { BrowserStore } from '../browser-store/store.ts';
import { clock } from './kept-list.ts';
import type { Notices } from './notices.ts';

/** How long nothing may be typed before it is kept. */
const QUIET = 400;

/** What the page does for the keeper. */
export interface Desk<T> {
  /** what sentences call what is kept, such as record */
  thing: string;
  read(): T;
  show(value: T): void;
  /** it is kept under this id now, or under none */
  named(id: string | undefined): void;
  /** it was kept just now */
  saved(iso: string): void;
  /** hands it out as a file */
  download(): void;
}

/** Keeps what is open on a page in the reader's browser, and tells when it cannot. Nothing is written over that somebody else wrote. */
export class Keeper<T> {
  readonly #store: BrowserStore<T>;
  readonly #notices: Notices;
  readonly #desk: Desk<T>;
  #id: string | undefined;
  #waiting = 0;
  #dirty = false;
  /** another tab was faster, or it is gone: nothing is written until the reader has chosen */
  #held = false;
  #lastSaved: string | undefined;
  #unwatch: (() => void) | undefined;

  constructor(store: BrowserStore<T>, notices: Notices, desk: Desk<T>) {
    [this.#store, this.#notices, this.#desk] = [store, notices, desk];
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

  /** What stands under an id is open now, as it was read from the store. */
  hold(id: string, saved: string): void {
    this.#name(id);
    this.#lastSaved = saved;
  }

  /** Something was typed: it is kept when typing has come to rest. */
  changed(): void {
    this.#dirty = true;
    clearTimeout(this.#waiting);
    this.#waiting = window.setTimeout(() => this.flush(), QUIET);
  }

  /** Keeps at once what is not kept yet. */
  flush(): void {
    clearTimeout(this.#waiting);
    if (!this.#dirty || this.#held) return;
    if (this.#id === undefined) this.#name(newId(), true);
    this.#told(this.#store.save(this.#id as string, this.#desk.read()));
  }

  #name(id: string | undefined, dirty = false): void {
    clearTimeout(this.#waiting);
    this.#unwatch?.();
    this.#id = id;
    [this.#dirty, this.#held, this.#lastSaved] = [dirty, false, undefined];
    this.#notices.clear('changed', 'gone', 'full');
    if (id === undefined) return;
    this.#unwatch = this.#store.watch(id, (news) => {
      if (news.state === 'changed') this.#changedElsewhere(news.theirs);
      else if (news.state === 'gone') this.#gone();
    });
  }

  #told(result: Saved<T>): void {
    if (result.state === 'saved') {
      this.#dirty = false;
      this.#lastSaved = result.saved;
      this.#notices.clear('full', 'blocked');
      this.#desk.named(this.#id);
      this.#desk.saved(result.saved);
    } else if (result.state === 'changed') this.#changedElsewhere(result.theirs);
    else if (result.state === 'gone') this.#gone();
    else if (result.state === 'full')
      this.#notices.tell(
        'full',
        `${this.#lastSaved ? `Not saved since ${clock(this.#lastSaved)}.` : 'Not saved: this browser has no room left.'} Your work is still on this page. Download it now.`,
        [{ label: 'Download JSON', run: () => this.#desk.download() }],
      );
    else if (result.state === 'newer')
      this.#notices.tell(
        'blocked',
        `The kept ${this.#desk.thing} was written by a newer version of the guide. It was not changed. Save a file of what you see, then reload.`,
        [{ label: 'Download JSON', run: () => this.#desk.download() }],
      );
    else this.blocked();
  }

  /** Tells, once, that the browser keeps nothing. */
  blocked(): void {
    this.#notices.tell('blocked', 'This browser is not keeping what you write. Copy the link or save a file before you leave.');
  }

  #changedElsewhere({ saved, value }: Kept<T>): void {
    this.#held = true;
    clearTimeout(this.#waiting);
    this.#notices.tell(
      'changed',
      `This ${this.#desk.thing} was changed in another tab at ${clock(saved)}. Nothing here is saved until you choose.`,
      [
        {
          label: 'Show theirs',
          run: () => {
            const id = this.#id as string;
            this.#store.take(id);
            const now = this.#store.open(id);
            this.hold(id, saved);
            this.#desk.show(now.state === 'kept' ? now.value : value);
          },
        },
        { label: 'Keep mine as a copy', run: () => this.#copy() },
      ],
    );
  }

  #gone(): void {
    this.#held = true;
    clearTimeout(this.#waiting);
    this.#notices.tell(
      'gone',
      `This ${this.#desk.thing} was deleted in another tab, or the browser was emptied. What you see is still here.`,
      [{ label: `Keep it as a new ${this.#desk.thing}`, run: () => this.#copy() }],
    );
  }

  /** Keeps what the page shows under a new id. */
  #copy(): void {
    this.#name(newId(), true);
    this.flush();
  }
}

/** Keeps what is not kept yet when a reader leaves or looks elsewhere; holds who would lose something. */
export function keepOnLeaving<T>(keeper: Keeper<T>): void {
  addEventListener('pagehide', () => keeper.flush());
  document.addEventListener('visibilitychange', () => document.hidden && keeper.flush());
  // a browser that keeps nothing would lose it
  addEventListener('beforeunload', (event) => {
    keeper.flush();
    if (keeper.unsaved) event.preventDefault();
  });
}
