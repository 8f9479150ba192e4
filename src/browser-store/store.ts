import { Bases, REMOVED } from './bases.ts';
import { newId } from './ids.ts';
import type { Forgotten, Listed, News, Opened, Saved, StoreOptions } from './results.ts';
import { type Found, isFull, MOVED, Shelf } from './shelf.ts';
import { onOtherTab } from './watch.ts';

/**
 * Values kept in the reader's browser, one under each key, so that each write is there as a whole or not at all. No work is
 * lost: a store writes over nothing but what it last opened, took or saved itself, and removes nothing that it cannot read.
 * A text that cannot be read stays where it is until its id is saved; then it is first copied to a key of its own. A text of
 * a later version stays in any case.
 *
 * Two tabs that save one id within the same few milliseconds may not see each other: browsers have no lock for this.
 */
export class BrowserStore<T> {
  readonly #shelf: Shelf<T>;
  readonly #listen: EventTarget | undefined;
  readonly #bases = new Bases();

  constructor(options: StoreOptions<T>) {
    this.#shelf = new Shelf(options);
    this.#listen = options.listen;
  }

  /** Everything under the prefix. Never throws. To list a value is not to open it: `save` still reports it as changed. */
  list(): Listed<T> {
    return this.#shelf.list();
  }

  /** What stands under an id. What was opened may be saved over. Never throws. */
  open(id: string): Opened<T> {
    const found = this.#shelf.look(id);
    if (found.state !== 'kept') return found;
    this.#bases.accept(id, found.stamp);
    return { state: 'kept', saved: found.saved, value: found.value };
  }

  /**
   * Saves a value under a new id, or over what was last opened, taken or saved here.
   *
   * @throws TypeError for a value that could not be read again; RangeError for an id that begins with `~`
   */
  save(id: string, value: T): Saved<T> {
    return this.#write(id, value, false);
  }

  /** As `save`, but also where the value has been removed: for a reader who wants it back, and to undo `forget`. */
  keep(id: string, value: T): Saved<T> {
    return this.#write(id, value, true);
  }

  /**
   * Accepts what was last reported as theirs, by `save`, `keep` or `watch`: from now on `save` writes over it. What has been
   * saved since that report is still safe.
   */
  take(id: string): void {
    this.#bases.take(id);
  }

  /** Removes what stands under an id, whoever saved it, and gives it back. What cannot be read is not removed. Never throws. */
  forget(id: string): Forgotten<T> {
    const found = this.#shelf.look(id);
    if (found.state !== 'kept') return found;
    try {
      this.#shelf.remove(id);
    } catch {
      return { state: 'blocked' };
    }
    this.#bases.accept(id, REMOVED);
    return { state: 'forgotten', was: { saved: found.saved, value: found.value } };
  }

  /**
   * Tells when another tab changed, removed or cleared an id. What stands there is looked up when the event comes, and is
   * not opened by that: call `take` to accept it.
   *
   * @returns a function that ends it
   */
  watch(id: string, callback: (news: News<T>) => void): () => void {
    return onOtherTab(this.#listen ?? globalThis, this.#shelf, id, () => {
      const news = this.#news(id);
      if (news) callback(news);
    });
  }

  #write(id: string, value: T, anew: boolean): Saved<T> {
    if (id.startsWith(MOVED)) throw new RangeError(`No id begins with ${MOVED}.`);
    const stamp = newId();
    const { saved, text } = this.#shelf.wrap(value, stamp);
    let since: string | undefined;
    try {
      const base = this.#bases.get(id);
      const found = this.#shelf.find(id);
      if (found.state === 'none' && base !== undefined && !anew) return { state: 'gone' };
      if (found.state === 'kept' && found.stamp !== base) return this.#changed(id, found);
      if (found.state === 'aside' && found.why === 'newer') return { state: 'newer' };
      if (found.state === 'aside') this.#shelf.copyAside(id, found.text);
      if (found.state === 'kept') since = found.saved;
      this.#shelf.put(id, text);
    } catch (error) {
      if (!isFull(error)) return { state: 'blocked' };
      return since === undefined ? { state: 'full' } : { state: 'full', since };
    }
    this.#bases.accept(id, stamp);
    return { state: 'saved', saved };
  }

  #news(id: string): News<T> | undefined {
    const found = this.#shelf.look(id);
    const base = this.#bases.get(id);
    if (found.state === 'aside') return found;
    if (found.state === 'none') return base === REMOVED ? undefined : { state: 'gone' };
    if (found.state === 'kept' && found.stamp !== base) return this.#changed(id, found);
    return undefined;
  }

  #changed(id: string, { stamp, saved, value }: Found<T> & { state: 'kept' }): Saved<T> & News<T> & { state: 'changed' } {
    this.#bases.report(id, stamp);
    return { state: 'changed', theirs: { saved, value } };
  }
}
