import { Names, pageOf } from './names.ts';
import { loadPagefind, type Page, type Pagefind, type Result } from './pagefind.ts';
import { isTelling, Spelling, wordsOf } from './query.ts';
import type { SearchData, SearchName } from './search-name.ts';

/** A page that was found. */
export interface Found {
  name: SearchName;
  /** its text with the places that matched, where the text matched */
  page?: Page | undefined;
  /** terms of the glossary that matched, on the glossary page */
  terms: SearchName[];
}

export interface Answer {
  found: Found[];
  /** the query as it was understood, where a word had to be mended */
  mended?: string | undefined;
}

/** Choices of one facet widen each other, facets narrow each other. */
export interface Choice {
  kind: string[];
  voice: string[];
}

/** How many different words of a query are looked at. */
const WORDS = 16;
/** How many pages of the full text are weighed against those found by name. */
const DEPTH = 12;
/** What names are worth against the full text, and below which share of the best score a page is left out. */
export const WEIGHTS = { names: 1, text: 0.3, least: 0.18 };

/** Names and full text as one search: every word counts, none is required, spelling is mended by the guide's own words. */
export class SearchEngine {
  readonly #pagefind: Pagefind;
  readonly #names: Names;
  readonly #spelling: Spelling;
  readonly #pages: Map<string, SearchName>;

  /**
   * @param pagefind the full-text index
   * @param data names with addresses as links need them, and what a query is understood by
   */
  constructor(pagefind: Pagefind, { names, vocabulary, synonyms }: SearchData) {
    this.#pagefind = pagefind;
    this.#names = new Names(names, synonyms);
    this.#spelling = new Spelling(vocabulary);
    this.#pages = new Map(names.filter(({ address }) => !address.includes('#')).map((name) => [name.address, name]));
  }

  /**
   * Loads both indexes.
   *
   * @param folder the address of Pagefind's files, with a slash at the end
   * @param names the address of the names
   * @throws whatever stops it: no index, no WebAssembly, no connection
   */
  static async load(folder: string, names: string): Promise<SearchEngine> {
    const [pagefind, data] = await Promise.all([
      loadPagefind(folder),
      fetch(names).then((response) => {
        if (!response.ok) throw new Error(`${names}: ${response.status}`);
        return response.json() as Promise<SearchData>;
      }),
    ]);
    return new SearchEngine(pagefind, data);
  }

  /** @param query see `cleanQuery`; empty lists everything that the choice leaves */
  async search(query: string, choice: Choice): Promise<Answer> {
    const fits = ({ kind, voices }: SearchName): boolean =>
      (choice.kind.length === 0 || choice.kind.includes(kind)) &&
      (choice.voice.length === 0 || voices.some((voice) => choice.voice.includes(voice)));
    if (!query) return { found: [...this.#pages.values()].filter(fits).map((name) => ({ name, terms: [] })) };

    const typed = [...new Set(wordsOf(query))].slice(0, WORDS);
    const words = typed.map((word) => this.#spelling.mend(word)).filter((word) => word !== undefined);
    const telling = words.filter(isTelling);
    if (telling.length === 0 && typed.some(isTelling)) return { found: [] };
    const scores = new Map<string, { score: number; terms: SearchName[] }>();
    for (const { address, score, terms } of this.#names.search(words))
      scores.set(address, { score: score * WEIGHTS.names, terms: terms.slice(0, 3) });
    const texts = new Map<string, Page>();
    for (const { page, score } of await this.#text(telling.length > 0 ? telling : words)) {
      const address = pageOf(page.url);
      texts.set(address, page);
      const at = scores.get(address) ?? { score: 0, terms: [] };
      at.score += score * WEIGHTS.text;
      scores.set(address, at);
    }
    const ranked = [...scores]
      .map(([address, rest]) => ({ name: this.#pages.get(address), page: texts.get(address), ...rest }))
      .filter((found): found is typeof found & { name: SearchName } => found.name !== undefined && fits(found.name))
      .sort((a, b) => b.score - a.score);
    const best = ranked[0]?.score ?? 0;
    const mended = words.join(' ') === typed.join(' ') ? undefined : words.join(' ');
    return { found: ranked.filter(({ score }) => score >= best * WEIGHTS.least), mended };
  }

  /** The best pages by full text: each word is looked up by itself, rare words weigh more, and all words together most. */
  async #text(words: readonly string[]): Promise<{ page: Page; score: number }[]> {
    const scores = new Map<string, { result: Result; score: number; own: number }>();
    const add = (results: Result[], weight: number) => {
      const most = results[0]?.score || 1;
      for (const result of results) {
        const at = scores.get(result.id) ?? { result, score: 0, own: 0 };
        const own = (result.score / most) * weight;
        at.score += own;
        if (own > at.own) Object.assign(at, { result, own });
        scores.set(result.id, at);
      }
    };
    const all = this.#pages.size;
    for (const word of words) {
      const { results } = await this.#pagefind.search(word);
      add(results, Math.log(1 + all / (results.length + 1)));
    }
    if (words.length > 1) add((await this.#pagefind.search(words.join(' '))).results, words.length);
    const best = [...scores.values()].sort((a, b) => b.score - a.score).slice(0, DEPTH);
    const most = best[0]?.score ?? 1;
    return Promise.all(best.map(async ({ result, score }) => ({ page: await result.data(), score: score / most })));
  }
}
