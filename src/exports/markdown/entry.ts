import { hasPage } from '../../guide/entries.ts';
import type { Sheet } from '../../guide/sheets.ts';
import type { Entry, Guide } from '../../guide/types.ts';
import { addressOf } from '../../lib/urls.ts';
import type { Addresses } from '../addresses.ts';
import { sheetBlocks } from '../edition/document.ts';
import { entryBlocks } from '../edition/entry.ts';
import { writerOf } from '../edition/writer.ts';
import { markdownOf } from './write.ts';

/** Entries that have a twin: those with a page of their own. */
export const twinned = (guide: Guide): Entry[] => [...guide.entries.values()].filter(hasPage);

/** The path of an entry's Markdown twin in the site: /gaps/careers/ has /gaps/careers.md, the home page /index.md. */
export const twinPath = (ref: string): string => `${addressOf(ref).replace(/\/$/, '') || '/index'}.md`;

/** An entry with a page as Markdown; see `entryBlocks` for what it holds. */
export function entryMarkdown(guide: Guide, entry: Entry, addresses: Addresses): string {
  const write = writerOf(guide);
  return `${markdownOf([...entryBlocks(write, entry), ...write.foot(entry)], addresses)}\n`;
}

/** The sheet of a document alone as Markdown, to fill in or as the invented program fills it in. */
export function sheetMarkdown(guide: Guide, entry: Sheet, isFilledIn: boolean, addresses: Addresses): string {
  const write = writerOf(guide);
  return `${markdownOf([...sheetBlocks(write, entry, isFilledIn), ...write.foot(entry)], addresses)}\n`;
}
