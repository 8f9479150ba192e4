import { rest } from '../shared/rest.ts';
import type { Indexed } from './passage.ts';

/** What answers a term. */
export interface Index {
  search(term: string): Promise<{ results: Result[] }>;
}

/** The index that is searched. */
export interface FullText extends Index {
  /** loads what a search of these words needs */
  preload(words: string): Promise<void>;
}

/** The part of Pagefind's JS API that the guide uses (https://pagefind.app/docs/api/). */
interface Pagefind extends FullText {
  options(options: Record<string, unknown>): Promise<void>;
  init(): Promise<void>;
  destroy(): Promise<void>;
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
 * Loads the code that reads the index beside the built pages.
 *
 * @param folder the address of Pagefind's files, with a slash at the end
 * @returns loads the index itself. It throws whatever stops that: no code, no index, no WebAssembly, no connection
 */
export function loadPagefind(folder: string): () => Promise<FullText> {
  // the address must be no constant, or the bundler would try to resolve it
  const address = new URL('pagefind.js', new URL(folder, location.href)).href;
  const code: Promise<Pagefind> = import(/* @vite-ignore */ address);
  // who asks for the index reports the failure
  code.catch(() => undefined);
  return async () => {
    const pagefind = await code;
    try {
      await pagefind.options({ noWorker: true, ranking: RANKING });
      await pagefind.init();
      // init does not wait for the index; what preloads nothing does, and throws what stops it
      await pagefind.preload('');
    } catch (error) {
      // it would keep what failed
      await pagefind.destroy();
      throw error;
    }
    return pagefind;
  };
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
