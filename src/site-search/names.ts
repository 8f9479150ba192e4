import MiniSearch from 'minisearch';
import { isTelling, term, wordsOf } from './query.ts';
import type { SearchName } from './search-name.ts';

/** A page found by name. */
export interface Named {
  /** its address, without a fragment */
  address: string;
  /** over 0; the best page has 1 */
  score: number;
  /** terms of the glossary that matched, best first; on the glossary page only */
  terms: SearchName[];
}

/** One thing a page is called or asked by. */
interface Phrase {
  id: number;
  text: string;
  name: SearchName;
  worth: number;
  /** how many different words it has */
  length: number;
}

/** What a phrase is worth by its place. Found by search over two thirds of the questions, checked on the rest. */
const WORTH = { title: 2.2, also: 1.5, questions: 1, summary: 1.9 };
/** What a word counts that another one stands for, and one that says how something is asked, not what. */
const COUNTS = { synonym: 0.4, asking: 0.7 };
/** A glossary term answers less than a page of its own. */
const TERM = 0.7;
/** What the best, second, third ... phrase of a page adds. */
const ADDS = [1, 0.35, 0.15, 0.05, 0.05];
/** How much of a score depends on how much of the phrase, and of the query, is matched. */
const WHOLE = { phrase: 0.3, query: 0.55 };

/**
 * Finds pages by what they are called and by how people ask for them. Each title, alias and question is a phrase of its own,
 * so that one phrase that fits counts for more than words scattered over many.
 */
export class Names {
  readonly #index: MiniSearch<Phrase>;
  readonly #phrases: Phrase[];
  readonly #synonyms = new Map<string, Set<string>>();

  /**
   * @param names what can be found
   * @param synonyms groups of words that stand for each other
   */
  constructor(names: readonly SearchName[], synonyms: readonly (readonly string[])[]) {
    this.#phrases = names
      .flatMap((name) => [
        { text: name.title, name, worth: WORTH.title },
        ...name.also.map((text) => ({ text, name, worth: WORTH.also })),
        ...name.questions.map((text) => ({ text, name, worth: WORTH.questions })),
        { text: name.summary, name, worth: WORTH.summary },
      ])
      .map((phrase, id) => ({ ...phrase, id, length: new Set(wordsOf(phrase.text).map(term)).size }));
    this.#index = new MiniSearch<Phrase>({ fields: ['text'], tokenize: wordsOf, processTerm: term });
    this.#index.addAll(this.#phrases);
    for (const group of synonyms)
      for (const word of group) {
        const others = this.#synonyms.get(term(word)) ?? new Set();
        for (const other of group) if (other !== word) others.add(other);
        this.#synonyms.set(term(word), others);
      }
  }

  /**
   * Pages of which a phrase holds at least one of the words, best first.
   *
   * @param words see `wordsOf`
   */
  search(words: readonly string[]): Named[] {
    const phrases = new Map<Phrase, { score: number; words: number }>();
    const covered = new Map<string, number[]>();
    const weights = words.map((word, at) => {
      const asking = isTelling(word) ? 1 : COUNTS.asking;
      const found = this.#word(word);
      let best = 0;
      for (const [id, { score, part }] of found) {
        const phrase = this.#phrases[id] as Phrase;
        const sum = phrases.get(phrase) ?? { score: 0, words: 0 };
        phrases.set(phrase, { score: sum.score + score * part * asking, words: sum.words + part * asking });
        const page = pageOf(phrase.name.address);
        const parts = covered.get(page) ?? words.map(() => 0);
        parts[at] = Math.max(parts[at] as number, part);
        covered.set(page, parts);
        best = Math.max(best, score);
      }
      return Math.sqrt(best) * asking;
    });
    const all = weights.reduce((sum, weight) => sum + weight, 0);

    const pages = new Map<string, { scores: number[]; terms: Map<SearchName, number> }>();
    for (const [{ name, worth, length }, sum] of phrases) {
      const ofTerm = name.address.includes('#');
      const whole = Math.min(1, sum.words / length);
      const score = sum.score * worth * (name.worth ?? 1) * share(WHOLE.phrase, whole) * (ofTerm ? TERM : 1);
      const page = pages.get(pageOf(name.address)) ?? { scores: [] as number[], terms: new Map<SearchName, number>() };
      page.scores.push(score);
      if (ofTerm) page.terms.set(name, Math.max(score, page.terms.get(name) ?? 0));
      pages.set(pageOf(name.address), page);
    }
    const ranked = [...pages]
      .map(([address, { scores, terms }]) => {
        const sum = scores.sort((a, b) => b - a).reduce((total, score, i) => total + score * (ADDS[i] ?? 0), 0);
        const part = (covered.get(address) ?? []).reduce((total, share, i) => total + share * (weights[i] as number), 0);
        return {
          address,
          score: sum * share(WHOLE.query, all > 0 ? part / all : 0),
          terms: [...terms].sort(([, a], [, b]) => b - a).map(([name]) => name),
        };
      })
      .sort((a, b) => b.score - a.score);
    const most = ranked[0]?.score ?? 1;
    return ranked.map((page) => ({ ...page, score: page.score / most }));
  }

  /** Phrases that hold a word or one that stands for it: how well, and how much of the word that is. */
  #word(word: string): Map<number, { score: number; part: number }> {
    const found = new Map<number, { score: number; part: number }>();
    for (const { id, score } of this.#look(word)) found.set(id, { score, part: 1 });
    for (const other of this.#synonyms.get(term(word)) ?? [])
      for (const { id, score } of this.#look(other)) if (!found.has(id)) found.set(id, { score, part: COUNTS.synonym });
    return found;
  }

  #look(word: string) {
    return this.#index.search(word, {
      prefix: (known) => known.length > 3,
      weights: { prefix: 0.4, fuzzy: 0 },
      bm25: { k: 1.2, b: 0.8, d: 0.3 },
    });
  }
}

/** An address without its fragment. */
export const pageOf = (address: string): string => address.replace(/#.*$/, '');

/** A factor of which a part depends on a share between 0 and 1. */
const share = (part: number, of: number): number => 1 - part + part * of;
