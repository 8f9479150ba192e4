import { isDefining, isTelling, term, wordsOf } from './query.ts';
import type { Spelling } from './spelling.ts';

/** A word of a query as it is searched. */
export interface Word {
  word: string;
  /** words that may stand in its place */
  also: string[];
  /** false where it was read as another word */
  sure: boolean;
}

/** A query as it is sent to both indexes. */
export interface Understood {
  words: Word[];
  /** the query as it was read, where a word had to be mended */
  mended?: string | undefined;
  /** it asks what a word means */
  defining: boolean;
  /** every word that says what is sought is unknown to the guide */
  unknown: boolean;
}

/** How many different words of a query are looked at. */
const WORDS = 16;

/** Words and phrases that stand for each other. */
export class Synonyms {
  readonly #groups = new Map<string, Set<string>>();
  readonly #longest: number = 1;

  /** @param groups words, or phrases of a few words */
  constructor(groups: readonly (readonly string[])[]) {
    for (const group of groups)
      for (const member of group) {
        const words = wordsOf(member);
        const key = words.map((word) => term(word)).join(' ');
        const others = this.#groups.get(key) ?? new Set();
        // a phrase is understood, but what is looked up in its place is one word
        for (const other of group) if (other !== member && wordsOf(other).length === 1) others.add(other);
        this.#groups.set(key, others);
        this.#longest = Math.max(this.#longest, words.length);
      }
  }

  /**
   * What may stand for each word of a query; what stands for a phrase goes to its last word.
   *
   * @param words see `wordsOf`
   */
  of(words: readonly string[]): string[][] {
    const stems = words.map((word) => term(word));
    return words.map((_, at) => {
      const found = new Set<string>();
      for (let length = 1; length <= Math.min(this.#longest, at + 1); length++)
        for (const other of this.#groups.get(stems.slice(at + 1 - length, at + 1).join(' ')) ?? [])
          if (!wordsOf(other).some((word) => stems.includes(term(word)))) found.add(other);
      return [...found];
    });
  }
}

/**
 * Reads a query by the words that the guide knows.
 *
 * @param query see `cleanQuery`
 * @param spelling mends what is mistyped
 * @param synonyms tells what may stand for a word
 * @param unfinished the last word may still be growing
 */
export function understand(query: string, spelling: Spelling, synonyms: Synonyms, unfinished = false): Understood {
  const typed = [...new Set(wordsOf(query))].slice(0, WORDS);
  const read = typed.map((word, at) => ({ typed: word, word: spelling.mend(word, unfinished && at === typed.length - 1) }));
  const known = read.filter((one): one is { typed: string; word: string } => one.word !== undefined);
  const also = synonyms.of(known.map(({ word }) => word));
  const words = known.map(({ typed: was, word }, at) => ({ word, also: also[at] as string[], sure: was === word }));
  const mended = known.map(({ word }) => word).join(' ');
  return {
    words,
    mended: mended === typed.join(' ') ? undefined : mended,
    defining: isDefining(query),
    unknown: !words.some(({ word }) => isTelling(word)) && typed.some(isTelling),
  };
}
