import GithubSlugger from 'github-slugger';
import { titleOf } from '../../guide/labels.ts';
import { entryAt } from '../../guide/page.ts';
import type { Entry, Guide } from '../../guide/types.ts';
import { addressOf } from '../../lib/urls.ts';
import { type Block, idsIn, type Target } from './blocks.ts';
import { entryBlocks } from './entry.ts';
import { chaptersOf } from './order.ts';
import { writerOf } from './writer.ts';

/** An entry in the whole text: its place, and what stands in it. */
export interface Laid {
  entry: Entry;
  title: string;
  id: string;
  blocks: readonly Block[];
}

/** The whole guide as one text, and where in it everything stands. */
export interface Whole {
  chapters: readonly { title: string; id: string; entries: readonly Laid[] }[];
  /** the id of what a link leads to; undefined where the text does not hold it. A place that is not there is its entry */
  placeOf(target: Target): string | undefined;
  /** the id of a place within an entry */
  idIn(entry: Entry, fragment: string): string;
}

const idOf = (entry: Entry): string => entry.ref.replaceAll('/', '-');
const idIn = (entry: Entry, fragment: string): string => `${idOf(entry)}__${fragment}`;

/** The whole guide in reading order, see `chaptersOf`. */
export function wholeOf(guide: Guide): Whole {
  const write = writerOf(guide);
  const slugger = new GithubSlugger();
  const chapters = chaptersOf(guide).map(({ title, entries }) => ({
    title,
    id: `chapter-${slugger.slug(title)}`,
    entries: entries.map((entry) => ({ entry, title: titleOf(entry), id: idOf(entry), blocks: entryBlocks(write, entry) })),
  }));
  const known = new Set(
    chapters.flatMap(({ entries }) => entries.flatMap(({ entry, id, blocks }) => [id, ...idsIn(blocks).map((one) => idIn(entry, one))])),
  );
  return {
    chapters,
    idIn,
    placeOf: (target) => {
      if (!('to' in target)) return undefined;
      // kinds that share a page have their places there
      const [address = '', fragment = ''] = addressOf(target.to, target.fragment).split('#');
      const entry = entryAt(guide, address);
      if (!entry || !known.has(idOf(entry))) return undefined;
      const id = idIn(entry, fragment);
      return known.has(id) ? id : idOf(entry);
    },
  };
}
