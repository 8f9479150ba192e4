import { stemmer } from 'stemmer';
import { nearest } from '../lib/nearest.ts';

/** Words that say how something is asked, not what. */
const ASKING = new Set(
  `a about am an and any are as at be been between but by can could did do does doing every for from get gets getting go going got had has have
  having her here his how i if in into is isn it its just like made make makes making me mean means most much my not of off on one or our ours out
  over really say says shall she should so some such than that the their them then there these they this those to too under up us use used very
  was way ways we were what when where which while who whom whose why will with without would you your don doesn didn can t s re ve ll
  anyone anything someone something thing things tell give gives actually kind many more need needs want wants know`.split(/\s+/),
);

/** What was typed, ready for search: control characters out, spaces single, at most 200 characters. */
export const cleanQuery = (typed: string): string =>
  typed
    .replace(/[\p{Cc}\p{Cf}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 200);

/** Words of a text in lower case, without marks and accents. */
export const wordsOf = (text: string): string[] =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’']s\b/g, '')
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/** A word as it is indexed. */
export const term = (word: string): string => stemmer(word);

/** False for a word that says how something is asked, not what. */
export const isTelling = (word: string): boolean => !ASKING.has(word);

/** Mends spelling by the words that the guide itself uses. */
export class Spelling {
  readonly #words: string[];
  readonly #stems: Set<string>;

  /** @param vocabulary words, most frequent first, with single spaces */
  constructor(vocabulary: string) {
    this.#words = vocabulary.split(' ').filter(Boolean);
    this.#stems = new Set(this.#words.map((word) => stemmer(word)));
  }

  /**
   * A word as the guide spells it.
   *
   * @returns the word itself where it is a small word or the guide uses it (or another form of it), else the nearest word of the guide, else undefined
   */
  mend(word: string): string | undefined {
    if (!isTelling(word)) return word;
    if (this.#stems.has(stemmer(word))) return word;
    if (word.length < 4) return this.#words.includes(word) ? word : undefined;
    if (this.#words.some((known) => known.startsWith(word))) return word;
    const near = nearest(
      word,
      this.#words.filter((known) => Math.abs(known.length - word.length) <= 2 && known.length > 3),
    );
    return near;
  }
}
