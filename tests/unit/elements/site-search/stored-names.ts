import { nameFiles } from '../../../../src/build/name-files.ts';
import { FILE } from '../../../../src/documents/site-search/name-files.ts';
import type { SearchData } from '../../../../src/documents/site-search/search-name.ts';
import { NameStore } from '../../../../src/elements/site-search/name-store.ts';

/** Reads what a file holds of those that the build writes for names. */
export function heldOf(data: SearchData): (path: string) => never {
  const files = nameFiles(data);
  return (path) => JSON.parse(files.get(path) ?? `no ${path}`).holds as never;
}

/** Names as a search reads them from the files that the build writes. @param read notes which files are read */
export function storeOf(data: SearchData, read: string[] = []): NameStore {
  const held = heldOf(data);
  return new NameStore(held(FILE.first), async (path) => {
    read.push(path);
    return held(path);
  });
}
