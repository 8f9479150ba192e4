import type { Page, Pagefind, Result } from './pagefind.ts';

/** How many pages of the full text are weighed against those found by name. */
const DEPTH = 12;
/** How much of a page's score is how much of the query its best statement holds. */
const TOGETHER = 0.2;

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
 * @param words see `wordsOf`
 * @param pages how many pages there are
 */
export async function searchTexts(pagefind: Pagefind, words: readonly string[], pages: number): Promise<InText[]> {
  const scores = new Map<string, { result: Result; score: number; own: number; places: Places[] }>();
  const add = (results: Result[], weight: number, alone: boolean) => {
    const most = results[0]?.score || 1;
    for (const result of results) {
      const at = scores.get(result.id) ?? { result, score: 0, own: 0, places: [] };
      const own = (result.score / most) * weight;
      at.score += own;
      if (own > at.own) Object.assign(at, { result, own });
      if (alone) at.places.push({ weight, locations: result.words });
      scores.set(result.id, at);
    }
  };
  let all = 0;
  for (const word of words) {
    const { results } = await pagefind.search(word);
    const weight = Math.log(1 + pages / (results.length + 1));
    all += weight;
    add(results, weight, true);
  }
  if (words.length > 1) add((await pagefind.search(words.join(' '))).results, words.length, false);
  const best = [...scores.values()].sort((a, b) => b.score - a.score).slice(0, DEPTH);
  const most = best[0]?.score ?? 1;
  return Promise.all(
    best.map(async ({ result, score, places }) => {
      const page = await result.data();
      return { page, score: (score / most) * (1 - TOGETHER) + (held(page.anchors, places) / (all || 1)) * TOGETHER };
    }),
  );
}

/** What those words weigh together that stand in one statement or section, where that is most. */
export function held(anchors: Page['anchors'], places: readonly Places[]): number {
  const starts = anchors.map(({ location }) => location).sort((a, b) => a - b);
  const sums = new Map<number, number>();
  for (const { weight, locations } of places) {
    const statements = new Set(locations.map((location) => starts.findLastIndex((start) => start <= location)));
    for (const statement of statements) sums.set(statement, (sums.get(statement) ?? 0) + weight);
  }
  return Math.max(0, ...sums.values());
}
