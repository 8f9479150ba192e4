import { hasDigit, placeOf, wordsOf } from '../../documents/site-search/query.ts';
import { nextTask, rest } from '../shared/rest.ts';
import type { Index, Page, Result } from './pagefind.ts';
import type { Word } from './understand.ts';

/** How many pages of the full text are weighed against those found by name. */
const DEPTH = 12;
/** How much of a page's score is how much of the query its best statement holds. */
const TOGETHER = 0.2;
/** Fewer letters begin too much: half of all pages. */
const BEGINS = 3;
/** The weight of a number that is only part of a longer one. */
const PART = 0.1;

/** A page found in the full text; the best has about 1. */
export interface InText {
  page: Page;
  score: number;
}

/** Where a word stands on a page, and what it weighs. */
export interface Places {
  weight: number;
  locations: readonly number[];
}

/**
 * The best pages by full text: each word is looked up by itself, rare words weigh more, all words together most, and words
 * that stand in one statement more than words scattered over a page.
 *
 * @param pagefind the index
 * @param words what to look up
 * @param pages how many pages there are
 * @param unfinished the last word may still be growing: while it has a letter or two, it is looked up as it is and not with the others
 */
export async function searchTexts(pagefind: Index, words: readonly Word[], pages: number, unfinished = false): Promise<InText[]> {
  const scores = new Map<string, { result: Result; score: number; own: number; places: Places[] }>();
  const add = (result: Result, score: number, weight?: number) => {
    const at = scores.get(result.id) ?? { result, score: 0, own: 0, places: [] };
    at.score += score;
    if (score > at.own) Object.assign(at, { result, own: score });
    if (weight !== undefined) at.places.push({ weight, locations: result.words });
    scores.set(result.id, at);
  };
  const begun = words.filter(({ word }, at) => unfinished && at === words.length - 1 && word.length < BEGINS);
  const whole = words.filter((word) => !begun.includes(word));
  let all = 0;
  for (const standing of await Promise.all(words.map((word) => lookUp(pagefind, word, begun.includes(word))))) {
    const weight = Math.log(1 + pages / (standing.length + 1));
    all += weight;
    for (const { result, score } of standing) add(result, score * weight, weight);
  }
  if (whole.length > 1)
    for (const { result, score } of shared((await pagefind.search(whole.map(({ word }) => word).join(' '))).results))
      add(result, score * whole.length);
  await rest();
  const best = [...scores.values()].sort((a, b) => b.score - a.score).slice(0, DEPTH);
  const most = best[0]?.score ?? 1;
  return Promise.all(
    best.map(async ({ result, score, places }) => {
      // its excerpt is made then: one page in a task, not all
      await nextTask();
      const page = await result.data();
      return { page, score: (score / most) * (1 - TOGETHER) + (held(page.anchors, places) / (all || 1)) * TOGETHER };
    }),
  );
}

interface Scored {
  result: Result;
  score: number;
}

const shared = (results: readonly Result[]): Scored[] =>
  results.map((result) => ({ result, score: result.score / (results[0]?.score || 1) }));

/** Where a word stands, written together or apart; a number only as it is, then as part of longer ones. */
async function lookUp(pagefind: Index, { word, same = [], around = [] }: Word, exact: boolean): Promise<Scored[]> {
  const found = new Map<string, Scored>();
  const add = (some: readonly Scored[], part = 1) => {
    for (const { result, score } of some) if (!found.has(result.id)) found.set(result.id, { result, score: score * part });
  };
  if (!hasDigit(word)) add(shared((await pagefind.search(exact ? `"${word}"` : word)).results));
  else if (!word.includes(' ')) add(await number(pagefind, word));
  else add((await holding(pagefind, word.split(' '))).map((result) => ({ result, score: 1 })));
  for (const other of same) add(shared((await pagefind.search(other.includes(' ') ? `"${other}"` : other)).results));
  for (const longer of around) add(await number(pagefind, longer), PART);
  return [...found.values()].sort((a, b) => b.score - a.score);
}

/** Pages that hold a number as it is. By itself Pagefind also gives longer and similar ones. */
async function number(pagefind: Index, word: string): Promise<Scored[]> {
  const whole = new Set((await pagefind.search(`"${word}"`)).results.map(({ id }) => id));
  return shared((await pagefind.search(word)).results.filter(({ id }) => whole.has(id)));
}

/**
 * Pages on which words stand next to each other in one statement or section, in their order.
 *
 * @param pagefind the index
 * @param words see `wordsOf`
 * @returns results that tell where these words stand
 */
export async function holding(pagefind: Index, words: readonly string[]): Promise<Result[]> {
  let some: Result[] | undefined;
  for (const word of new Set(words)) {
    // parts of a word that are shorter, or of digits and letters, the index does not know
    if (!/^(?:[a-z]{3,}|\d{2,})$/.test(word) && words.length > 1) continue;
    const { results } = await pagefind.search(`"${word}"`);
    const ids = new Set(results.map(({ id }) => id));
    some = some ? some.filter(({ id }) => ids.has(id)) : results;
  }
  some ??= (await pagefind.search(`"${words.some(hasDigit) ? words.join('') : words.join(' ')}"`)).results;
  const read = await Promise.all(some.map(async (result) => ({ result, page: await result.data() })));
  return read.flatMap(({ result, page }) => {
    const locations = locate(page, words);
    const weighted_locations = locations.slice(0, 1).map((location) => ({ location, balanced_score: 1 }));
    return locations.length > 0 ? [{ ...result, words: locations, data: async () => ({ ...page, locations, weighted_locations }) }] : [];
  });
}

/** The places of words that stand next to each other in one statement or section of a page, as the page counts them. */
export function locate({ content, anchors }: Pick<Page, 'content' | 'anchors'>, words: readonly string[]): number[] {
  const text = content.split(/\s+/);
  const starts = [...new Set([0, ...anchors.map(({ location }) => location), text.length])].sort((a, b) => a - b);
  for (const [i, start] of starts.entries()) {
    const inside = text.slice(start, starts[i + 1]).flatMap((part, at) => wordsOf(part).map((word) => ({ word, at: start + at })));
    const first = placeOf(
      words,
      inside.map(({ word }) => word),
    );
    if (first >= 0) return inside.slice(first, first + words.length).map(({ at }) => at);
  }
  return [];
}

/** The highest joint weight of words that stand in one statement or section. */
export function held(anchors: Page['anchors'], places: readonly Places[]): number {
  const starts = anchors.map(({ location }) => location).sort((a, b) => a - b);
  const sums = new Map<number, number>();
  for (const { weight, locations } of places) {
    const statements = new Set(locations.map((location) => starts.findLastIndex((start) => start <= location)));
    for (const statement of statements) sums.set(statement, (sums.get(statement) ?? 0) + weight);
  }
  return Math.max(0, ...sums.values());
}
