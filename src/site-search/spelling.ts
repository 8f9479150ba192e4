import { isTelling, term } from './query.ts';

/** Letters, signs or digits that differ: one left out, added, changed, or swapped with its neighbor. Stops at `most` + 1. */
export function edits(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let older: number[] = [];
  let old = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let least = Math.min((old[j] as number) + 1, (row[j - 1] as number) + 1, (old[j - 1] as number) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, (older[j - 2] as number) + 1);
      row.push(least);
    }
    if (Math.min(...row) > most) return most + 1;
    [older, old] = [old, row];
  }
  return Math.min(old[b.length] as number, most + 1);
}

/** A short word with two wrong letters could be any other word: it is left alone. */
const allowed = (length: number): number => (length < 4 ? 0 : length < 8 ? 1 : length < 12 ? 2 : 3);

/** Mends spelling by the words that the guide itself uses. */
export class Spelling {
  readonly #words: string[];
  readonly #known: Set<string>;
  readonly #stems = new Map<string, string>();

  /** @param vocabulary words, most frequent first, with single spaces */
  constructor(vocabulary: string) {
    this.#words = vocabulary.split(' ').filter(Boolean);
    this.#known = new Set(this.#words);
    for (const word of this.#words) if (!this.#stems.has(term(word))) this.#stems.set(term(word), word);
  }

  /**
   * A word as the guide spells it.
   *
   * @param word see `wordsOf`
   * @param unfinished somebody may be typing it still: its first letters are enough
   * @returns the word itself where it is a small word or the guide uses it (or another form of it), else the nearest word of the guide, else undefined
   */
  mend(word: string, unfinished = false): string | undefined {
    if (!isTelling(word) || this.#known.has(word)) return word;
    const form = this.#stems.get(term(word));
    // another form of a word stays as it is; another spelling of it would not be found in the text
    if (form !== undefined) return form.slice(0, 4) === word.slice(0, 4) && !respelt(word, form) ? word : form;
    if (word.length > (unfinished ? 2 : 3) && this.#words.some((known) => known.startsWith(word))) return word;
    return this.#nearest(word);
  }

  #nearest(word: string): string | undefined {
    let best: string | undefined;
    let least = allowed(word.length);
    if (least === 0) return undefined;
    // a wrong first letter is rare: it counts half an error more. Of words equally near the more frequent one wins
    least += 0.25;
    for (const known of this.#words) {
      if (known.length < 4) continue;
      const far = edits(word, known, Math.floor(least)) + (known[0] === word[0] ? 0 : 0.5);
      if (far < least) [best, least] = [known, far];
    }
    return best;
  }
}

/** True where two forms of a word have one stem only because British and American endings are read alike. */
const respelt = (word: string, form: string): boolean => term(word) === term(form) && term(word, false) !== term(form, false);
