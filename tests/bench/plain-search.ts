import MiniSearch from 'minisearch';
import type { Page } from 'playwright-core';
import { pageOf } from '../../src/elements/site-search/names.ts';
import { builtStore, namesIn } from '../site/built-names.ts';

/** Addresses that answer a question, best first. */
export type Asked = (question: string) => Promise<string[]>;

/** Pagefind as it comes, asked the whole question. @param page an open search page, whose policy allows WebAssembly */
export async function plainPagefind(page: Page): Promise<Asked> {
  await page.evaluate(async () => {
    const address = '/pagefind/pagefind.js?plain';
    const pagefind = await import(address);
    await pagefind.options({ noWorker: true });
    Object.assign(window, { pagefind });
  });
  return (question) =>
    page.evaluate(async (q) => {
      type Results = { results: { data(): Promise<{ url: string }> }[] };
      const { pagefind } = window as unknown as { pagefind: { search(q: string): Promise<Results> } };
      const { results } = await pagefind.search(q);
      return Promise.all(results.slice(0, 10).map(async (result) => (await result.data()).url.replace(/#.*$/, '')));
    }, question);
}

/** MiniSearch as its guide suggests, over the names of a built guide: one document for each page. */
export async function plainMiniSearch(folder: string): Promise<Asked> {
  const pages = new Map<string, { id: string; title: string; also: string; summary: string }>();
  for (const { address, title, also, questions, summary } of await namesIn(builtStore(folder))) {
    const id = pageOf(address);
    const known = pages.get(id) ?? { id, title: '', also: '', summary: '' };
    if (id === address) known.title = title;
    else known.also += ` ${title}`;
    known.also += ` ${[...also, ...questions].join(' ')}`;
    known.summary += ` ${summary}`;
    pages.set(id, known);
  }
  const index = new MiniSearch({ fields: ['title', 'also', 'summary'], searchOptions: { fuzzy: 0.2, prefix: true } });
  index.addAll([...pages.values()]);
  return async (question) => index.search(question).map(({ id }) => id as string);
}
