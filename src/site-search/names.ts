import MiniSearch from 'minisearch';
import { term, wordsOf } from './query.ts';
import type { SearchName } from './search-name.ts';

/** A page found by name, with its share of the best score. */
export interface Named {
  name: SearchName;
  /** over 0, at most 1 */
  score: number;
}

/** What a word found in each place is worth. */
const WORTH = { title: 5, also: 4, around: 1, summary: 1.5 };

/** Finds pages by title, other words for them, and summary. */
export class Names {
  readonly all: readonly SearchName[];
  readonly #index: MiniSearch<SearchName>;

  constructor(names: readonly SearchName[]) {
    this.all = names;
    this.#index = new MiniSearch<SearchName>({
      idField: 'address',
      fields: Object.keys(WORTH),
      tokenize: wordsOf,
      processTerm: (word) => term(word) ?? null,
    });
    this.#index.addAll(names);
  }

  /**
   * Pages whose names hold at least one of the words, best first.
   *
   * @param words see `keywords`
   */
  search(words: readonly string[]): Named[] {
    const found = this.#index.search(words.join(' '), {
      boost: WORTH,
      prefix: (word) => word.length > 3,
      weights: { prefix: 0.4, fuzzy: 0.3 },
      bm25: { k: 1.2, b: 0.5, d: 0.3 },
    });
    const most = found[0]?.score ?? 1;
    const byAddress = new Map(this.all.map((name) => [name.address, name]));
    return found.map(({ id, score }) => ({ name: byAddress.get(id) as SearchName, score: score / most }));
  }
}
