import type { Disk } from './disk.ts';
import type { Mark } from './envelope.ts';
import { newId } from './ids.ts';
import { Journal } from './journal.ts';
import { KnownStamps, REMOVED } from './known-stamps.ts';
import type { Forgotten, Listed, News, Opened, Saved, StoreOptions } from './results.ts';
import { type Found, isFull, MOVED, Shelf } from './shelf.ts';
import { onOtherTab } from './watch.ts';
import { WhileShown } from './while-shown.ts';

/** The disk of a store, made when it is first asked for: its code loads after the page. From then on it hears when the page is left. */
function diskOf(name: string): () => Promise<Disk> {
  let shown: WhileShown | undefined;
  let disk: Promise<Disk> | undefined;
  const load = async (page: WhileShown): Promise<Disk> => (await import('./idb-disk.ts')).idbDisk(name, page);
  return () => {
    shown ??= new WhileShown(globalThis);
    disk ??= load(shown).catch((error) => {
      disk = undefined;
      throw error;
    });
    return disk;
  };
}

/**
 * Values kept in the reader's browser, one under each key, so that each write is there as a whole or not at all. No work is
 * lost: a store writes over nothing but what it last opened, took or saved itself, and removes nothing that it cannot read.
 * A text that cannot be read stays where it is until its id is saved; then it is first copied to a key of its own. A text of
 * a later version stays in any case.
 *
 * `save` is done at once, which a page that is left needs, and other tabs see it; but browsers write such storage to the disk
 * later. So each save has a copy in a journal on the disk: `secure` tells when it is there, `recover` puts back what only the
 * journal has.
 *
 * Two tabs that save one id within the same few milliseconds may not see each other: browsers have no lock for this.
 */
export class BrowserStore<T> {
  readonly #shelf: Shelf<T>;
  readonly #listen: EventTarget | undefined;
  readonly #journal: Journal<T>;
  readonly #known = new KnownStamps();
  /** how each id stood when it was opened here */
  readonly #opened = new Map<string, Mark & { saved: string }>();
  /** the highest turn of each id that was seen here: what is kept again after it was removed goes on from there */
  readonly #turns = new Map<string, number>();
  #recovered: Promise<string[]> | undefined;

  constructor(options: StoreOptions<T>) {
    this.#shelf = new Shelf(options);
    this.#journal = new Journal(this.#shelf, options.disk ?? diskOf(options.prefix.trim()));
    this.#listen = options.listen;
  }

  /** Everything under the prefix. Never throws. To list a value is not to open it: `save` still reports it as changed. */
  list(): Listed<T> {
    return this.#shelf.list();
  }

  /** Reads the item under an id, and may save over it from then on. Never throws. */
  open(id: string): Opened<T> {
    const found = this.#shelf.look(id);
    if (found.state !== 'kept') return found;
    this.#known.accept(id, found.stamp);
    this.#opened.set(id, found);
    return { state: 'kept', saved: found.saved, value: found.value };
  }

  /**
   * Waits until what stands under an id now is on the disk too, and survives a browser that is killed. Never throws.
   *
   * @returns false where the browser does not let it be written there
   */
  async secure(id: string): Promise<boolean> {
    try {
      await this.#recover();
      await this.#journal.mirror(id);
      return true;
    } catch {
      return false;
    }
  }

  /**
   * Puts back what a browser that was killed had not written yet. Once in the life of a page; never throws.
   *
   * @returns the ids that were put back: what was opened before stands otherwise now
   */
  async recover(): Promise<string[]> {
    try {
      return await this.#recover();
    } catch {
      return [];
    }
  }

  #recover(): Promise<string[]> {
    this.#recovered ??= this.#journal.recover(this.#opened).catch((error) => {
      this.#recovered = undefined;
      throw error;
    });
    return this.#recovered;
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
    this.#known.take(id);
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
    this.#known.accept(id, REMOVED);
    this.#turns.set(id, found.turn);
    this.#journal.mirror(id).catch(() => undefined);
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
      const news = this.news(id);
      if (news) callback(news);
    });
  }

  /** Tells what another tab did to an id since it was last opened, taken or saved here; a page in the background gets no events. Never throws. */
  news(id: string): News<T> | undefined {
    const found = this.#shelf.look(id);
    const base = this.#known.get(id);
    if (found.state === 'aside') return found;
    if (found.state === 'none') return base === REMOVED ? undefined : { state: 'gone' };
    if (found.state === 'kept' && found.stamp !== base) return this.#changed(id, found);
    return undefined;
  }

  #write(id: string, value: T, anew: boolean): Saved<T> {
    if (id.startsWith(MOVED)) throw new RangeError(`No id begins with ${MOVED}.`);
    const stamp = newId();
    let since: string | undefined;
    try {
      const base = this.#known.get(id);
      const found = this.#shelf.find(id);
      const turn = Math.max(this.#turns.get(id) ?? 0, found.state === 'kept' ? found.turn : 0) + 1;
      const { saved, text } = this.#shelf.wrap(value, { stamp, turn });
      if (found.state === 'none' && base !== undefined && !anew) return { state: 'gone' };
      if (found.state === 'kept' && found.stamp !== base) return this.#changed(id, found);
      if (found.state === 'aside' && found.why === 'newer') return { state: 'newer' };
      if (found.state === 'aside') this.#shelf.copyAside(id, found.text);
      if (found.state === 'kept') since = found.saved;
      this.#shelf.put(id, text);
      this.#known.accept(id, stamp);
      return { state: 'saved', saved };
    } catch (error) {
      // the value's own fault, not the browser's
      if (error instanceof TypeError) throw error;
      if (!isFull(error)) return { state: 'blocked' };
      return since === undefined ? { state: 'full' } : { state: 'full', since };
    }
  }

  #changed(id: string, { stamp, saved, value }: Found<T> & { state: 'kept' }): Saved<T> & News<T> & { state: 'changed' } {
    this.#known.report(id, stamp);
    return { state: 'changed', theirs: { saved, value } };
  }
}
