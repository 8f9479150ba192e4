import { hasDigit, isTelling, term } from '../../documents/site-search/query.ts';
import { edits } from '../../lib/edits.ts';
import { rest } from '../shared/rest.ts';

/** A short word with two wrong letters could be any other word: it is left alone. */
const allowed = (length: number): number => (length < 4 ? 0 : length < 8 ? 1 : length < 12 ? 2 : 3);

/** How many numbers are looked up for a part of them. */
const AROUND = 8;

/** Mends spelling by the words that the guide itself uses. */
export class Spelling {
  readonly #words: string[] = [];
  readonly #known = new Set<string>();
  readonly #stems = new Map<string, string>();
  /** words that others may be mended to, with the letters of each */
  readonly #whole: { word: string; letters: number }[] = [];
  readonly #numbers: string[] = [];

  /** @param vocabulary words, most frequent first, with single spaces */
  constructor(vocabulary: string) {
    for (const word of split(vocabulary)) this.#add(word);
  }

  /** The same, in steps: the stems of 9,000 words take a slow phone a fifth of a second. */
  static async inSteps(vocabulary: string): Promise<Spelling> {
    const spelling = new Spelling('');
    for (const [at, word] of split(vocabulary).entries()) {
      spelling.#add(word);
      if (at % 100 === 0) await rest();
    }
    return spelling;
  }

  #add(word: string): void {
    this.#words.push(word);
    this.#known.add(word);
    const stem = term(word);
    if (!this.#stems.has(stem)) this.#stems.set(stem, word);
    if (hasDigit(word)) this.#numbers.push(word);
    else if (word.length >= 4) this.#whole.push({ word, letters: lettersOf(word) });
  }

  /** Takes up more numbers and identifiers. */
  learn(numbers: readonly string[]): void {
    for (const number of numbers) {
      if (this.#known.has(number)) continue;
      this.#known.add(number);
      this.#numbers.push(number);
      if (!this.#stems.has(term(number))) this.#stems.set(term(number), number);
    }
  }

  /**
   * A word as the guide spells it.
   *
   * @param word see `wordsOf`
   * @param unfinished somebody may be typing it still: its first letters are enough
   * @returns the word itself where it is a small word or the guide uses it (or another form of it, or a number it is part of),
   * else the two words it is written together from, with a space, else the nearest word of the guide, else undefined
   */
  mend(word: string, unfinished = false): string | undefined {
    if (!isTelling(word) || this.#known.has(word)) return word;
    if (hasDigit(word)) {
      if (this.around(word).length > 0) return word;
      const parts = word.match(/\p{N}+|\P{N}+/gu) ?? [];
      return parts.length === 2 && parts.every((part) => this.knows(part)) ? parts.join(' ') : undefined;
    }
    const form = this.#stems.get(term(word));
    // another form of a word stays as it is; another spelling of it would not be found in the text
    if (form !== undefined) return form.slice(0, 4) === word.slice(0, 4) && !respelled(word, form) ? word : form;
    if (word.length > (unfinished ? 2 : 3) && this.#words.some((known) => known.startsWith(word))) return word;
    return this.apart(word).find((parts) => parts.split(' ').some((part) => part.length > 3 && isTelling(part))) ?? this.#nearest(word);
  }

  /** True for a word that the guide uses, or another form of one. */
  knows = (word: string): boolean => this.#known.has(word) || this.#stems.has(term(word));

  /** The ways to write a word as two that the guide uses, with a space between them, most even ones first. */
  apart(word: string): string[] {
    const ways: string[] = [];
    for (let at = 2; at < word.length - 1; at++) {
      const [first, second] = [word.slice(0, at), word.slice(at)];
      if (this.#known.has(first) && this.knows(second) && !hasDigit(word)) ways.push(`${first} ${second}`);
    }
    const shorter = (way: string) => Math.min(...way.split(' ').map(({ length }) => length));
    return ways.sort((a, b) => shorter(b) - shorter(a));
  }

  /** Longer numbers and identifiers of which a number is a part: those that begin with it first. */
  around(number: string): string[] {
    if (number.length < 2) return [];
    const whole = this.#known.has(number);
    const found = this.#numbers.filter((word) => word !== number && (whole ? word.startsWith(number) : word.includes(number)));
    return found.sort((a, b) => Number(b.startsWith(number)) - Number(a.startsWith(number))).slice(0, AROUND);
  }

  #nearest(word: string): string | undefined {
    let best: string | undefined;
    let least = allowed(word.length);
    if (least === 0) return undefined;
    // a wrong first letter is rare: it counts half an error more. Of words equally near the more frequent one wins
    least += 0.25;
    const letters = lettersOf(word);
    for (const { word: known, letters: others } of this.#whole) {
      // an edit changes two letters at most: most words are too far without a closer look
      if (Math.abs(known.length - word.length) > least || apart(letters, others) > 2 * least) continue;
      const far = edits(word, known, Math.floor(least)) + (known[0] === word[0] ? 0 : 0.5);
      if (far < least) [best, least] = [known, far];
    }
    return best;
  }
}

const split = (vocabulary: string): string[] => vocabulary.split(' ').filter(Boolean);

/** True where two forms of a word have one stem only because British and American endings are read alike. */
const respelled = (word: string, form: string): boolean => term(word) === term(form) && term(word, false) !== term(form, false);

/** The letters of a word, a bit each; any other sign shares the last one. */
const lettersOf = (word: string): number => {
  let letters = 0;
  for (let at = 0; at < word.length; at++) letters |= 1 << Math.min(26, Math.abs(word.charCodeAt(at) - 97));
  return letters;
};

/** How many letters only one of two words has. */
const apart = (some: number, others: number): number => {
  let differ = some ^ others;
  let many = 0;
  for (; differ !== 0; differ &= differ - 1) many++;
  return many;
};
