import type { Source } from '../guide/types.ts';
import { cslOf, familyFirst, wholeAuthorsOf } from './csl.ts';
import { itemTypeOf } from './item-types.ts';

/** The form of a description (Z39.88-2004): of an article, of a book or report, or in the words of Dublin Core for all others. */
const FORMATS: Readonly<Record<string, { format: string; genre?: string; title: string; place: string }>> = {
  journalArticle: { format: 'journal', genre: 'article', title: 'atitle', place: 'jtitle' },
  book: { format: 'book', genre: 'book', title: 'btitle', place: 'pub' },
  report: { format: 'book', genre: 'report', title: 'btitle', place: 'pub' },
};
const OTHER = { format: 'dc', genre: undefined, title: 'title', place: 'source' };

/** A value as a form has it: spaces as plus signs, and signs as they are that part no pairs. It is half as long. */
const valueText = (value: string): string =>
  encodeURIComponent(value)
    .replaceAll('%20', '+')
    .replace(/%(?:2C|2F|3A|3B)/g, decodeURIComponent);

/**
 * A source as COinS: the `title` of a `span class="Z3988"`, in which reference managers find what a page names, without a
 * script (OpenURL 1.0, key and value pairs).
 *
 * @param inList of many on a page: without the number of PubMed, which the page of the source has
 * @returns the pairs; whoever writes them into HTML escapes them
 */
export function coinsOf(source: Source, inList = false): string {
  const { data } = source;
  const item = cslOf(source);
  const type = itemTypeOf(source).zotero;
  const { format, genre, title, place } = FORMATS[type] ?? OTHER;
  const issued = data.published ?? data.year?.toString();
  const pairs: [string, string | undefined][] = [
    ['ctx_ver', 'Z39.88-2004'],
    ['rft_val_fmt', `info:ofi/fmt:kev:mtx:${format}`],
    ['rft.genre', genre],
    // of Dublin Core, whose readers know no types of their own
    ['rft.type', genre ? undefined : type],
    [`rft.${title}`, item.title],
    [`rft.${place}`, item['container-title'] ?? item.publisher],
    ...wholeAuthorsOf(source).map((name): [string, string] => ['literal' in name ? 'rft.aucorp' : 'rft.au', familyFirst(name)]),
    ['rft.date', issued],
    ['rft.volume', item.volume],
    ['rft.issue', item.issue],
    ['rft.pages', item.page],
    ['rft_id', item.DOI && `info:doi/${item.DOI}`],
    ['rft_id', item.PMID && !inList ? `info:pmid/${item.PMID}` : undefined],
    [genre ? 'rft_id' : 'rft.identifier', item.DOI ? undefined : item.URL],
  ];
  return pairs.flatMap(([name, value]) => (value ? `${name}=${valueText(value)}` : [])).join('&');
}
