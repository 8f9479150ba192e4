import type { FirstFile, IndexFile, Sort } from '../../documents/site-search/name-files.ts';
import { isTelling, term } from '../../documents/site-search/query.ts';
import { madeOnce } from '../../lib/items.ts';
import { rest } from '../shared/rest.ts';
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

/** After how many phrases or pages it is asked whether somebody waits. */
const STEP = 256;

/** What is found of phrases: in a guide of 5,000 pages a key asks for thousands of them, so each property is one list. */
interface Sums {
  /** phrases that hold a word, in the order in which they were found */
  found: number[];
  /** by phrase: what it gains, and how many of its words match */
  scores: Float64Array;
  matched: Float64Array;
  /** for each word of the query by phrase: which of the words that stand for it is there, from 1 */
  stands: Uint8Array[];
  /** for each word by name: how much of it the page holds */
  covered: Float64Array[];
  /** for each word: its weight */
  weights: number[];
}

/** What is found of a page. */
interface OnPage {
  /** the phrase with the highest score */
  best: number;
  /** those that count, highest first */
  scores: number[];
  terms?: Map<Name, number>;
}

/**
 * Finds pages by what they are called and by how people ask for them. Each title, alias and question is a phrase of its own,
 * so that one phrase that fits counts for more than words scattered over many.
 */
export class Names {
  readonly all: readonly Name[];
  readonly #first: FirstFile;
  readonly #index: NameIndex;
  /** the first phrase of each name; of each phrase its name, and the page on which that stands */
  readonly #starts: number[] = [];
  readonly #nameOf: number[] = [];
  readonly #pageOf: number[] = [];
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
      for (let left = many(first, id); left > 0; left--) {
        this.#nameOf.push(id);
        this.#pageOf.push(this.#pages[id]?.id ?? id);
      }
    }
    this.#index = new NameIndex(first, this.#nameOf.length, index);
  }

  /** Pages of which a phrase holds at least one of the words, best first. What the index lacks for it is loaded. @throws what stops that */
  search({ words, defining }: Pick<Understood, 'words' | 'defining'>): Promise<Named[]> {
    const query = JSON.stringify([words, defining]);
    // names are asked at once, and again with the full text
    if (this.#last?.query !== query) {
      this.#last = { query, found: this.#search(words, defining) };
      // what was stopped is tried again
      this.#last.found.catch(() => (this.#last = undefined));
    }
    return this.#last.found;
  }

  /** Names of which the title or summary holds words next to each other, in any form of theirs. @throws what stops it */
  async holding(words: readonly string[]): Promise<Set<Name>> {
    await this.#index.load(words);
    const holding = this.#index.look(words.join(' ')).phrases.flatMap((phrase) => {
      const id = this.#nameOf[phrase] ?? 0;
      return this.#asked(phrase, id) === undefined ? (this.all[id] ?? []) : [];
    });
    return new Set(holding);
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
    const { found, scores, matched, stands, covered, weights } = await this.#sum(words);
    const exact = this.#exact(words);
    const pages = new Map<Name, OnPage>();
    for (const [at, phrase] of found.entries()) {
      if (at % STEP === 0) await rest();
      const id = this.#nameOf[phrase] ?? 0;
      const [name, on] = [this.all[id], this.#pages[id]];
      if (!name || !on) continue;
      const score =
        (scores[phrase] ?? 0) *
        WORTH[this.#placeOf(phrase, id)] *
        (name.worth ?? 1) *
        share(WHOLE.phrase, Math.min(1, (matched[phrase] ?? 0) / (this.#index.lengths[phrase] || 1))) *
        (name === on ? 1 : defining ? TERM.defining : TERM.any) *
        (exact.has(phrase) ? EXACT : 1);
      const page = madeOnce(pages, on, (): OnPage => ({ best: phrase, scores: [] }));
      if (score > (page.scores[0] ?? 0)) page.best = phrase;
      takeScore(page.scores, score);
      if (name === on) continue;
      page.terms ??= new Map();
      page.terms.set(name, Math.max(score, page.terms.get(name) ?? 0));
    }
    const all = weights.reduce((sum, weight) => sum + weight, 0);
    const synonyms = words.flatMap(({ also }, at): [number, string[]][] => (also.length > 0 ? [[at, also]] : []));
    const ranked: Named[] = [];
    for (const [name, { scores: own, best, terms }] of pages) {
      if (ranked.length % STEP === 0) await rest();
      const sum = own.reduce((total, score, at) => total + score * (ADDS[at] ?? 0), 0);
      let part = 0;
      for (let at = 0; at < weights.length; at++) part += (weights[at] ?? 0) * (covered[at]?.[name.id] ?? 0);
      ranked.push({
        name,
        score: sum * share(WHOLE.query, all > 0 ? part / all : 0),
        terms: terms ? [...terms].sort(([, a], [, b]) => b - a).map(([term]) => term) : [],
        phrase: this.#nameOf[best] === name.id ? this.#asked(best, name.id) : undefined,
        also: synonyms.flatMap(([at, also]) => also[(stands[at]?.[best] ?? 0) - 1] ?? []),
      });
    }
    ranked.sort((a, b) => b.score - a.score);
    const most = ranked[0]?.score ?? 1;
    for (const page of ranked) page.score /= most;
    return ranked;
  }

  /** What phrases gain by the words of a query. */
  async #sum(words: readonly Word[]): Promise<Sums> {
    const many = this.#nameOf.length;
    const sums: Sums = {
      found: [],
      scores: new Float64Array(many),
      matched: new Float64Array(many),
      stands: words.map(() => new Uint8Array(many)),
      covered: words.map(() => new Float64Array(this.all.length)),
      weights: [],
    };
    // by which word of the query a phrase was found last, from 1
    const last = new Uint8Array(many);
    for (const [at, { word, also, sure, same = [], around = [] }] of words.entries()) {
      const counts = (isTelling(word) ? 1 : COUNTS.asking) * (sure ? 1 : COUNTS.mended);
      let most = 0;
      await rest();
      const take = (as: string, part: number, by: number): void => {
        const { phrases, scores } = this.#index.look(as);
        const [stands, held] = [sums.stands[at], sums.covered[at]];
        for (let i = 0; stands && held && i < phrases.length; i++) {
          const phrase = phrases[i] ?? 0;
          const before = last[phrase];
          if (before === at + 1) continue;
          if (before === 0) sums.found.push(phrase);
          last[phrase] = at + 1;
          stands[phrase] = by;
          const score = scores[i] ?? 0;
          sums.scores[phrase] = (sums.scores[phrase] ?? 0) + score * part * counts;
          sums.matched[phrase] = (sums.matched[phrase] ?? 0) + part * counts;
          const page = this.#pageOf[phrase] ?? 0;
          if (part > (held[page] ?? 0)) held[page] = part;
          if (score > most) most = score;
        }
      };
      for (const as of [word, ...same]) take(as, 1, 0);
      for (const longer of around) take(longer, COUNTS.around, 0);
      for (const [i, by] of also.entries()) take(by, COUNTS.synonym, i + 1);
      sums.weights.push(Math.sqrt(most) * counts);
    }
    return sums;
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

  /** Where a phrase of a name stands. */
  #placeOf(phrase: number, id: number): keyof typeof WORTH {
    const at = phrase - (this.#starts[id] ?? 0);
    if (at === 0) return 'title';
    if (at === many(this.#first, id) - 1) return 'summary';
    return at <= (this.#first.also[id] ?? 0) ? 'also' : 'questions';
  }

  /** Which of the other names and questions of a name a phrase is. */
  #asked(phrase: number, id: number): number | undefined {
    const place = this.#placeOf(phrase, id);
    return place === 'also' || place === 'questions' ? phrase - (this.#starts[id] ?? 0) - 1 : undefined;
  }
}

/** How many phrases a name has. */
const many = ({ also, questions }: FirstFile, id: number): number => 2 + (also[id] ?? 0) + (questions[id] ?? 0);

/** False for a term on the page of the glossary. */
export const isPage = ({ address }: Pick<Name, 'address'>): boolean => !address.includes('#');

/** An address without its fragment. */
export const pageOf = (address: string): string => address.replace(/#.*$/, '');

/** Keeps the highest scores of a page, in order: in a guide of 5,000 pages a key asks for thousands of them. */
function takeScore(scores: number[], score: number): void {
  let at = scores.length;
  for (let before = scores[at - 1]; before !== undefined && before < score; before = scores[--at - 1]) scores[at] = before;
  scores[at] = score;
  if (scores.length > ADDS.length) scores.pop();
}

/** A factor of which a part depends on a share between 0 and 1. */
const share = (part: number, of: number): number => 1 - part + part * of;
