import type { Page, Pagefind, Result } from './pagefind.ts';
import { term, wordsOf } from './query.ts';

/** How many pages of the full text are weighed against those found by name. */
const DEPTH = 12;
/** How much of a page's score is how much of the query its best statement holds. */
const TOGETHER = 0.2;

/** A page found in the full text; the best has about 1. */
export interface InText {
  page: Page;
  score: number;
}

/**
 * The best pages by full text: each word is looked up by itself, rare words weigh more, all words together most, and words
 * that stand in one statement more than words scattered over a page.
 *
 * @param pagefind the index
 * @param words see `wordsOf`
 * @param pages how many pages there are
 */
export async function searchTexts(pagefind: Pagefind, words: readonly string[], pages: number): Promise<InText[]> {
  const scores = new Map<string, { result: Result; score: number; own: number }>();
  const add = (results: Result[], weight: number) => {
    const most = results[0]?.score || 1;
    for (const result of results) {
      const at = scores.get(result.id) ?? { result, score: 0, own: 0 };
      const own = (result.score / most) * weight;
      at.score += own;
      if (own > at.own) Object.assign(at, { result, own });
      scores.set(result.id, at);
    }
  };
  const rarity = new Map<string, number>();
  for (const word of words) {
    const { results } = await pagefind.search(word);
    const weight = Math.log(1 + pages / (results.length + 1));
    rarity.set(term(word), weight);
    add(results, weight);
  }
  if (words.length > 1) add((await pagefind.search(words.join(' '))).results, words.length);
  const best = [...scores.values()].sort((a, b) => b.score - a.score).slice(0, DEPTH);
  const most = best[0]?.score ?? 1;
  return Promise.all(
    best.map(async ({ result, score }) => {
      const page = await result.data();
      return { page, score: (score / most) * (1 - TOGETHER) + held(page, rarity) * TOGETHER };
    }),
  );
}

/** How much of a query the statement or section holds that holds most of it, between 0 and 1; rare words count more. */
export function held({ content, anchors }: Pick<Page, 'content' | 'anchors'>, rarity: ReadonlyMap<string, number>): number {
  const words = content.split(/\s+/);
  const starts = new Set(anchors.map(({ location }) => location));
  let all = 0;
  for (const weight of rarity.values()) all += weight;
  let most = 0;
  let here = new Set<string>();
  let sum = 0;
  words.forEach((word, at) => {
    if (starts.has(at)) {
      here = new Set();
      sum = 0;
    }
    for (const part of wordsOf(word)) {
      const stem = stemOf(part);
      const weight = rarity.get(stem);
      if (weight === undefined || here.has(stem)) continue;
      here.add(stem);
      sum += weight;
      most = Math.max(most, sum);
    }
  });
  return all > 0 ? most / all : 0;
}

const stems = new Map<string, string>();
/** Pages are read again with every query: a stem is taken once. */
const stemOf = (word: string): string => {
  const known = stems.get(word) ?? term(word);
  stems.set(word, known);
  return known;
};
