import { type Envelope, type Kept, type Mark, readEnvelope, writeEnvelope } from './envelope.ts';
import type { Aside, Listed, StoreOptions } from './results.ts';

/** Stands in a key before the id whose unreadable text was copied there. No id begins with it. */
export const MOVED = '~';

/** What stands under an id, looked up just now. */
export type Found<T> = Understood<T> | { state: 'none' };

/** A text, as far as it is understood. */
export type Understood<T> = ({ state: 'kept' } & Mark & Kept<T>) | ({ state: 'aside' } & Aside);

/** The keys of a store and the items under them. It has no rules about who may write. Unless documented otherwise, methods throw when storage throws. */
export class Shelf<T> {
  readonly #options: StoreOptions<T>;

  constructor(options: StoreOptions<T>) {
    this.#options = options;
  }

  /** @throws Error where the browser gives none */
  get storage(): Storage {
    const storage = this.#options.storage ? this.#options.storage() : globalThis.localStorage;
    if (!storage) throw new Error('This browser keeps nothing.');
    return storage;
  }

  keyOf(id: string): string {
    return `${this.#options.prefix}${id}`;
  }

  text(id: string): string | null {
    return this.storage.getItem(this.keyOf(id));
  }

  find(id: string): Found<T> {
    const text = this.text(id);
    return text === null ? { state: 'none' } : this.understand(id, text);
  }

  /** As `find`, but never throws. */
  look(id: string): Found<T> | { state: 'blocked' } {
    try {
      return this.find(id);
    } catch {
      return { state: 'blocked' };
    }
  }

  /** Everything under the prefix, newest first. Never throws. */
  list(): Listed<T> {
    const listed: Listed<T> = { kept: [], aside: [], blocked: false };
    try {
      for (const key of this.#keys()) {
        if (!key.startsWith(this.#options.prefix)) continue;
        const id = key.slice(this.#options.prefix.length);
        const found = this.find(id);
        if (found.state === 'aside') listed.aside.push({ key, text: found.text, why: found.why });
        else if (found.state === 'kept') listed.kept.push({ id, saved: found.saved, value: found.value });
      }
    } catch {
      return { kept: [], aside: [], blocked: true };
    }
    listed.kept.sort((a, b) => Date.parse(b.saved) - Date.parse(a.saved) || (a.id < b.id ? -1 : 1));
    return listed;
  }

  /**
   * A value as text, with the time of now.
   *
   * @throws TypeError for a value that could not be read again
   */
  wrap(value: T, mark: Mark): { saved: string; text: string } {
    const { now, version, read } = this.#options;
    const saved = (now?.() ?? new Date()).toISOString();
    return { saved, text: writeEnvelope({ saved, value }, mark, version, read) };
  }

  put(id: string, text: string): void {
    this.storage.setItem(this.keyOf(id), text);
    this.unbury(id);
  }

  /** Removes a text, and notes that it was removed: a copy of it on the disk must not come back. */
  remove(id: string): void {
    this.storage.removeItem(this.keyOf(id));
    try {
      this.storage.setItem(this.#graveOf(id), 'true');
    } catch {
      // at worst it comes back and is removed again
    }
  }

  isBuried(id: string): boolean {
    return this.storage.getItem(this.#graveOf(id)) !== null;
  }

  /** Forgets that a text was removed. Never throws. */
  unbury(id: string): void {
    try {
      if (this.isBuried(id)) this.storage.removeItem(this.#graveOf(id));
    } catch {
      // the disk is brought level the next time
    }
  }

  /** The ids that were removed here and perhaps not yet on the disk. */
  buried(): string[] {
    const start = this.#graveOf('');
    return this.#keys().flatMap((key) => (key.startsWith(start) ? [key.slice(start.length)] : []));
  }

  /** Begins with no prefix of a store, so that nothing lists it. */
  #graveOf(id: string): string {
    return `removed ${this.keyOf(id)}`;
  }

  #keys(): string[] {
    const { storage } = this;
    return Array.from({ length: storage.length }, (_, place) => storage.key(place) ?? '');
  }

  /** Copies a text to a key of its own, `prefix~id~1` or the next that is free. Where the same text was copied before, it stays at that. */
  copyAside(id: string, text: string): void {
    for (let number = 1; ; number++) {
      const place = `${MOVED}${id}${MOVED}${number}`;
      const there = this.storage.getItem(this.keyOf(place));
      if (there === text) return;
      if (there === null) {
        this.put(place, text);
        return;
      }
    }
  }

  understand(id: string, text: string): Understood<T> {
    const { version, read } = this.#options;
    const found: Envelope<T> = id.startsWith(MOVED) ? { why: 'unreadable' } : readEnvelope(text, version, read);
    return 'why' in found ? { state: 'aside', key: this.keyOf(id), text, why: found.why } : { state: 'kept', ...found };
  }
}

/** Whether an error says that there was no room, in the words of today's browsers and of older ones of Firefox. */
export const isFull = (error: unknown): boolean =>
  error instanceof Error && ['QuotaExceededError', 'NS_ERROR_DOM_QUOTA_REACHED'].includes(error.name);
