import { hasDigit, isDefining, isTelling, piecesOf, term, wordsOf } from '../../documents/site-search/query.ts';
import type { Spelling } from './spelling.ts';

/** A word of a query as it is searched; with spaces, words that stand next to each other in a number or an identifier. */
export interface Word {
  word: string;
  /** words that may stand in its place */
  also: string[];
  /** false where it was read as another word */
  sure: boolean;
  /** the same word written together, or apart with a space */
  same?: string[];
  /** longer numbers and identifiers of which it is a part */
  around?: string[];
}

/** A query as it is sent to both indexes. */
export interface Understood {
  words: Word[];
  /** the words of each phrase in quotation marks: a page must hold them as they are */
  phrases: string[][];
  /** the query as it was read, where a word had to be mended */
  mended?: string | undefined;
  /** it asks what a word means */
  defining: boolean;
  /** every word that says what is sought is unknown to the guide */
  unknown: boolean;
}

/** How many different words of a query are looked at. */
const WORDS = 16;

/** Words and phrases that stand for each other. */
export class Synonyms {
  readonly #groups = new Map<string, Set<string>>();
  readonly #longest: number = 1;

  /** @param groups words, or phrases of a few words */
  constructor(groups: readonly (readonly string[])[]) {
    for (const group of groups)
      for (const member of group) {
        const words = wordsOf(member);
        const key = words.map((word) => term(word)).join(' ');
        const others = this.#groups.get(key) ?? new Set();
        // a phrase is understood, but what is looked up in its place is one word
        for (const other of group) if (other !== member && wordsOf(other).length === 1) others.add(other);
        this.#groups.set(key, others);
        this.#longest = Math.max(this.#longest, words.length);
      }
  }

  /**
   * What may stand for each word of a query; what stands for a phrase goes to its last word.
   *
   * @param words see `wordsOf`
   */
  of(words: readonly string[]): string[][] {
    const stems = words.map((word) => term(word));
    return words.map((_, at) => {
      const found = new Set<string>();
      for (let length = 1; length <= Math.min(this.#longest, at + 1); length++)
        for (const other of this.#groups.get(stems.slice(at + 1 - length, at + 1).join(' ')) ?? [])
          if (!wordsOf(other).some((word) => stems.includes(term(word)))) found.add(other);
      return [...found];
    });
  }
}

/** A word as it was typed and as it is read; without `read`, it is like no word of the guide. */
interface Reading {
  typed: string;
  read?: string | undefined;
  /** what is searched, where that says more than what was read */
  word?: string;
  quoted?: boolean;
  same?: string[];
}

/**
 * Reads a query by the words that the guide knows.
 *
 * @param query see `cleanQuery`
 * @param spelling mends what is mistyped
 * @param synonyms tells what may stand for a word
 * @param unfinished the last word may still be growing
 */
export function understand(query: string, spelling: Spelling, synonyms: Synonyms, unfinished = false): Understood {
  const pieces = piecesOf(query);
  const readings = pieces.flatMap(({ words, quoted }, at): Reading[] => {
    if (quoted) return words.map((word) => ({ typed: word, read: word, quoted }));
    if (words.length > 1 && words.some(hasDigit)) return readNumber(words, spelling);
    const growing = unfinished && at === pieces.length - 1;
    return words.map((word, i) => ({ typed: word, read: spelling.mend(word, growing && i === words.length - 1) }));
  });
  const some = unique(joinWords(readings, spelling), ({ typed }) => typed).slice(0, WORDS);
  const known = unique(some.flatMap(splitWords), ({ word }) => word);
  const also = synonyms.of(known.map(({ word }) => word));
  const words = known.map(({ word, typed, quoted, same = [] }, at): Word => {
    if (quoted) return { word, also: [], sure: true };
    const around = hasDigit(word) && !word.includes(' ') ? spelling.around(word) : [];
    const alike = isTelling(word) && !hasDigit(word) ? [...same, ...spelling.apart(word)] : same;
    return {
      word,
      also: also[at] as string[],
      sure: typed.includes(word) || hasDigit(word),
      ...(alike.length > 0 && { same: alike }),
      ...(around.length > 0 && { around }),
    };
  });
  const mended = known.map(({ read }) => read).join(' ');
  return {
    words,
    phrases: pieces.filter(({ quoted }) => quoted).map((piece) => piece.words),
    mended: mended === some.map(({ typed }) => typed).join(' ') ? undefined : mended,
    defining: isDefining(query),
    unknown: !words.some(({ word }) => isTelling(word)) && some.some(({ typed }) => isTelling(typed)),
  };
}

const unique = <T>(some: readonly T[], key: (one: T) => string): T[] => [...new Map(some.map((one) => [key(one), one])).values()];

/**
 * A number or identifier that signs hold together: a page range, an issue, a DOI, or a part of one. What says its kind is left
 * out. Where its longest part stands nowhere, it stands nowhere; else the parts that do are searched.
 */
function readNumber(typed: readonly string[], spelling: Spelling): Reading[] {
  const parts = typed.slice(typed.findIndex(isTelling));
  const readings = parts.map((part): Reading => ({ typed: part, read: spelling.mend(part) }));
  const most = Math.max(...parts.map(({ length }) => length));
  if (!readings.some(({ typed: part, read }) => read !== undefined && part.length === most)) return [{ typed: parts.join(' ') }];
  if (parts.length === 1 || readings.some(({ read }) => read === undefined)) return readings;
  // a part of a part stands for the one it can only be
  const whole = readings.map(({ typed: part, read }) => {
    const around = hasDigit(part) && !spelling.knows(part) ? spelling.around(part) : [];
    return around.length === 1 ? around[0] : read;
  });
  return [{ typed: parts.join(' '), read: parts.join(' '), word: whole.join(' ') }];
}

/** Neighbors that the guide writes as one word are searched as that one too; where one of them is unknown by itself, as nothing else. */
function joinWords(readings: readonly Reading[], spelling: Spelling): Reading[] {
  const all = readings.map((one) => ({ ...one }));
  for (let at = 0; at + 1 < all.length; at++) {
    const [one, next] = [all[at] as Reading, all[at + 1] as Reading];
    const word = one.typed + next.typed;
    if (one.quoted || next.quoted || /[\p{N} ]/u.test(word) || !isTelling(word) || !spelling.knows(word)) continue;
    if (one.read === one.typed && next.read === next.typed) {
      for (const part of [one, next]) part.same = [...(part.same ?? []), word];
    } else all.splice(at, 2, { typed: `${one.typed} ${next.typed}`, read: `${one.typed} ${next.typed}`, word });
  }
  return all;
}

/** What of a reading is searched: nothing, a word, or two that were written together. */
function splitWords({ typed, read, word, ...rest }: Reading): (Reading & { read: string; word: string })[] {
  if (read === undefined) return [];
  if (word !== undefined) return [{ ...rest, typed, read, word }];
  return read.split(' ').map((part) => ({ ...rest, typed, read: part, word: part }));
}
