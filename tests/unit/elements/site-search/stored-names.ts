import { nameFiles } from '../../../../src/build/name-files.ts';
import { FILE } from '../../../../src/documents/site-search/name-files.ts';
import type { SearchData } from '../../../../src/documents/site-search/search-name.ts';
import { NameStore } from '../../../../src/elements/site-search/name-store.ts';

/** Names as a search reads them from the files that the build writes. @param read notes which files are read */
export function storeOf(data: SearchData, read: string[] = []): NameStore {
  const files = nameFiles(data);
  const held = (path: string) => JSON.parse(files.get(path) ?? `no ${path}`).holds;
  return new NameStore(held(FILE.first), async (path) => {
    read.push(path);
    return held(path);
  });
}
