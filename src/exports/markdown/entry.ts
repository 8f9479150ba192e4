import { hasPage, isShown } from '../../guide/entries.ts';
import { entryAt } from '../../guide/page.ts';
import type { Sheet } from '../../guide/sheets.ts';
import type { Entry, Guide } from '../../guide/types.ts';
import { addressOf, sharedPage } from '../../lib/urls.ts';
import { type Addresses, type AddressFor, isWhole } from '../addresses.ts';
import { sheetBlocks } from '../edition/document.ts';
import { entryBlocks } from '../edition/entry.ts';
import { writerOf } from '../edition/writer.ts';
import { markdownOf } from './write.ts';

/** Entries that have a twin: those with a page of their own. */
export const twinned = (guide: Guide): Entry[] => [...guide.entries.values()].filter(hasPage);

/** The path of an entry's Markdown twin in the site: /gaps/careers/ has /gaps/careers.md, the home page /index.md. */
export const twinPath = (ref: string): string => `${addressOf(ref).replace(/\/$/, '') || '/index'}.md`;

/** For links of a twin: the twin of the page, where the page has one. */
export const twinsAt =
  (guide: Guide, { addressFor, fileFor }: Addresses): AddressFor =>
  (ref, fragment) => {
    const entry = guide.entries.get(ref);
    const page = entry && isShown(entry) ? (sharedPage(entry.kind) ?? addressOf(ref)) : undefined;
    const at = page && entryAt(guide, page);
    if (!at || !hasPage(at)) return addressFor(ref, fragment);
    const place = addressOf(ref, fragment).split('#')[1];
    const address = fileFor(twinPath(at.ref));
    return isWhole(address) && place ? `${address}#${place}` : address;
  };

/**
 * An entry with a page as Markdown; see `entryBlocks` for what it holds. The address it tells of itself is that of its page.
 *
 * @param linkFor where its links lead: to pages, or to their twins
 */
export function entryMarkdown(guide: Guide, entry: Entry, addresses: Addresses, linkFor?: AddressFor): string {
  const write = writerOf(guide);
  return `${markdownOf([...entryBlocks(write, entry), ...write.foot(entry)], { ...addresses, ...(linkFor && { linkFor }) })}\n`;
}

/** The sheet of a document alone as Markdown, to fill in or as the invented program fills it in. */
export function sheetMarkdown(guide: Guide, entry: Sheet, isFilledIn: boolean, addresses: Addresses): string {
  const write = writerOf(guide);
  return `${markdownOf([...sheetBlocks(write, entry, isFilledIn), ...write.foot(entry)], addresses)}\n`;
}
