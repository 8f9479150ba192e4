import type { SearchName } from '../../documents/site-search/search-name.ts';
import type { Kind } from '../../guide/kinds.ts';
import type { EntryOf, Guide } from '../../guide/types.ts';
import type { Block } from '../edition/blocks.ts';
import type { Writer } from '../edition/writer.ts';

/** What every entry has in `guide.json`. */
export interface JsonBase {
  ref: string;
  title: string;
  address: string;
}

/** What every entry has in search. */
export type NameBase = Pick<SearchName, 'address' | 'title' | 'kind' | 'voices'>;

/** How a kind leaves the guide; what is left out, it does not have. */
export interface Exported<K extends Kind, Json> {
  /** the entry among those of `guide.json`, as its schema has it */
  json?(guide: Guide, entry: EntryOf<K>, base: JsonBase): Json;
  /** what it is found by */
  name?(guide: Guide, entry: EntryOf<K>, base: NameBase): SearchName;
  /** what stands on its page, for editions of the guide beside the site */
  blocks?(write: Writer, entry: EntryOf<K>): Block[];
  /** what stands after its name in `llms.txt`, with the words of its mark in front where it says something */
  line?(guide: Guide, entry: EntryOf<K>): string;
}
