import { hasDigit, isTelling, placeOf, wordsOf } from '../../documents/site-search/query.ts';
import { triedOnce } from '../../lib/items.ts';
import type { Voice } from '../../lib/voices.ts';
import { rest } from '../shared/rest.ts';
import { type Choice, counts, leave, matching } from './facets.ts';
import type { NameStore } from './name-store.ts';
import { isPage, type Name, Names, pageOf } from './names.ts';
import { type FullText, type Index, inTurns, type Page } from './pagefind.ts';
import { Spelling } from './spelling.ts';
import { holding, searchTexts } from './texts.ts';
import { Synonyms, type Understood, understand, type Word } from './understand.ts';

/** A page that was found. */
export interface Found {
  name: Name;
  /** its text with the places that matched, where the text matched */
  page?: Page | undefined;
  /** terms of the glossary that matched, on the glossary page */
  terms: Name[];
  /** the phrase by which it was found, see `Named` */
  phrase?: number | undefined;
  /** words that stood for words of the query there */
  also?: string[];
}

/** A name as a result shows it. */
export interface Shown extends Name {
  title: string;
  /** one or two sentences that say what it is, and whose they are; no voice for a page about the guide */
  summary: string;
  voice?: Voice | undefined;
}

/** A page that was found, with what a result shows of it. */
export interface Result extends Omit<Found, 'name' | 'terms' | 'phrase'> {
  name: Shown;
  terms: Shown[];
  /** the phrase by which it was found, where its title does not show it */
  because?: string | undefined;
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
  readonly #store: NameStore;
  /** Loads the full text, so that it can be searched too. @throws what stops it: no index, no WebAssembly, no connection */
  readonly ready: () => Promise<FullText>;
  readonly #names: Names;
  readonly #words: () => Promise<Spelling>;
  readonly #synonyms: Synonyms;
  readonly #pages: Map<string, Name>;
  /** the numbers that each page prints, by name; empty until a query holds one */
  #numbers: string[][] = [];

  /**
   * @param store the names
   * @param load loads the full-text index, once it is asked for
   */
  constructor(store: NameStore, load: () => Promise<FullText>) {
    this.#store = store;
    this.ready = triedOnce(load);
    this.#words = triedOnce(() => store.words().then(Spelling.inSteps));
    this.#names = new Names(store.first, store.index);
    this.#synonyms = new Synonyms(store.first.synonyms);
    this.#pages = new Map(this.#names.all.filter(isPage).map((name) => [name.address, name]));
  }

  /** Loads what the words need that are typed to their end, while the next one is typed. */
  expect(typed: string): void {
    this.#begin(wordsOf(typed.replace(/\S+$/, '')));
  }

  /** Everything that a choice leaves. */
  browse(choice: Choice): Answer {
    const all = [...this.#pages.values()].map((name) => ({ name, terms: [] }));
    return { found: leave(all, choice), counts: counts(all, choice), also: [] };
  }

  /**
   * What the names alone know, before the full text.
   *
   * @param query see `cleanQuery`
   * @param unfinished its last word may still be growing
   * @throws what stops it
   */
  async byName(query: string, choice: Choice, unfinished = false): Promise<Answer> {
    const understood = await this.#understand(query, unfinished);
    const named = understood.unknown ? [] : await this.#named(understood);
    const found = this.#printing(numbersOf(understood.words), named);
    const says = await this.#saying(
      found.map(({ name }) => name),
      understood.phrases,
    );
    return this.#answer(
      found.filter(({ name }) => says.has(name)),
      choice,
      understood,
    );
  }

  /**
   * Loads what results show.
   *
   * @param found some of what was found
   * @param because with the phrase by which each was found
   * @throws what stops it
   */
  show(found: readonly Found[], because: boolean): Promise<Result[]> {
    return Promise.all(
      found.map(async ({ name, terms, phrase, ...rest }) => {
        const asked = phrase === undefined ? undefined : this.#store.phrases(name.id);
        // it will be asked for: who waits for it reports the failure
        asked?.catch(() => undefined);
        const [shown, ...others] = await Promise.all([this.#shown(name), ...terms.map((term) => this.#shown(term))]);
        const text = because ? (await asked)?.[phrase ?? 0] : undefined;
        return { ...rest, name: shown, terms: others, because: text === shown.title ? undefined : text };
      }),
    );
  }

  /**
   * Names and full text.
   *
   * @param query see `cleanQuery`
   * @param unfinished its last word may still be growing
   * @param wanted whether somebody still waits for the answer: where nobody does, it holds anything
   */
  async search(query: string, choice: Choice, unfinished = false, wanted = () => true): Promise<Answer> {
    const understood = await this.#understand(query, unfinished);
    if (understood.unknown) return this.#answer([], choice, understood);
    // the others stand on nearly every page: of them the full text tells nothing
    if (telling(understood.words).length === 0 && understood.phrases.length === 0) return this.byName(query, choice, unfinished);
    const full = await this.ready();
    // what is asked one word after the other comes at once; where it does not, the word that needs it tells
    if (wanted())
      full
        .preload(
          telling(understood.words)
            .flatMap(({ word, same = [], around = [] }) => [word, ...same, ...around])
            .join(' '),
        )
        .catch(() => undefined);
    const pagefind = inTurns(full, wanted);
    const parts = await Promise.all(understood.words.map((word) => this.#standing(pagefind, word)));
    const words = parts.flatMap((part) => part.words);
    const ranked = new Map((await this.#named({ ...understood, words })).map((found) => [found.name.address, found]));
    for (const { page, score } of await searchTexts(pagefind, telling(words), this.#pages.size, unfinished)) {
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
  async #standing(pagefind: Index, one: Word): Promise<{ words: Word[]; pages?: Page[] }> {
    const parts = one.word.split(' ');
    if (parts.length === 1) return { words: [one] };
    const results = await holding(pagefind, parts);
    if (results.length > 0) return { words: [one], pages: await Promise.all(results.map((result) => result.data())) };
    const spelling = await this.#words();
    return { words: parts.map((word) => ({ ...one, word, ...(hasDigit(word) && { around: spelling.around(word) }) })) };
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
      const printed = this.#numbers[name.id] ?? [];
      const pages = joined.flatMap((some) => some.get(name.address) ?? []);
      const held = (numbers.filter((number) => printed.includes(number)).length + pages.length) / many;
      if (held === 0) continue;
      const known = ranked.get(name.address) ?? { name, terms: [], score: 0 };
      ranked.set(name.address, { ...known, page: known.page ?? pages[0], score: known.score + held * WEIGHTS.number, holds: true });
    }
    return [...ranked.values()];
  }

  /** Leaves of what was found, and of everything else, the pages that hold a phrase as it was written. */
  async #keep(ranked: Map<string, Ranked>, pagefind: Index, phrase: readonly string[]): Promise<void> {
    const pages = await Promise.all((await holding(pagefind, phrase)).map((result) => result.data()));
    const before = new Map(ranked);
    ranked.clear();
    for (const page of pages) {
      const name = this.#pages.get(pageOf(page.url));
      if (!name) continue;
      const { phrase: _, ...known } = before.get(name.address) ?? { name, terms: [], score: 0 };
      const terms = [...(await this.#saying(known.terms, [phrase]))];
      ranked.set(name.address, { ...known, terms, page, holds: true });
    }
  }

  async #understand(query: string, unfinished: boolean): Promise<Understood> {
    // what is searched is mostly what was typed: its parts come along with the words of the guide
    this.#begin(wordsOf(query));
    const spelling = await this.#words();
    if (hasDigit(query) && this.#numbers.length === 0) {
      this.#numbers = (await this.#store.numbers()).map((numbers) => numbers.split(' ').filter(Boolean));
      spelling.learn(this.#numbers.flat());
    }
    return understand(query, spelling, this.#synonyms, unfinished);
  }

  /** Begins to load where words stand, and what may stand for them; who waits for it reports the failure. */
  #begin(words: readonly string[]): void {
    this.#names.load([...words, ...this.#synonyms.of(words).flat()]).catch(() => undefined);
  }

  async #shown(name: Name): Promise<Shown> {
    const [title, summary, voice] = await this.#store.card(name.id);
    return { ...name, title, summary, voice };
  }

  /** Leaves names of which the title, or what they say of themselves, holds each phrase as it is written. */
  async #saying(names: readonly Name[], phrases: readonly (readonly string[])[]): Promise<Set<Name>> {
    let left = [...names];
    for (const phrase of phrases) {
      const near = await this.#names.holding(phrase);
      const shown = await Promise.all(left.filter((name) => near.has(name)).map(async (name) => ({ name, ...(await this.#shown(name)) })));
      left = shown.flatMap(({ name, title, summary }) =>
        [title, summary].some((text) => placeOf(phrase, wordsOf(text)) >= 0) ? [name] : [],
      );
    }
    return new Set(left);
  }

  async #named(understood: Pick<Understood, 'words' | 'defining'>): Promise<Ranked[]> {
    const named = await this.#names.search(understood);
    await rest();
    return named.map(({ terms, score, ...named }) => ({
      ...named,
      terms: terms.slice(0, 3),
      score: score * WEIGHTS.names,
    }));
  }

  async #answer(some: Ranked[], choice: Choice, { mended }: Understood): Promise<Answer> {
    await rest();
    const all = matching(some.sort((a, b) => b.score - a.score));
    const found = leave(all, choice);
    const also = new Set(found.slice(0, NAMED.pages).flatMap((one) => one.also ?? []));
    return { found, counts: counts(all, choice), mended, also: [...also].slice(0, NAMED.words) };
  }
}

/** The words of a query that say what is sought. */
const telling = (words: readonly Word[]): Word[] => words.filter(({ word }) => isTelling(word));

const numbersOf = (words: readonly Word[]): string[] => words.flatMap(({ word }) => (hasDigit(word) && !word.includes(' ') ? [word] : []));
