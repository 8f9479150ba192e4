import { hasPage } from '../../guide/entries.ts';
import type { Entry, Guide } from '../../guide/types.ts';
import { addressOf } from '../../lib/urls.ts';
import type { Addresses } from '../addresses.ts';
import { exportedAs } from '../kinds/index.ts';
import { writerOf } from './writer.ts';

/** Entries that have a twin: those with a page of their own. */
export const twinned = (guide: Guide): Entry[] => [...guide.entries.values()].filter(hasPage);

/** The path of an entry's Markdown twin in the site: /gaps/careers/ has /gaps/careers.md, the home page /index.md. */
export const twinPath = (ref: string): string => `${addressOf(ref).replace(/\/$/, '') || '/index'}.md`;

/**
 * An entry with a page as Markdown: the same statements in the same order, each with the words of its mark, and what the
 * build adds to the page from other files, as far as `page.ts` knows it. Text is plain: emphasis and links inside a statement
 * are left out.
 */
export function entryMarkdown(guide: Guide, entry: Entry, addresses: Addresses): string {
  const write = writerOf(guide, addresses);
  const parts = exportedAs(entry.kind).markdown?.(write, entry) ?? [];
  return `${[...parts, ...write.foot(entry)].filter(Boolean).join('\n\n')}\n`;
}
