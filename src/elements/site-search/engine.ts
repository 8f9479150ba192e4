import { hasDigit, isTelling, placeOf, wordsOf } from '../../documents/site-search/query.ts';
import type { SearchData, SearchName } from '../../documents/site-search/search-name.ts';
import { type Choice, counts, leave, matching } from './facets.ts';
import { type Named, Names, pageOf } from './names.ts';
import { loadPagefind, type Page, type Pagefind } from './pagefind.ts';
import { Spelling } from './spelling.ts';
import { holding, searchTexts } from './texts.ts';
import { Synonyms, type Understood, understand, type Word } from './understand.ts';

/** A page that was found. */
export interface Found {
  name: SearchName;
  /** its text with the places that matched, where the text matched */
  page?: Page | undefined;
  /** terms of the glossary that matched, on the glossary page */
  terms: SearchName[];
  /** the phrase by which it was found, where its title does not show it */
  because?: string | undefined;
  /** words that stood for words of the query there */
  also?: string[];
}

export interface Answer {
  found: Found[];
  /** how many results each choice would leave, by `facet=value` */
  counts: Map<string, number>;
  /** the query as it was understood, where a word had to be mended */
  mended?: string | undefined;
  /** words that were searched in place of others, where a result came by them */
  also: string[];
}

type Ranked = Found & { score: number; holds?: boolean };

/** What names are worth against the full text, and what a text gains that holds a number as it was asked for. */
const WEIGHTS = { names: 1, text: 0.3, number: 0.6 };
/** How many pages are looked at for words that stood for others, and how many such words are named. */
const NAMED = { pages: 10, words: 4 };

/** Names and full text as one search: every word counts, none is required, spelling is mended by the guide's own words. */
export class SearchEngine {
  readonly #pagefind: Promise<Pagefind>;
  readonly #names: Names;
  readonly #spelling: Spelling;
  readonly #synonyms: Synonyms;
  readonly #pages: Map<string, SearchName>;

  /**
   * @param pagefind the full-text index; it may come later
   * @param data names with addresses as links need them, and what a query is understood by
   */
  constructor(pagefind: Promise<Pagefind>, { names, vocabulary, synonyms }: SearchData) {
    this.#pagefind = pagefind;
    this.#names = new Names(names);
    const numbers = names.flatMap((name) => name.numbers?.split(' ') ?? []);
    this.#spelling = new Spelling(`${vocabulary} ${[...new Set(numbers)].join(' ')}`);
    this.#synonyms = new Synonyms(synonyms);
    this.#pages = new Map(names.filter(({ address }) => !address.includes('#')).map((name) => [name.address, name]));
  }

  /**
   * Loads both indexes; the names are enough to begin.
   *
   * @param folder the address of Pagefind's files, with a slash at the end
   * @param names the address of the names
   * @throws whatever stops it: no index, no WebAssembly, no connection
   */
  static async load(folder: string, names: string): Promise<SearchEngine> {
    const pagefind = loadPagefind(folder);
    // the search that awaits it reports the failure
    pagefind.catch(() => undefined);
    const response = await fetch(names);
    if (!response.ok) throw new Error(`${names}: ${response.status}`);
    return new SearchEngine(pagefind, (await response.json()) as SearchData);
  }

  /** Resolves once the full text can be searched too. @throws what stops it */
  async ready(): Promise<void> {
    await this.#pagefind;
  }

  /** Everything that a choice leaves. */
  browse(choice: Choice): Answer {
    const all = [...this.#pages.values()].map((name) => ({ name, terms: [] }));
    return { found: leave(all, choice), counts: counts(all, choice), also: [] };
  }

  /**
   * What the names alone know, at once.
   *
   * @param query see `cleanQuery`
   * @param unfinished its last word may still be growing
   */
  byName(query: string, choice: Choice, unfinished = false): Answer {
    const understood = this.#understand(query, unfinished);
    const named = understood.unknown ? [] : this.#named(understood);
    const found = this.#printing(numbersOf(understood.words), named);
    const held = found.filter(({ name }) => understood.phrases.every((phrase) => says(name, phrase)));
    return this.#answer(held, choice, understood);
  }

  /** Names and full text. @param query see `cleanQuery` @param unfinished its last word may still be growing */
  async search(query: string, choice: Choice, unfinished = false): Promise<Answer> {
    const understood = this.#understand(query, unfinished);
    if (understood.unknown) return this.#answer([], choice, understood);
    const pagefind = await this.#pagefind;
    const parts = await Promise.all(understood.words.map((word) => this.#standing(pagefind, word)));
    const words = parts.flatMap((part) => part.words);
    const ranked = new Map(this.#named({ ...understood, words }).map((found) => [found.name.address, found]));
    const telling = words.filter(({ word }) => isTelling(word));
    for (const { page, score } of await searchTexts(pagefind, telling.length > 0 ? telling : words, this.#pages.size)) {
      const name = this.#pages.get(pageOf(page.url));
      if (!name) continue;
      const known = ranked.get(name.address) ?? { name, terms: [], score: 0 };
      ranked.set(name.address, { ...known, page, score: known.score + score * WEIGHTS.text });
    }
    const joined = parts.flatMap(({ pages }) => (pages ? [new Map(pages.map((page) => [pageOf(page.url), page]))] : []));
    const found = new Map(this.#printing(numbersOf(words), [...ranked.values()], joined).map((one) => [one.name.address, one]));
    for (const phrase of understood.phrases) await this.#keep(found, pagefind, phrase);
    return this.#answer([...found.values()], choice, understood);
  }

  /** A number that signs hold together is searched so where it stands so, with the pages on which it does; else part by part. */
  async #standing(pagefind: Pagefind, one: Word): Promise<{ words: Word[]; pages?: Page[] }> {
    const parts = one.word.split(' ');
    if (parts.length === 1) return { words: [one] };
    const results = await holding(pagefind, parts);
    if (results.length > 0) return { words: [one], pages: await Promise.all(results.map((result) => result.data())) };
    return { words: parts.map((word) => ({ ...one, word, ...(hasDigit(word) && { around: this.#spelling.around(word) }) })) };
  }

  /**
   * Pages that print a number as it was asked for gain by it, and each of them is found.
   *
   * @param numbers what each page tells of itself
   * @param joined where numbers stand that signs hold together
   */
  #printing(numbers: readonly string[], found: readonly Ranked[], joined: readonly ReadonlyMap<string, Page>[] = []): Ranked[] {
    const many = numbers.length + joined.length;
    if (many === 0) return [...found];
    const ranked = new Map(found.map((one) => [one.name.address, one]));
    for (const name of this.#pages.values()) {
      const printed = name.numbers?.split(' ') ?? [];
      const pages = joined.flatMap((some) => some.get(name.address) ?? []);
      const held = (numbers.filter((number) => printed.includes(number)).length + pages.length) / many;
      if (held === 0) continue;
      const known = ranked.get(name.address) ?? { name, terms: [], score: 0 };
      ranked.set(name.address, { ...known, page: known.page ?? pages[0], score: known.score + held * WEIGHTS.number, holds: true });
    }
    return [...ranked.values()];
  }

  /** Leaves of what was found, and of everything else, the pages that hold a phrase as it was written. */
  async #keep(ranked: Map<string, Ranked>, pagefind: Pagefind, phrase: readonly string[]): Promise<void> {
    const pages = await Promise.all((await holding(pagefind, phrase)).map((result) => result.data()));
    const before = new Map(ranked);
    ranked.clear();
    for (const page of pages) {
      const name = this.#pages.get(pageOf(page.url));
      if (!name) continue;
      const { because: _, ...known } = before.get(name.address) ?? { name, terms: [], score: 0 };
      const terms = known.terms.filter((term) => says(term, phrase));
      ranked.set(name.address, { ...known, terms, page, holds: true });
    }
  }

  #understand = (query: string, unfinished: boolean): Understood => understand(query, this.#spelling, this.#synonyms, unfinished);

  #named(understood: Pick<Understood, 'words' | 'defining'>): Ranked[] {
    return this.#names.search(understood).flatMap((named) => {
      const name = this.#pages.get(named.address);
      if (!name) return [];
      const { terms, also, score } = named;
      return [{ name, terms: terms.slice(0, 3), also, because: because(named), score: score * WEIGHTS.names }];
    });
  }

  #answer(some: Ranked[], choice: Choice, { mended }: Understood): Answer {
    const all = matching(some.sort((a, b) => b.score - a.score));
    const found = leave(all, choice);
    const also = new Set(found.slice(0, NAMED.pages).flatMap((one) => one.also ?? []));
    return { found, counts: counts(all, choice), mended, also: [...also].slice(0, NAMED.words) };
  }
}

const numbersOf = (words: readonly Word[]): string[] => words.flatMap(({ word }) => (hasDigit(word) && !word.includes(' ') ? [word] : []));

/** Whether a title or what a page says of itself holds a phrase as it is written. */
const says = ({ title, summary }: SearchName, phrase: readonly string[]): boolean =>
  [title, summary].some((text) => placeOf(phrase, wordsOf(text)) >= 0);

/** The phrase by which a page was found, unless its title or what it says of itself shows it. */
const because = ({ phrase: { place, text, name } }: Named): string | undefined =>
  (place === 'also' || place === 'questions') && !name.address.includes('#') && text !== name.title ? text : undefined;
