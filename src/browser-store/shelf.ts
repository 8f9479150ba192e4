import { type Envelope, type Kept, readEnvelope, writeEnvelope } from './envelope.ts';
import type { Aside, Listed, StoreOptions } from './results.ts';

/** Stands in a key before the id whose unreadable text was copied there. No id begins with it. */
export const MOVED = '~';

/** What stands under an id, looked up just now. */
export type Found<T> = ({ state: 'kept'; stamp: string } & Kept<T>) | { state: 'none' } | ({ state: 'aside' } & Aside);

/** The keys of a store and what stands under them. It knows no rule about who may write. What does not say otherwise throws where the browser does. */
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

  find(id: string): Found<T> {
    const text = this.storage.getItem(this.keyOf(id));
    return text === null ? { state: 'none' } : this.#understand(id, text);
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
      const { storage } = this;
      for (const key of Array.from({ length: storage.length }, (_, place) => storage.key(place))) {
        if (!key?.startsWith(this.#options.prefix)) continue;
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
  wrap(value: T, stamp: string): { saved: string; text: string } {
    const { now, version, read } = this.#options;
    const saved = (now?.() ?? new Date()).toISOString();
    return { saved, text: writeEnvelope({ saved, value }, stamp, version, read) };
  }

  put(id: string, text: string): void {
    this.storage.setItem(this.keyOf(id), text);
  }

  remove(id: string): void {
    this.storage.removeItem(this.keyOf(id));
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

  #understand(id: string, text: string): Found<T> {
    const { version, read } = this.#options;
    const found: Envelope<T> = id.startsWith(MOVED) ? { why: 'unreadable' } : readEnvelope(text, version, read);
    return 'why' in found ? { state: 'aside', key: this.keyOf(id), text, why: found.why } : { state: 'kept', ...found };
  }
}

/** Whether an error says that there was no room, in the words of today's browsers and of older ones of Firefox. */
export const isFull = (error: unknown): boolean =>
  error instanceof Error && ['QuotaExceededError', 'NS_ERROR_DOM_QUOTA_REACHED'].includes(error.name);
