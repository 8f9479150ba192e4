import { stemmer } from 'stemmer';

/** Words that say how something is asked, not what. */
const ASKING = new Set(
  `a about am an and any are as at be been between but by can could did do does doing every for from get gets getting go going got had has have
  having her here his how i if in into is isn it its just like made make makes making me mean means most much my not of off on one or our ours out
  over really say says shall she should so some such than that the their them then there these they this those to too under up us use used very
  was way ways we were what when where which while who whom whose why will with without would you your don doesn didn can t s re ve ll
  anyone anything someone something thing things tell give gives actually kind many more need needs want wants know
  pmid pmcid doi http https www org dx`.split(/\s+/),
);

/** What was typed, ready for search: control characters out, spaces single, at most 200 characters. */
export const cleanQuery = (typed: string): string =>
  typed
    .replace(/[\p{Cc}\p{Cf}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 200);

const THOUSANDS = /(?<![\p{N},.])\p{N}{1,3}(?:,\p{N}{3})+(?!\p{N})/gu;

/** Words and numbers of a text in lower case, without marks and accents. */
export const wordsOf = (text: string): string[] =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’']s\b/g, '')
    .replace(THOUSANDS, (number) => number.replaceAll(',', ''))
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/** True for a number, a year, or an identifier that holds one: nothing else stands for it, and no other is near enough. */
export const hasDigit = (word: string): boolean => /\p{N}/u.test(word);

const QUOTED = /["“”„]([^"“”„]*)["“”„]|«([^«»]*)»|‘([^‘’]*)’(?!\p{L})/gu;

/** A part of a query: a phrase in quotation marks, or what stands between spaces. */
export interface Piece {
  words: string[];
  quoted: boolean;
}

/** Parts of a query that hold a word, in order. A quotation mark without its second one asks for nothing. */
export function piecesOf(query: string): Piece[] {
  const pieces: Piece[] = [];
  const add = (text: string, quoted: boolean) => {
    const words = wordsOf(text);
    if (words.length > 0) pieces.push({ words, quoted });
  };
  const loose = (text: string) => {
    for (const part of text.split(' ')) add(part, false);
  };
  let end = 0;
  for (const {
    0: { length },
    index,
    1: double,
    2: angle,
    3: single,
  } of query.matchAll(QUOTED)) {
    loose(query.slice(end, index));
    add(double ?? angle ?? single ?? '', true);
    end = index + length;
  }
  loose(query.slice(end));
  return pieces;
}

/** The texts in quotation marks, as they were typed; of those that hold a word. */
export const phrasesOf = (query: string): string[] =>
  [...query.matchAll(QUOTED)]
    .map(([, double, angle, single]) => (double ?? angle ?? single ?? '').trim())
    .filter((text) => wordsOf(text).length > 0);

/** A query without the marks around its phrases. */
export const withoutMarks = (query: string): string => inPlace(query, (text) => text.trim());

/** A query as it is quoted itself: the marks inside are single ones. */
export const inMarks = (query: string): string => inPlace(query, (text) => `‘${text.trim()}’`);

const inPlace = (query: string, change: (text: string) => string): string =>
  query.replace(QUOTED, (all, double?: string, angle?: string, single?: string) => {
    const text = double ?? angle ?? single ?? '';
    return wordsOf(text).length > 0 ? change(text) : all;
  });

/** Words of a text, and what is written with hyphens once more as one word. */
export const writtenIn = (text: string): string[] => [
  ...wordsOf(text),
  ...(text.match(/\p{L}+(?:[-‐‑]\p{L}+)+/gu) ?? []).map((word) => wordsOf(word).join('')),
];

/**
 * Where words stand next to each other, in their order.
 *
 * @param words see `wordsOf`
 * @param inside words of a text
 * @returns the place of the first one; -1 where they do not
 */
export const placeOf = (words: readonly string[], inside: readonly string[]): number =>
  inside.findIndex((_, at) => words.every((word, i) => inside[at + i] === word));

/** British endings as American ones: "organisation", "behaviour", "centre", "programme", "paediatric". Only stems see it. */
const american = (word: string): string =>
  word.length < 5
    ? word
    : word
        .replace(/(?<=[a-z]{2})is(?=(?:e|es|ed|er|ers|ing|ation|ations|ational|able)$)/, 'iz')
        .replace(/ys(?=(?:e|es|ed|ing)$)/, 'yz')
        .replace(/(?<=[b-df-hj-np-tv-z]|vi)our(?=$|s$|al$|ally$|ed$|ing$|ite$|ites$|able$)/, 'or')
        .replace(/(?<=[bt])re(?=s?$)/, 'er')
        .replace(/mme(?=s?$)/, 'm')
        .replace(/(?<=^p|^h|^an|gyn)ae/, 'e')
        .replace(/(?<=[a-z]{4})ll(?=(?:ed|ing|er|ers)$)/, 'l')
        .replace(/(?<=[ae])nce(?=s?$)/, 'nse');

/**
 * A word as it is indexed: its stem.
 *
 * @param alike British and American spellings have one stem
 */
export const term = (word: string, alike = true): string => stemmer(alike ? american(word) : word);

/** False for a word that says how something is asked, not what. */
export const isTelling = (word: string): boolean => !ASKING.has(word);

/** True for a query that asks what a word means. */
export const isDefining = (query: string): boolean =>
  /^\s*(?:what(?:[’']s| is| are)|what do(?:es)? .* mean|define|definition|meaning)\b|\b(?:definition|meaning)\s*\??\s*$/i.test(query);
