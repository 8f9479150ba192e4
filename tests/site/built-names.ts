import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FILE } from '../../src/documents/site-search/name-files.ts';
import type { SearchName } from '../../src/documents/site-search/search-name.ts';
import { NameStore } from '../../src/elements/site-search/name-store.ts';

/** The names of a built guide, read from their files. @param folder of the built guide */
export function builtStore(folder: string): NameStore {
  const held = (path: string) => JSON.parse(readFileSync(join(folder, 'search', path), 'utf8')).holds;
  return new NameStore(held(FILE.first), async (path) => held(path));
}

/** All that stands in a store. */
export function namesIn(store: NameStore): Promise<SearchName[]> {
  const { first } = store;
  return Promise.all(
    first.addresses.map(async (address, id): Promise<SearchName> => {
      const sort = first.sorts[first.sort[id] ?? -1];
      if (!sort) throw new Error(`${address} has no kind.`);
      const [title, summary, voice] = await store.card(id);
      const phrases = await store.phrases(id);
      const also = phrases.slice(0, first.also[id]);
      return { ...sort, address, title, summary, ...(voice && { voice }), also, questions: phrases.slice(also.length) };
    }),
  );
}
