import { type Card, FILE, type FirstFile, type Held, type IndexFile, partOf } from '../../documents/site-search/name-files.ts';
import { triedOnce } from '../../lib/items.ts';

/** Reads a file of those that `FILE` names. @throws where there is none, or it is no JSON, or of another build than the first one */
export type Read = <T>(path: string) => Promise<T>;

/** Of so many parts of cards all come ahead: about 90 kB on their way. */
const FEW = 32;

/** What is known of names, as it stands in files: each is loaded once, when it is asked for. All throw what stops that. */
export class NameStore {
  readonly first: FirstFile;
  /** see `FILE.words` */
  readonly words: () => Promise<string>;
  /** see `FILE.numbers` */
  readonly numbers: () => Promise<string[]>;
  /** a part of the index */
  readonly index: (part: number) => Promise<IndexFile>;
  readonly #cards: (part: number) => Promise<Card[]>;
  readonly #phrases: (part: number) => Promise<string[][]>;

  /**
   * @param first the first file
   * @param read loads the others
   */
  constructor(first: FirstFile, read: Read) {
    this.first = first;
    this.words = triedOnce(() => read(FILE.words));
    this.numbers = triedOnce(() => read(FILE.numbers));
    this.index = triedOnce((part) => read(FILE.index(part)));
    this.#cards = triedOnce((part) => read(FILE.cards(part)));
    this.#phrases = triedOnce((part) => read(FILE.phrases(part)));
  }

  /** Loads the first file, and along with it what any search needs. @param address of the first file @throws what stops it */
  static async load(address: string): Promise<NameStore> {
    const beside = new URL(address, location.href);
    const load = <T>(path: string): Promise<Held<T>> => json(new URL(path, beside).href);
    const first = load<FirstFile>(FILE.first);
    const ahead = new Map([FILE.words, FILE.cards(0)].map((path) => [path, load<never>(path)]));
    // who asks for it reports the failure
    for (const file of ahead.values()) file.catch(() => undefined);
    const { of, holds } = await first;
    return new NameStore(holds, async (path) => {
      const early = ahead.get(path);
      ahead.delete(path);
      const file = await (early ?? load<never>(path));
      if (file.of !== of) throw new Error(`${path} is of another build than ${FILE.first}.`);
      return file.holds;
    });
  }

  /** Loads what is shown of all names, where that is not much. @throws what stops it */
  async cardsAhead(): Promise<void> {
    const { cards } = this.first;
    if (cards.length <= FEW) await Promise.all(cards.map((_, part) => this.#cards(part)));
  }

  /** What is shown of a name. @param name its place among all names */
  card = (name: number): Promise<Card> => inPart(this.first.cards, this.#cards, name);

  /** Its other names, then its questions. @param name its place among all names */
  phrases = (name: number): Promise<string[]> => inPart(this.first.phrases, this.#phrases, name);
}

async function inPart<T>(firsts: readonly number[], load: (part: number) => Promise<T[]>, name: number): Promise<T> {
  const part = partOf(firsts, name);
  const one = (await load(part))[name - (firsts[part] ?? 0)];
  if (one === undefined) throw new Error(`The parts hold no name ${name}.`);
  return one;
}

async function json<T>(address: string): Promise<T> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.json();
}
