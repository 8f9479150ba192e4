import { createHash } from 'node:crypto';
import { type Card, FILE, type FirstFile, type Held, type Posting, type Shape, writeList } from '../documents/site-search/name-files.ts';
import { isTelling, term, wordsOf } from '../documents/site-search/query.ts';
import type { SearchData } from '../documents/site-search/search-name.ts';

/**
 * How many characters a part holds, as far as one name or stem allows: on a slow line each part costs a wait, and each
 * character weighs. Cards are shown by nearly every search: while all of them are light they are one part. And how long, in
 * numbers, the list of a word is at most that says how something is asked: three times as long as any of a guide of 250 pages.
 */
const MOST = { list: 9_000, index: 5_000, cards: 8_000, allCards: 80_000, phrases: 4_000 };

/**
 * The names as a search loads them, see `FILE`.
 *
 * @param data what can be found, with addresses as links need them
 * @returns texts by path
 */
export function nameFiles({ names, vocabulary, synonyms }: SearchData): Map<string, string> {
  const called = names.map(({ also, questions }) => [...also, ...questions]);
  const phrases = names.flatMap(({ title, summary }, at) => [title, ...(called[at] ?? []), summary].map(wordsOf));
  const { lists, shapes } = indexed(phrases);
  const index = split(
    [...lists].sort(([a], [b]) => (a < b ? -1 : 1)),
    MOST.index,
  );
  const card = names.map(({ title, summary, voice }): Card => (voice ? [title, summary, voice] : [title, summary]));
  const cards = split(card, JSON.stringify(card).length > MOST.allCards ? MOST.cards : MOST.allCards);
  const asked = split(called, MOST.phrases);
  const numbers = names.map((name) => name.numbers ?? '');

  const sorts = names.map(({ kind, label, voices, worth }) => JSON.stringify({ kind, label, voices, worth }));
  const different = [...new Set(sorts)];
  // an identifier may be what a word begins, like any other word
  const identifiers = new Set(numbers.flatMap((some) => some.split(' ')).filter((one) => /^\p{L}/u.test(one)));
  const first: FirstFile = {
    addresses: names.map(({ address }) => address),
    sorts: different.map((sort) => JSON.parse(sort)),
    sort: sorts.map((sort) => different.indexOf(sort)),
    also: names.map(({ also }) => also.length),
    questions: names.map(({ questions }) => questions.length),
    average: phrases.reduce((sum, words) => sum + new Set(words).size, 0) / (phrases.length || 1),
    shapes,
    common: [...lists].flatMap(([stem, list]) => (!isTelling(stem) && list.length > MOST.list ? [stem] : [])),
    index: index.flatMap(([[stem] = ['']]) => stem),
    cards: startsOf(cards),
    phrases: startsOf(asked),
    synonyms,
  };
  const files: (readonly [string, unknown])[] = [
    [FILE.first, first],
    [FILE.words, [vocabulary, ...identifiers].join(' ')],
    [FILE.numbers, numbers],
    ...index.map((some, part) => [FILE.index(part), Object.fromEntries(some)] as const),
    ...cards.map((some, part) => [FILE.cards(part), some] as const),
    ...asked.map((some, part) => [FILE.phrases(part), some] as const),
  ];
  const of = createHash('sha256').update(JSON.stringify(files)).digest('hex').slice(0, 12);
  return new Map(files.map(([path, holds]) => [path, JSON.stringify({ of, holds } satisfies Held<unknown>)]));
}

/** Where each stem stands in phrases, and their shapes, frequent ones first. */
function indexed(phrases: readonly string[][]): { lists: Map<string, number[]>; shapes: Shape[] } {
  const postings = new Map<string, Posting[]>();
  const uses = new Map<string, { shape: Shape; many: number }>();
  for (const [phrase, words] of phrases.entries()) {
    const places = new Map<string, number[]>();
    for (const [at, word] of words.entries()) {
      const stem = term(word);
      places.set(stem, [...(places.get(stem) ?? []), at]);
    }
    const core = new Set(words.filter(isTelling).map((word) => term(word)));
    const different = new Set(words).size;
    for (const [stem, some] of places) {
      const shape = { words: different, stems: places.size, core: core.size, telling: core.has(stem) };
      const key = JSON.stringify(shape);
      uses.set(key, { shape, many: (uses.get(key)?.many ?? 0) + 1 });
      const posting = { phrase, shape, places: some };
      const standing = postings.get(stem);
      if (standing) standing.push(posting);
      else postings.set(stem, [posting]);
    }
  }
  const frequent = [...uses].sort(([, a], [, b]) => b.many - a.many);
  const at = new Map(frequent.map(([key], place) => [key, place]));
  const shapeAt = (shape: Shape): number => at.get(JSON.stringify(shape)) ?? 0;
  return {
    lists: new Map([...postings].map(([stem, some]) => [stem, writeList(some, shapeAt)])),
    shapes: frequent.map(([, { shape }]) => shape),
  };
}

/** Cuts a list into one part or more, of at most so many characters; what is longer by itself is a part of its own. */
function split<T>(all: readonly T[], most: number): T[][] {
  let part: T[] = [];
  const parts = [part];
  let held = 0;
  for (const one of all) {
    const { length } = JSON.stringify(one);
    if (part.length > 0 && held + length > most) {
      part = [];
      parts.push(part);
      held = 0;
    }
    part.push(one);
    held += length;
  }
  return parts;
}

/** The place of the first of each part. */
const startsOf = (parts: readonly unknown[][]): number[] =>
  parts.map((_, at) => parts.slice(0, at).reduce((sum, { length }) => sum + length, 0));
