import type { FirstFile, IndexFile, Sort } from '../../documents/site-search/name-files.ts';
import { isTelling, term } from '../../documents/site-search/query.ts';
import { NameIndex } from './name-index.ts';
import type { Understood, Word } from './understand.ts';

/** What is known of a name before its card is loaded. */
export interface Name extends Sort {
  /** its place among all names */
  id: number;
  /** as links need it; a term's has a fragment */
  address: string;
}

/** A page found by name. */
export interface Named {
  name: Name;
  /** over 0; the best page has 1 */
  score: number;
  /** terms of the glossary that matched, best first; on the glossary page only */
  terms: Name[];
  /** the phrase that matched best, as its place among other names and questions of the page; undefined for title, summary or term */
  phrase: number | undefined;
  /** words that stood for words of the query in that phrase */
  also: string[];
}

/** What a phrase is worth by its place. */
const WORTH = { title: 2.2, also: 1.5, questions: 1, summary: 1.9 };
/**
 * What a word counts that another one stands for, one that says how something is asked, one that was read
 * as another, and a number that is a part of a longer one.
 */
const COUNTS = { synonym: 0.4, asking: 0.7, mended: 0.7, around: 0.1 };
/** A glossary term answers less than a page of its own, unless somebody asks what a word means. */
const TERM = { any: 0.7, defining: 1.3 };
/** What a phrase gains that says just what the query says. */
const EXACT = 1.5;
/** What the best, second, third ... phrase of a page adds. */
const ADDS = [1, 0.35, 0.15, 0.05, 0.05];
/** How much of a score depends on how much of the phrase, and of the query, is matched. */
const WHOLE = { phrase: 0.3, query: 0.55 };

/** What is found of a phrase. */
interface Sum {
  score: number;
  /** how many of its words match */
  matched: number;
  /** the last word of the query that did */
  last: number;
  also: string[] | undefined;
}

/** What is found of a page. */
interface OnPage {
  scores: number[];
  /** the phrase with the highest of them */
  best: { phrase: number; score: number };
  terms: Map<Name, number>;
}

/**
 * Finds pages by what they are called and by how people ask for them. Each title, alias and question is a phrase of its own,
 * so that one phrase that fits counts for more than words scattered over many.
 */
export class Names {
  readonly all: readonly Name[];
  readonly #first: FirstFile;
  readonly #index: NameIndex;
  /** the first phrase of each name, and the name of each phrase */
  readonly #starts: number[] = [];
  readonly #nameOf: number[] = [];
  /** the page on which each name stands; a page is its own */
  readonly #pages: Name[];
  readonly #common: ReadonlySet<string>;
  #last: { query: string; found: Promise<Named[]> } | undefined;

  /**
   * @param first what is known of all names
   * @param index loads a part of the index
   */
  constructor(first: FirstFile, index: (part: number) => Promise<IndexFile>) {
    this.#first = first;
    this.#common = new Set(first.common);
    this.all = first.addresses.flatMap((address, id) => {
      const sort = first.sorts[first.sort[id] ?? -1];
      return sort ? [{ ...sort, id, address }] : [];
    });
    const pages = new Map(this.all.filter(isPage).map((name) => [name.address, name]));
    this.#pages = this.all.map((name) => pages.get(pageOf(name.address)) ?? name);
    for (const { id } of this.all) {
      this.#starts.push(this.#nameOf.length);
      for (let left = many(first, id); left > 0; left--) this.#nameOf.push(id);
    }
    this.#index = new NameIndex(first, this.#nameOf.length, index);
  }

  /** Pages of which a phrase holds at least one of the words, best first. What the index lacks for it is loaded. @throws what stops that */
  search({ words, defining }: Pick<Understood, 'words' | 'defining'>): Promise<Named[]> {
    const query = JSON.stringify([words, defining]);
    // names are asked at once, and again with the full text
    if (this.#last?.query !== query) this.#last = { query, found: this.#search(words, defining) };
    return this.#last.found;
  }

  /** Names of which the title or summary holds words next to each other, in any form of theirs. @throws what stops it */
  async holding(words: readonly string[]): Promise<Set<Name>> {
    await this.#index.load(words);
    const phrases = this.#index.look(words.join(' ')).phrases.map((phrase) => this.#phrase(phrase));
    return new Set(phrases.flatMap(({ name, asked }) => (asked === undefined ? [name] : [])));
  }

  /** Loads what words need. @throws what stops it */
  load(words: readonly string[]): Promise<void> {
    return this.#index.load(words.flatMap((word) => word.split(' ')).filter((word) => !this.#common.has(term(word))));
  }

  async #search(asked: readonly Word[], defining: boolean): Promise<Named[]> {
    const rare = asked.filter(({ word }) => !this.#common.has(term(word)));
    const words = rare.length > 0 ? rare : asked;
    const looked = words.flatMap(({ word, also, same = [], around = [] }) => [word, ...also, ...same, ...around]);
    await this.#index.load(looked.flatMap((word) => word.split(' ')));
    const { found, weights, covered } = this.#sum(words);
    const exact = this.#exact(words);
    const pages = new Map<Name, OnPage>();
    for (const [phrase, { score: sum, matched }] of found) {
      const { name, page: on, place } = this.#phrase(phrase);
      const score =
        sum *
        WORTH[place] *
        (name.worth ?? 1) *
        share(WHOLE.phrase, Math.min(1, matched / (this.#index.lengths[phrase] || 1))) *
        (name === on ? 1 : defining ? TERM.defining : TERM.any) *
        (exact.has(phrase) ? EXACT : 1);
      const page = pages.get(on) ?? { scores: [], best: { phrase, score }, terms: new Map<Name, number>() };
      page.scores.push(score);
      if (score > page.best.score) page.best = { phrase, score };
      if (name !== on) page.terms.set(name, Math.max(score, page.terms.get(name) ?? 0));
      pages.set(on, page);
    }
    const all = weights.reduce((sum, weight) => sum + weight, 0);
    const ranked = [...pages]
      .map(([name, { scores, best, terms }]) => {
        const sum = scores.sort((a, b) => b - a).reduce((total, score, i) => total + score * (ADDS[i] ?? 0), 0);
        const part = weights.reduce((total, weight, at) => total + weight * (covered[at]?.[name.id] ?? 0), 0);
        const { name: of, asked } = this.#phrase(best.phrase);
        return {
          name,
          score: sum * share(WHOLE.query, all > 0 ? part / all : 0),
          terms: [...terms].sort(([, a], [, b]) => b - a).map(([term]) => term),
          phrase: of === name ? asked : undefined,
          also: found.get(best.phrase)?.also ?? [],
        };
      })
      .sort((a, b) => b.score - a.score);
    const most = ranked[0]?.score ?? 1;
    for (const page of ranked) page.score /= most;
    return ranked;
  }

  /**
   * What each phrase gains by the words of a query.
   *
   * @returns by phrase the sum, how many words of the phrase match, and words that stood for others; for each word of the query
   * its weight, and how much of it each page holds, by name
   */
  #sum(words: readonly Word[]): { found: Map<number, Sum>; weights: number[]; covered: Float64Array[] } {
    const found = new Map<number, Sum>();
    const covered = words.map(() => new Float64Array(this.all.length));
    const weights = words.map(({ word, also, sure, same = [], around = [] }, at) => {
      const counts = (isTelling(word) ? 1 : COUNTS.asking) * (sure ? 1 : COUNTS.mended);
      const held = covered[at] ?? new Float64Array(0);
      let most = 0;
      const take = (as: string, part: number, by?: string): void => {
        const { phrases, scores } = this.#index.look(as);
        for (const [i, phrase] of phrases.entries()) {
          const sum = found.get(phrase) ?? { score: 0, matched: 0, last: -1, also: undefined };
          if (sum.last === at) continue;
          if (sum.last === -1) found.set(phrase, sum);
          const score = scores[i] ?? 0;
          sum.score += score * part * counts;
          sum.matched += part * counts;
          sum.last = at;
          if (by !== undefined) sum.also = [...(sum.also ?? []), by];
          const page = this.#pages[this.#nameOf[phrase] ?? 0]?.id ?? 0;
          held[page] = Math.max(held[page] ?? 0, part);
          most = Math.max(most, score);
        }
      };
      for (const as of [word, ...same]) take(as, 1);
      for (const longer of around) take(longer, COUNTS.around);
      for (const by of also) take(by, COUNTS.synonym, by);
      return Math.sqrt(most) * counts;
    });
    return { found, weights, covered };
  }

  /** Phrases of which the words that say what are those of the query, in any order. */
  #exact(words: readonly Word[]): Set<number> {
    const core = new Set(words.flatMap(({ word }) => (isTelling(word) ? [term(word)] : [])));
    let exact: Set<number> | undefined;
    for (const stem of core) {
      const { phrases, shapes } = this.#index.postings(stem);
      const holding = phrases.filter((phrase, at) => {
        const shape = this.#first.shapes[shapes[at] ?? 0];
        return shape?.telling && shape.core === core.size && (exact?.has(phrase) ?? true);
      });
      exact = new Set(holding);
    }
    return exact ?? new Set();
  }

  /** Whose a phrase is, on which page, where it stands there, and which of the other names and questions it is. */
  #phrase(phrase: number): { name: Name; page: Name; place: keyof typeof WORTH; asked?: number } {
    const id = this.#nameOf[phrase] ?? -1;
    const [name, page] = [this.all[id], this.#pages[id]];
    if (!name || !page) throw new Error(`There is no phrase ${phrase}.`);
    const at = phrase - (this.#starts[id] ?? 0);
    if (at === 0) return { name, page, place: 'title' };
    if (at === many(this.#first, id) - 1) return { name, page, place: 'summary' };
    return { name, page, place: at <= (this.#first.also[id] ?? 0) ? 'also' : 'questions', asked: at - 1 };
  }
}

/** How many phrases a name has. */
const many = ({ also, questions }: FirstFile, id: number): number => 2 + (also[id] ?? 0) + (questions[id] ?? 0);

/** False for a term on the page of the glossary. */
export const isPage = ({ address }: Pick<Name, 'address'>): boolean => !address.includes('#');

/** An address without its fragment. */
export const pageOf = (address: string): string => address.replace(/#.*$/, '');

/** A factor of which a part depends on a share between 0 and 1. */
const share = (part: number, of: number): number => 1 - part + part * of;
