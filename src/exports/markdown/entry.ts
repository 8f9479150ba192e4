import { hasPage } from '../../guide/labels.ts';
import type { JudgedLink } from '../../guide/links.ts';
import type { Entry, Figure, Finding, Guide, Lesson, Page, Source } from '../../guide/types.ts';
import { addressOf } from '../../lib/urls.ts';
import type { Addresses } from '../guide-json.ts';
import { figureMarkdown } from './figure.ts';
import { findingMarkdown } from './finding.ts';
import { lessonMarkdown } from './lesson.ts';
import { linkMarkdown } from './link.ts';
import { pageMarkdown } from './page.ts';
import { sourceMarkdown } from './source.ts';
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
  const { data } = entry;
  const parts =
    'how' in data
      ? figureMarkdown(write, entry as Figure)
      : 'recognise' in data
        ? findingMarkdown(write, entry as Finding)
        : 'state' in data
          ? linkMarkdown(write, entry as JudgedLink)
          : 'steps' in data
            ? lessonMarkdown(write, entry as Lesson)
            : 'description' in data
              ? pageMarkdown(write, entry as Page)
              : sourceMarkdown(write, entry as Source);
  return `${[...parts, ...write.foot(entry)].filter(Boolean).join('\n\n')}\n`;
}
