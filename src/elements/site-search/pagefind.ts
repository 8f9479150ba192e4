import { rest } from '../shared/rest.ts';
import type { Indexed } from './passage.ts';

/** What answers a term. */
export interface Index {
  search(term: string): Promise<{ results: Result[] }>;
}

/** The part of Pagefind's JS API that the guide uses (https://pagefind.app/docs/api/). */
export interface Pagefind extends Index {
  options(options: Record<string, unknown>): Promise<void>;
  init(): Promise<void>;
}

export interface Result {
  id: string;
  score: number;
  /** where the words of the query stand, as words of the page's content */
  words: readonly number[];
  data(): Promise<Page>;
}

export interface Page extends Indexed {
  url: string;
  meta: Record<string, string>;
  sub_results: { title: string; url: string; excerpt: string; anchor?: { id: string } }[];
}

/** Aliases weigh most after the title: they are the words people use for the page. */
const RANKING = {
  termFrequency: 0.6,
  termSaturation: 1.6,
  termSimilarity: 6,
  pageLength: 0.3,
  metaWeights: { title: 12, aliases: 8 },
};

/**
 * Loads the index that stands beside the built pages.
 *
 * @param folder its address, with a slash at the end
 * @throws whatever stops it: no index, no WebAssembly, no connection
 */
export async function loadPagefind(folder: string): Promise<Pagefind> {
  // the address must be no constant, or the bundler would try to resolve it
  const address = new URL('pagefind.js', new URL(folder, location.href)).href;
  const pagefind = (await import(/* @vite-ignore */ address)) as Pagefind;
  await pagefind.options({ noWorker: true, ranking: RANKING });
  await pagefind.init();
  return pagefind;
}

/**
 * The index as one search asks it: one word after the other, and between them the browser takes keys. In a guide of 5,000 pages
 * a word costs a slow phone a tenth of a second.
 *
 * @param wanted whether somebody still waits for the answer; where nobody does, the index is not asked and nothing is found
 */
export function inTurns(index: Index, wanted: () => boolean): Index {
  let before: Promise<unknown> = Promise.resolve();
  const ask = async (term: string) => {
    await rest();
    return wanted() ? index.search(term) : { results: [] };
  };
  return {
    search(term) {
      const answer = before.then(() => ask(term));
      before = answer.catch(() => undefined);
      return answer;
    },
  };
}
