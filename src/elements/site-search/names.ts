import MiniSearch from 'minisearch';
import { hasDigit, isTelling, placeOf, term, wordsOf } from '../../documents/site-search/query.ts';
import type { SearchName } from '../../documents/site-search/search-name.ts';
import type { Understood, Word } from './understand.ts';

/** A page found by name. */
export interface Named {
  /** its address, without a fragment */
  address: string;
  /** over 0; the best page has 1 */
  score: number;
  /** terms of the glossary that matched, best first; on the glossary page only */
  terms: SearchName[];
  /** the phrase that matched best */
  phrase: Phrase;
  /** words that stood for words of the query in that phrase */
  also: string[];
}

/** One thing a page is called or asked by. */
export interface Phrase {
  id: number;
  text: string;
  name: SearchName;
  place: keyof typeof WORTH;
  /** how many different words it has */
  length: number;
  /** its words that say what, in one order whatever theirs is */
  core: string;
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

interface Sum {
  score: number;
  words: number;
  also: string[];
}

/**
 * Finds pages by what they are called and by how people ask for them. Each title, alias and question is a phrase of its own,
 * so that one phrase that fits counts for more than words scattered over many.
 */
export class Names {
  readonly #index: MiniSearch<Phrase>;
  readonly #phrases: Phrase[];
  readonly #looked = new Map<string, readonly { id: number; score: number }[]>();

  /** @param names what can be found */
  constructor(names: readonly SearchName[]) {
    this.#phrases = names
      .flatMap((name): Pick<Phrase, 'text' | 'name' | 'place'>[] => [
        { text: name.title, name, place: 'title' },
        ...name.also.map((text) => ({ text, name, place: 'also' as const })),
        ...name.questions.map((text) => ({ text, name, place: 'questions' as const })),
        { text: name.summary, name, place: 'summary' },
      ])
      .map((phrase, id) => {
        const words = wordsOf(phrase.text);
        return { ...phrase, id, length: new Set(words.map((word) => term(word))).size, core: coreOf(words) };
      });
    this.#index = new MiniSearch<Phrase>({ fields: ['text'], tokenize: wordsOf, processTerm: (word) => term(word) });
    this.#index.addAll(this.#phrases);
  }

  /** Pages of which a phrase holds at least one of the words, best first. */
  search({ words, defining }: Pick<Understood, 'words' | 'defining'>): Named[] {
    const phrases = new Map<Phrase, Sum>();
    const covered = new Map<string, number[]>();
    const weights = words.map((word, at) => {
      const counts = (isTelling(word.word) ? 1 : COUNTS.asking) * (word.sure ? 1 : COUNTS.mended);
      let best = 0;
      for (const [id, { score, part, by }] of this.#word(word)) {
        const phrase = this.#phrases[id] as Phrase;
        const sum = phrases.get(phrase) ?? { score: 0, words: 0, also: [] };
        sum.score += score * part * counts;
        sum.words += part * counts;
        if (by) sum.also.push(by);
        phrases.set(phrase, sum);
        const page = pageOf(phrase.name.address);
        const parts = covered.get(page) ?? words.map(() => 0);
        parts[at] = Math.max(parts[at] as number, part);
        covered.set(page, parts);
        best = Math.max(best, score);
      }
      return Math.sqrt(best) * counts;
    });
    const all = weights.reduce((sum, weight) => sum + weight, 0);
    const core = coreOf(words.map(({ word }) => word));

    const pages = new Map<string, { phrases: { phrase: Phrase; score: number; also: string[] }[]; terms: Map<SearchName, number> }>();
    for (const [phrase, { score: sum, words: matched, also }] of phrases) {
      const { name, place, length } = phrase;
      const ofTerm = name.address.includes('#');
      const score =
        sum *
        WORTH[place] *
        (name.worth ?? 1) *
        share(WHOLE.phrase, Math.min(1, matched / length)) *
        (ofTerm ? (defining ? TERM.defining : TERM.any) : 1) *
        (core && phrase.core === core ? EXACT : 1);
      const page = pages.get(pageOf(name.address)) ?? { phrases: [], terms: new Map<SearchName, number>() };
      page.phrases.push({ phrase, score, also });
      if (ofTerm) page.terms.set(name, Math.max(score, page.terms.get(name) ?? 0));
      pages.set(pageOf(name.address), page);
    }
    const ranked = [...pages]
      .map(([address, page]) => {
        const own = page.phrases.sort((a, b) => b.score - a.score);
        const sum = own.reduce((total, { score }, i) => total + score * (ADDS[i] ?? 0), 0);
        const part = (covered.get(address) ?? []).reduce((total, share, i) => total + share * (weights[i] as number), 0);
        const best = own[0] as (typeof own)[number];
        return {
          address,
          score: sum * share(WHOLE.query, all > 0 ? part / all : 0),
          terms: [...page.terms].sort(([, a], [, b]) => b - a).map(([name]) => name),
          phrase: best.phrase,
          also: best.also,
        };
      })
      .sort((a, b) => b.score - a.score);
    const most = ranked[0]?.score ?? 1;
    return ranked.map((page) => ({ ...page, score: page.score / most }));
  }

  /** Phrases that hold a word or one that stands for it: how well, how much of the word that is, and by which other word. */
  #word({ word, also, same = [], around = [] }: Word): Map<number, { score: number; part: number; by?: string }> {
    const found = new Map<number, { score: number; part: number; by?: string }>();
    for (const as of [word, ...same]) for (const { id, score } of this.#look(as)) if (!found.has(id)) found.set(id, { score, part: 1 });
    for (const longer of around)
      for (const { id, score } of this.#look(longer)) if (!found.has(id)) found.set(id, { score, part: COUNTS.around });
    for (const by of also)
      for (const { id, score } of this.#look(by)) if (!found.has(id)) found.set(id, { score, part: COUNTS.synonym, by });
    return found;
  }

  /** Words that stand for others come again with every key: each is looked up once. */
  #look(word: string): readonly { id: number; score: number }[] {
    const known = this.#looked.get(word);
    if (known) return known;
    const found = word.includes(' ') ? this.#inOrder(word.split(' ')) : this.#inAnyForm(word);
    this.#looked.set(word, found);
    return found;
  }

  #inAnyForm = (word: string): { id: number; score: number }[] =>
    this.#index
      .search(word, {
        // what a number begins is another number
        prefix: (stem) => stem.length > 2 && !hasDigit(stem),
        weights: { prefix: 0.4, fuzzy: 0 },
        bm25: { k: 1.2, b: 0.8, d: 0.3 },
      })
      .map(({ id, score }) => ({ id, score }));

  /** Phrases in which words stand next to each other. */
  #inOrder(words: readonly string[]): { id: number; score: number }[] {
    const sought = words.map((word) => term(word));
    const [first = [], ...others] = words.map((word) => this.#look(word));
    return first.flatMap(({ id, score }) => {
      const all = others.map((found) => found.find((one) => one.id === id)?.score);
      const { text } = this.#phrases[id] as Phrase;
      const stems = wordsOf(text).map((word) => term(word));
      if (all.includes(undefined) || placeOf(sought, stems) < 0) return [];
      return [{ id, score: all.reduce((sum: number, one) => sum + (one as number), score) }];
    });
  }
}

/** An address without its fragment. */
export const pageOf = (address: string): string => address.replace(/#.*$/, '');

const coreOf = (words: readonly string[]): string => [...new Set(words.filter(isTelling).map((word) => term(word)))].sort().join(' ');

/** A factor of which a part depends on a share between 0 and 1. */
const share = (part: number, of: number): number => 1 - part + part * of;
