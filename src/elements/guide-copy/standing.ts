import { type FileList, PARTS, type Part } from '../../documents/guide-copy/list.ts';
import type { Standing } from '../../documents/guide-copy/words.ts';
import { bytesOf, entriesOf, type GuideCopy } from './copy.ts';

/** How a copy stands, and what can be fetched for it. */
export interface Stands {
  standing: Standing;
  /** the parts that are whole, or were asked for last; undefined where a reader never asked for a whole copy */
  parts?: readonly Part[];
  /** a later build on the server: its day, and the bytes of these parts that are not there */
  newer?: { day: string; bytes: number };
}

/**
 * How a copy stands, looked up anew: another tab or the browser itself may have changed it.
 *
 * @param build the one on the server, where it answers
 * @param server gives the list of that one, if it comes
 * @throws where the browser gives no storage
 */
export async function standingOf(copy: GuideCopy, build: string | undefined, server: () => Promise<FileList | undefined>): Promise<Stands> {
  if (!(await copy.isThere())) return { standing: { state: 'none' } };
  const [{ whole, asked }, lists, names] = await Promise.all([copy.state(), copy.lists(), copy.names()]);
  const kept = (list: FileList, parts: readonly Part[]) => entriesOf(list, parts).filter(([, , name]) => names.has(name));
  const list = whole && lists.find((one) => one.build === whole.build);
  if (whole && list) {
    const { parts } = whole;
    const there = kept(list, parts);
    const lost = entriesOf(list, parts).length - there.length;
    const standing: Standing = { state: 'whole', day: list.day, bytes: bytesOf(there), lost };
    const newest = build && build !== list.build ? await server() : undefined;
    if (!newest) return { standing, parts };
    const missing = entriesOf(newest, parts).filter(([, , name]) => !names.has(name));
    return { standing, parts, newer: { day: newest.day, bytes: bytesOf(missing) } };
  }
  const [newest] = lists;
  if (asked) {
    const [bytes, of] = newest ? [bytesOf(kept(newest, asked)), bytesOf(entriesOf(newest, asked))] : [0, 0];
    return { standing: { state: 'part', bytes, of }, parts: asked };
  }
  const found = new Map(lists.flatMap((one) => kept(one, PARTS)).map((entry) => [entry[2], entry]));
  const pages = [...found.values()].filter(([path]) => path.endsWith('.html') && path !== '404.html').length;
  return { standing: { state: 'read', pages, bytes: bytesOf([...found.values()]) } };
}
