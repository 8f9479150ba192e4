import type { Voice } from '../../lib/voices.ts';

/*
 * The names as a search loads them: one small file that every query needs, and parts beside it of which a query loads what it
 * needs. A phrase is one thing a page is called or asked by: its title, each other name, each question, its summary. Phrases are
 * counted through all names in this order.
 */

/** A file, with a hash of all of them: those of two builds never mix. */
export interface Held<T> {
  of: string;
  holds: T;
}

/** What the first file tells of all names. */
export interface FirstFile {
  /** addresses with the base path, a name each */
  addresses: string[];
  /** what several names share; `sort` holds the place in this list for each name */
  sorts: Sort[];
  sort: number[];
  /** how many other names, and how many questions, each name has */
  also: number[];
  questions: number[];
  /** how many different words a phrase has on average */
  average: number;
  /** the different shapes of all phrases, frequent ones first */
  shapes: Shape[];
  /** stems of words that say how something is asked and stand in so many phrases that beside other words they tell nothing */
  common: string[];
  /** the first stem of each part of the index; stems are in the order of `<` */
  index: string[];
  /** the first name of each part of the cards and of the phrases */
  cards: number[];
  phrases: number[];
  /** words that stand for each other in a query */
  synonyms: string[][];
}

/** What is counted and chosen by, of every name that is found. */
export interface Sort {
  kind: string;
  /** see `SearchName` */
  label?: string;
  voices: Voice[];
  worth?: number;
}

/** A part of the index: where each stem stands, see `writeList`. */
export type IndexFile = Record<string, number[]>;

/** Of a phrase that holds a stem. */
export interface Shape {
  /** how many different words the phrase has */
  words: number;
  /** how many different stems */
  stems: number;
  /** how many different stems of words that say what, not how it is asked */
  core: number;
  /** the stem is one of the last */
  telling: boolean;
}

/** A stem in a phrase. */
export interface Posting {
  phrase: number;
  shape: Shape;
  /** which words of the phrase have the stem, from 0 */
  places: readonly number[];
}

/** Where a stem stands: a list for each property, an item for each phrase that holds it. */
export interface Postings {
  phrases: number[];
  /** places in the list of shapes */
  shapes: number[];
  /** which words of the phrase have the stem */
  places: (number | number[])[];
}

/** What is shown of a name: title, summary, the voice of the summary. */
export type Card = [title: string, summary: string, voice?: Voice];

/** The names of the files. */
export const FILE = {
  first: 'names.json',
  /** words of the guide, most frequent first, with single spaces; identifiers that begin with a letter come last */
  words: 'words.json',
  /** the numbers that the page of each name prints, with single spaces */
  numbers: 'numbers.json',
  index: (part: number): string => `index-${part}.json`,
  cards: (part: number): string => `cards-${part}.json`,
  phrases: (part: number): string => `phrases-${part}.json`,
};

/** Of sorted firsts of parts, the part in which something stands. */
export function partOf<T extends string | number>(firsts: readonly T[], one: T): number {
  let [low, high] = [0, firsts.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    const first = firsts[middle];
    if (first !== undefined && first <= one) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * Postings as numbers: for each how far its phrase is from the one before, the place of its shape in the list of shapes, the
 * first place, and further places with a minus.
 *
 * @param postings in the order of their phrases
 * @param shapeAt the place of a shape
 */
export function writeList(postings: readonly Posting[], shapeAt: (shape: Shape) => number): number[] {
  let before = 0;
  return postings.flatMap(({ phrase, shape, places: [first = 0, ...others] }) => {
    const step = phrase - before;
    before = phrase;
    return [step, shapeAt(shape), first, ...others.map((place) => -place)];
  });
}

/** Reads what `writeList` wrote. It is read with each key: a place that is alone needs no list of its own. */
export function readList(list: readonly number[]): Postings {
  const postings: Postings = { phrases: [], shapes: [], places: [] };
  let phrase = 0;
  for (let at = 0; at + 2 < list.length; ) {
    phrase += list[at] ?? 0;
    const first = list[at + 2] ?? 0;
    postings.phrases.push(phrase);
    postings.shapes.push(list[at + 1] ?? 0);
    const start = at + 3;
    for (at = start; (list[at] ?? 0) < 0; ) at++;
    postings.places.push(at === start ? first : [first, ...list.slice(start, at).map((place) => -place)]);
  }
  return postings;
}
