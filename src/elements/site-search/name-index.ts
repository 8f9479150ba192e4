import { type FirstFile, type IndexFile, type Postings, partOf, readList } from '../../documents/site-search/name-files.ts';
import { hasDigit, term, wordsOf } from '../../documents/site-search/query.ts';
import { madeOnce, triedOnce } from '../../lib/items.ts';

/** Phrases that hold a word, and how well: two lists of one length. */
export interface Hits {
  phrases: number[];
  scores: number[];
}

/** BM25+ (Lv and Zhai 2011): how soon more of a word adds nothing, how much a long phrase loses, what every holder gets. */
const BM25 = { k: 1.2, b: 0.8, d: 0.3 };
/** What a word counts that another one begins, and how much less for each further letter. */
const LONGER = { counts: 0.4, loses: 0.3 };

/** Where words stand in phrases. A query loads the parts that its words need. */
export class NameIndex {
  readonly #first: FirstFile;
  readonly #many: number;
  readonly #part: (part: number) => Promise<void>;
  readonly #stems = new Map<number, string[]>();
  readonly #lists = new Map<string, number[]>();
  readonly #postings = new Map<string, Postings>();
  readonly #looked = new Map<string, Hits>();
  /** where a phrase stands in the hits that are being gathered, from 1 */
  readonly #place: Int32Array;
  /** how many different stems each phrase has that was found so far */
  readonly lengths: Int32Array;

  /**
   * @param first what it was made of
   * @param many how many phrases there are
   * @param read loads a part
   */
  constructor(first: FirstFile, many: number, read: (part: number) => Promise<IndexFile>) {
    this.#first = first;
    this.#many = many;
    this.#part = triedOnce(async (part) => this.#take(part, await read(part)));
    this.#place = new Int32Array(many);
    this.lengths = new Int32Array(many);
  }

  /** Loads what words need, and what they begin. @param words single ones @throws what stops it */
  async load(words: readonly string[]): Promise<void> {
    const parts = new Set(words.flatMap((word) => this.#partsOf(stemOf(word))));
    await Promise.all([...parts].map((part) => this.#part(part)));
  }

  /**
   * Phrases that hold a word in any form, or one that it begins; with spaces, words that stand next to each other. Words come
   * again with every key: each is looked up once.
   *
   * @param word of what was loaded
   */
  look(word: string): Hits {
    return madeOnce(this.#looked, word, () => (word.includes(' ') ? this.#inOrder(word.split(' ')) : this.#inAnyForm(stemOf(word))));
  }

  /** Where a stem itself stands. */
  postings(stem: string): Postings {
    return madeOnce(this.#postings, stem, () => {
      const postings = readList(this.#lists.get(stem) ?? []);
      for (let at = 0; at < postings.phrases.length; at++)
        this.lengths[postings.phrases[at] ?? 0] = this.#first.shapes[postings.shapes[at] ?? 0]?.stems ?? 0;
      return postings;
    });
  }

  #take(part: number, file: IndexFile): void {
    const lists = Object.entries(file);
    for (const [stem, list] of lists) this.#lists.set(stem, list);
    this.#stems.set(
      part,
      lists.map(([stem]) => stem),
    );
  }

  /** The parts in which a stem may stand, with what it begins. */
  #partsOf(stem: string): number[] {
    const from = partOf(this.#first.index, stem);
    const to = begins(stem) ? partOf(this.#first.index, `${stem}\uffff`) : from;
    return Array.from({ length: to - from + 1 }, (_, at) => from + at);
  }

  #inAnyForm(stem: string): Hits {
    const hits: Hits = { phrases: [], scores: [] };
    this.#add(hits, stem, 1);
    if (begins(stem))
      for (const other of this.#partsOf(stem).flatMap((part) => this.#stems.get(part) ?? []))
        if (other !== stem && other.startsWith(stem))
          this.#add(hits, other, (LONGER.counts * other.length) / (other.length + LONGER.loses * (other.length - stem.length)));
    for (const phrase of hits.phrases) this.#place[phrase] = 0;
    return hits;
  }

  #add({ phrases, scores }: Hits, stem: string, weight: number): void {
    const { k, b, d } = BM25;
    const postings = this.postings(stem);
    const holders = postings.phrases.length;
    const rare = weight * Math.log(1 + (this.#many - holders + 0.5) / (holders + 0.5));
    for (let at = 0; at < holders; at++) {
      const phrase = postings.phrases[at] ?? 0;
      const places = postings.places[at];
      const often = typeof places === 'object' ? places.length : 1;
      const words = this.#first.shapes[postings.shapes[at] ?? 0]?.words ?? 0;
      const score = rare * (d + (often * (k + 1)) / (often + k * (1 - b + (b * words) / this.#first.average)));
      const place = this.#place[phrase] || phrases.push(phrase);
      this.#place[phrase] = place;
      scores[place - 1] = (scores[place - 1] ?? 0) + score;
    }
  }

  #inOrder(words: readonly string[]): Hits {
    const places = words.map((word) => {
      const { phrases, places } = this.postings(stemOf(word));
      return new Map(phrases.map((phrase, at) => [phrase, [places[at] ?? []].flat()]));
    });
    const [first, ...others] = words.map((word) => this.look(word));
    const scores = others.map((hits) => new Map(hits.phrases.map((phrase, at) => [phrase, hits.scores[at] ?? 0])));
    const found: Hits = { phrases: [], scores: [] };
    for (const [at, phrase] of (first?.phrases ?? []).entries()) {
      if (!places[0]?.get(phrase)?.some((start) => places.every((some, i) => some.get(phrase)?.includes(start + i)))) continue;
      found.phrases.push(phrase);
      found.scores.push(scores.reduce((sum, some) => sum + (some.get(phrase) ?? 0), first?.scores[at] ?? 0));
    }
    return found;
  }
}

const stemOf = (word: string): string => term(wordsOf(word).join(''));

/** What a number begins is another number, and two letters begin too much. */
const begins = (stem: string): boolean => stem.length > 2 && !hasDigit(stem);
